"""The list of fonts is read before Qt asks for it."""

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
