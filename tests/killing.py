"""Killing the program while someone types, and seeing what is left of it.

A round opens the journal as it was left, types in an uneven rhythm, and ends the program
with SIGKILL at a moment that nobody chose. Whatever was written in earlier rounds must
be there as it was, and of this round all but the last of the typing.
"""

import random
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from onveilig_desktop.journal import Journal
from onveilig_desktop.vault import KeyWork, VaultGate
from person import Person, started

PASSPHRASE = "blue cup on the table"  # noqa: S105 - of throw-away journals
CHEAP = KeyWork(passes=1, kibibytes=8192)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Way(StrEnum):
    """What is being typed when the program is killed."""

    NEW = "a new entry"
    ON = "on in the draft that waits"
    CORRECTION = "a correction of what was just saved"
    SAVING = "while it is being saved"


@dataclass(frozen=True, slots=True)
class Killed:
    """One round: how much was typed, and how much of it is gone."""

    way: Way
    typed: int
    lost: int
    lost_ms: float
    seconds: float


class Typing:
    """The keys of one round and when each of them was pressed."""

    def __init__(self, person: Person, chance: random.Random) -> None:
        self._person = person
        self._chance = chance
        self.text = ""
        self.pressed: list[float] = []

    def go_on(self, seconds: float, *, breath: float = 0.04) -> None:
        """Type for so long; *breath* is how often a letter is followed by a pause."""
        end = time.monotonic() + seconds
        while (now := time.monotonic()) < end:
            letter = self._chance.choice(LETTERS + "     ")
            self.pressed.append(now)
            self.text += letter
            self._person.tool("key", "--delay", "0", "space" if letter == " " else letter)
            pause = 0.7 if self._chance.random() < breath else self._chance.uniform(0.01, 0.12)
            time.sleep(min(pause, max(0.0, end - time.monotonic())))


class Rounds:
    """Rounds over one journal in *place*, one after another."""

    def __init__(self, display: str, place: Path, seed: int) -> None:
        self._display = display
        self._place = place
        self._chance = random.Random(seed)  # noqa: S311 - not for a secret
        gate = self._gate()
        gate.create(PASSPHRASE)
        gate.close()
        self._texts: dict[str, str] = {}
        self._latest: str | None = None

    def kill(self, way: Way, breathless: float = 0.0) -> Killed:
        """Do one round; raise when anything is wrong but for the end of what was typed.

        With *breathless* it types for so many seconds without a pause in which to seal.
        """
        began = time.monotonic()
        if way is Way.ON and self._latest is None:
            way = Way.NEW
        with started(self._display, self._place) as person:
            person.wait_for_window()
            person.tool("type", "--delay", "5", PASSPHRASE)
            person.key("Return")
            typing = Typing(person, self._chance)
            self._type(person, typing, way, breathless)
            person.process.kill()
            killed = time.monotonic()
            person.process.wait()
            assert person.process.stdout.read() == ""
        lost = self._missing(typing, way)
        since = killed - typing.pressed[-lost] if lost else 0.0
        spent = time.monotonic() - began
        return Killed(way, len(typing.text), lost, since * 1000, spent)

    def _type(self, person: Person, typing: Typing, way: Way, breathless: float) -> None:
        if way is not Way.ON:
            person.key("ctrl+n")
        if way is Way.CORRECTION:
            typing.go_on(0.5)
            person.key("ctrl+s")
            person.key("ctrl+e")
        if breathless:
            typing.go_on(breathless, breath=0)
        else:
            typing.go_on(self._chance.uniform(0.2, 4.0))
        if way is Way.SAVING:
            person.tool("key", "ctrl+s")
            time.sleep(self._chance.uniform(0.0, 0.08))

    def _missing(self, typing: Typing, way: Way) -> int:
        """Compare the journal with what it was; return how many letters it lacks at the end."""
        found, latest = self._read()
        before = "" if way is not Way.ON or self._latest is None else self._texts[self._latest]
        [touched] = [key for key, text in found.items() if self._texts.get(key) != text] or [None]
        if way is Way.ON:
            assert touched in (self._latest, None), "another text than the one in hand changed"
            after = before if touched is None else found[touched]
        else:
            assert touched not in self._texts, "a new text took the place of another"
            after = "" if touched is None else found[touched]
        assert self._texts.keys() <= found.keys(), "a text of an earlier round is gone"
        assert (before + typing.text).startswith(after), "it is not what was typed"
        assert len(after) >= len(before), "an older draft came back"
        self._texts, self._latest = found, latest
        return len(before) + len(typing.text) - len(after)

    def _read(self) -> tuple[dict[str, str], str | None]:
        """Return the text of each entry as the person would meet it, and which draft is latest."""
        gate = self._gate()
        journal: Journal = gate.open(PASSPHRASE)
        assert gate._vault is not None
        assert gate._vault.verify() == []
        assert damage(gate) == []
        lines = journal.lines()
        found = {str(one.id): one.text for one in journal.entries([line.id for line in lines])}
        drafts = journal.drafts()
        found |= {str(draft.entry_id): draft.text for draft in drafts}
        gate.close()
        return found, str(drafts[0].entry_id) if drafts else None

    def _gate(self) -> VaultGate:
        # the program asks the real clock; this one is asked for nothing but a new journal
        present = datetime(2026, 1, 1, tzinfo=UTC)
        return VaultGate(self._place / "journal", lambda: present, work=CHEAP)


def damage(gate: VaultGate) -> list[object]:
    """Return what the database itself says is wrong with its pages and its order."""
    assert gate._vault is not None
    with gate._vault._begin() as connection:
        pages = connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars().all()
        order = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    return [*pages, *(said for said in order if said != "ok")]
