"""Breaking words over lines that fit, also where one word is too long for a line."""

from collections.abc import Iterator

from onveilig_desktop.report.charts.axis import Measure

_SOFT = "-"
_LEAST = 3
"""Letters that are never left alone on a line."""


def wrapped(words: str, width: float, measure: Measure, most: int | None = None) -> str:
    """Return *words* over lines no wider than *width*, and at most so many of them."""
    lines: list[str] = []
    for word in _pieces(words, width, measure):
        if lines and measure(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if most is not None and len(lines) > most:
        lines = [*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), width, measure)]
    return "\n".join(lines)


def _pieces(words: str, width: float, measure: Measure) -> Iterator[str]:
    for word in words.split():
        rest = word
        while measure(rest) > width and len(rest) > 2 * _LEAST:
            fits = len(rest) - _LEAST
            while fits > _LEAST and measure(rest[:fits] + _SOFT) > width:
                fits -= 1
            yield rest[:fits] + _SOFT
            rest = rest[fits:]
        yield rest


def _cut(words: str, width: float, measure: Measure) -> str:
    while words and measure(words + "…") > width:
        words = words[:-1]
    return words.rstrip() + "…"
