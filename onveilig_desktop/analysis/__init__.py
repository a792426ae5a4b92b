"""Counting rules on dates: plain dates and numbers in, frozen values out.

Nothing here knows a journal, a database or a window, so every rule can be checked
against published cases by hand.
"""

from onveilig_desktop.analysis.occasion import Noted, Occasion, Occasions, occasions
from onveilig_desktop.analysis.recurrence import Gaps, State, gaps, state
from onveilig_desktop.analysis.silence import Silence, suspected_pauses

__all__ = [
    "Gaps",
    "Noted",
    "Occasion",
    "Occasions",
    "Silence",
    "State",
    "gaps",
    "occasions",
    "state",
    "suspected_pauses",
]
