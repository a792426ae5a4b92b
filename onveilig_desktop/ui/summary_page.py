"""The summary for a counsellor: choose, see the real pages, then let it go."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from onveilig_desktop import catalog, journal, passphrases
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.choice_kept import from_fields, to_fields
from onveilig_desktop.report.pages import Page
from onveilig_desktop.report.period import Span
from onveilig_desktop.report.press import Press
from onveilig_desktop.report.summary import file_name
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui.file_dialogs import ask_new_file
from onveilig_desktop.ui.forms import (
    APART,
    PAGE,
    beside,
    button,
    card,
    column,
    label,
    page,
    scrolling,
    wide,
)
from onveilig_desktop.ui.frames import Halves
from onveilig_desktop.ui.leaving_panel import LeavingPanel
from onveilig_desktop.ui.long_work import LongWork
from onveilig_desktop.ui.page_preview import PagePreview
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.summary_choices import SummaryChoices
from onveilig_desktop.ui.summary_made import Made, Wanted, make, make_in_view, write
from onveilig_desktop.ui.typing_pause import TypingPause
from onveilig_desktop.writing import delete

_SETTLE_MS = 250
_NARROWEST = 330
_KEY = journal.FormKey(journal.Form.SUMMARY)


class SummaryPage(QWidget):
    """What is shown is the file itself; saving writes those very bytes."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._made: Made | None = None
        self._press = Press()
        self._then: Callable[[Made], None] | None = None
        self._is_sealed = True
        self.choices = SummaryChoices(session)
        self.preview = PagePreview(session)
        self.leaving = LeavingPanel()
        self.message = label("", "muted", wrap=True)
        self.work = LongWork(session)
        self.save = button(_("Save as PDF …"), "primary")
        self.save.clicked.connect(self._before_it_leaves)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._make)
        self._pause = TypingPause(self)
        self._pause.came.connect(self._seal)
        self._sides = QStackedWidget()
        self._build()
        self._listen()
        session.ask(lambda opened: opened.unfinished.get(_KEY), self._take_up, owner=self)

    @property
    def is_drawn(self) -> bool:
        """Whether the pages in view are those of the present choice."""
        return self._is_current and self.preview.is_drawn

    @property
    def _is_current(self) -> bool:
        return self._made is not None and self._made.choice == self.choices.choice

    def save_to(self, path: Path, *, replace: bool = False, password: str = "") -> None:
        """Write the file that is shown to *path*, under *password* if there is one.

        When the present choice is not shown yet, that comes first.
        """
        self.leaving.say(_("Saving …"))

        def save(made: Made) -> None:
            work = partial(write, pdf=made.pdf, password=password, path=path, replace=replace)
            self._session.ask(work, self.leaving.saved, owner=self, failed=self._not_saved)

        self._when_made(save)

    def showEvent(self, event: QShowEvent, /) -> None:
        """Make it anew when something changed, or it was given up, while it was out of sight."""
        super().showEvent(event)
        if not self._is_current:
            self._settle.start()

    def _build(self) -> None:
        about = _(
            "One page to take to someone you trust, and what you want to add to it. "
            "What you see is what they will read; nothing leaves before you save it."
        )
        chosen = column(
            label(about, "muted", wrap=True),
            scrolling(self.choices),
            self.work,
            self.message,
            margin=14,
        )
        self._chosen = card(chosen)
        self._sides.addWidget(self._chosen)
        self._sides.addWidget(self.leaving)
        self._sides.setMinimumWidth(wide(_NARROWEST))
        halves = Halves(self._sides, self.preview, shares=(2, 3), gap=14)
        head = beside(label(_("Summary"), "title"), self.save)
        ground = page()
        ground.setLayout(column(head, scrolling(halves), gap=APART, margin=PAGE))
        self.setLayout(column(ground))

    def _listen(self) -> None:
        self.choices.changed.connect(self._changed)
        self.choices.offered.connect(self._settle.start)
        self.work.busy_changed.connect(self.preview.wait)
        self.leaving.left.connect(lambda: self._turn(self._chosen))
        self.leaving.place_wanted.connect(self._choose_file)
        self.leaving.delete_wanted.connect(self._delete)
        self.leaving.print_wanted.connect(self._print)
        self.leaving.weigh_wanted.connect(self._weigh)
        self._session.changed.connect(self._journal_changed)
        self._session.forms.called_in.connect(self._seal)
        self._session.texts_hidden.connect(self._hide)

    def _changed(self) -> None:
        self._is_sealed = False
        self._pause.typed()
        self._settle.start()

    def _journal_changed(self) -> None:
        self._made = None
        self.choices.refresh()
        if self.isVisible():
            self._settle.start()

    def _take_up(self, kept: journal.HalfDone | None) -> None:
        if kept is not None and self._is_sealed:  # unless something was chosen by now
            self.choices.choose(*from_fields(kept.fields, self._session.today))
            self._pause.rest()
            self._is_sealed = True
        self._settle.start()

    def _seal(self) -> None:
        """Keep what was chosen; nothing that was kept before goes unless something was."""
        self._pause.rest()
        if self._is_sealed or self._session.is_read_only:
            return
        self._is_sealed = True
        span = self.choices.period.span.value() or Span.EVERYTHING
        half_done = journal.HalfDone(_KEY, to_fields(self.choices.choice, span))
        self._session.forms.keep(half_done, lambda: None, self._not_sealed)

    def _not_sealed(self, error: Exception) -> None:
        self._is_sealed = False
        self._session.fail(error)

    def _weigh(self, typed: str) -> None:
        self._session.ask(
            lambda _opened: passphrases.strength(typed).sentence if typed else "",
            partial(self.leaving.weighed, typed),
            owner=self,
        )

    def _make(self) -> None:
        known = catalog.on_paper(self._session.catalog)
        session = self._session
        wanted = Wanted(self.choices.choice, known, session.today, session.revision)
        if self._made is not None and (wanted.choice.ticked or wanted.choice.corrections):
            view = self.preview.view
            seen = partial(make_in_view, wanted=wanted, press=self._press, view=view)
            shown = partial(self._show_beforehand, wanted.choice)
            self._session.ask(seen, shown, owner=self, failed=lambda _told_below: None)
        work = partial(make, wanted=wanted, press=self._press)
        self.work.ask(_("Making the summary …"), work, self._show, self._not_made)

    def _show_beforehand(self, choice: SummaryChoice, pages: Sequence[tuple[int, Page]]) -> None:
        if choice == self.choices.choice and not self._session.hides_texts:
            self.preview.show_beforehand(pages)

    def _when_made(self, then: Callable[[Made], None]) -> None:
        """Do *then* with the summary of the present choice, which may still have to be made."""
        if self._made is not None and self._is_current:
            then(self._made)
        else:
            self._then = then
            self._settle.stop()
            self._make()

    def _show(self, made: Made) -> None:
        if made.choice != self.choices.choice:  # another one is on its way
            return
        self._made = made
        self.message.setText(ngettext("{n} page", "{n} pages", made.pages))
        self.choices.offer_signals(made.rows)
        self.choices.names.offer(made.names)
        self.choices.names.point_out(made.left_over)
        self._hide(self._session.hides_texts)
        then, self._then = self._then, None
        if then is not None:
            then(made)

    def _hide(self, hidden: bool) -> None:
        """Show no page while texts are hidden: it is full of them."""
        if hidden:
            self.preview.hide_with_texts()
        elif self._made is not None:
            self.preview.show_pdf(self._made.pdf, self._made.pages)
        else:
            self.preview.hide_pages()

    def _before_it_leaves(self) -> None:
        self.leaving.begin()
        if not self._session.hides_texts:
            self.leaving.say(self.choices.names.left_over)  # the names may be folded in there
        self._turn(self.leaving)
        self.leaving.place.setFocus()

    def _turn(self, side: QWidget) -> None:
        self._sides.setCurrentWidget(side)
        self.save.setEnabled(side is not self.leaving)

    def _choose_file(self, password: str) -> None:
        question = _("Where should the file be saved?")
        path = ask_new_file(self, question, file_name(self._session.today))
        if path is not None:
            self.save_to(path, replace=path.exists(), password=password)

    def _print(self) -> None:
        from onveilig_desktop.ui.printing import Printing, ask_printer, has_printers  # late: there

        if not has_printers():
            self.leaving.say(_("This computer knows no printer. Nothing was printed."))
            return
        printer = ask_printer(self)
        if printer is None:
            return
        self.leaving.say(_("Printing …"))

        def put_on_paper(made: Made) -> None:
            printing = Printing(self._session, made.pdf, made.pages, printer)
            printing.done.connect(self._printed)
            if not printing.begin():
                self.leaving.say(_("The printer takes nothing now. Nothing was printed."))

        self._when_made(put_on_paper)

    def _printed(self, pages: int) -> None:
        self.leaving.say(
            ngettext(
                "{n} page went to the print system.", "{n} pages went to the print system.", pages
            )
        )

    def _delete(self, path: Path) -> None:
        self._session.ask(
            lambda _opened: delete(path),
            lambda _nothing: self.leaving.deleted(),
            owner=self,
            failed=self._not_saved,
        )

    def _not_made(self, error: Exception) -> None:
        self.message.setText(sentence_of(error))
        self._hide(self._session.hides_texts)  # of what was not made, no page is left in view
        if self._then is not None:
            self._then = None
            self.leaving.say(sentence_of(error))
        self._raise_bug(error)

    def _not_saved(self, error: Exception) -> None:
        self.leaving.say(sentence_of(error))
        self._raise_bug(error)

    @staticmethod
    def _raise_bug(error: Exception) -> None:
        if not isinstance(error, OnveiligError):
            raise error
