"""What a file holds that can be brought in, and what bringing it in does, in words."""

from collections.abc import Iterator
from datetime import date
from textwrap import shorten

from onveilig_desktop import report, texts
from onveilig_desktop.journal.merge import Merge, Way
from onveilig_desktop.journal.past import PastReview
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.transfer import Form, PastNotes, Unread

_SHOWN = 6
_OPENING = 60


def form_words(form: Form) -> str:
    """Return what kind of file it is."""
    return {
        Form.COPY: _("This is a copy of a journal, made by this program."),
        Form.TABLE: _("This is a table."),
        Form.RED_NOTEBOOK: _("These are entries of RedNotebook."),
        Form.JRNL: _("These are entries of jrnl."),
        Form.JRNL_JSON: _("These are entries of jrnl."),
        Form.DAY_ONE: _("These are entries of Day One."),
        Form.TEXT: _("This is text with dates."),
    }[form]


def merge_words(merge: Merge) -> str:
    """Return what bringing in a copy will do, a line for each thing."""
    head = nothing_words() if merge.changes_nothing else _way_words(merge.way)
    return "\n".join([head, *_merge_lines(merge)])


def nothing_words() -> str:
    """Return that a file adds nothing."""
    return _("There is nothing new in it.")


def merged_words(merge: Merge) -> str:
    """Return what bringing in a copy did."""
    return "\n".join([_("It is in the journal now."), *_merge_lines(merge)])


def review_words(found: PastNotes, review: PastReview) -> str:
    """Return what bringing in notes will do, a line for each thing."""
    return "\n".join(_review_lines(found, review))


def unread_words(unread: tuple[Unread, ...], *, hides_texts: bool) -> str:
    """Return which notes could not be read, and why; the first ones of them."""
    lines = [_unread_line(one, hides_texts=hides_texts) for one in unread[:_SHOWN]]
    if len(unread) > _SHOWN:
        lines.append("…")
    return "\n".join(lines)


def added_words(review: PastReview) -> str:
    """Return what was added."""
    n = len(review.new)
    return ngettext("{n} entry is in the journal now.", "{n} entries are in the journal now.", n)


def _way_words(way: Way) -> str:
    return {
        Way.WHOLE: _("This journal is empty. It becomes what is in the file, with its history."),
        Way.AHEAD: _("The file goes on where this journal stops. What came since is taken over."),
        Way.JOIN: _("What is in the file and not here is added. Nothing here goes away."),
    }[way]


def _merge_lines(merge: Merge) -> Iterator[str]:
    if not merge.is_history_whole:
        yield _(
            "Its history does not hold: the file was changed outside this program. The entries "
            "come in without their history."
        )
    if merge.new:
        yield ngettext("{n} new entry", "{n} new entries", merge.new)
    if merge.newer:
        yield ngettext(
            "{n} entry that was corrected there since",
            "{n} entries that were corrected there since",
            merge.newer,
        )
    if merge.first is not None and merge.last is not None:
        yield _("From {days}").format(days=_days(merge.first, merge.last))
    yield from _conflict_lines(merge)
    yield from _lines_beside(merge)


def _conflict_lines(merge: Merge) -> Iterator[str]:
    if not merge.conflicts:
        return
    yield ngettext(
        "{n} entry was corrected here and there. The wording that was written last is shown; "
        "the other one stays among its wordings:",
        "{n} entries were corrected here and there. The wording that was written last is shown; "
        "the other one stays among its wordings:",
        len(merge.conflicts),
    )
    for conflict in merge.conflicts[:_SHOWN]:
        when = report.moment_words(conflict.here.happened)
        last = _("the one in the file is later") if conflict.is_there_later else ""
        last = last or _("the one here is later")
        yield f"· {when}: {last}"
    if len(merge.conflicts) > _SHOWN:
        yield "· …"


def _lines_beside(merge: Merge) -> Iterator[str]:
    if merge.moved:
        yield ngettext(
            "{n} entry goes into the bin or out of it, as it was there",
            "{n} entries go into the bin or out of it, as they were there",
            merge.moved,
        )
    if merge.files:
        yield ngettext("{n} photo or other file", "{n} photos or other files", merge.files)
    if merge.beside:
        yield ngettext(
            "{n} other thing, such as a day, an answer or a word of your own",
            "{n} other things, such as days, answers and words of your own",
            merge.beside,
        )
    if merge.erased_here:
        yield ngettext(
            "{n} entry stays away: you removed it here for good",
            "{n} entries stay away: you removed them here for good",
            merge.erased_here,
        )
    if merge.differing:
        yield ngettext(
            "{n} other thing is different here, and stays as it is here",
            "{n} other things are different here, and stay as they are here",
            merge.differing,
        )


def _review_lines(found: PastNotes, review: PastReview) -> Iterator[str]:
    if review.new and review.days is not None:
        words = ngettext("{n} entry to add", "{n} entries to add", len(review.new))
        yield f"{words}: {_days(*review.days)}"
        yield _("Each keeps its own day, and counts as written down today.")
    else:
        yield nothing_words()
    if review.known:
        yield ngettext(
            "{n} is in the journal already and stays out",
            "{n} are in the journal already and stay out",
            review.known,
        )
    if found.left:
        yield ngettext(
            "{n} photo or other file stays behind",
            "{n} photos or other files stay behind",
            found.left,
        )
    if found.unread:
        yield ngettext(
            "{n} cannot be read and stays out:",
            "{n} cannot be read and stay out:",
            len(found.unread),
        )


def _unread_line(one: Unread, *, hides_texts: bool) -> str:
    opening = shorten(one.opening, _OPENING, placeholder=" …")
    said = "" if hides_texts or not opening else f" «{opening}»"
    return f"{one.number}.{said} {texts.gettext(one.sentence)}"


def _days(first: date, last: date) -> str:
    if first == last:
        return report.day_words(first)
    return _("{first} to {last}").format(first=report.day_words(first), last=report.day_words(last))
