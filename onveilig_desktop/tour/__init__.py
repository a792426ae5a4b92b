"""Every page as a picture, and a sample summary: the fictional journal without a screen."""

from collections.abc import Callable
from functools import partial
from itertools import product
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from onveilig_desktop.errors import ReadOnlyFolderError
from onveilig_desktop.journal import Preferences
from onveilig_desktop.texts import LANGUAGES, Language
from onveilig_desktop.tour import beside, states
from onveilig_desktop.tour.guide import SETTLED_MS, Guide, Opened
from onveilig_desktop.ui import language, theme
from onveilig_desktop.ui.appearance import Appearance
from onveilig_desktop.ui.tasks import Tasks
from onveilig_desktop.ui.theme import SCHEMES, Scheme
from onveilig_desktop.ui.window import MainWindow

__all__ = ["SETTLED_MS", "Guide", "Openers", "tour"]

_USUAL: Final = 100
_SIZE: Final = (1280, 820)
_LEAST: Final = (900, 600)


class _Look(NamedTuple):
    """How a window is dressed and how large it is."""

    code: Language
    scheme: Scheme
    percent: int

    @property
    def name(self) -> str:
        """What the names of its pictures begin with."""
        larger = "" if self.percent == _USUAL else f"-{self.percent}"
        return f"{self.code}-{self.scheme}{larger}"

    @property
    def size(self) -> tuple[int, int]:
        """The smallest window for large letters: where there is least room."""
        return _SIZE if self.percent == _USUAL else _LEAST


_EVERY: Final = tuple(_Look(*each) for each in product(LANGUAGES, SCHEMES, (_USUAL, 150)))
_FEW: Final = tuple(look for look in _EVERY if look.scheme != "contrast" and look.percent == _USUAL)


class Openers(NamedTuple):
    """What the composition root hands in; each makes something in a folder."""

    window: Callable[[Path], tuple[MainWindow, Tasks]]
    story: Callable[[Path], Opened]
    """The fictional journal."""
    empty: Callable[[Path], Opened]
    """A journal in which nothing is written."""


def tour(
    application: QApplication, target: Path, folder: Path, openers: Openers, *, every: bool
) -> int:
    """Render every page into *target*, with journals in *folder*; return the exit code.

    Args:
        application: what is dressed.
        target: where the pictures go.
        folder: where journals are made; it is thrown away.
        openers: make windows and journals.
        every: every state of each page, in every theme and in large letters as well.

    Raises:
        ReadOnlyFolderError: *target* is no folder and cannot be made, or takes no files.
    """
    try:
        target.mkdir(parents=True, exist_ok=True)
        TemporaryFile(dir=target).close()
    except OSError:
        raise ReadOnlyFolderError from None
    for look in _EVERY if every else _FEW:
        language.speak(look.code)
        language.let_qt_speak()
        theme.apply(application, look.scheme, look.percent)
        Appearance.of(application).take_for_usual(look.scheme)
        here = folder / look.name
        window, tasks = openers.window(here)
        window.resize(*look.size)
        window.show()
        guide = Guide(window, tasks, target, look.name, here)
        guide.walk(partial(_made, openers.story, here, look), states.show if every else None)
        if every:
            beside.show_damage(guide)
            states.show_beginning(guide, partial(_made, openers.empty, here / "empty", look))
        window.close()
        window.deleteLater()
        # gone before the next theme: this loop gives Qt no other moment to delete it
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
        tasks.shutdown()
    return 0


def _made(make: Callable[[Path], Opened], folder: Path, look: _Look) -> Opened:
    """Make a journal that wants to look so: opening one dresses the window as it wants."""
    gate, opened = make(folder)
    opened.settings.keep(Preferences(scheme=look.scheme, text_percent=look.percent))
    return gate, opened
