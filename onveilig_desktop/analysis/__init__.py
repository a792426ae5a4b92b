"""Counting rules on dates: plain dates and numbers in, frozen values out.

Nothing here knows a journal, a database or a window, so every rule can be checked
against published cases by hand.
"""

from onveilig_desktop.analysis.band import shuffled_band
from onveilig_desktop.analysis.direction import Reading, direction, directions
from onveilig_desktop.analysis.holm import holm
from onveilig_desktop.analysis.majority import Majority, Verdict, majority, majority_with_unknown
from onveilig_desktop.analysis.occasion import LATE_DAYS, Noted, Occasion, Occasions, occasions
from onveilig_desktop.analysis.reading import LeftOut, Scenario, Writing
from onveilig_desktop.analysis.recurrence import Gaps, State, gaps, state
from onveilig_desktop.analysis.repair import (
    ReturnAfterRepair,
    Returns,
    Wait,
    return_after_repair,
)
from onveilig_desktop.analysis.segments import gap_segments
from onveilig_desktop.analysis.shuffle import shuffle_test
from onveilig_desktop.analysis.silence import Silence, suspected_pauses
from onveilig_desktop.analysis.survival import Step, kaplan_meier, median_survival
from onveilig_desktop.analysis.together import CounterEvidence, co_occurrence, counter_evidence
from onveilig_desktop.analysis.trust import Trust, TrustChange, trust, trust_change, trusts
from onveilig_desktop.analysis.verdict import Direction
from onveilig_desktop.analysis.week import by_weekday_and_part

__all__ = [
    "LATE_DAYS",
    "CounterEvidence",
    "Direction",
    "Gaps",
    "LeftOut",
    "Majority",
    "Noted",
    "Occasion",
    "Occasions",
    "Reading",
    "ReturnAfterRepair",
    "Returns",
    "Scenario",
    "Silence",
    "State",
    "Step",
    "Trust",
    "TrustChange",
    "Verdict",
    "Wait",
    "Writing",
    "by_weekday_and_part",
    "co_occurrence",
    "counter_evidence",
    "direction",
    "directions",
    "gap_segments",
    "gaps",
    "holm",
    "kaplan_meier",
    "majority",
    "majority_with_unknown",
    "median_survival",
    "occasions",
    "return_after_repair",
    "shuffle_test",
    "shuffled_band",
    "state",
    "suspected_pauses",
    "trust",
    "trust_change",
    "trusts",
]
