"""The values of a journal as they stand in its JSON."""

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, Final

from onveilig_desktop.catalog import OwnSignal, Wording
from onveilig_desktop.journal import CheckIn, Marker, Pause, RepairAnswer, View
from onveilig_desktop.journal.archived import Filed, Piece, Revision, Sealed, Silence

Row = dict[str, Any]

_PLAIN: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_ESCAPED: Final = json.JSONEncoder(separators=(",", ":"))
"""For what may hold half characters, which have no other form."""


def write(piece: Piece) -> str:
    """Return one value as JSON, on one line."""
    if isinstance(piece, Revision):
        return _revision(piece)
    encoder = _ESCAPED if isinstance(piece, View | Sealed) else _PLAIN
    row: Callable[[Any], Row] = _ROWS[type(piece)]
    return encoder.encode(row(piece))


def _revision(made: Revision) -> str:
    """The content is written as it is kept: the bytes that its commitment stands for."""
    row = {
        "seq": made.seq,
        "subject": made.subject.hex,
        "kind": made.kind.value,
        "at": made.at.isoformat(),
        "elsewhere_at": made.elsewhere_at and made.elsewhere_at.isoformat(),
        "clock_back": made.is_clock_back,
        "salt": made.salt and made.salt.hex(),
        "commitment": made.commitment.hex(),
        "link": made.link.hex(),
    }
    content = "null" if made.content is None else made.content.decode()
    return f'{_PLAIN.encode(row)[:-1]},"content":{content}}}'


def _attachment(filed: Filed) -> Row:
    made = filed.attachment
    return {
        "id": made.id.hex,
        "entry": made.entry_id.hex,
        "name": made.name,
        "media": made.media,
        "size": made.size,
        "sha256": made.sha256.hex(),
        "added_at": made.added_at.isoformat(),
    }


def _repair_answer(made: RepairAnswer) -> Row:
    return {
        "entry": made.entry.hex,
        "answer": made.answer,
        "answered_at": made.answered_at.isoformat(),
    }


def _check_in(made: CheckIn) -> Row:
    answers = asdict(made.answers)
    return {"day": made.day.isoformat(), **answers, "written_at": made.written_at.isoformat()}


def _marker(made: Marker) -> Row:
    return {"id": made.id.hex, "day": made.day.isoformat(), "text": made.text}


def _pause(made: Pause) -> Row:
    return {"id": made.id.hex, "first": made.first.isoformat(), "last": made.last.isoformat()}


def _silence(made: Silence) -> Row:
    return {"after": made.after.isoformat(), "was_pause": made.was_pause}


def _view(made: View) -> Row:
    query = asdict(made.query)
    query |= {name: sorted(query[name]) for name in ("groups", "signals")}
    query |= {name: query[name] and query[name].isoformat() for name in ("first", "last")}
    query["thread"] = made.query.thread and made.query.thread.hex
    return {"id": made.id.hex, "name": made.name, "query": query}


def _draft(made: Sealed) -> Row:
    draft = asdict(made.draft)
    draft |= {name: sorted(draft[name]) for name in ("signals", "steps")}
    draft["entry_id"] = made.draft.entry_id and made.draft.entry_id.hex
    draft["typed_on"] = made.draft.typed_on and made.draft.typed_on.isoformat()
    return {"sealed_at": made.at.isoformat(), "draft": draft}


_ROWS: Final[dict[type, Callable[[Any], Row]]] = {
    Filed: _attachment,
    RepairAnswer: _repair_answer,
    CheckIn: _check_in,
    Marker: _marker,
    Pause: _pause,
    Silence: _silence,
    Wording: asdict,
    OwnSignal: asdict,
    View: _view,
    Sealed: _draft,
}
