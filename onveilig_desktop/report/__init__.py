"""The journal's values in words, rows and pictures.

``figures`` and ``summary`` bring matplotlib and typst along, which take a second to
import; whoever draws imports them there and then.
"""

from onveilig_desktop.journal.choices import part_words, precision_words, repair_words
from onveilig_desktop.report.beside import (
    check_in_words,
    eggshells_words,
    marker_words,
    pause_words,
    repair_answer_words,
    signal_words,
    speaking_words,
)
from onveilig_desktop.report.captions import (
    alternative,
    finding,
    future_sentence,
    mark_words,
    notes,
)
from onveilig_desktop.report.counting import build_patterns
from onveilig_desktop.report.look import PRINT, Look
from onveilig_desktop.report.material import Material, gather
from onveilig_desktop.report.patterns import Mark, Patterns, Row, Told
from onveilig_desktop.report.period import Period
from onveilig_desktop.report.words import (
    day_words,
    intensity_words,
    late_words,
    moment_words,
    scale_words,
    trust_words,
)

__all__ = [
    "PRINT",
    "Look",
    "Mark",
    "Material",
    "Patterns",
    "Period",
    "Row",
    "Told",
    "alternative",
    "build_patterns",
    "check_in_words",
    "day_words",
    "eggshells_words",
    "finding",
    "future_sentence",
    "gather",
    "intensity_words",
    "late_words",
    "mark_words",
    "marker_words",
    "moment_words",
    "notes",
    "part_words",
    "pause_words",
    "precision_words",
    "repair_answer_words",
    "repair_words",
    "scale_words",
    "signal_words",
    "speaking_words",
    "trust_words",
]
