"""About this program: its version and licence, what is new, and how to tell of a problem."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QSysInfo, Signal, qVersion
from PySide6.QtWidgets import QWidget

from onveilig_desktop import __version__, resources, texts
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.aside import Aside
from onveilig_desktop.ui.forms import beside, button, card, column, row, scrolling
from onveilig_desktop.ui.lent_text import LentText
from onveilig_desktop.ui.licences import BuiltOn, built_on
from onveilig_desktop.ui.privacy_page import PrivacyPage
from onveilig_desktop.ui.reading import above, points, reading
from onveilig_desktop.ui.session import Session

_NEWS: Final[dict[texts.Language, str]] = {"en": "CHANGELOG.md", "nl": "CHANGELOG.nl.md"}
_VERSION: Final = re.compile(r"^## (.+)$", re.MULTILINE)
_POINT: Final = re.compile(r"^- (.+)$", re.MULTILINE)


class AboutPage(Aside):
    """Reads the licences when they are asked for."""

    visit_wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(_("About this program"))
        self._session = session
        self._lent = LentText(session)
        self.system = reading(_system())
        about = _("Leaves the clipboard after 30 seconds")
        self.copy = button(_("Copy"), describe=about, icon="copy")
        self.copy.clicked.connect(self._copy)
        self.copied = above("", "muted")
        self.copied.hide()
        self.show_licences = button(_("Show what it is built on"))
        self.show_licences.clicked.connect(self._ask_licences)
        self.licences = reading("")
        self.licences.hide()
        self.privacy = button(_("Privacy"), describe=_("What is protected, and what is not"))
        self.privacy.clicked.connect(lambda: self.visit_wanted.emit(PrivacyPage))
        body = QWidget()
        parts = (self._program(), self._review(), self._problem(), self._new())
        body.setLayout(column(*parts, None, gap=12))
        self.fill(scrolling(body))

    def _copy(self) -> None:
        self._lent.lend(self.system.text())
        self.copied.setText(_("Copied. It leaves the clipboard after 30 seconds."))
        self.copied.show()

    def _ask_licences(self) -> None:
        self.show_licences.setEnabled(False)
        self._session.ask(lambda _opened: built_on(), self._show_licences, owner=self)

    def _show_licences(self, found: Sequence[BuiltOn]) -> None:
        inside = _("Inside these: Qt (LGPL-3.0), SQLCipher (BSD-3-Clause), libsodium (ISC).")
        self.licences.setText("\n".join([*map(_licence_line, found), "", inside]))
        self.licences.show()
        self.licences.setFocus()
        self.show_licences.hide()

    def _program(self) -> QWidget:
        licence = _(
            "Free software under the GNU General Public License, version 3 or later: you may "
            "use it, look into it, change it and pass it on under the same licence. It comes "
            "without any warranty."
        )
        title = above(_("Version {version}").format(version=__version__), "heading")
        show = row(self.show_licences, self.privacy, None)
        return card(column(title, reading(licence), show, self.licences, gap=10, margin=16))

    @staticmethod
    def _review() -> QWidget:
        return _block(
            _("Who has looked at it"),
            _(
                "Nobody who has lived through this, and no organisation for them, has reviewed "
                "this program yet. It follows published advice on safe technology; what holds "
                "for many may not hold for you."
            ),
        )

    def _problem(self) -> QWidget:
        told = _(
            "Tell it where you got this program: what you did, what you saw, and the line below."
        )
        never = _(
            "Never send text of your journal, a picture of it, its files or your passphrase. "
            "Nobody needs them. Show the problem in the fictional journal: it opens with "
            "“notities --demo”."
        )
        traces = _(
            "What you send leaves traces in the browser or the mail. Use a device that is "
            "yours alone."
        )
        title = above(_("When something does not work"), "heading")
        line = beside(self.system, self.copy)
        words = (reading(told), reading(never), reading(traces))
        return card(column(title, *words, line, self.copied, gap=10, margin=16))

    @staticmethod
    def _new() -> QWidget:
        parts = [
            part
            for version, told in news()
            for part in (above(version, "strong"), points(told, version))
        ]
        return card(column(above(_("What is new"), "heading"), *parts, gap=8, margin=16))


def news() -> Iterator[tuple[str, Sequence[str]]]:
    """Return each version and what is new in it, the newest first, in the language in use."""
    _start, *rest = _VERSION.split(resources.read_text(texts.pick(_NEWS)))
    for version, told in zip(rest[::2], rest[1::2], strict=True):
        yield version, [point.replace("`", "") for point in _POINT.findall(told)]


def _licence_line(one: BuiltOn) -> str:
    licence = one.licence or _("see the licence that comes with it")
    return f"{one.name} {one.version}: {licence}"


def _block(title: str, text: str) -> QWidget:
    heading = above(title, "heading")
    return card(column(heading, reading(text, f"{title}. {text}"), gap=10, margin=16))


def _system() -> str:
    """Return what someone who mends a problem has to know, and nothing of the person."""
    return f"Notities {__version__} · Qt {qVersion()} · {QSysInfo.prettyProductName()}"
