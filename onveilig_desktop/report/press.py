"""Sets the parts of a summary, and keeps what it set last: a changed choice changes few of them."""

import json
from collections import OrderedDict, deque
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2b
from typing import Final

from onveilig_desktop.report.latest import Latest
from onveilig_desktop.report.typesetting import Job, forget, give_back, hold_on_to_little, typeset

_KEPT_BYTES: Final = 3_000_000
"""Of all parts that are kept: some hundreds of entries; of more, those used last."""
_BEFORE_FORGETTING: Final = 3
"""Parts after which typst must let go of what it keeps of them."""
_AT_ONCE: Final = 2
"""More would take memory, and most computers have little more to do it with."""


class Press:
    """Gives the same bytes as setting each part anew would.

    What it keeps are pages full of the journal, so it belongs to the page that shows them.
    """

    def __init__(self, most: int = _KEPT_BYTES) -> None:
        hold_on_to_little()
        self._most = most
        self._parts: OrderedDict[bytes, bytes] = OrderedDict()
        self._size = 0
        self._since = 0
        self.latest = Latest()
        """What the parts are made of, as long as that stays the same."""
        self.begins: Sequence[int] = (0,)
        """The page with which each part began when all of them were bound last."""

    def each(self, jobs: Iterable[Job]) -> Generator[tuple[Job, bytes], None, None]:
        """Return each of *jobs* with its tagged PDF, in their order; see ``typeset``.

        Two are set at a time: typst lets go of Python meanwhile, so that the next one is made
        ready, and what is done with the last one goes on.
        """
        begun: deque[tuple[Job, bytes, Callable[[], bytes]]] = deque()
        with ThreadPoolExecutor(_AT_ONCE) as setters:
            for job in jobs:
                key = _key(job)
                begun.append((job, key, self._kept(key) or self._begin(job, setters)))
                if len(begun) > _AT_ONCE:
                    yield self._taken(*begun.popleft())
            while begun:
                yield self._taken(*begun.popleft())

    def _begin(self, job: Job, setters: ThreadPoolExecutor) -> Callable[[], bytes]:
        """Have *job* set, and now and then what was set before it forgotten."""
        if self._since >= _BEFORE_FORGETTING:
            self._since = 0
            setters.submit(_forget_all)
        self._since += 1
        return setters.submit(typeset, job).result

    def set(self, job: Job) -> bytes:
        """Return *job* alone as a tagged PDF."""
        [(_job, part)] = self.each([job])
        return part

    def _kept(self, key: bytes) -> Callable[[], bytes] | None:
        part = self._parts.get(key)
        return None if part is None else lambda: part

    def _taken(self, job: Job, key: bytes, part_of: Callable[[], bytes]) -> tuple[Job, bytes]:
        part = part_of()
        self._keep(key, part)
        return job, part

    def rest(self) -> None:
        """Give back the memory in which pages were set."""
        if self._since:
            forget()
        self._since = 0
        give_back()  # of what was bound as well

    def _keep(self, key: bytes, part: bytes) -> None:
        self._size += len(part) - len(self._parts.pop(key, b""))
        self._parts[key] = part
        while self._size > self._most:
            _oldest, gone = self._parts.popitem(last=False)
            self._size -= len(gone)


def _forget_all() -> None:
    forget()
    give_back()


def _key(job: Job) -> bytes:
    """Return what stands for a part, without a word of it."""
    told = blake2b(json.dumps([job.data, job.made_on.isoformat(), job.is_whole]).encode())
    for name, picture in sorted(job.pictures.items()):
        told.update(name.encode() + b"\0" + blake2b(picture).digest())
    return told.digest()
