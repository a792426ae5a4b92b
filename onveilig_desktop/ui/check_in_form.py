"""A check-in: a few taps for a day on which there is no entry to write."""

from datetime import date

from onveilig_desktop import journal, report
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal.dates import write_day
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.choices import Choice
from onveilig_desktop.ui.day_line import DayLine
from onveilig_desktop.ui.form_fields import choice_field, day_field
from onveilig_desktop.ui.forms import label
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.small_form import SmallForm, Work


class CheckInForm(SmallForm):
    """Shows what a day already has, so that a second check-in corrects the first."""

    form = journal.Form.CHECK_IN

    def __init__(self, session: Session, *, has_back: bool = True) -> None:
        super().__init__(session, has_back=has_back)
        self._shown: journal.Answers | None = None
        self.day = DayLine(_("Day"), lambda: session.today)
        self.nothing = _nothing()
        self.trust = _trust()
        self.speaking = _speaking()
        self.eggshells = _eggshells()
        self.remember(
            day=day_field(self.day),
            nothing=choice_field(self.nothing, [True]),
            trust=choice_field(self.trust, range(-2, 3)),
            speaking=choice_field(self.speaking, journal.Speaking),
            eggshells=choice_field(self.eggshells, journal.Eggshells),
        )
        self.setFocusProxy(self.nothing.chip(True))
        self.day.line.editingFinished.connect(self._look_up)
        self.lay_out(
            _("How was this day?"),
            self.day,
            self.nothing,
            label(_("More doubt or more trust in yourself?"), "strong", wrap=True),
            self.trust,
            label(_("Could you speak freely?"), "strong", wrap=True),
            self.speaking,
            label(_("Were you walking on eggshells?"), "strong", wrap=True),
            self.eggshells,
            label(_("Leave open what you do not want to answer."), "muted", wrap=True),
        )

    def begin(self) -> None:
        """Ask about today, with what was answered before."""
        self._fill(journal.Answers())
        self.day.show_day(self.session.today)
        self.start()
        self._look_up()
        self.nothing.chip(True).setFocus()

    def correct(self, made: journal.CheckIn) -> None:
        """Show a check-in that was made before."""
        self.day.show_day(made.day)
        self._fill(made.answers)
        self.start(made.day.isoformat())
        self.nothing.chip(True).setFocus()

    def put_back(self, half_done: journal.HalfDone) -> None:
        """Show it as it was left, and whether that day has a check-in already."""
        super().put_back(half_done)
        self._look_up()

    def answers(self) -> journal.Answers:
        """Return what is chosen."""
        return journal.Answers(
            trust=self.trust.value(),
            speaking=self.speaking.value(),
            eggshells=self.eggshells.value(),
            nothing_happened=bool(self.nothing.value()),
        )

    def work(self) -> Work:
        """Return what keeps this check-in; raise what is wrong with its day."""
        day, answers, earlier = self.day.day(), self.answers(), self._earlier
        return lambda opened: opened.check_ins.save(day, answers, moved_from=earlier)

    @property
    def _earlier(self) -> date | None:
        return date.fromisoformat(self.about) if self.about else None

    def _fill(self, answers: journal.Answers) -> None:
        self._shown = answers
        self.nothing.choose(True if answers.nothing_happened else None)
        self.trust.choose(answers.trust)
        self.speaking.choose(answers.speaking)
        self.eggshells.choose(answers.eggshells)
        self.say("")

    def _look_up(self) -> None:
        """See whether the day has a check-in already."""
        try:
            day = self.day.day()
        except OnveiligError:
            return
        if day != self._earlier:
            self.session.ask(lambda opened: opened.check_ins.of(day), self._found, owner=self)

    def _found(self, made: journal.CheckIn | None) -> None:
        if made is None or day_field(self.day).read() != write_day(made.day):
            return
        if self.answers() == self._shown:
            is_touched = self.is_touched
            self._fill(made.answers)
            if not is_touched:
                self.note_shown()
        self.say(_("This day has a check-in already. Saving corrects it."))


def _nothing() -> Choice[bool]:
    words = _("Nothing happened")
    return Choice(words, [(True, words, _("Also worth noting"))])


def _trust() -> Choice[int]:
    options = [(value, report.trust_words(value), "") for value in range(-2, 3)]
    return Choice(_("More doubt or more trust in yourself?"), options)


def _speaking() -> Choice[journal.Speaking]:
    options = [(value, report.speaking_words(value), "") for value in journal.Speaking]
    return Choice(_("Could you speak freely?"), options)


def _eggshells() -> Choice[journal.Eggshells]:
    options = [(value, report.eggshells_words(value), "") for value in journal.Eggshells]
    return Choice(_("Were you walking on eggshells?"), options)
