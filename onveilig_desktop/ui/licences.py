"""What this program is built on, and under which licence: read from what is installed."""

import platform
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Final

PROGRAM: Final = "notities" if hasattr(sys, "frozen") else "onveilig-desktop"
"""Its name among what is installed; the program in one folder has a neutral one."""
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_ONLY_WITH_EXTRA: Final = re.compile(r"\bextra\s*==")
_LONGEST: Final = 120
_CLASSIFIER: Final = "License :: OSI Approved :: "


@dataclass(frozen=True, slots=True)
class BuiltOn:
    """One thing that this program is built on; ``licence`` is empty where it is not named."""

    name: str
    version: str
    licence: str


def built_on(program: str = PROGRAM) -> Sequence[BuiltOn]:
    """Return all that *program* needs, and what that needs in turn, by name.

    What is not installed, because it is for another system, is left out. It reads some
    dozens of files.
    """
    python = BuiltOn("Python", platform.python_version(), "PSF-2.0")
    found: dict[str, BuiltOn] = {"python": python}
    waiting = list(_needed(program))
    while waiting:
        key = _plain(waiting.pop())
        if key in found:
            continue
        try:
            installed = distribution(key)
        except PackageNotFoundError:
            continue
        metadata = installed.metadata
        found[key] = BuiltOn(metadata["Name"], metadata["Version"], _licence(installed))
        waiting.extend(_needed(key))
    return sorted(found.values(), key=lambda one: one.name.casefold())


def _needed(name: str) -> Iterator[str]:
    try:
        requires = distribution(name).requires or []
    except PackageNotFoundError:
        return
    for line in requires:
        named = _NAME.match(line)
        if named is not None and not _ONLY_WITH_EXTRA.search(line):
            yield named[0]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _licence(installed: Distribution) -> str:
    """Return the licence in a few words, from the first place that names it so."""
    metadata = installed.metadata
    classifiers = metadata.get_all("Classifier") or []
    named = (
        *(metadata.get_all("License-Expression") or []),
        *(metadata.get_all("License") or []),
        *(line.removeprefix(_CLASSIFIER) for line in classifiers if line.startswith(_CLASSIFIER)),
        _first_line(installed),
    )
    return next((words for words in named if _is_short(words)), "")


def _is_short(words: str) -> bool:
    """Some put the whole text where its name belongs."""
    return 0 < len(words.strip()) <= _LONGEST and "\n" not in words.strip()


def _first_line(installed: Distribution) -> str:
    """Return how a licence file begins, where that is the name of the licence."""
    for file in installed.files or []:
        if "licen" in file.name.lower() and ".dist-info" in str(file):
            first = file.read_text(encoding="utf-8").strip().partition("\n")[0]
            return first if "licen" in first.lower() else ""
    return ""
