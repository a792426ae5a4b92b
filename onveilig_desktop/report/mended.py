"""Did repair follow: the days that have an answer, and no word about causes."""

from collections.abc import Iterator

from onveilig_desktop.analysis import Majority, majority_with_unknown
from onveilig_desktop.report.charts.around import days_words
from onveilig_desktop.report.charts.returns import Curve, curves
from onveilig_desktop.report.patterns import Patterns
from onveilig_desktop.report.said import Said
from onveilig_desktop.report.sentences import LEAST_ANSWERS
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext


def repair_answer(patterns: Patterns) -> Said:
    """Return the answer for all concerns together, day by day."""
    marks = patterns.combined.marks
    mended = sum(mark.repaired for mark in marks)
    not_mended = sum(mark.unrepaired for mark in marks)
    unknown = len(marks) - mended - not_mended
    if not marks:
        return Said(_("No day with a concern"), [_when_asked()], "")
    if not mended + not_mended:
        return Said(_("Not answered yet"), [_when_asked()], _open(unknown))
    lines = [*_weighed(mended, not_mended, unknown), *_returns(patterns)]
    return Said(_answer(mended, mended + not_mended), lines, _open(unknown))


def _answer(mended: int, answered: int) -> str:
    """Return what was answered, and on how many days: one answer is not all of them."""
    if not mended:
        return ngettext("No repair on {n} answered day", "No repair on {n} answered days", answered)
    if mended == answered:
        return ngettext("Repair on {n} answered day", "Repair on all {n} answered days", answered)
    return _("Repair followed on {part} of {all} answered days").format(part=mended, all=answered)


def _weighed(mended: int, not_mended: int, unknown: int) -> Iterator[str]:
    yield _(
        "Only days with a concern count here. "
        "Repair, wholly or partly: {mended}. No repair: {not_mended}."
    ).format(mended=days_words(mended), not_mended=days_words(not_mended))
    found = majority_with_unknown(mended, not_mended, unknown)
    yield {
        Majority.TOO_LITTLE: _(
            "Too few answers to say which is more usual (for that, {least} are needed)."
        ).format(least=LEAST_ANSWERS),
        Majority.A: _("Repair is clearly more usual in the entries than no repair."),
        Majority.B: _("No repair is clearly more usual in the entries than repair."),
        Majority.MIXED: _("Neither is clearly more usual in the entries."),
    }[found.majority]
    if found.depends_on:
        yield ngettext(
            "That could change with the {n} day without an answer.",
            "That could change with the {n} days without an answer.",
            found.depends_on,
        )


def _returns(patterns: Patterns) -> Iterator[str]:
    """Return how long it took until the next concern, after repair and without."""
    told = [_half(curve) for curve in curves(patterns) if curve.is_drawn]
    if told:
        yield " ".join(told)
        yield _("What came after says nothing about why.")


def _half(curve: Curve) -> str:
    if curve.half is None:
        words = _(
            "{label}: in fewer than half of the {all} times, a concern was noted again so far."
        )
        return words.format(label=_named(curve), all=len(curve.waits))
    return _(
        "{label}: in half of the {all} times, a concern was noted again within {days}."
    ).format(label=_named(curve), days=days_words(curve.half), all=len(curve.waits))


def _named(curve: Curve) -> str:
    return _("After repair") if curve.is_repaired else _("Without repair")


def _open(unknown: int) -> str:
    if not unknown:
        return ""
    return ngettext(
        "For {n} day it is not known whether repair followed.",
        "For {n} days it is not known whether repair followed.",
        unknown,
    )


def _when_asked() -> str:
    return _("With each entry you can note whether repair followed. The answers are counted here.")
