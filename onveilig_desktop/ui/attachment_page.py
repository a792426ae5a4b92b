"""One file in the journal: seen from memory, taken out unchanged, or removed."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget

from onveilig_desktop import journal
from onveilig_desktop.journal.media import sound_seconds
from onveilig_desktop.report.versions import file_words, instant_words, length_words
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.aside import Aside, Question
from onveilig_desktop.ui.clearing import Clearing
from onveilig_desktop.ui.file_dialogs import ask_new_file
from onveilig_desktop.ui.flow_layout import flow
from onveilig_desktop.ui.folded import Folded
from onveilig_desktop.ui.forms import button, card, column, label, scrolling
from onveilig_desktop.ui.only_read import writes
from onveilig_desktop.ui.path_words import breakable
from onveilig_desktop.ui.picture_preview import preview
from onveilig_desktop.ui.plain_photo import FORMATS, without_hidden_data
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.session import Session
from onveilig_desktop.writing import write_once, write_pieces

_ROOM = QSize(560, 420)
Seen = tuple[QImage | None, float | None]


class AttachmentPage(Aside):
    """Shows what can be shown here; nothing is opened by another program."""

    def __init__(self, session: Session, attachment: journal.Attachment) -> None:
        super().__init__(_("File"))
        self._session = session
        self._attachment = attachment
        self.facts = label(file_words(attachment), "muted", wrap=True)
        self.picture = label("")
        self.picture.setAccessibleName(attachment.name)
        self.name = label(breakable(attachment.name), "heading", wrap=True)
        self.seen = self._make_seen(session)
        self.take_out = button(_("Take out unchanged …"), "primary")
        self.take_out.clicked.connect(lambda: self._choose_place(is_plain=False))
        self.plain = button(_("Take out without hidden data …"))
        self.plain.clicked.connect(lambda: self._choose_place(is_plain=True))
        self.plain.setVisible(attachment.media in FORMATS)
        self.remove = writes(button(_("Remove for good …")))
        self.remove.clicked.connect(self._ask_remove)
        self.question = Question()
        self.message = label("", wrap=True)
        self._build()
        self.message.hide()
        work = partial(_see, attachment=attachment)
        session.ask(work, self._show, owner=self)

    def take_out_to(self, path: Path, *, replace: bool = False, is_plain: bool = False) -> None:
        """Write the original bytes to *path*, or of a photo what is seen of it only."""
        self._be_busy(True)
        work = _take_out_plain if is_plain else _take_out
        self._session.ask(
            partial(work, attachment=self._attachment, path=path, replace=replace),
            partial(self._taken_out, path),
            owner=self,
            failed=self._not_taken_out,
        )

    def _be_busy(self, busy: bool) -> None:
        for way in (self.take_out, self.plain):
            way.setEnabled(not busy)

    def _show(self, seen: Seen) -> None:
        image, seconds = seen
        if image is not None:
            self.picture.setPixmap(QPixmap.fromImage(image))
        elif seconds is not None:
            length = length_words(seconds)
            self.facts.setText(f"{file_words(self._attachment)} · {length}")
        if image is None and self._attachment.media.startswith("image/"):
            self.picture.setWordWrap(True)
            self.picture.setText(_("This photo cannot be shown here. It is kept as it was."))

    def _choose_place(self, *, is_plain: bool) -> None:
        name = Path(self._attachment.name).name
        chosen = ask_new_file(self, _("Where should the file be saved?"), name)
        if chosen is not None:
            self.take_out_to(chosen, replace=chosen.exists(), is_plain=is_plain)

    def _taken_out(self, path: Path, _nothing: None) -> None:
        self._be_busy(False)
        self._say(_("Saved: {path}").format(path=breakable(path)))

    def _not_taken_out(self, error: Exception) -> None:
        self._be_busy(False)
        self._say(sentence_of(error))

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.show()

    def _ask_remove(self) -> None:
        sentence = _(
            "Remove this file from the journal for good? The original and other copies, "
            "here or on other disks, stay where they are."
        )
        self.question.ask(sentence, _("Remove for good"), self._remove)

    def _remove(self) -> None:
        gone = self._attachment.id
        self._session.change(
            lambda opened: opened.attachments.remove(gone), lambda _: self._removed(), owner=self
        )

    def _removed(self) -> None:
        Clearing(self._session).begin()
        self.left.emit()

    def _make_seen(self, session: Session) -> Folded:
        """Return the name and the picture, which may tell as much as a text."""
        self.picture.setAlignment(Qt.AlignmentFlag.AlignLeft)
        inside = QWidget()
        inside.setLayout(column(self.name, self.picture, gap=10))
        return Folded(session, inside, words=_("Show file"))

    def _build(self) -> None:
        made = self._attachment
        added = _("Added on {when}").format(when=instant_words(made.added_at))
        hashed = made.sha256.hex()
        parts = " ".join(hashed[n : n + 8] for n in range(0, len(hashed), 8))
        body = QWidget()
        body.setLayout(
            column(
                self.seen,
                self.facts,
                label(added, "muted", wrap=True),
                label(_("Fingerprint (SHA-256): {parts}").format(parts=parts), "small", wrap=True),
                None,
                gap=10,
            )
        )
        buttons = flow(self.take_out, self.plain, self.remove)
        hidden = label(_hidden_data_words(made.media), "muted", wrap=True)
        whole = QWidget()
        inside = column(body, hidden, self.message, self.question, buttons, None, margin=16)
        whole.setLayout(column(card(inside)))
        self.fill(scrolling(whole))


def _see(opened: journal.Journal, *, attachment: journal.Attachment) -> Seen:
    if not attachment.media.startswith(("image/", "audio/")):
        return None, None
    content = opened.attachments.read(attachment.id)
    return preview(content, attachment.media, _ROOM), sound_seconds(content, attachment.media)


def _take_out(
    opened: journal.Journal, *, attachment: journal.Attachment, path: Path, replace: bool
) -> None:
    opened.attachments.give(attachment.id, partial(write_pieces, path, replace=replace))


def _take_out_plain(
    opened: journal.Journal, *, attachment: journal.Attachment, path: Path, replace: bool
) -> None:
    plain = without_hidden_data(opened.attachments.read(attachment.id), attachment.media)
    write_once(path, plain, replace=replace)


def _hidden_data_words(media: str) -> str:
    if media in FORMATS:
        return _(
            "A photo can hold more than is seen, such as the place and the camera. Without "
            "hidden data it is made anew from what is seen; here it stays as it is."
        )
    return _(
        "A file of this kind can hold hidden data, such as a name or a place. Here that cannot "
        "be left out: it is taken out as it is."
    )
