"""Sets the parts of a summary, and keeps what it set last: a changed choice changes few of them."""

import json
from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import date
from hashlib import blake2b
from typing import Final

from onveilig_desktop.report.flowing import Data
from onveilig_desktop.report.typesetting import forget, typeset

_KEPT_BYTES: Final = 3_000_000
"""Of all parts that are kept: some hundreds of entries; of more, those used last."""
_BEFORE_FORGETTING: Final = 3
"""Parts after which typst must let go of what it keeps of them."""


class Press:
    """Gives the same bytes as setting each part anew would.

    What it keeps are pages full of the journal, so it belongs to the page that shows them.
    """

    def __init__(self, most: int = _KEPT_BYTES) -> None:
        self._most = most
        self._parts: OrderedDict[bytes, bytes] = OrderedDict()
        self._size = 0
        self._since = 0
        self._drawn: dict[str, tuple[object, bytes]] = {}

    def set(
        self, data: Data, made_on: date, pictures: Mapping[str, bytes], *, is_whole: bool = False
    ) -> bytes:
        """Return *data* as a tagged PDF; see ``typeset``."""
        key = _key(data, made_on, pictures, is_whole=is_whole)
        if key in self._parts:
            self._parts.move_to_end(key)
            return self._parts[key]
        part = typeset(data, made_on, pictures, is_whole=is_whole)
        self._since += 1
        if self._since == _BEFORE_FORGETTING:
            self.rest()
        self._keep(key, part)
        return part

    def drawn(self, name: str, shows: object, draw: Callable[[], bytes]) -> bytes:
        """Return the picture *name*, drawn anew when what it *shows* is not what it was."""
        before = self._drawn.get(name)
        if before is not None and before[0] == shows:
            return before[1]
        made = draw()
        self._drawn[name] = (shows, made)
        return made

    def rest(self) -> None:
        """Give back the memory in which pages were set."""
        if self._since:
            forget()
        self._since = 0

    def _keep(self, key: bytes, part: bytes) -> None:
        self._parts[key] = part
        self._size += len(part)
        while self._size > self._most:
            _oldest, gone = self._parts.popitem(last=False)
            self._size -= len(gone)


def _key(data: Data, made_on: date, pictures: Mapping[str, bytes], *, is_whole: bool) -> bytes:
    """Return what stands for a part, without a word of it."""
    told = blake2b(json.dumps([data, made_on.isoformat(), is_whole]).encode())
    for name, picture in sorted(pictures.items()):
        told.update(name.encode() + b"\0" + blake2b(picture).digest())
    return told.digest()
