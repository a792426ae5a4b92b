"""Colours by role, for palette, style sheet, hand-drawn parts and charts."""

import tomllib
from dataclasses import dataclass
from functools import cache
from string import Template
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from onveilig_desktop import catalog, resources

Scheme = Literal["light", "dark"]
_MIDDLE = 128


class _Sheet(Template):
    delimiter = "@"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One colour for each role; the roles are the keys of ``resources/themes/*.toml``."""

    window: str
    rail: str
    surface: str
    field: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    focus: str
    unsafety: str
    unsafety_soft: str
    violence: str
    violence_soft: str
    friction: str
    friction_soft: str

    def of(self, group: catalog.Group) -> tuple[QColor, QColor]:
        """Return the text colour and the ground of a group of signals."""
        ink, ground = getattr(self, group.value), getattr(self, f"{group.value}_soft")
        return QColor(ink), QColor(ground)


@cache
def load(scheme: Scheme) -> Theme:
    """Return the shipped theme."""
    return Theme(**tomllib.loads(resources.read_text(f"themes/{scheme}.toml")))


def current() -> Theme:
    """Return the theme that the application wears now."""
    dark = QApplication.palette().color(QPalette.ColorRole.Window).lightness() < _MIDDLE
    return load("dark" if dark else "light")


def apply(application: QApplication, scheme: Scheme | None = None) -> None:
    """Dress *application*; without *scheme*, as the system is dressed."""
    if scheme is None:
        dark = application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        scheme = "dark" if dark else "light"
    theme = load(scheme)
    application.setPalette(_palette(theme))
    sheet = resources.read_text("themes/style.qss")
    roles = {name: getattr(theme, name) for name in Theme.__slots__}
    application.setStyleSheet(_Sheet(sheet).substitute(roles))


def follow_system(application: QApplication) -> None:
    """Dress as the system is dressed, now and whenever that changes."""
    apply(application)
    application.styleHints().colorSchemeChanged.connect(lambda _scheme: apply(application))


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.field),
        (role.AlternateBase, theme.window),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Button, theme.surface),
        (role.ButtonText, theme.text),
        (role.ToolTipBase, theme.surface),
        (role.ToolTipText, theme.text),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Link, theme.accent),
        (role.Accent, theme.accent),
    ):
        palette.setColor(name, QColor(colour))
    for text in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, text, QColor(theme.muted))
    return palette


def load_colour(role: str) -> QColor:
    """Return the colour of *role* in the theme that is worn now."""
    return QColor(getattr(current(), role))
