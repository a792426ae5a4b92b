"""What was counted, and how it is asked for: once, on the worker, and only while it is wanted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from onveilig_desktop import catalog, journal, report, texts
from onveilig_desktop.report.doubts import Doubt, doubts
from onveilig_desktop.report.material import Material, gather
from onveilig_desktop.ui import garbage
from onveilig_desktop.ui.session import Session

_PATIENCE_MS: Final = 200
_MANY: Final = 20_000
"""Entries from which on looking for garbage among them would be felt."""
Key = tuple[int, date, str]


@dataclass(frozen=True, slots=True)
class Findings:
    """All that the patterns page and its charts are made of."""

    material: Material = field(repr=False)
    patterns: report.Patterns = field(repr=False)
    doubts: Sequence[Doubt] = field(repr=False)
    known: catalog.Catalog = field(repr=False)


class Inquiry(QObject):
    """Counts, and keeps what was counted until the journal, the day or the language changes."""

    found = Signal(object)
    slow = Signal(bool)
    """Whether it takes so long that the person should be told."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._key: Key | None = None
        self._material: Material | None = None
        self._kept: dict[report.Period, Findings] = {}
        self.destroyed.connect(garbage.mind_again)
        self._asked: QObject | None = None
        self._wanted: list[bool] = []
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(lambda: self.slow.emit(True))

    def ask(self, period: report.Period) -> None:
        """Say what is found over *period*: at once where it is known, else when it is."""
        self.drop()
        self._forget_what_is_old()
        if period in self._kept:
            self.found.emit(self._kept[period])
            return
        session = self._session
        self._asked = QObject(self)
        self._wanted = wanted = [True]
        self._patience.start()
        work = partial(
            _count,
            material=self._material,
            known=session.catalog,
            today=session.today,
            period=period,
            is_wanted=lambda: wanted[0],
        )
        session.ask(work, partial(self._take, period), owner=self._asked, failed=self._fail)

    def drop(self) -> None:
        """Want no answer any more; the worker stops at its next step."""
        if self._asked is not None:
            self._wanted[0] = False
            self._asked.deleteLater()
            self._asked.setParent(None)
            self._asked = None
        self._end_waiting()

    @property
    def is_busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._asked is not None

    def _take(self, period: report.Period, found: Findings | None) -> None:
        if found is None or not self._wanted[0]:
            return
        self._asked = None
        self._end_waiting()
        self._material = found.material
        self._kept[period] = found
        self.found.emit(found)

    def _fail(self, error: Exception) -> None:
        self.drop()
        self._session.fail(error)

    def _forget_what_is_old(self) -> None:
        key = (self._session.revision, self._session.today, texts.language())
        if key != self._key:
            self._key, self._material = key, None
            self._kept.clear()
            garbage.mind_again()

    def _end_waiting(self) -> None:
        self._patience.stop()
        self.slow.emit(False)


def _count(
    opened: journal.Journal,
    *,
    material: Material | None,
    known: catalog.Catalog,
    today: date,
    period: report.Period,
    is_wanted: Callable[[], bool],
) -> Findings | None:
    """Return what is found; nothing when it is not wanted any more."""
    if not is_wanted():
        return None
    with garbage.put_off():
        read = gather(opened) if material is None else material
        if not is_wanted():
            return None
        patterns = report.build_patterns(read, known, today, period)
        answers = doubts(patterns, read, known)
        if len(read.lines) > _MANY:
            garbage.leave_alone()
    return Findings(read, patterns, answers, known)
