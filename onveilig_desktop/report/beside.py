"""The words for what is noted beside the entries."""

from onveilig_desktop import texts
from onveilig_desktop.catalog import Signal
from onveilig_desktop.journal import (
    Answers,
    CheckIn,
    Eggshells,
    Marker,
    Pause,
    RepairAnswer,
    Speaking,
)
from onveilig_desktop.journal.choices import repair_words
from onveilig_desktop.report.words import day_words, trust_words
from onveilig_desktop.texts import gettext as _


def speaking_words(speaking: Speaking) -> str:
    """Return the answer to «could I speak freely?»."""
    return {Speaking.YES: _("Yes"), Speaking.PARTLY: _("Partly"), Speaking.NO: _("No")}[speaking]


def eggshells_words(eggshells: Eggshells) -> str:
    """Return the answer to «was I walking on eggshells?»."""
    return {
        Eggshells.YES: _("Yes"),
        Eggshells.A_LITTLE: _("A little"),
        Eggshells.NO: _("No"),
    }[eggshells]


def check_in_words(made: CheckIn, *, has_entry: bool = False) -> str:
    """Return a day and how it was, on one line; neither it nor an entry takes the other's place."""
    beside = [_("there is an entry on this day too")] if has_entry else []
    return " · ".join([day_words(made.day), *_answers(made.answers), *beside])


def marker_words(marker: Marker) -> str:
    """Return a day and what was going on from then on."""
    return f"{day_words(marker.day)} · {marker.text}"


def pause_words(pause: Pause) -> str:
    """Return from when to when nothing was written."""
    if pause.first == pause.last:
        return day_words(pause.first)
    return _("{first} to {last}").format(first=day_words(pause.first), last=day_words(pause.last))


def repair_answer_words(answer: RepairAnswer) -> str:
    """Return an answer with the day on which it was given."""
    return _("{answer} (answered on {day})").format(
        answer=repair_words(answer.answer), day=texts.day_words(answer.answered_at.date(), "short")
    )


def signal_words(signal: Signal) -> str:
    """Return what a signal is called where someone else may read it too: own ones are marked."""
    return _("{label} (own)").format(label=signal.label) if signal.is_own else signal.label


def _answers(answers: Answers) -> list[str]:
    words = []
    if answers.nothing_happened:
        words.append(_("nothing happened"))
    if answers.trust is not None:
        words.append(trust_words(answers.trust))
    if answers.speaking is not None:
        words.append(_spoke(answers.speaking))
    if answers.eggshells is not None:
        words.append(_walked(answers.eggshells))
    return words


def _spoke(speaking: Speaking) -> str:
    return {
        Speaking.YES: _("speaking freely: yes"),
        Speaking.PARTLY: _("speaking freely: partly"),
        Speaking.NO: _("speaking freely: no"),
    }[speaking]


def _walked(eggshells: Eggshells) -> str:
    return {
        Eggshells.YES: _("eggshells: yes"),
        Eggshells.A_LITTLE: _("eggshells: a little"),
        Eggshells.NO: _("eggshells: no"),
    }[eggshells]
