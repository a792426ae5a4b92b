"""A few fields on a card, with a way to keep them and a way out."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from onveilig_desktop import journal
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import keys
from onveilig_desktop.ui.form_fields import Field
from onveilig_desktop.ui.forms import (
    APART,
    CARD,
    beside,
    button,
    card,
    column,
    label,
    narrow,
    on_keys,
)
from onveilig_desktop.ui.frames import Fitted
from onveilig_desktop.ui.only_read import writes
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.typing_pause import TypingPause

Work = Callable[[journal.Journal], object]


class SmallForm(QWidget):
    """What was typed stays until it is saved or thrown away.

    At every pause it is sealed in the vault; whoever opens the same form again finds it.
    """

    saved = Signal()
    left = Signal()
    form: ClassVar[journal.Form]

    def __init__(self, session: Session, *, has_back: bool = True) -> None:
        super().__init__()
        self.session = session
        self._fields: Mapping[str, Field] = {}
        self._about = ""
        self._before: Mapping[str, str] = {}
        self._unsealed = False
        self._pause = TypingPause(self)
        self._pause.came.connect(self.seal)
        session.forms.called_in.connect(self.seal)
        session.forms.forgotten.connect(self._forgotten)
        self.state = label("", "muted", wrap=True)
        self._make_buttons(has_back=has_back)

    def _make_buttons(self, *, has_back: bool) -> None:
        self.save = writes(button(_("Save"), "primary", describe=keys.SAVE.shown))
        on_keys(self.save, keys.SAVE.chord)
        self.save.clicked.connect(self._keep)
        self.discard = button(_("Throw away"), "quiet", describe=_("Forgets this draft"))
        self.discard.clicked.connect(self._discard)
        self.back = button(_("Back"), describe=keys.BACK.shown)
        if not has_back:  # and otherwise nothing: shown without a parent it would be a window
            self.back.hide()
        on_keys(self.back, keys.BACK.chord)
        self.back.clicked.connect(self._leave)

    def say(self, sentence: str) -> None:
        """Tell the person something, below the fields."""
        self.state.setText(sentence)

    def lay_out(self, title: str, *parts: QWidget) -> None:
        """Put the fields between their title and the buttons, on a card no taller than that."""
        body = QWidget()
        body.setLayout(column(label(title, "heading", wrap=True), *parts, gap=10, margin=4))
        footer = beside(self.state, self.discard, self.back, self.save)
        on_card = card(column(Fitted(body), footer, gap=APART, margin=CARD))
        self.setLayout(column(narrow(on_card), None))
        self.discard.hide()

    def remember(self, **fields: Field) -> None:
        """Name the fields under which they are kept while they are not saved."""
        self._fields = fields
        for one in fields.values():
            one.touched.connect(self._touched)

    def start(self, about: str = "") -> None:
        """Take what the fields show as untouched, and put back what was begun before.

        Args:
            about: what is being changed; nothing for something new.
        """
        self._about = about
        self.note_shown()
        key = self.key
        self.session.ask(lambda opened: opened.unfinished.get(key), self._take_up, owner=self)

    def begin(self) -> None:
        """Ask for something new."""
        raise NotImplementedError

    def resume(self, about: str) -> None:
        """Go on with what was begun before."""
        if about:
            self.start(about)
        else:
            self.begin()

    def note_shown(self) -> None:
        """Take what the fields show now as untouched."""
        self._pause.rest()
        self._unsealed = False
        self._before = self._words()
        self.discard.hide()
        self.say("")

    @property
    def key(self) -> journal.FormKey:
        """Which form this is, and what it changes."""
        return journal.FormKey(self.form, self._about)

    @property
    def about(self) -> str:
        """What is being changed; nothing for something new."""
        return self._about

    @property
    def is_touched(self) -> bool:
        """Whether something else stands in it than was shown at first."""
        return bool(self._before) and self._words() != self._before

    def seal(self) -> None:
        """Keep the fields, encrypted, if anything was typed since the last time."""
        self._pause.rest()
        if not self._unsealed:
            return
        self._unsealed = False
        if not self.is_touched:  # all that was typed was taken out again
            self._drop(self.key)
        else:
            half_done = journal.HalfDone(self.key, self._words())
            self.session.forms.keep(half_done, self._sealed, self._not_sealed)

    def work(self) -> Work:
        """Return what keeps the fields; raise what is wrong with them."""
        raise NotImplementedError

    def keep(self, work: Work, then: Callable[[], None] | None = None) -> None:
        """Do *work* and say that it was saved, or why not."""
        self.save.setEnabled(False)

        def done(_answer: object) -> None:
            self._give_back()
            if then is not None:
                then()
            self.saved.emit()

        self.session.change(work, done, owner=self, failed=self._not_kept)

    def put_back(self, half_done: journal.HalfDone) -> None:
        """Show the fields as they were left."""
        for name, words in half_done.fields.items():
            if name in self._fields:
                self._fields[name].show(words)
        self.discard.show()
        self.say(_("You were writing this. Save it, or leave it for later."))

    def _words(self) -> Mapping[str, str]:
        return {name: one.read() for name, one in self._fields.items()}

    def _touched(self) -> None:
        self._unsealed = True
        self._pause.typed()
        self.discard.show()

    def _take_up(self, sealed: journal.HalfDone | None) -> None:
        """Put back what was begun before, unless the person has begun anew by now."""
        for one in (*self.session.forms.unkept, sealed):
            if one is not None and one.key == self.key and not self.is_touched:
                self.put_back(one)

    def _sealed(self) -> None:
        if isValid(self) and not self._unsealed and not self.state.text():
            self.say(_("Draft kept, encrypted"))

    def _not_sealed(self, error: Exception) -> None:
        if isValid(self):
            self._unsealed = True
            self.say(sentence_of(error))
        else:
            self.session.fail(error)

    def _keep(self) -> None:
        try:
            work = self.work()
        except OnveiligError as error:
            self.say(sentence_of(error))
            return
        self._pause.rest()
        self._unsealed = False
        key = self.key

        def save(opened: journal.Journal) -> None:
            work(opened)
            opened.unfinished.drop(key)

        self.keep(save, partial(self._let_go, key))

    def _let_go(self, key: journal.FormKey) -> None:
        """Forget what was saved or thrown away; what was typed after that stays."""
        if not self._unsealed:
            self.note_shown()
        self.session.forms.forget(key)

    def _leave(self) -> None:
        self.seal()
        self.left.emit()

    def _discard(self) -> None:
        key = self.key
        for name, words in self._before.items():
            self._fields[name].show(words)
        self._drop(key)
        self._unsealed = False
        self._let_go(key)
        self.left.emit()

    def _drop(self, key: journal.FormKey) -> None:
        forms = self.session.forms
        self.session.ask(
            lambda opened: opened.unfinished.drop(key), lambda _: forms.forget(key), owner=forms
        )

    def _forgotten(self, key: journal.FormKey) -> None:
        """Be left as well when the same form was saved or thrown away elsewhere."""
        if key == self.key and self.is_touched and not self._unsealed:
            self.note_shown()
            self.left.emit()

    def _give_back(self) -> None:
        """Let it be pressed again; while it could not be, it lost the focus."""
        self.save.setEnabled(True)
        if self.isVisible():  # else the keyboard is elsewhere by now
            self.save.setFocus()

    def _not_kept(self, error: Exception) -> None:
        self._give_back()
        self._touched()
        self.say(sentence_of(error))
        if not isinstance(error, OnveiligError):
            raise error
