"""What the guide says, part by part; each part is made when it is unfolded."""

from typing import Final

from PySide6.QtWidgets import QWidget

from onveilig_desktop import catalog
from onveilig_desktop.report.doubts import ONCE_OR_AGAIN, REPAIR_OR_PAIN, TRUST_OR_DOUBT
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import keys
from onveilig_desktop.ui.forms import card, column, label, told
from onveilig_desktop.ui.help_line_cards import HelpLineCards, cards
from onveilig_desktop.ui.late_fold import Parts
from onveilig_desktop.ui.lent_text import LentText
from onveilig_desktop.ui.reading import above, points, reading

_IN_DANGER: Final = tuple(
    catalog.HelpLineId(key) for key in ("emergency", "nl.veilig_thuis", "be.1712")
)


def doubts_part() -> Parts:
    """Return the three questions, and what in a journal answers each."""
    answered = (
        (
            ONCE_OR_AGAIN,
            _(
                "One time can hurt as much as many. Whether something comes back shows over "
                "weeks and months. The page Patterns counts the days, and the time in between."
            ),
        ),
        (
            REPAIR_OR_PAIN,
            _(
                "Repair is more than quiet after a storm: there is listening, each takes their "
                "part, and something changes. Note with an entry whether it was repaired; later "
                "you see how long that lasted."
            ),
        ),
        (
            TRUST_OR_DOUBT,
            _(
                "Do you trust what you saw and felt more than before, or less? Note it with an "
                "entry, and on the days between with a check-in."
            ),
        ),
    )
    count = _("The program counts, you judge.")
    often = _("Often is not the same as dangerous, and once is not the same as safe.")
    return [*(_block(_(asked), answer) for asked, answer in answered), reading(f"{count} {often}")]


def steps_part() -> Parts:
    """Return the six steps, each with its caution where it needs one."""
    about = _(
        "Six things that you can do: in any order, some of them, or none. You decide what fits."
    )
    why = _(
        "Why with care: for someone who wants to keep control, a limit or a change can be the "
        "moment at which it gets worse."
    )
    return [reading(about), *map(_step, catalog.steps().values()), reading(why)]


def writing_part() -> Parts:
    """Return what a log is for, what helps in it, and what is better kept elsewhere."""
    return [
        _listed(
            _("What it is for"),
            _("To see for yourself what happened, also when you begin to doubt it later."),
            _("To see whether it comes back, and what was good in between."),
            _("To find words when you talk to someone; a summary can be taken along."),
            _("It shows what you wrote and when. Nobody has to accept it, nor does a court."),
        ),
        _listed(
            _("What helps"),
            _("What you saw and heard, in short sentences, with the words that were said."),
            _("The day, as well as you know it. Ordinary and good days too."),
            _(
                "Writing nothing is all right as well. When reading back is heavy, {keys} hides "
                "the texts."
            ).format(keys=keys.HIDE_TEXTS.shown),
        ),
        _listed(
            _("What to keep out of it"),
            _("Plans: what you are going to do, when, and where you could go."),
            _("Names, addresses and numbers of people who help you."),
            _("Passwords, and the passphrase or the recovery code of this journal."),
            _("Someone else may read it one day. Keep these in your head, or with someone else."),
        ),
    ]


def danger_part(lent: LentText) -> Parts:
    """Return when to call at once, and the numbers for that."""
    known = catalog.help_lines().lines
    numbers = above(_("Whom to call"), "heading")
    return [
        _listed(
            _("Call 112 at once"),
            _(
                "if someone grabs your throat or stops your breath, even once and even when "
                "nothing can be seen afterwards;"
            ),
            _("if there is a weapon, or something that is used as one;"),
            _("if someone threatens to kill you or someone else;"),
            _("if your children are threatened;"),
            _("if you have to flee."),
        ),
        card(cards(numbers, [known[key] for key in _IN_DANGER], lent)),
        reading(_("This program calls nobody, and nobody is warned by what you note in it.")),
    ]


def help_part(lent: LentText) -> Parts:
    """Return the help lines by country, and what a call leaves behind."""
    return [
        reading(
            _(
                "This program does not call and opens no page: it shows the numbers and can "
                "copy them. They can change; you see from where and when each is known."
            )
        ),
        reading(
            _(
                "A call or a visit to a site can be found later: in the phone, in the browser, "
                "sometimes on the bill. A phone that the other never holds, or that of someone "
                "you trust, leaves less behind."
            )
        ),
        HelpLineCards(lent),
        reading(
            _(
                "112 stands here for the Netherlands and Belgium. For the other countries this "
                "list has no emergency number yet."
            )
        ),
    ]


def limits_part() -> Parts:
    """Return in short what this program cannot protect against."""
    return [
        _listed(
            _("This program cannot"),
            _("see that someone watches this computer, or looks over your shoulder;"),
            _("keep anything from someone who makes you give the passphrase;"),
            _("hide that it is on this computer, and when you used it;"),
            _("protect a summary that you printed, or saved without a password;"),
            _("open the journal again without the passphrase or the recovery code;"),
            _("know how dangerous something is, or what you should do."),
        ),
        reading(
            _(
                "There is no second passphrase that shows something else or wipes everything. "
                "Such things get noticed, and can make it worse."
            )
        ),
    ]


def _step(step: catalog.Step) -> QWidget:
    heard = " ".join(filter(None, [f"{step.label}.", step.explanation, step.caution]))
    parts: list[QWidget] = [
        above(step.label, "strong"),
        reading(step.explanation, heard),
    ]
    if step.caution:
        parts.append(told(label(step.caution, wrap=True)))
    return card(column(*parts, gap=4, margin=14))


def _block(title: str, text: str) -> QWidget:
    parts = (above(title, "strong"), reading(text, f"{title} {text}"))
    return card(column(*parts, gap=4, margin=14))


def _listed(title: str, *lines: str) -> QWidget:
    return card(column(above(title, "strong"), points(lines, title), gap=4, margin=14))
