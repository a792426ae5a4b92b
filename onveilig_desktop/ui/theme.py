"""Colours by role, for palette, style sheet, hand-drawn parts and charts."""

import re
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from onveilig_desktop import resources

if TYPE_CHECKING:  # the first paint does not wait for these
    from onveilig_desktop import catalog

Scheme = Literal["light", "dark", "contrast"]
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark", "contrast")
_MIDDLE: Final = 128
_LEAST_POINTS: Final = 10.0
"""Of the text where the system asks for less: a page is read for longer than a menu."""
_AROUND: Final = 0.15
"""How much larger than a line of text an icon is on each side, as a share of the line."""
_MARK: Final = 0.62
"""How large the mark on a chip is, as a share of a line of text."""
_BESIDE_MARK: Final = 14
"""Before the mark on a chip and behind it, without the border."""
_WORN: Final = "scheme"
_USUAL: Final = "usual_points"
_ROLE = re.compile(r'^(\w+) = "(#[0-9a-f]{6})"$', re.MULTILINE)


class Theme(NamedTuple):
    """One colour for each role; the roles are the keys of ``resources/themes/*.toml``."""

    window: str
    rail: str
    surface: str
    field: str
    line: str
    band: str
    shade: str
    raised: str
    raised_line: str
    edge: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    focus: str
    caution: str
    caution_soft: str
    unsafety: str
    unsafety_soft: str
    violence: str
    violence_soft: str
    friction: str
    friction_soft: str

    def of(self, group: "catalog.Group") -> tuple[QColor, QColor]:
        """Return the text colour and the ground of a group of signals."""
        ink, ground = getattr(self, group.value), getattr(self, f"{group.value}_soft")
        return QColor(ink), QColor(ground)


@cache
def load(scheme: Scheme) -> Theme:
    """Return the shipped theme.

    Its file is TOML of the plainest kind, so that it can be read before the first paint
    without a parser, whose import takes longer than the window.
    """
    return Theme(**dict(_ROLE.findall(resources.read_text(f"themes/{scheme}.toml"))))


def current() -> Theme:
    """Return the theme that the application wears now."""
    return load(worn())


def worn() -> Scheme:
    """Return the name of the theme that the application wears now."""
    application = QApplication.instance()
    scheme: Scheme | None = None if application is None else application.property(_WORN)
    return scheme or _scheme_of(QApplication.palette())


def apply(application: QApplication, scheme: Scheme | None = None, percent: int = 100) -> None:
    """Dress *application*; without *scheme*, as the system is dressed.

    The size of the text is *percent* of what is usual here; what has been made keeps its own.
    """
    if scheme is None:  # what Qt took from the system; its ``Qt`` enums would cost 40 ms here
        scheme = _scheme_of(application.palette())
    if application.styleSheet():
        from onveilig_desktop.ui.held_still import held_still  # not before the first paint

        with held_still(application):
            application.setStyleSheet("")  # to change it, Qt would dress each part ten times
            _dress(application, scheme, percent)
    else:
        _dress(application, scheme, percent)


def _dress(application: QApplication, scheme: Scheme, percent: int) -> None:
    theme = load(scheme)
    application.setProperty(_WORN, scheme)
    _set_text_size(application, percent)
    application.setPalette(_palette(theme))
    sheet = resources.read_text("themes/style.qss")
    metrics = QFontMetrics(application.font())
    room, around = mark_room(metrics), around_icon(metrics)
    roles = {
        **theme._asdict(),
        "room": f"{room}px",
        "room_less": f"{room - 1}px",
        "room_least": f"{room - 2}px",
        "near": f"{max(7 - around, 0)}px",
        "near_less": f"{max(6 - around, 0)}px",
        "near_least": f"{max(5 - around, 0)}px",
    }
    application.setStyleSheet(re.sub(r"@(\w+)", lambda role: roles[role[1]], sheet))


def mark_side(metrics: QFontMetrics) -> int:
    """Return how high and wide the mark on a chip is."""
    return round(metrics.height() * _MARK)


def around_icon(metrics: QFontMetrics) -> int:
    """Return how much an icon stands out above a line of text, and as much below it.

    The sheet takes that off again, so that buttons in a row are equally high.
    """
    return round(metrics.height() * _AROUND)


def mark_room(metrics: QFontMetrics) -> int:
    """Return how far inside its border the words of a chip with a mark begin."""
    return mark_side(metrics) + _BESIDE_MARK


def usual_points() -> float:
    """Return the size of the text at 100 %: that of the system, unless it is very small."""
    application = QApplication.instance()
    known: float | None = None if application is None else application.property(_USUAL)
    return known or max(QApplication.font().pointSizeF(), _LEAST_POINTS)


def _set_text_size(application: QApplication, percent: int) -> None:
    font, usual = application.font(), usual_points()
    application.setProperty(_USUAL, usual)
    if font.pointSizeF() != usual * percent / 100:
        font.setPointSizeF(usual * percent / 100)
        application.setFont(font)


def _scheme_of(palette: QPalette) -> Scheme:
    dark = palette.color(QPalette.ColorRole.Window).lightness() < _MIDDLE
    return "dark" if dark else "light"


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
