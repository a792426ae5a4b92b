"""The charts: what each says in words, and how it is drawn.

``make_chart`` is all words and counting; ``drawing`` brings matplotlib along, and whoever
draws imports it there and then.
"""

from onveilig_desktop.catalog import Catalog
from onveilig_desktop.report.charts import strip
from onveilig_desktop.report.charts.chart import Chart, Draw, Kind, Table
from onveilig_desktop.report.material import Material
from onveilig_desktop.report.patterns import Patterns

__all__ = ["Chart", "Draw", "Kind", "Table", "make_chart"]


def make_chart(kind: Kind, patterns: Patterns, material: Material, known: Catalog) -> Chart:
    """Return one chart over the days that *patterns* cover, in the language in use.

    Args:
        kind: which chart.
        patterns: what was counted over the chosen period.
        material: what it was counted from; of this only the period is looked at.
        known: the catalogue, for the names of the signals.
    """
    return strip.make(patterns)
