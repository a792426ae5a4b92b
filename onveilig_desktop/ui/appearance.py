"""How everything looks: as the system is dressed, or as the open journal wants it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from onveilig_desktop import journal, texts
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.ui import icons, language, theme
from onveilig_desktop.ui.session import Opened, Session
from onveilig_desktop.ui.tasks import Tasks

Act = Callable[[], None]


class Appearance(QObject):
    """One for the whole application; what it is told holds until it is told otherwise."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._at_start = theme.worn()
        self._wanted: theme.Scheme | None = None
        self._percent = self._percent_worn = 100

    @classmethod
    def of(cls, application: QApplication) -> "Appearance":
        """Return the one of *application*."""
        return application.findChild(cls) or cls(application)

    def take_for_usual(self, scheme: theme.Scheme) -> None:
        """Take *scheme* for that of the system, where the system does not tell its own."""
        self._at_start = scheme

    def follow_system(self) -> None:
        """Dress as the system does, now and whenever it changes."""
        hints = self._application.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        self._follow()

    @property
    def percent(self) -> int:
        """How large letters are now, of what is usual."""
        return self._percent

    def is_other(self, preferences: journal.Preferences) -> bool:
        """Return whether what was made before has to be made anew to look as is preferred.

        Words that stand on the screen and letters that were measured do not change by
        themselves; colours do.
        """
        spoken = preferences.language or texts.language()
        return (spoken, preferences.text_percent) != (texts.language(), self._percent)

    def wear(self, preferences: journal.Preferences) -> None:
        """Look and speak as is preferred, until told otherwise."""
        if preferences.language not in {"", texts.language()}:
            language.speak(texts.known(preferences.language) or "en")
            language.let_qt_speak()
        scheme = preferences.scheme
        self._wanted = None if scheme == journal.SYSTEM else cast("theme.Scheme", scheme)
        self._percent = preferences.text_percent
        self._dress()

    def rest(self) -> None:
        """Look as the system does again: the journal that wanted otherwise is shut."""
        self._wanted, self._percent = None, 100
        self._dress()

    def _follow(self, *_: object) -> None:
        if self._wanted is None:
            self._dress()

    def _dress(self) -> None:
        scheme = self._wanted or self._of_the_system()
        if (scheme, self._percent) != (theme.worn(), self._percent_worn):
            self._percent_worn = self._percent
            theme.apply(self._application, scheme, self._percent)
            icons.dress()

    def _of_the_system(self) -> theme.Scheme:
        hints = self._application.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return "contrast"
        known = {Qt.ColorScheme.Dark: "dark", Qt.ColorScheme.Light: "light"}
        return cast("theme.Scheme", known.get(hints.colorScheme(), self._at_start))


def dress_for(opened: Opened, tasks: Tasks, window: QMainWindow, picked: str, then: Act) -> None:
    """Look as the journal that was *opened* wants, and *then* go on.

    A language that the person *picked* before it was opened is what it wants from now on.
    """

    def wear(preferences: journal.Preferences) -> None:
        the().wear(preferences)
        then()

    def look_as_usual(_error: Exception) -> None:  # it is told when it is read again
        then()

    read = partial(_preferred, opened[1], picked)
    tasks.run(read, owner=window, done=wear, failed=look_as_usual)


def follow(
    session: Session, window: QMainWindow, seal: Callable[[Act], None], make_anew: Act
) -> None:
    """Look as the person sets it.

    Where that takes new words or letters, what is unfinished is sealed first, and
    *make_anew* then makes once more what stands in the *window*.
    """

    def changed() -> None:
        if the().is_other(session.preferences):
            seal(partial(begin_anew, session.preferences))
        else:
            the().wear(session.preferences)

    def begin_anew(preferences: journal.Preferences) -> None:
        window.setCentralWidget(QWidget())  # nothing is dressed that goes anyway
        the().wear(preferences)
        make_anew()

    session.preferences_changed.connect(changed)


def the() -> Appearance:
    """Return the one there is."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101 - there is a window
    return Appearance.of(application)


def _preferred(opened: journal.Journal, picked: str) -> journal.Preferences:
    kept = opened.settings.read()
    if picked in {"", kept.language} or not kept.language:
        return kept
    wanted = replace(kept, language=picked)
    with suppress(OnveiligError):  # a journal that can only be read is opened as well
        opened.settings.keep(wanted)
    return wanted
