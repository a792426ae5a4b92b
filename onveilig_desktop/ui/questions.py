"""A quiet question at the top of the journal: one at most, and never in the way."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from onveilig_desktop import catalog, journal, report, texts
from onveilig_desktop.analysis import Silence, suspected_pauses
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.flow_layout import flow
from onveilig_desktop.ui.forms import APART, button, card, column, label, row, walked_before
from onveilig_desktop.ui.icons import Picture
from onveilig_desktop.ui.only_read import writes
from onveilig_desktop.ui.session import Session

_DAY = timedelta(days=1)


class Questions(QWidget):
    """Asks once when the journal is opened; whatever the answer, no second question follows.

    Args:
        session: whose journal it is about.
        before: what Tab comes to after the answers; it stands below them.
    """

    read_wanted = Signal(object)
    answered = Signal(object)

    def __init__(self, session: Session, before: QWidget) -> None:
        super().__init__()
        self._below = before
        self._session = session
        self._about: journal.EntryId | None = None
        self._is_open = self._is_aside = False
        self.sentence = label("", wrap=True)
        self.answers: list[QPushButton] = []
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def begin(self) -> None:
        """See whether there is something to ask, after what was wanted before."""
        if self._session.is_read_only:  # no answer could be kept
            return
        work = partial(_silence, today=self._session.today)
        self._session.ask(work, self._ask_pause, owner=self)

    def make_way(self, entry_id: journal.EntryId | None) -> None:
        """Ask no more about an entry that is being corrected: the form has the same question."""
        if entry_id is not None and entry_id == self._about:
            self._close_up()

    def step_aside(self, aside: bool) -> None:
        """Be out of sight while something is being written."""
        self._is_aside = aside
        self._refresh()

    def _ask_pause(self, silence: Silence | None) -> None:
        if silence is None:
            self._session.ask(_due, self._ask_repair, owner=self)
            return
        sentence = _("Between {first} and {last} you did not write. Was that a pause?").format(
            first=texts.day_words(silence.after, "short"),
            last=texts.day_words(silence.before, "short"),
        )
        pause = (silence.after + _DAY, silence.before - _DAY)
        self._put(
            sentence,
            [
                self._answer(_("Yes"), partial(_settle, after=silence.after, pause=pause)),
                self._answer(_("No"), partial(_settle, after=silence.after, pause=None)),
            ],
        )

    def _ask_repair(self, entry: journal.Entry | None) -> None:
        if entry is None:
            return
        self._about = entry.id
        when = report.moment_words(entry.happened)
        sentence = _("Did repair follow? This is about your entry of {when}.").format(when=when)
        answers = [
            self._answer(report.repair_words(value), partial(_repair, entry=entry.id, answer=value))
            for value in journal.Repair
        ]
        read = button(_("Read it back"), "quiet")
        read.clicked.connect(lambda: self.read_wanted.emit(entry.id))
        self._put(sentence, [*answers, read])

    def _put(self, sentence: str, answers: list[QPushButton]) -> None:
        later = button(_("Not now"), "quiet", describe=_("Asks again when the journal is opened"))
        later.clicked.connect(self._close_up)
        self.sentence.setText(sentence)
        self.answers = [*answers, later]
        asked = row(Picture("talk"), self.sentence, gap=10)
        asked.setStretch(1, 1)
        self._room.addWidget(card(column(asked, flow(*self.answers), margin=APART), "notice"))
        walked_before(self._below, self.answers)
        self._is_open = True
        self._refresh()

    def _refresh(self) -> None:
        self.setVisible(self._is_open and not self._is_aside)

    def _close_up(self) -> None:
        self._is_open = False
        self._refresh()

    def _answer(self, words: str, work: Callable[[journal.Journal], object]) -> QPushButton:
        made = writes(button(words))
        made.clicked.connect(partial(self._give, work))
        return made

    def _give(self, work: Callable[[journal.Journal], object]) -> None:
        self._close_up()
        self._session.change(work, lambda _: self.answered.emit(self._about), owner=self)


def _due(opened: journal.Journal) -> journal.Entry | None:
    known = opened.own_words.read().catalog(catalog.shipped())
    return opened.repairs.due(known.concerns)


def _silence(opened: journal.Journal, *, today: date) -> Silence | None:
    """Return the latest silence that was not asked about and is over, but for known pauses."""
    calendar = opened.calendar
    settled, pauses = calendar.settled_silences(), calendar.pauses()
    for silence in reversed(suspected_pauses(calendar.writing_days(), today)):
        known = any(one.first < silence.before and one.last > silence.after for one in pauses)
        if not (silence.is_open or known or silence.after in settled):
            return silence
    return None


def _settle(opened: journal.Journal, *, after: date, pause: tuple[date, date] | None) -> None:
    opened.calendar.settle_silence(after, pause)


def _repair(
    opened: journal.Journal, *, entry: journal.EntryId, answer: journal.Repair
) -> journal.Entry:
    return opened.repairs.answer(entry, answer)
