"""A direction in a few words, for a column of a table on paper."""

from collections.abc import Iterator, Sequence

from onveilig_desktop.analysis import Direction, Reading
from onveilig_desktop.report.words import half_number
from onveilig_desktop.texts import gettext as _

_MORE = (Direction.SIGNS_FASTER, Direction.CLEAR_FASTER)
_LESS = (Direction.SIGNS_SLOWER, Direction.CLEAR_SLOWER)


def direction_label(reading: Reading) -> str:
    """Return a direction in a few words, nothing where there are too few days for one."""
    words = {
        Direction.TOO_LITTLE: "",
        Direction.NO_CLEAR: _("no clear direction"),
        Direction.SIGNS_FASTER: _("seems to come more often"),
        Direction.CLEAR_FASTER: _("comes clearly more often"),
        Direction.SIGNS_SLOWER: _("seems to have more time between"),
        Direction.CLEAR_SLOWER: _("has clearly more time between"),
        Direction.ABOUT_AS_OFTEN: _("about as often as at first"),
        Direction.DEPENDS_ON_READING: _("direction depends on how the dates are read"),
        Direction.WITHHELD: _("too many without a day for a direction"),
    }[reading.direction]
    if reading.direction not in (*_MORE, *_LESS) or reading.early is None or reading.late is None:
        return words
    return _("{words}: first {early} days between, later {late}").format(
        words=words, early=half_number(reading.early), late=half_number(reading.late)
    )


def direction_notes(readings: Sequence[Reading]) -> Iterator[str]:
    """Yield what must stand beside the labels: what they do not say."""
    said = {reading.direction for reading in readings}
    if Direction.TOO_LITTLE in said:
        yield _(
            "Where nothing is said about more or less often, there are too few days for it: "
            "six are needed."
        )
    if said.intersection(_MORE):
        yield _("More often can also mean that it is recognised or written down sooner.")
    if said.intersection(_LESS):
        yield _("More time between says something about the entries, not whether it is safe.")
