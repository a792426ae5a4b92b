"""On a screen with finer dots, each made larger: nothing is cut off there either.

Qt reads how fine the screen is when it starts, so each look is in a process of its own.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LAYOUT = Path(__file__).with_name("test_layout.py")
LOOKS = (
    "test_the_screen_is_as_fine_as_was_asked_for",
    "test_nothing_is_wrong_at_the_smallest_size[nl]",
)


@pytest.mark.parametrize("scale", ["1.5", "2"])
def test_nothing_is_wrong_on_a_finer_screen(scale):
    looks = (f"{LAYOUT}::{look}" for look in LOOKS)
    asked = [sys.executable, "-m", "pytest", "-q", "-n0", *looks]
    env = {**os.environ, "QT_SCALE_FACTOR": scale}
    looked = subprocess.run(asked, env=env, capture_output=True, text=True, check=False)  # noqa: S603
    assert looked.returncode == 0, looked.stdout
    assert f"{len(LOOKS)} passed" in looked.stdout
