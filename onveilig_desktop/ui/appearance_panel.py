"""What the program speaks, in which colours, and how large its letters are."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop import journal, texts
from onveilig_desktop.journal.preferences import TEXT_PERCENTS
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.choices import Choice
from onveilig_desktop.ui.forms import APART, column, label
from onveilig_desktop.ui.session import Session


class AppearancePanel(QWidget):
    """Each choice is kept in the journal when it is made, and is seen at once."""

    in_short_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        spoken = [(code, name, "") for code, name in texts.LANGUAGES.items()]
        self.language: Choice[str] = Choice(_("Language"), spoken, needed=True)
        self.scheme: Choice[str] = Choice(_("Colours"), _schemes(), needed=True)
        sizes = [(n, _("{n} %").format(n=n), "") for n in TEXT_PERCENTS]
        self.text_size: Choice[int] = Choice(_("Size of the text"), sizes, needed=True)
        kept = _(
            "This is kept in the journal and holds while it is open. The page that asks for "
            "the passphrase looks as this computer does."
        )
        parts: list[QWidget] = []
        for choice in (self.language, self.scheme, self.text_size):
            parts.append(column_of(label(choice.accessibleName(), "strong"), choice))
            choice.changed.connect(self._keep)
        self.setLayout(column(*parts, label(kept, "muted", wrap=True), gap=APART, margin=8))
        session.preferences_changed.connect(self._show)
        self._show()

    def stand_on(self, changed: str) -> None:
        """Put the focus on what is chosen as the language or, if not that, as the text size."""
        choice = self.language if changed == "language" else self.text_size
        choice.focus_chosen()

    def in_short(self) -> str:
        """Say what is chosen, in one line."""
        chosen = self._session.preferences
        scheme = next(words for key, words, _about in _schemes() if key == chosen.scheme)
        size = _("{n} %").format(n=chosen.text_percent)
        return f"{texts.LANGUAGES[texts.language()]} · {scheme} · {size}"

    def _show(self) -> None:
        chosen = self._session.preferences
        self.language.choose(texts.language())
        self.scheme.choose(chosen.scheme)
        self.text_size.choose(chosen.text_percent)
        self.in_short_changed.emit()

    def _keep(self) -> None:
        before = self._session.preferences
        spoken = self.language.value() or ""
        chosen = replace(
            before,
            language=before.language if spoken == texts.language() else spoken,
            scheme=self.scheme.value() or before.scheme,
            text_percent=self.text_size.value() or before.text_percent,
        )
        self._session.prefer(chosen)


def column_of(*parts: QWidget) -> QWidget:
    """Return *parts* below one another, as near as what belongs together."""
    holder = QWidget()
    holder.setLayout(column(*parts, gap=6))
    return holder


def _schemes() -> list[tuple[str, str, str]]:
    return [
        (journal.SYSTEM, _("As on this computer"), ""),
        ("light", _("Light"), ""),
        ("dark", _("Dark"), ""),
        ("contrast", _("High contrast"), ""),
    ]
