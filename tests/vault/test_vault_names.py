"""A name is one line in which nothing hides, wherever one is given."""

from datetime import date

import pytest

from onveilig_desktop.catalog import Wording
from onveilig_desktop.journal.days import MAX_LINE, LongLineError
from onveilig_desktop.journal.query import Query
from onveilig_desktop.journal.view import NoViewNameError

ALONE = "\N{ZERO WIDTH SPACE}\N{RIGHT-TO-LEFT OVERRIDE}"
FAMILY = "👩\N{ZERO WIDTH JOINER}👧"
GIVEN = {
    f"a{ALONE}b\x07": "ab",
    " two\nlines\t": "two lines",
    FAMILY: FAMILY,
    "می\N{ZERO WIDTH NON-JOINER}خواهم": "می\N{ZERO WIDTH NON-JOINER}خواهم",
}


@pytest.mark.parametrize(("given", "kept"), GIVEN.items(), ids=range(len(GIVEN)))
def test_signs_that_hide_or_turn_the_others_are_left_out(journal, given, kept):
    assert journal.views.keep(given, Query(text="a")).name == kept
    assert journal.own_words.add(given, is_concern=True).label == kept
    journal.own_words.word(Wording("friction.heated", given))
    assert [one.label for one in journal.own_words.read().wordings] == [kept]
    assert journal.calendar.mark(date(2026, 1, 1), given).text == kept


def test_a_view_has_a_name_that_can_be_seen_and_ends(journal):
    with pytest.raises(NoViewNameError):
        journal.views.keep(ALONE, Query(text="a"))
    with pytest.raises(LongLineError):
        journal.views.keep("a" * (MAX_LINE + 1), Query(text="a"))
    assert journal.views.keep("a" * MAX_LINE, Query(text="a")) in journal.views.all()
