"""A fictional journal to look around in, written through the same verbs as a real one."""

import shutil
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from onveilig_desktop import catalog, resources
from onveilig_desktop.journal import Clock, DayPart, Draft, Journal, Precision, Preferences, Repair
from onveilig_desktop.journal.dates import write_day
from onveilig_desktop.texts import Language

PASSPHRASE: Final = "koffie met een koekje"  # noqa: S105 - it guards a story that ships with the program
PARTS: Final = ("demo/part-1.toml", "demo/part-2.toml")
_WRITING_HOUR: Final = time(23, 30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One entry of the story, placed so many days before today.

    ``when`` is a time («20:15»), a part of the day, or another precision; ``later`` is
    how many days passed before it was written down.
    """

    ago: int
    when: str
    later: int
    signals: frozenset[catalog.SignalId]
    intensity: int | None
    trust: int | None
    repair: Repair | None
    text: Mapping[Language, str]

    def draft(self, language: Language, today: date) -> Draft:
        """Return the scene as someone would have filled it in."""
        parts, precisions = {*DayPart}, {*Precision}
        precision = Precision.PART if self.when in parts else Precision.MINUTE
        return Draft(
            text=self.text[language],
            day=write_day(today - timedelta(days=self.ago)),
            minute=self.when if precision is Precision.MINUTE else "",
            precision=Precision(self.when) if self.when in precisions else precision,
            part=DayPart(self.when) if self.when in parts else None,
            signals=self.signals,
            intensity=self.intensity,
            trust=self.trust,
            repair=self.repair,
        )

    def written_at(self, today: date) -> datetime:
        """Return the late hour at which it was written down, in this computer's time zone."""
        day = today - timedelta(days=self.ago - self.later)
        return datetime.combine(day, _WRITING_HOUR).astimezone()


class StoryClock:
    """A clock that can be set back while the story is written; after that it runs on."""

    def __init__(self, present: Clock) -> None:
        self._present = present
        self._moment: datetime | None = None

    def __call__(self) -> datetime:
        """Return the moment it was set to, or the present."""
        return self._moment or self._present()

    @contextmanager
    def set_to(self, moment: datetime) -> Iterator[None]:
        """Stand still at *moment* for a while."""
        self._moment = moment
        try:
            yield
        finally:
            self._moment = None


def story() -> Sequence[Scene]:
    """Return the scenes of the story that ships with the program, in the order of writing."""
    scenes = [
        _scene(row) for name in PARTS for row in tomllib.loads(resources.read_text(name))["entry"]
    ]
    return sorted(scenes, key=lambda scene: (scene.later - scene.ago, -scene.ago))


def write_story(journal: Journal, clock: StoryClock, language: Language) -> None:
    """Write the whole story into *journal*, whose clock is *clock*, up to yesterday."""
    # what is only lent needs no copies
    journal.settings.keep(Preferences(reminder_days=0))
    today = clock().date()
    for scene in story():
        with clock.set_to(scene.written_at(today)):
            journal.save(scene.draft(language, today))


@contextmanager
def throw_away_folder() -> Iterator[Path]:
    """Lend a folder that nobody else can look into and that is gone afterwards."""
    # a virus scanner on Windows may hold a file for a moment: leave it to the system then
    with tempfile.TemporaryDirectory(prefix="notities-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)
    # a thread in the background, which imports, may have put something there meanwhile
    shutil.rmtree(folder, ignore_errors=True)


def _scene(row: Mapping[str, Any]) -> Scene:
    return Scene(
        ago=row["ago"],
        when=row["when"],
        later=row.get("later", 0),
        signals=frozenset(map(catalog.SignalId, row.get("signals", ()))),
        intensity=row.get("intensity"),
        trust=row.get("trust"),
        repair=Repair(row["repair"]) if "repair" in row else None,
        text=row["text"],
    )
