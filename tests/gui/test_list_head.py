"""What stands above the list is low where the width allows, and nothing is lost from it."""

import pytest

from cut_off import cut_off
from onveilig_desktop.ui.list_head import ListHead


@pytest.fixture
def head(opened):
    opened.write("A long evening.", day="1-11-2026")
    return opened.page.journal_page.findChild(ListHead)


def middles(head, *parts):
    return [part.mapTo(head, part.rect().center()).y() for part in parts]


def at(opened, head, width):
    head.setFixedWidth(width)
    opened.settle()
    page = opened.page.journal_page
    return middles(head, page.new, page.search.box, page.check_in, page.search.count)


def test_it_has_three_lines_in_a_narrow_column_and_two_in_a_wide_one(opened, head):
    new, box, check_in, count = at(opened, head, 320)
    assert new < box < check_in
    assert abs(check_in - count) < 3
    new, box, check_in, count = at(opened, head, 900)
    assert max(new, check_in, count) - min(new, check_in, count) < 3
    assert max(new, check_in, count) < box
    new, box, check_in, _count = at(opened, head, 320)
    assert new < box < check_in


def test_what_was_found_stands_below_with_the_way_out(opened, head):
    search = opened.page.journal_page.search
    at(opened, head, 900)
    search.box.setText("evening")
    opened.qtbot.waitUntil(search.show_all.isVisible)
    _new, box, _check_in, count = at(opened, head, 900)
    assert count > box
    assert abs(count - middles(head, search.show_all)[0]) < 3
    opened.click(search.show_all)
    opened.qtbot.waitUntil(search.show_all.isHidden)
    _new, box, _check_in, count = at(opened, head, 900)
    assert count < box


def test_the_way_to_the_copies_leaves_room_for_the_sentence(opened):
    standing = opened.page.standing
    standing.tell("There is no copy of this journal, or its folder is not there now.")
    opened.settle()
    one, other = middles(standing, standing.copies, standing.over)
    assert abs(one - other) < 3
    standing.setFixedWidth(420)
    opened.settle()
    one, other = middles(standing, standing.copies, standing.over)
    assert other > one + 10
    assert cut_off(standing) == []
