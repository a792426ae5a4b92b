"""Words on a button that is narrower than they are: Qt's buttons break no lines themselves."""

from PySide6.QtGui import QFontMetrics


def in_lines(words: str, metrics: QFontMetrics, width: int) -> str:
    """Return *words* for a button with *width* pixels for its text."""
    lines: list[str] = []
    for word in words.split():
        if lines and metrics.horizontalAdvance(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\n".join(lines).replace("&", "&&")
