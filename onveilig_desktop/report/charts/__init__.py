"""The charts: what each says in words, and how it is drawn.

``make_chart`` is all words and counting; ``drawing`` brings matplotlib along, and whoever
draws imports it there and then.
"""

from collections.abc import Callable, Mapping
from typing import Final

from onveilig_desktop.catalog import Catalog, SignalId
from onveilig_desktop.report.charts import gaps, returns, steps, strip, together, trust, week, year
from onveilig_desktop.report.charts.chart import Chart, Draw, Kind, Table
from onveilig_desktop.report.material import Material
from onveilig_desktop.report.patterns import Patterns

__all__ = ["Chart", "Draw", "Kind", "Table", "make_chart"]


def make_chart(
    kind: Kind,
    patterns: Patterns,
    material: Material,
    known: Catalog,
    signal: SignalId | None = None,
) -> Chart:
    """Return one chart over the period of *patterns*, in the language in use.

    Args:
        kind: which chart.
        patterns: what was counted over the chosen period.
        material: what it was counted from; of this only the period is looked at.
        known: the catalogue, for what is a concern and what friction.
        signal: the one signal it is about, where it can be; otherwise all concerns.
    """
    return _MAKERS[kind](patterns, material, known, signal)


_Maker = Callable[[Patterns, Material, Catalog, SignalId | None], Chart]
_MAKERS: Final[Mapping[Kind, _Maker]] = {
    Kind.STRIP: lambda patterns, _material, _known, _signal: strip.make(patterns),
    Kind.YEAR: year.make,
    Kind.STEPS: lambda patterns, _material, _known, signal: steps.make(patterns, signal),
    Kind.GAPS: lambda patterns, _material, _known, signal: gaps.make(patterns, signal),
    Kind.RETURN: lambda patterns, _material, _known, signal: returns.make(patterns, signal),
    Kind.TOGETHER: lambda patterns, _material, _known, _signal: together.make(patterns),
    Kind.WEEK: week.make,
    Kind.TRUST: trust.make,
}
