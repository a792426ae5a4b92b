"""What can be checked answers to a screen reader as it does to a mouse."""

import pytest
from PySide6.QtGui import QAccessible

from onveilig_desktop.ui.choices import Choice, Several
from onveilig_desktop.ui.forms import button

FIRST_OF_ALL = 0


def act(pressed):
    """Do the first thing that a screen reader is offered."""
    offered = QAccessible.queryAccessibleInterface(pressed).actionInterface()
    offered.doAction(offered.actionNames()[FIRST_OF_ALL])


@pytest.mark.parametrize("kind", [Choice, Several])
def test_a_chip_is_chosen_and_says_so(qtbot, kind):
    row, told = kind("Which", [(1, "one", ""), (2, "two", "")]), []
    qtbot.addWidget(row)
    row.changed.connect(lambda: told.append([row.chip(n).isChecked() for n in (1, 2)]))
    act(row.chip(1))
    act(row.chip(2))
    assert told == [[True, False], [kind is Several, True]]


def test_showing_what_is_chosen_presses_nothing(qtbot):
    made, heard = button("x"), []
    qtbot.addWidget(made)
    made.setCheckable(True)
    made.clicked.connect(lambda on: heard.append(on))  # noqa: PLW0108 - with what it was pressed to
    made.setChecked(True)
    assert heard == []
    made.click()
    act(made)
    assert heard == [False, True]


def test_a_page_of_the_rail_opens_and_only_that_one(opened):
    wanted = []
    opened.page.rail.page_wanted.connect(wanted.append)
    for number in (1, 3, 0):
        act(opened.page.rail._group.button(number))
        opened.settle()
    assert wanted == [1, 3, 0]
    assert opened.page.rail.shown == 0
    assert opened.page.journal_page.isVisible()
