"""A question that was kept is asked again as it was, by later versions as well."""

import json
from datetime import date
from uuid import UUID

from sqlalchemy import select

from onveilig_desktop.catalog import Group, SignalId
from onveilig_desktop.journal import ThreadId
from onveilig_desktop.journal.query import Query
from onveilig_desktop.vault.schema import saved_view

ALL_OF_IT = Query(
    text="brood",
    first=date(2026, 2, 1),
    last=date(2026, 3, 14),
    groups=frozenset({Group.FRICTION}),
    signals=frozenset({SignalId("unsafety.hiding")}),
    repair_open=True,
    intensity_from=2,
    thread=ThreadId(UUID(int=7)),
    written_late=True,
    own_words=True,
)
NAMES = {
    *("text", "first", "last", "groups", "signals", "repair_open"),
    *("intensity_from", "thread", "written_late", "own_words"),
}


def test_all_that_it_asks_comes_back(journal):
    journal.views.keep("alles", ALL_OF_IT)
    journal.views.keep("niets", Query(text="a"))
    assert [view.query for view in journal.views.all()] == [ALL_OF_IT, Query(text="a")]


def test_what_is_kept_has_the_names_that_later_versions_look_for(journal, vault):
    journal.views.keep("alles", ALL_OF_IT)
    with vault.transaction() as transaction:
        kept = transaction.views._connection.execute(select(saved_view.c.content)).scalar_one()
    assert set(json.loads(kept)) == NAMES
