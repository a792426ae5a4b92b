"""What a person may not want to see before she asks for it."""

from PySide6.QtWidgets import QWidget

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.forms import button, column, row
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.text_field import Story


class Folded(QWidget):
    """While texts are hidden there is only a button that shows them; pressed, it is gone."""

    def __init__(
        self, session: Session, inside: QWidget, *, is_empty: bool = False, words: str = ""
    ) -> None:
        super().__init__()
        self._session = session
        self._inside = inside
        self._is_empty = is_empty
        self.show_text = button(words or _("Show text"))
        self.show_text.clicked.connect(self._unfold)
        self._holder = QWidget()
        self._holder.setLayout(row(self.show_text, None))
        self.setLayout(column(self._holder, inside, gap=0))
        session.texts_hidden.connect(self.fold)
        self.fold(session.hides_texts)

    def fold(self, folded: bool) -> None:
        """Hide what is inside, or show it."""
        self._inside.setVisible(not folded)
        self._holder.setVisible(folded and not self._is_empty)

    def begin_anew(self, *, is_empty: bool = False) -> None:
        """Fold again where texts are hidden: something else stands inside now."""
        self._is_empty = is_empty
        self.fold(self._session.hides_texts)

    def _unfold(self) -> None:
        self.fold(folded=False)
        shown = self._inside.findChild(Story)
        (shown if isinstance(shown, Story) else self._inside).setFocus()
