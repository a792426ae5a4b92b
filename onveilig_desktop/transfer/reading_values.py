"""The values of a journal, read from its JSON."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import fields as members
from functools import partial
from typing import Any, Final

from onveilig_desktop.catalog import Group, OwnSignal, SignalId, StepId, Wording
from onveilig_desktop.journal import (
    Answers,
    Attachment,
    AttachmentId,
    CheckIn,
    DayPart,
    Details,
    Draft,
    Eggshells,
    EntryId,
    Kind,
    Marker,
    MarkerId,
    Pause,
    PauseId,
    Precision,
    Query,
    Repair,
    RepairAnswer,
    Speaking,
    ThreadId,
    View,
    ViewId,
)
from onveilig_desktop.journal.archived import (
    Beside,
    DamagedCopyError,
    Filed,
    Revision,
    Sealed,
    Silence,
)
from onveilig_desktop.journal.days import MAX_LINE
from onveilig_desktop.journal.draft import one_line, tidy
from onveilig_desktop.journal.incoming import MAX_FILE
from onveilig_desktop.transfer.fields import Fields, made

Open = Callable[[bytes], Iterator[bytes]]
"""How to get the bytes of an attachment, by their SHA-256."""

_HASH: Final = 32
_SALT: Final = 16
_MAX_NAME: Final = 150
_OWN_ID: Final = re.compile(r"own\.[0-9a-f]{32}")
_CANONICAL: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_REVISION: Final = _names(
    "seq subject kind at elsewhere_at clock_back salt commitment link content"
)
_ATTACHMENT: Final = _names("id entry name media size sha256 added_at")
_REPAIR: Final = _names("entry answer answered_at")
_CHECK_IN: Final = _names("day trust speaking eggshells nothing_happened written_at")
_MARKER: Final = _names("id day text")
_PAUSE: Final = _names("id first last")
_SILENCE: Final = _names("after was_pause")
_WORDING: Final = _names("signal label hides_meaning")
_OWN: Final = _names("id is_concern label meaning is_retired")
_VIEW: Final = _names("id name query")
_QUERY: Final = frozenset(member.name for member in members(Query))
_SEALED: Final = _names("sealed_at draft")
_DRAFT: Final = frozenset(member.name for member in members(Draft))
_DETAILS: Final = frozenset(member.name for member in members(Details))


def revision(row: Any) -> Revision:
    """Return one link of the history."""
    found = Fields(row, _REVISION)
    content = found.raw("content")
    return Revision(
        seq=found.number("seq"),
        subject=found.id("subject"),
        kind=found.one_of("kind", Kind),
        at=found.moment("at"),
        elsewhere_at=found.maybe("elsewhere_at", found.moment),
        is_clock_back=found.flag("clock_back"),
        salt=found.maybe("salt", partial(found.octets, length=_SALT)),
        content=None if content is None else made(_canonical, content),
        commitment=found.octets("commitment", _HASH),
        link=found.octets("link", _HASH),
    )


def beside(name: str, row: Any, opened: Open) -> Beside:
    """Return one value of the list called *name*.

    Raises:
        DamagedCopyError
    """
    if name == "attachments":
        return _attachment(row, opened)
    if name not in _READERS:
        raise DamagedCopyError
    return _READERS[name](row)


def _canonical(content: Any) -> bytes:
    if not isinstance(content, dict):
        raise TypeError
    try:
        return _CANONICAL.encode(content).encode()
    except RecursionError:
        raise ValueError from None


def _attachment(row: Any, opened: Open) -> Filed:
    found = Fields(row, _ATTACHMENT)
    sha256 = found.octets("sha256", _HASH)
    size = found.number("size")
    if not 0 < size <= MAX_FILE:
        raise DamagedCopyError
    attachment = Attachment(
        id=AttachmentId(found.id("id")),
        entry_id=EntryId(found.id("entry")),
        name=_visible(found.text("name")),
        media=_visible(found.text("media")),
        size=size,
        sha256=sha256,
        added_at=found.moment("added_at"),
    )
    return Filed(attachment, partial(opened, sha256))


def _repair_answer(row: Any) -> RepairAnswer:
    found = Fields(row, _REPAIR)
    answer = found.one_of("answer", Repair)
    return RepairAnswer(EntryId(found.id("entry")), answer, found.moment("answered_at"))


def _check_in(row: Any) -> CheckIn:
    found = Fields(row, _CHECK_IN)
    answers = made(
        Answers,
        trust=found.small("trust"),
        speaking=found.maybe("speaking", partial(found.one_of, kind=Speaking)),
        eggshells=found.maybe("eggshells", partial(found.one_of, kind=Eggshells)),
        nothing_happened=found.flag("nothing_happened"),
    )
    return CheckIn(found.day("day"), answers, found.moment("written_at"))


def _marker(row: Any) -> Marker:
    found = Fields(row, _MARKER)
    return Marker(MarkerId(found.id("id")), found.day("day"), _named(found.text("text")))


def _pause(row: Any) -> Pause:
    found = Fields(row, _PAUSE)
    first, last = found.day("first"), found.day("last")
    if last < first:
        raise DamagedCopyError
    return Pause(PauseId(found.id("id")), first, last)


def _silence(row: Any) -> Silence:
    found = Fields(row, _SILENCE)
    return Silence(found.day("after"), found.flag("was_pause"))


def _wording(row: Any) -> Wording:
    found = Fields(row, _WORDING)
    signal, label = SignalId(found.text("signal")), _line(found.text("label"))
    return Wording(signal, label, found.flag("hides_meaning"))


def _own_signal(row: Any) -> OwnSignal:
    found = Fields(row, _OWN)
    return OwnSignal(
        id=_own_id(found.text("id")),
        is_concern=found.flag("is_concern"),
        label=_named(found.text("label")),
        meaning=found.text("meaning"),
        is_retired=found.flag("is_retired"),
    )


def _view(row: Any) -> View:
    found = Fields(row, _VIEW)
    asked = found.object("query", _QUERY)
    thread = asked.maybe("thread", asked.id)
    query = Query(
        text=asked.text("text", is_whole=False),
        first=asked.maybe("first", asked.day),
        last=asked.maybe("last", asked.day),
        groups=frozenset(made(Group, group) for group in asked.words("groups")),
        signals=frozenset(map(SignalId, asked.words("signals"))),
        repair_open=asked.flag("repair_open"),
        intensity_from=asked.small("intensity_from"),
        thread=None if thread is None else ThreadId(thread),
        written_late=asked.flag("written_late"),
        own_words=asked.flag("own_words"),
    )
    return View(ViewId(found.id("id")), _named(found.text("name")), query)


def _sealed(row: Any) -> Sealed:
    sealed = Fields(row, _SEALED)
    found = sealed.object("draft", _DRAFT)
    details = found.object("details", _DETAILS)
    entry_id = found.maybe("entry_id", found.id)
    draft = Draft(
        entry_id=None if entry_id is None else EntryId(entry_id),
        text=found.text("text", is_whole=False),
        day=found.text("day", is_whole=False),
        typed_on=found.maybe("typed_on", found.day),
        minute=found.text("minute", is_whole=False),
        precision=found.one_of("precision", Precision),
        part=found.maybe("part", partial(found.one_of, kind=DayPart)),
        signals=frozenset(map(SignalId, found.words("signals"))),
        intensity=found.small("intensity"),
        trust=found.small("trust"),
        repair=found.maybe("repair", partial(found.one_of, kind=Repair)),
        details=Details(**{name: details.text(name, is_whole=False) for name in _DETAILS}),
        steps=frozenset(map(StepId, found.words("steps"))),
    )
    return Sealed(draft, sealed.moment("sealed_at"))


def _visible(text: str) -> str:
    """Return a name, if it has no signs that hide or turn around the others."""
    if len(text) > _MAX_NAME or any(unicodedata.category(sign)[0] == "C" for sign in text):
        raise DamagedCopyError
    return text


def _line(text: str) -> str:
    """Return a line, if a person could have written it here; or nothing.

    Signs that hide or turn around the others are left out, as they are when a name is given here.
    """
    if len(text) > MAX_LINE or " ".join(tidy(text).split()) != text:
        raise DamagedCopyError
    return one_line(text)


def _named(text: str) -> str:
    line = _line(text)
    if not line:
        raise DamagedCopyError
    return line


def _own_id(text: str) -> SignalId:
    """Return the id of an own signal; with another it would take the place of a shipped one."""
    if not _OWN_ID.fullmatch(text):
        raise DamagedCopyError
    return SignalId(text)


_READERS: Final[dict[str, Callable[[Any], Beside]]] = {
    "repair_answers": _repair_answer,
    "check_ins": _check_in,
    "markers": _marker,
    "pauses": _pause,
    "silences": _silence,
    "wordings": _wording,
    "own_signals": _own_signal,
    "views": _view,
    "drafts": _sealed,
}
