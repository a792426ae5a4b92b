"""A week's journal, kept without a mouse, with a power cut in the middle."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest

from killing import CHEAP, PASSPHRASE, damage
from onveilig_desktop.catalog import SignalId
from onveilig_desktop.journal import Answers
from onveilig_desktop.vault import VaultGate
from person import started

HIDING, AVOIDING = SignalId("unsafety.hiding"), SignalId("unsafety.avoiding")
STORIES = "one two three four five six seven eight nine ten".split()  # noqa: SIM905
CORRECTED, HALF_WAY, FILES = ("two", "five"), "eight", {"three": "note.txt", "six": "call.ogg"}
FIRST, SECOND = (2026, 3), (2026, 4)


@dataclass
class Hands:
    """The keys of a person in a hurry, counted but for the words."""

    person: object
    pressed: Counter = field(default_factory=Counter)

    def keys(self, what, *names):
        self.pressed[what] += len(names)
        self.person.tool("key", "--delay", "20", *names)

    def words(self, text):
        self.person.tool("type", "--delay", "8", text)

    def unlock(self):
        self.person.wait_for_window()
        self.words(PASSPHRASE)
        self.person.key("Return")

    def begin_entry(self, story):
        self.keys("entry", "ctrl+n")
        self.words(story)

    def date_entry(self, day):
        self.keys("date", "Tab")
        self.words(day)

    def write(self, story, day, signals=()):
        self.begin_entry(story)
        self.date_entry(day)
        for arrows in signals:
            self.keys("signal", "ctrl+g", *arrows, "space")
        self.keys("entry", "ctrl+s")

    def correct(self, more):
        self.person.settle()  # until the entry that was saved is shown
        self.keys("correction", "ctrl+e")
        self.person.settle()
        self.words(more)
        self.keys("correction", "ctrl+s")

    def check_in(self, day):
        self.keys("check-in", "ctrl+k")
        self.person.settle()
        self.keys("check-in", "space", "shift+Tab")
        self.words(day)
        self.keys("check-in", "ctrl+s")
        self.person.settle()

    def add_file(self, path):
        self.person.settle()
        self.keys("file", "ctrl+shift+a")
        self.person.wait_for_window("^Which files belong")
        self.words(str(path))
        self.keys("file", "Return")
        self.person.wait_for_window()

    def tie(self, other):
        self.person.settle()
        self.keys("thread", "ctrl+t")
        self.person.settle()
        self.words(other)
        self.person.settle()
        self.keys("thread", "Return")
        self.person.settle()


@pytest.fixture
def place(tmp_path):
    gate = gate_of(tmp_path)
    gate.create(PASSPHRASE)
    gate.close()
    for name in FILES.values():
        (tmp_path / name).write_bytes(f"what is in {name}".encode())
    return tmp_path


def gate_of(place):
    present = datetime(2026, 1, 1, tzinfo=UTC)  # asked for nothing
    return VaultGate(place / "journal", lambda: present, work=CHEAP)


def day_of(number, month):
    return f"{number}-{month[1]}-{month[0]}"


def first_half(hands, place):
    for number, story in enumerate(STORIES, 1):
        if story == HALF_WAY:
            break
        signals = [[]] if number % 2 else [["Right"]]
        hands.write(story, day_of(number, FIRST), signals)
        if story in CORRECTED:
            hands.correct(" and more")
        if story in FILES:
            hands.add_file(place / FILES[story])
        if number % 3 == 0:
            hands.check_in(day_of(number, FIRST))
    hands.begin_entry(HALF_WAY)
    hands.date_entry(day_of(STORIES.index(HALF_WAY) + 1, FIRST))
    hands.person.settle()  # and so a pause in typing, in which it is sealed


def second_half(hands):
    hands.words("x")  # on in the draft that waits: the cursor is at its end
    hands.keys("entry", "BackSpace", "ctrl+s")
    for number, story in enumerate(STORIES[-2:], len(STORIES) - 1):
        hands.write(story, day_of(number, FIRST))
    for number, story in enumerate(STORIES, 1):
        hands.write(f"again {story}", day_of(number, SECOND))
        if story in ("four", "seven"):
            hands.tie(f"{number}-3-2026")
        if number % 3 == 0:
            hands.check_in(day_of(number, SECOND))
    hands.correct(", a little later")
    hands.person.settle()


def expected():
    """Every text by its day."""
    found = {}
    for number, story in enumerate(STORIES, 1):
        more = " and more" if story in CORRECTED else ""
        found[date(*FIRST, number)] = f"{story}{more}"
        found[date(*SECOND, number)] = f"again {story}"
    found[date(*SECOND, len(STORIES))] += ", a little later"
    return found


def test_a_week_is_kept_without_a_mouse_and_across_a_power_cut(display, place):
    with started(display, place) as person:
        hands = Hands(person)
        hands.unlock()
        first_half(hands, place)
        person.kill()
        assert person.process.stdout.read() == ""
    check_the_half(place)
    with started(display, place) as person:
        hands.person = person
        hands.unlock()
        second_half(hands)
        hands.keys("entry", "Shift_L", "Shift_L", "Shift_L")
        person.wait(lambda: person.process.poll() is not None)
        assert person.process.stdout.read() == ""
    check_the_whole(place)


def check_the_half(place):
    gate = gate_of(place)
    journal = gate.open(PASSPHRASE)
    at = STORIES.index(HALF_WAY)
    whole = {day: text for day, text in expected().items() if day < date(*FIRST, at + 1)}
    assert {line.happened.day: line.opening for line in journal.lines()} == whole
    [draft] = journal.drafts()
    assert (draft.text, draft.day) == (HALF_WAY, day_of(at + 1, FIRST))
    assert damage(gate) == gate._vault.verify() == []
    gate.close()


def check_the_whole(place):
    gate = gate_of(place)
    journal = gate.open(PASSPHRASE)
    lines = {line.happened.day: line for line in journal.lines()}
    assert {day: line.opening for day, line in lines.items()} == expected()
    assert len(lines) == 2 * len(STORIES)
    assert list(journal.drafts()) == []
    check_signals(lines)
    check_check_ins(journal)
    check_what_was_corrected(journal, lines)
    check_threads(journal, lines)
    check_files(journal, lines)
    assert damage(gate) == gate._vault.verify() == []
    gate.close()


def check_signals(lines):
    for number in range(1, STORIES.index(HALF_WAY) + 1):
        assert lines[date(*FIRST, number)].signals == {HIDING if number % 2 else AVOIDING}


def check_check_ins(journal):
    made = {made.day: made.answers for made in journal.check_ins.all()}
    days = [date(*FIRST, 3), date(*FIRST, 6), *(date(*SECOND, number) for number in (3, 6, 9))]
    assert made == dict.fromkeys(days, Answers(nothing_happened=True))


def check_what_was_corrected(journal, lines):
    first = {day: journal.history.versions(line.id)[0].entry.text for day, line in lines.items()}
    changed = {day: first[day] for day, text in expected().items() if first[day] != text}
    told = {date(*FIRST, STORIES.index(story) + 1): story for story in CORRECTED}
    assert changed == told | {date(*SECOND, len(STORIES)): "again ten"}


def check_threads(journal, lines):
    for number in (4, 7):
        together = journal.threads.of(lines[date(*SECOND, number)].id)
        days = [entry.happened.day for entry in together]
        assert days == [date(*FIRST, number), date(*SECOND, number)]


def check_files(journal, lines):
    for story, name in FILES.items():
        entry_id = lines[date(*FIRST, STORIES.index(story) + 1)].id
        [kept] = journal.attachments.of(entry_id)
        assert kept.name == name
        assert journal.attachments.read(kept.id) == f"what is in {name}".encode()
