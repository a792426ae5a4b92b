"""A form that was half filled in, taken up again from anywhere."""

from onveilig_desktop.journal import Form, FormKey
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.aside import Aside
from onveilig_desktop.ui.calendar_forms import MarkerForm, PauseForm
from onveilig_desktop.ui.check_in_form import CheckInForm
from onveilig_desktop.ui.own_words_forms import OwnSignalForm, WordingForm
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.small_form import SmallForm


class FormPage(Aside):
    """One form as it was left; saving it or throwing it away leads back."""

    def __init__(self, session: Session, key: FormKey) -> None:
        super().__init__(form_words(key.form))
        self.form = _made(session, key.form)
        self.form.saved.connect(session.read_words)
        for done in (self.form.saved, self.form.left):
            done.connect(self.left)
        self.setFocusProxy(self.form)
        self.fill(self.form)
        self.form.resume(key.about)


def form_words(form: Form) -> str:
    """Return where a form belongs, as the pages call it."""
    words = {
        Form.CHECK_IN: _("Check-in"),
        Form.MARKER: _("What was going on"),
        Form.PAUSE: _("Pauses"),
    }
    return words.get(form, _("Own words"))


def _made(session: Session, form: Form) -> SmallForm:
    if form is Form.WORDING:
        return WordingForm(session)
    if form is Form.OWN_SIGNAL:
        return OwnSignalForm(session)
    with_back = {Form.CHECK_IN: CheckInForm, Form.MARKER: MarkerForm, Form.PAUSE: PauseForm}
    return with_back[form](session, has_back=False)
