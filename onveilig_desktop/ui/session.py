"""An open journal as the pages share it: its verbs, run on the worker."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from operator import attrgetter
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from onveilig_desktop import catalog, journal
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.ui.copying import Copying
from onveilig_desktop.ui.keeper import Keeper
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.tasks import Failed, Tasks

T = TypeVar("T")
Opened = tuple[journal.Gate, journal.Journal, *tuple[str, ...]]
"""The gate, the journal that it opened, and what has to stand above its pages."""


class Known(NamedTuple):
    """What is there before a session begins, and what goes on after it."""

    copying: Copying
    preferences: journal.Preferences | None = None
    """What the person set, when that was read already."""
    hides_texts: bool = False


class Session(QObject):
    """Lives as long as the journal is open; dies with the workspace."""

    changed = Signal()
    """The journal changed; whoever shows a part of it asks again."""
    failed = Signal(str)
    """Something did not work; the sentence is for the person."""
    catalog_changed = Signal()
    """The person's own words for the signals changed; ``catalog`` has them."""
    preferences_changed = Signal()
    """The person set something, or what was set is known; ``preferences`` has it."""
    erased = Signal()
    """The journal was removed, and is shut."""
    put_back = Signal(object)
    """A copy took the place of what was there, which is kept as this ``Backup``."""
    texts_hidden = Signal(bool)
    """Whether the texts are to be folded away from now on; dates and numbers stay."""

    def __init__(
        self, opened: Opened, tasks: Tasks, clock: journal.Clock, parent: QObject, known: Known
    ) -> None:
        super().__init__(parent)
        self._gate, self._journal, *_told = opened
        self._tasks = tasks
        self._clock = clock
        self.is_read_only = self._gate.is_read_only
        self.copying = known.copying
        self.catalog = catalog.shipped()
        self.preferences = known.preferences or journal.Preferences()
        self.hides_texts = known.hides_texts
        self.forms = Keeper(self, attrgetter("key"), _seal)
        self.revision = 0
        """Another number after each change; what was counted under an older one is old."""
        for news in (self.changed, self.catalog_changed):
            news.connect(self._count)  # before everyone else, who then ask with the new number
        if known.preferences is None:  # before any text is read
            self.ask(_preferences, self._begin_as_preferred, owner=self)
        self.read_words()

    @property
    def today(self) -> date:
        """The civil date where the person is."""
        return self._clock().date()

    def here(self, moment: datetime) -> datetime:
        """Return *moment* in the time of where the person is."""
        return moment.astimezone(self._clock().tzinfo)

    def _count(self) -> None:
        self.revision += 1

    def hide_texts(self, hidden: bool) -> None:
        """Fold the texts away on every page, or show them again, until the journal is locked."""
        self.hides_texts = hidden
        self.texts_hidden.emit(hidden)

    def turn_texts(self) -> None:
        """Hide the texts when they are shown, and show them when they are hidden."""
        self.hide_texts(not self.hides_texts)

    def prefer(self, preferences: journal.Preferences) -> None:
        """Keep *preferences* in the journal; then everyone hears of it.

        Where nothing can be saved, they hold until it is locked.
        """
        if self.is_read_only:
            self._take_up(preferences)
            return
        kept = partial(self._take_up, preferences)
        self.ask(partial(_keep, preferences=preferences), lambda _: kept(), owner=self)

    def read_words(self) -> None:
        """Take up the person's own words for the signals, before anything asked later."""
        self.ask(_in_own_words, self._know, owner=self)

    def ask(
        self,
        work: Callable[[journal.Journal], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        failed: Failed | None = None,
    ) -> None:
        """Read on the worker; *done* gets the answer if *owner* is still there."""
        self._tasks.run(
            partial(work, self._journal), owner=owner, done=done, failed=failed or self.fail
        )

    def tend(
        self,
        work: Callable[[journal.Gate], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        failed: Failed | None = None,
    ) -> None:
        """Use what the gate offers - keys, backups, care - on the worker, like ``ask``."""
        self._tasks.run(
            partial(work, self._gate), owner=owner, done=done, failed=failed or self.fail
        )

    def change(
        self,
        work: Callable[[journal.Journal], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        failed: Failed | None = None,
    ) -> None:
        """Write on the worker; then *done*, then everyone hears ``changed``."""

        def changed(answer: T) -> None:
            done(answer)
            self.changed.emit()

        self.ask(work, changed, owner=owner, failed=failed)

    def _begin_as_preferred(self, preferences: journal.Preferences) -> None:
        self._take_up(preferences)
        if preferences.hides_texts:
            self.hide_texts(True)

    def _take_up(self, preferences: journal.Preferences) -> None:
        self.preferences = preferences
        self.preferences_changed.emit()

    def _know(self, known: catalog.Catalog) -> None:
        if known != self.catalog:
            self.catalog = known
            self.catalog_changed.emit()

    def fail(self, error: Exception) -> None:
        """Tell the person in one sentence, or let the crash hook have what is a bug."""
        self.failed.emit(sentence_of(error))
        if not isinstance(error, OnveiligError):
            raise error


def _seal(opened: journal.Journal, half_done: journal.HalfDone) -> None:
    opened.unfinished.seal(half_done)


def _preferences(opened: journal.Journal) -> journal.Preferences:
    return opened.settings.read()


def _keep(opened: journal.Journal, *, preferences: journal.Preferences) -> None:
    opened.settings.keep(preferences)


def _in_own_words(opened: journal.Journal) -> catalog.Catalog:
    return opened.own_words.read().catalog(catalog.shipped())
