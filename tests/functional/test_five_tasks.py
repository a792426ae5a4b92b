"""Five tasks, each by mouse alone, by keys alone, and through the accessibility bus.

Nobody is told how: every step is taken by words that stand on the screen.
"""

from datetime import UTC, datetime, timedelta

import pytest

from hands import BUTTON, Aloud, Keys, Mouse
from killing import PASSPHRASE
from onveilig_desktop import catalog, texts
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.vault import VaultGate
from person import started
from screen_reader import accessibility_bus

HIDING = catalog.SignalId("unsafety.hiding")
FIRST, SECOND, THIRD = "kanarie in the kitchen", "about the money again", "the phone on the table"
MOST_STEPS = 12


@pytest.fixture(scope="session")
def bus(display, tmp_path_factory):
    with accessibility_bus(tmp_path_factory.mktemp("bus"), display) as lent:
        yield lent


@pytest.fixture(params=["nl", "en"])
def language(request):
    texts.use(request.param)
    return request.param


@pytest.fixture(params=[Mouse, Keys, Aloud], ids=lambda kind: kind.__name__.lower())
def hands(request, display, bus, tmp_path, language):
    reader, around = bus
    with started(display, tmp_path, language=language, others=around) as person:
        person.wait_for_window(f"^{_('Notes')}$")
        yield request.param(person, reader)


def test_five_tasks(hands, tmp_path):
    write_the_first_entry(hands)
    assert hands.steps <= MOST_STEPS
    write_another(hands, SECOND, days_ago=40)
    write_another(hands, THIRD, days_ago=9)
    find_it_back(hands)
    understand_whether_it_recurs(hands)
    make_a_summary(hands, tmp_path / "home" / "for-later.pdf")
    leave_in_a_hurry(hands)
    assert stories(tmp_path / "journal") == {FIRST, SECOND, THIRD}


def write_the_first_entry(hands):
    hands.press(_("New journal"))
    hands.press(_("I have read this"))
    hands.press(_("Go on"))
    hands.press(_("Keep it here"))
    hands.write(_("Passphrase"), PASSPHRASE)
    hands.write(_("The same passphrase once more"), PASSPHRASE)
    hands.press(_("Make the journal"), keys=["Return"])
    hands.press(_("New entry"), BUTTON)
    hands.write(_("What happened?"), FIRST)
    tick_and_save(hands)


def write_another(hands, story, days_ago):
    day = datetime.now(UTC).date() - timedelta(days=days_ago)  # noqa: TID251 - of the program
    begin_another(hands)
    hands.write(_("What happened?"), story)
    hands.write(
        _("When? A date like 14-3-2026, or words like «last Tuesday»"),
        f"{day.day}-{day.month}-{day.year}",
    )
    tick_and_save(hands)


def begin_another(hands):
    hands.press(_("New entry"), BUTTON, keys=["ctrl+n"])
    hands.reader.find(_("New entry"), "label")  # until then, the entry before is read there


def tick_and_save(hands):
    hands.press(catalog.shipped().signals[HIDING].label, keys=["ctrl+g", "space"])
    hands.press(_("Save"), keys=["ctrl+s"])
    hands.wait_for(_("Correct"))


def find_it_back(hands):
    hands.write(_("Search"), "money")
    entries = ngettext("{n} entry", "{n} entries", 3)
    hands.wait_for(_("{found} of {entries}").format(found=1, entries=entries))
    hands.choose(SECOND)
    hands.reader.wait(lambda: hands.reader.reads(SECOND))
    hands.press(_("Show all"))


def understand_whether_it_recurs(hands):
    hands.press(_("Patterns"), keys=["ctrl+2"])
    days = _("{n} different days").format(n=3)
    sentence = _("Recurring in the entries: {days} between {first} and {last}{apart}.")
    hands.wait_for(sentence.partition("{")[0] + days)
    hands.press(_("Why do we say this?"))
    hands.wait_for("•")


def make_a_summary(hands, path):
    hands.press(_("Summary"), keys=["ctrl+3"])
    hands.press(_("Save as PDF …"))
    hands.press(_("Choose where …"))
    hands.write(_("Name:"), str(path))
    hands.press(_("Save"), keys=["Return"])
    hands.wait_for(_("Saved: {path}").format(path=path))
    assert path.read_bytes().startswith(b"%PDF")


def leave_in_a_hurry(hands):
    hands.leave()
    hands.wait_until_gone()


def stories(folder):
    gate = VaultGate(folder, lambda: datetime.now(UTC))  # noqa: TID251 - the clock is not asked
    journal = gate.open(PASSPHRASE)
    found = {line.opening for line in journal.lines()}
    gate.close()
    return found


def test_a_screen_reader_gets_the_chart_its_words_and_its_table(bus, display, tmp_path, language):
    reader, around = bus
    with started(display, tmp_path, "--demo", language=language, others=around) as person:
        person.wait_for_window(f"^{_('Notes')}$")
        reader.find(_("Patterns"), "check box").press()
        chart = reader.find_with("", "graphic")
        reader.wait(lambda: chart.description.startswith(_tells_of_the_time()))
        whole = chart.description
        reader.wait(lambda: chart.focus() or True)
        marks = walk_the_marks(person, reader, chart)
        assert len(set(marks)) == len(marks) > 2
        assert whole not in marks
        check_the_table(reader, marks)


def _tells_of_the_time():
    return _("Timeline from {first} to {last}, one row per signal.").partition("{")[0]


def walk_the_marks(person, reader, chart):
    """What is said of the first marks, with the arrow keys."""
    said = []
    for _number in range(4):
        before = chart.description
        person.tool("key", "Right")
        reader.wait(lambda before=before: chart.description != before)
        said.append(chart.description)
    return said


def check_the_table(reader, marks):
    reader.find(_("As a table"), "check box").press()
    table = reader.find_with("", "table")
    cells = [each.name for each in table.children if each.role in ("cell", "table cell")]
    heads = [each.name for each in table.children if "header" in each.role]
    assert _("Signal") in heads
    assert len(cells) > len(marks)
