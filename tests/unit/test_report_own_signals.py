"""Own signals in the patterns and in the words about days."""

from datetime import UTC, date, datetime

import pytest

from noted import KNOWN, TODAY, ago, line
from onveilig_desktop.catalog import OwnSignal, PersonalWords
from onveilig_desktop.journal import (
    Answers,
    CheckIn,
    Eggshells,
    EntryId,
    Pause,
    PauseId,
    Repair,
    RepairAnswer,
    Speaking,
)
from onveilig_desktop.report import (
    Material,
    build_patterns,
    check_in_words,
    notes,
    pause_words,
    repair_answer_words,
)
from onveilig_desktop.report.patterns import MOST_ROWS


def patterns(own, *lines):
    return build_patterns(Material(lines), PersonalWords((), tuple(own)).catalog(KNOWN), TODAY)


def signal(name, *, is_concern=True, is_retired=False):
    return OwnSignal(id=f"own.{name}", is_concern=is_concern, label=name, is_retired=is_retired)


def test_an_own_signal_counts_and_is_marked_as_ones_own():
    found = patterns([signal("cold")], line(ago(3), "own.cold"), line(ago(9), "own.cold"))
    [row] = [row for row in found.rows if row.signal == "own.cold"]
    assert (row.label, row.at_least) == ("cold (own)", 2)
    assert found.combined.at_least == 2


def test_own_friction_has_no_state():
    found = patterns([signal("walk", is_concern=False)], line(ago(3), "own.walk"))
    [row] = [row for row in found.rows if row.signal == "own.walk"]
    assert (row.is_friction, row.state) == (True, None)
    assert found.combined.at_least == 0


@pytest.mark.parametrize(("noted", "listed"), [(True, True), (False, False)])
def test_a_retired_signal_is_listed_only_where_it_was_noted(noted, listed):
    lines = [line(ago(3), "own.cold")] if noted else []
    found = patterns([signal("cold", is_retired=True)], *lines)
    assert ("own.cold" in [row.signal for row in found.rows]) is listed


def test_of_very_many_signals_only_what_can_be_read_is_drawn():
    concerns = [signal(f"c{n}") for n in range(250)]
    friction = [signal(f"f{n}", is_concern=False) for n in range(250)]
    ids = [own.id for own in (*concerns, *friction)]
    found = patterns([*concerns, *friction], line(ago(3), *ids), line(ago(9), ids[7], ids[300]))
    assert len(found.shown) == 2 * MOST_ROWS
    assert found.shown[0] is found.combined
    assert found.shown[1].signal == ids[7]
    assert found.shown[MOST_ROWS].signal == ids[300]
    assert found.undrawn == 501 - 2 * MOST_ROWS
    assert f"{found.undrawn} more signals were noted and are not drawn." in notes(found)[0]


def test_ordinary_journals_are_drawn_whole():
    found = patterns([], line(ago(3), *KNOWN.signals))
    assert (found.undrawn, len(found.shown)) == (0, len(KNOWN.signals) + 1)


def test_a_check_in_says_only_what_was_answered():
    day, written = date(2026, 11, 20), datetime(2026, 11, 20, tzinfo=UTC)
    some = Answers(trust=0, eggshells=Eggshells.YES)
    assert check_in_words(CheckIn(day, some, written)) == (
        "Fri 20 November 2026 · no difference · eggshells: yes"
    )
    every = Answers(trust=2, speaking=Speaking.NO, eggshells=Eggshells.NO, nothing_happened=True)
    assert check_in_words(CheckIn(day, every, written)) == (
        "Fri 20 November 2026 · nothing happened · much more trust · speaking freely: no"
        " · eggshells: no"
    )


def test_a_pause_of_one_day_is_that_day():
    day = date(2026, 11, 20)
    assert pause_words(Pause(PauseId(None), day, day)) == "Fri 20 November 2026"


def test_a_repair_answer_has_its_day():
    answer = RepairAnswer(EntryId(None), Repair.SAME, datetime(2026, 11, 20, tzinfo=UTC))
    assert repair_answer_words(answer) == (
        "No, the same pain came back (answered on 20 November 2026)"
    )
