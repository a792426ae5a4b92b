"""What each import costs at start-up: ``python -m tests.benchmarks.imports [LEAST_MS]``.

Told by Python itself (``-X importtime``): what comes before the first paint of the locked page,
and what a thread brings in after it. A package counts with all that it brings with it, unless
that was there already.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.screen import environment_of, virtual_screen

_ROW = re.compile(r"import time: +(\d+) \| +(\d+) \| ( *)(\S+)")
_LEAST = 1.0
_BEFORE = """
import sys, os
from PySide6 import QtWidgets
class Watched(QtWidgets.QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        os._exit(0)
print("import time: from here", file=sys.stderr)
from onveilig_desktop.app import main
QtWidgets.QMainWindow = Watched
main([])
"""
_AFTER = """
import sys
from onveilig_desktop import app
import onveilig_desktop.ui.window, PySide6.QtWidgets
app._leave_sources_unread()
print("import time: from here", file=sys.stderr)
app._import((*app._NEEDED_SOON, *app._NEEDED_LATER))
"""


class Import(NamedTuple):
    """One import, with all that it brought."""

    name: str
    depth: int
    own: float
    whole: float


def profile(code: str, environment: Mapping[str, str]) -> Sequence[Import]:
    """Return the imports of *code* from its mark on, what is imported first first, in ms."""
    command = [sys.executable, "-X", "importtime", "-c", code]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    rows = dropwhile(lambda row: "from here" not in row, done.stderr.splitlines())
    told: list[Import] = []
    brought: list[Import] = []
    for row in filter(None, map(_ROW.match, rows)):
        one = Import(row[4], len(row[3]) // 2, int(row[1]) / 1000, int(row[2]) / 1000)
        brought.append(one)
        if one.depth == 0:  # Python tells an import when it is over, after what it brought
            told += reversed(brought)
            brought = []
    return told


def condensed(imports: Sequence[Import], least: float) -> Iterator[str]:
    """Return the imports that take *least* ms with what they bring, indented as they came."""
    yield f"{'whole ms':>9} {'own ms':>7}"
    for one in imports:
        if one.whole >= least:
            yield f"{one.whole:9.1f} {one.own:7.1f}  {'  ' * one.depth}{one.name}"
    together = sum(one.own for one in imports)
    yield f"{together:9.1f} in {len(imports)} modules"


def main(least: float) -> None:
    """Print both profiles."""
    with virtual_screen() as display, tempfile.TemporaryDirectory() as home:
        Path(home, "index").touch()
        environment = environment_of(display, NOTITIES_FOLDER=home, MPLCONFIGDIR=home)
        for name, code in (("before", _BEFORE), ("after", _AFTER)):
            print(f"\nImported {name} the first paint")
            print(*condensed(profile(code, environment), least), sep=os.linesep)


if __name__ == "__main__":
    main(float(sys.argv[1]) if sys.argv[1:] else _LEAST)
