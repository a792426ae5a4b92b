"""JSON read piece by piece: one large object of lists, never whole in memory."""

import json
from collections.abc import Iterator
from typing import Any, Final, NoReturn

from onveilig_desktop.journal.archived import DamagedCopyError

_MOST: Final = 32_000_000
"""Characters of one value: an entry of the greatest length, all of it escaped."""
_NEAR_END: Final = 16
"""Characters from the end of what was read in which a mistake may be no mistake."""
_SPACE: Final = " \t\n\r"


def members(chunks: Iterator[str]) -> Iterator[tuple[str, Any]]:
    """Return what stands in the object that *chunks* spell: each name with its value.

    Of a list each element is returned, with the name of the list.

    Raises:
        DamagedCopyError: it is no JSON, or not an object.
    """
    text = _Text(chunks)
    text.expect("{")
    if text.peek() != "}":
        yield from _member(text)
        while text.peek() == ",":
            text.expect(",")
            yield from _member(text)
    text.expect("}")
    if text.peek():
        raise DamagedCopyError


def _member(text: "_Text") -> Iterator[tuple[str, Any]]:
    name = text.value()
    if not isinstance(name, str):
        raise DamagedCopyError
    text.expect(":")
    if text.peek() != "[":
        yield name, text.value()
        return
    text.expect("[")
    if text.peek() != "]":
        yield name, text.value()
        while text.peek() == ",":
            text.expect(",")
            yield name, text.value()
    text.expect("]")


class _Text:
    """The characters that were read and not yet understood."""

    def __init__(self, chunks: Iterator[str]) -> None:
        self._chunks = chunks
        self._text, self._at = "", 0
        self._decoder = json.JSONDecoder(parse_constant=_refuse)

    def peek(self) -> str:
        """Return the next character that is no space, or nothing at the end."""
        while True:
            while self._at < len(self._text):
                if (sign := self._text[self._at]) not in _SPACE:
                    return sign
                self._at += 1
            if not self._grow(1):
                return ""

    def expect(self, sign: str) -> None:
        """Go past *sign*, which must come next."""
        if self.peek() != sign:
            raise DamagedCopyError
        self._at += 1

    def value(self) -> Any:
        """Return the next value."""
        self.peek()
        while True:
            try:
                found, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if not self._may_go_on(error) or not self._grow(len(self._text) - self._at):
                    raise DamagedCopyError from None
            except (RecursionError, ValueError):
                raise DamagedCopyError from None
            else:
                if end < len(self._text) or not self._grow(1):  # a number may go on
                    self._at = min(end, len(self._text))
                    return found

    def _may_go_on(self, error: json.JSONDecodeError) -> bool:
        is_cut = error.msg.startswith("Unterminated") or error.pos > len(self._text) - _NEAR_END
        return is_cut and len(self._text) - self._at < _MOST

    def _grow(self, characters: int) -> bool:
        """Read at least so many more, if there are any; forget what was understood."""
        more: list[str] = []
        while characters > 0 and (chunk := next(self._chunks, "")):
            more.append(chunk)
            characters -= len(chunk)
        self._text = self._text[self._at :] + "".join(more)
        self._at = 0
        return bool(more)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
