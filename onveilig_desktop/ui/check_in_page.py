"""A check-in from anywhere, and back to where one was."""

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.aside import Aside
from onveilig_desktop.ui.check_in_form import CheckInForm
from onveilig_desktop.ui.session import Session


class CheckInPage(Aside):
    """Asks how today was."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("Check-in"))
        self.form = CheckInForm(session, has_back=False)
        self.form.saved.connect(self.left)
        self.form.left.connect(self.left)
        self.setFocusProxy(self.form)
        self.fill(self.form)
        self.form.begin()
