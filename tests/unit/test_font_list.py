"""The list of fonts is read before Qt asks for it."""

import os
import subprocess
import sys

import pytest

READ = """
from pathlib import Path
from onveilig_desktop import font_list
font_list.read_ahead().join()
print("/fontconfig/" in Path("/proc/self/maps").read_text())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere Qt reads it itself")
def test_the_lists_of_the_system_are_in_memory_when_it_has_been_read():
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", READ], capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("True\n", "")


_GROWS = """
import os, sys
from onveilig_desktop import app, font_list
there = set()
font_list._read = lambda: there.update(os.environb)
def heard(event, arguments):
    if event == "os.putenv" and there and arguments[0] not in there:
        sys.stdout.write(arguments[0].decode())
sys.addaudithook(heard)
app._run = lambda *_, **__: print("came to the window") or 0
app.main([])
"""


def test_the_environment_does_not_grow_while_it_is_read(tmp_path):
    around = {**os.environ, "NOTITIES_FOLDER": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    around.pop("MPLCONFIGDIR", None)
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", _GROWS], env=around, capture_output=True, text=True, check=True
    )
    assert done.stdout == "came to the window\n"
