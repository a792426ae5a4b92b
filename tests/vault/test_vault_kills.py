"""A few rounds of killing the program while it works on its files; more on demand."""

import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
@pytest.mark.parametrize("kind", ["save", "change", "rotate", "backup", "restore", "move"])
def test_a_kill_at_any_moment_loses_nothing(kind):
    rounds = [sys.executable, "-m", "benchmarks.kills", "--rounds", "5", kind]
    done = subprocess.run(rounds, cwd=TESTS, capture_output=True, text=True, check=False)  # noqa: S603 - ourselves
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout.startswith(f"{kind}: 5 rounds")
