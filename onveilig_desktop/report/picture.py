"""A drawn chart as pixels, with the places that can be pressed."""

from collections.abc import Callable
from dataclasses import dataclass, field

from onveilig_desktop.journal import EntryId

Entries = tuple[EntryId, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Where one mark stands, in logical pixels from the top left, and what it stands for.

    ``said`` is what a hovering label and a screen reader say, or what puts it into words
    once that is asked for; ``behind`` are its entries, or what finds them once it is pressed.
    There can be thousands of marks. ``is_broad``: it covers others, as a month covers its days.
    """

    left: float
    top: float
    right: float
    bottom: float
    said: str | Callable[[], str] = field(repr=False)
    behind: Entries | Callable[[], Entries] = field(default=(), repr=False)
    is_broad: bool = False

    @property
    def words(self) -> str:
        """What it is called."""
        return self.said() if callable(self.said) else self.said

    @property
    def entries(self) -> Entries:
        """The entries behind it; a check-in and a marker have none."""
        return self.behind() if callable(self.behind) else self.behind

    def distance(self, x: float, y: float) -> float:
        """Return how far a point lies outside it; nothing when it lies inside."""
        return max(self.left - x, x - self.right, self.top - y, y - self.bottom, 0.0)


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels as straight RGBA, rows without padding; ``hits`` in reading order."""

    width: int
    height: int
    pixel_ratio: float
    device_width: int
    device_height: int
    rgba: bytes = field(repr=False)
    hits: tuple[Hit, ...] = field(repr=False)

    def at(self, x: float, y: float, reach: float = 4.0) -> Hit | None:
        """Return the mark under a point, or the nearest within *reach* pixels.

        Where marks lie over each other a day goes before a month, and then the one whose
        middle is nearest.
        """

        def fit(hit: Hit) -> tuple[float, bool, float]:
            return hit.distance(x, y), hit.is_broad, abs(x - (hit.left + hit.right) / 2)

        near = [hit for hit in self.hits if hit.distance(x, y) <= reach]
        return min(near, key=fit, default=None)
