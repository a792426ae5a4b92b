"""How everything looks: as the system is dressed, or as the open journal wants it."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from onveilig_desktop import texts
from onveilig_desktop.ui import icons, language, theme

if TYPE_CHECKING:  # known when a journal is open; the first key does not wait for it
    from onveilig_desktop.journal import Preferences


class Appearance(QObject):
    """One for the whole application; what it is told holds until it is told otherwise."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._at_start = theme.worn()
        self._wanted: theme.Scheme | None = None
        self._percent = self._percent_worn = 100
        self._spoken_before: texts.Language | None = None

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

    def is_other(self, preferences: "Preferences") -> bool:
        """Return whether what was made before has to be made anew to look as is preferred.

        Words that stand on the screen and letters that were measured do not change by
        themselves; colours do.
        """
        spoken = preferences.language or texts.language()
        return (spoken, preferences.text_percent) != (texts.language(), self._percent)

    def wear(self, preferences: "Preferences") -> None:
        """Look and speak as is preferred, until told otherwise."""
        from onveilig_desktop.journal import SYSTEM  # late: as above

        if preferences.language not in {"", texts.language()}:
            self._spoken_before = self._spoken_before or texts.language()
            _speak(texts.known(preferences.language) or "en")
        scheme = preferences.scheme
        self._wanted = None if scheme == SYSTEM else cast("theme.Scheme", scheme)
        self._percent = preferences.text_percent
        self._dress()

    def rest(self) -> None:
        """Look and speak as before again: the journal that wanted otherwise is shut."""
        if self._spoken_before is not None:
            _speak(self._spoken_before)
        self._wanted, self._percent, self._spoken_before = None, 100, None
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


def _speak(spoken: texts.Language) -> None:
    language.speak(spoken)
    language.let_qt_speak()


def appearance_in_use() -> Appearance:
    """Return that of this program."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101 - there is a window
    return Appearance.of(application)


def dress(application: QApplication) -> None:
    """Look as the system does from now on, and let Qt itself speak the language in use."""
    Appearance.of(application).follow_system()
    application.setWindowIcon(icons.of_the_program())
    language.let_qt_speak()
