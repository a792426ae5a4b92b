"""More trust in oneself, or more doubt: the answers at concerns apart from all others."""

from collections.abc import Iterator, Sequence
from datetime import date

from onveilig_desktop.analysis import Majority, Trust, TrustChange, trusts
from onveilig_desktop.catalog import Catalog
from onveilig_desktop.report.charts.around import held
from onveilig_desktop.report.material import Material
from onveilig_desktop.report.patterns import Patterns
from onveilig_desktop.report.said import Said
from onveilig_desktop.report.sentences import LEAST_ANSWERS
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext

Values = Sequence[tuple[date, int | None]]


def trust_answer(patterns: Patterns, material: Material, known: Catalog) -> Said:
    """Return the answer at concerns, and beside it that of other notes and check-ins."""
    concerns, lines = known.concerns, held(patterns, material)
    at_concerns = [
        (line.happened.day, line.trust) for line in lines if not concerns.isdisjoint(line.signals)
    ]
    others = [
        (line.happened.day, line.trust) for line in lines if concerns.isdisjoint(line.signals)
    ]
    others += [
        (made.day, made.answers.trust)
        for made in material.check_ins
        if made.day <= patterns.today and patterns.period.has(made.day)
    ]
    with_concern, beside = trusts([_answered(at_concerns), _answered(others)])
    answered = with_concern.total + beside.total
    if not answered:
        return Said(_("Not answered yet"), [_when_asked()], "")
    told = [
        *_told(_("With concerns"), with_concern),
        *_told(_("With other entries and check-ins"), beside),
    ]
    unknown = _left_open(len(at_concerns) + len(others) - answered)
    over = _("A journal holds more bad moments than ordinary ones.")
    return Said(_answer(with_concern, beside), told, " ".join(filter(None, [over, unknown])))


def _answered(values: Values) -> list[tuple[date, int]]:
    return [(day, value) for day, value in values if value is not None]


def _doubt(found: Trust) -> int:
    return sum(found.counts[:2])


def _trusting(found: Trust) -> int:
    return sum(found.counts[-2:])


def _answer(with_concern: Trust, beside: Trust) -> str:
    """Return how often there was doubt, or trust, at concerns; or else at the rest."""
    at_concerns = bool(with_concern.total)
    found = with_concern if at_concerns else beside
    if _doubt(found) >= _trusting(found):
        part, words = _doubt(found), _("{what}: more doubt in {part} of {all} answers")
    else:
        part, words = _trusting(found), _("{what}: more trust in {part} of {all} answers")
    what = _("With concerns") if at_concerns else _("With other entries and check-ins")
    return words.format(what=what, part=part, all=found.total)


def _told(what: str, found: Trust) -> Iterator[str]:
    if not found.total:
        yield _("{what}: no answers.").format(what=what)
        return
    doubt, trusting = _doubt(found), _trusting(found)
    counts = _("{what}: {doubt} × more doubt, {trust} × more trust, {neither} × no difference.")
    yield counts.format(
        what=what, doubt=doubt, trust=trusting, neither=found.total - doubt - trusting
    )
    changed = _changed()[found.change]
    yield " ".join(filter(None, [_majority()[found.majority], changed]))


def _majority() -> dict[Majority, str]:
    return {
        Majority.TOO_LITTLE: _(
            "Too few answers to say which is more usual (for that, {least} are needed)."
        ).format(least=LEAST_ANSWERS),
        Majority.A: _("More trust is clearly more usual there than more doubt."),
        Majority.B: _("More doubt is clearly more usual there than more trust."),
        Majority.MIXED: _("Neither is clearly more usual there."),
    }


def _changed() -> dict[TrustChange, str]:
    return {
        TrustChange.TOO_LITTLE: "",
        TrustChange.NO_CLEAR: "",
        TrustChange.MORE_TRUST: _("Over time the answers go towards trust."),
        TrustChange.MORE_DOUBT: _("Over time the answers go towards doubt."),
    }


def _left_open(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "In {n} entry this was not answered.", "In {n} entries this was not answered.", count
    )


def _when_asked() -> str:
    return _(
        "With each entry and each check-in you can note what it did to your trust in yourself. "
        "The answers are counted here."
    )
