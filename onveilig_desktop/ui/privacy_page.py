"""What this program protects against, what it does not, and what is so on this computer now."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from onveilig_desktop.hardening import is_shut_off
from onveilig_desktop.journal import Gate
from onveilig_desktop.journal.visits import Visit
from onveilig_desktop.surroundings import (
    Disk,
    Memory,
    Readers,
    Sessions,
    disk_under,
    memory,
    readers_of,
    sessions,
    synced_by,
)
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import privacy_words as words
from onveilig_desktop.ui.aside import Aside
from onveilig_desktop.ui.forms import card, column, scrolling
from onveilig_desktop.ui.going_away import hears
from onveilig_desktop.ui.privacy_words import Here
from onveilig_desktop.ui.reading import above, points, reading
from onveilig_desktop.ui.screen_capture import state_of
from onveilig_desktop.ui.session import Session


class Seen(NamedTuple):
    """What the disk and the journal say."""

    service: str
    readers: Readers
    sessions: Sessions | None
    disk: Disk
    memory: Memory
    visits: Sequence[Visit]


class PrivacyPage(Aside):
    """Plain sentences; what is so now is seen each time that the page is opened."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("Privacy"))
        self._session = session
        self.sentences: dict[str, str] = {}
        """Everything that is promised or warned of, by its id."""
        self._now, self._opened = QVBoxLayout(), QVBoxLayout()
        self._waits = [reading(_("Looking …")), reading(_("Looking …"))]
        self._now.addWidget(self._waits[0])
        self._opened.addWidget(self._waits[1])
        body = QWidget()
        body.setLayout(
            column(
                self._listed(_("What it protects against"), words.kept_words()),
                self._listed(_("What it does not protect against"), words.limit_words()),
                _titled(_("On this computer, now"), self._now),
                _titled(_("When the journal was opened"), self._opened),
                None,
                gap=12,
            )
        )
        self.fill(scrolling(body))
        session.tend(_look, self._show, owner=self)

    def _listed(self, title: str, said: Mapping[str, str]) -> QWidget:
        inside = QVBoxLayout()
        self._tell(inside, title, said)
        return _titled(title, inside)

    def _tell(self, inside: QVBoxLayout, title: str, said: Mapping[str, str]) -> None:
        self.sentences.update(said)
        inside.addLayout(points(said.values(), title))

    def _show(self, seen: Seen) -> None:
        for waiting in self._waits:
            waiting.hide()
        self._tell(self._now, _("On this computer, now"), self._here(seen))
        title = _("When the journal was opened")
        self._opened.addLayout(points(self._times(seen.visits), title))
        self._tell(self._opened, title, words.opened_words())

    def _here(self, seen: Seen) -> Mapping[str, str]:
        capture = state_of(
            self.window().windowHandle(), is_allowed=self._session.preferences.allows_capture
        )
        return {
            Here.SYNCED: words.synced_here(seen.service),
            Here.READERS: words.readers_here(seen.readers),
            Here.SESSIONS: words.sessions_here(seen.sessions),
            Here.DISK: words.disk_here(seen.disk),
            Here.MEMORY: words.memory_here(seen.memory),
            Here.PROCESS: words.process_here(is_shut_off()),
            Here.CAPTURE: words.capture_here(capture),
            Here.HEARING: words.hearing_here(hears()),
        }

    def _times(self, visits: Sequence[Visit]) -> Sequence[str]:
        if not visits:
            return (_("No earlier time is known: it is new, or only read."),)
        is_now = not self._session.is_read_only
        return [
            words.visit_words(one, self._session.here, is_now=is_now and number == 0)
            for number, one in enumerate(visits)
        ]


def _titled(title: str, inside: QVBoxLayout) -> QWidget:
    return card(column(above(title, "heading"), inside, gap=10, margin=16))


def _look(gate: Gate) -> Seen:
    folder = gate.folder
    return Seen(
        service=synced_by(folder),
        readers=readers_of(folder),
        sessions=sessions(),
        disk=disk_under(folder),
        memory=memory(),
        visits=gate.visits.all(),
    )
