"""Three ways to use the program: with a mouse, with keys, and through a screen reader.

All three look for the words that stand on the screen, and do what those words say. Each
counts its steps: a click, a key, or one thing asked of the screen reader. What is typed as
text does not count.
"""

from contextlib import suppress

from screen_reader import State

BUTTON = "push button"
PRESSED = (BUTTON, "check box", "radio button")
FIELD = ("text",)
_SAID_BY_QT = "QAccessible"
"""How a line begins that Qt prints when it is asked about rows that are not shown."""
_CELL = ("cell", "table cell", "list item")
_AROUND = ("filler", "panel")
"""What lends the focus to something inside, and says that it has it too. A cell says so as
long as it is the current one, wherever the focus is."""
_MOST_TABS = 90
_STEP_OF_WHEEL = 3
_MOMENT = 0.2


class Hands:
    """What they have in common."""

    def __init__(self, person, reader):
        self.person = person
        self.reader = reader
        self.steps = 0

    def wait_for(self, *words):
        self.reader.wait(lambda: self.reader.sees(*words))

    def wait_until_gone(self):
        """Wait until the program has ended, without a word."""
        process = self.person.process
        self.person.wait(lambda: process.poll() is not None)
        said = process.stdout.read().splitlines()
        assert process.returncode == 0
        assert [line for line in said if not line.startswith(_SAID_BY_QT)] == []

    def _key(self, *names):
        self.steps += len(names)
        self.person.tool("key", "--delay", "20", *names)

    def _type(self, words):
        self.person.tool("type", "--delay", "8", words)

    def _written(self, field, words):
        """Wait until *words* stand in the field; those of a passphrase are not told."""
        if not field.is_secret:
            self.reader.wait(lambda: words in field.text)


class Mouse(Hands):
    """Points and clicks; types only text."""

    def press(self, words, *roles, keys=()):
        self._click(self.reader.find(words, *(roles or PRESSED)))

    def write(self, name, words):
        field = self.reader.find(name, *FIELD)
        if State.FOCUSED not in field.states:
            self._click(field)
        if field.text:
            self.reader.wait(lambda: self._mark(field))
        self._type(words)
        self._written(field, words)

    def choose(self, words):
        self._click(self.reader.find_with(words, *_CELL))

    def leave(self):
        self.press(_leave_words())

    def _click(self, thing, times=1):
        self.person.settle(_MOMENT)  # nobody presses what is still moving
        self._bring_into_view(thing)
        self.person.tool("mousemove", *map(str, thing.box.middle))
        for _ in range(times):
            self.person.tool("mousedown", "1", "sleep", "0.06", "mouseup", "1")
        self.steps += times

    def _mark(self, field):
        """Click three times; on a slow machine they may not be taken together."""
        self._click(field, times=3)
        self.person.settle()
        return field.is_marked

    def _bring_into_view(self, thing):
        """Turn the wheel over what scrolls until *thing* is seen and at rest."""

        def in_view():
            box = thing.box
            hidden = next((each for each in _around(thing) if not each.holds(box.middle)), None)
            if hidden is None:
                return thing.box == box
            self.person.tool("mousemove", *map(str, hidden.middle))
            down = box.middle[1] > hidden.middle[1]
            self.person.tool("click", "--repeat", str(_STEP_OF_WHEEL), "5" if down else "4")
            return False

        self.reader.wait(in_view)


class Keys(Hands):
    """Walks with Tab, presses with Enter."""

    def press(self, words, *roles, keys=()):
        """Press what stands there as *words*, or the keys that the page of keys gives for it."""
        self.reader.find(words, *(roles or PRESSED))
        if not keys:
            self._walk_to(words, roles or PRESSED)
        self._key(*(keys or ("Return",)))

    def write(self, name, words):
        field = self._walk_to(name, FIELD)
        if field.text and not field.is_secret:
            self._key("ctrl+a")
        self._type(words)
        self._written(field, words)

    def choose(self, words):
        """Go from the search box into what was found, down to it."""
        wanted = self.reader.find_with(words, *_CELL)
        for _ in range(_MOST_TABS):
            self._key("Down")
            self.person.settle()
            if State.SELECTED in wanted.states:
                return
        raise AssertionError(f"the arrows never come to «{words}»")

    def leave(self):
        self._key("Shift_L", "Shift_L", "Shift_L")

    def _walk_to(self, words, roles):
        self.person.settle(_MOMENT)  # first see where the page itself puts the focus
        for _ in range(_MOST_TABS):
            at = self._focus()
            if at is not None and at.name == words and at.role in roles:
                return at
            self._key("Tab")
            self._wait_to_leave(at)
        raise AssertionError(f"Tab never comes to «{words}»")

    def _wait_to_leave(self, before):
        self.reader.wait(lambda: self._focus() not in (None, before))

    def _focus(self):
        with suppress(LookupError):  # gone while it is asked: then the focus is elsewhere
            focused = self.reader.all(State.FOCUSED, State.VISIBLE)
            return next((each for each in focused if each.role not in (*_AROUND, *_CELL)), None)
        return None


class Aloud(Hands):
    """Asks everything of the accessibility bus, as someone does who hears the screen."""

    def press(self, words, *roles, keys=()):
        self.reader.find(words, *(roles or PRESSED)).press()
        self.steps += 1

    def write(self, name, words):
        field = self.reader.find(name, *FIELD)
        field.focus()
        field.write(words)
        self.steps += 1
        self._written(field, words)

    def choose(self, words):
        found = self.reader.find_with(words, *_CELL)
        found.parent.choose(found)
        self.steps += 1

    def leave(self):
        with suppress(LookupError):  # gone before it can answer
            self.press(_leave_words())


def _around(thing):
    """Each box that *thing* is inside of."""
    around = thing.parent
    while around.path != "/org/a11y/atspi/accessible/root":
        yield around.box
        around = around.parent


def _leave_words():
    from onveilig_desktop.texts import gettext as _

    return _("Leave at once")
