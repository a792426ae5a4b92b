"""A hundred kills in the middle of each thing that is done to files; 2,000 on demand."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOGETHER = [
    ("save", "change", "rotate"),
    ("backup", "restore", "move"),
    ("migrate", "import", "export"),
]


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
@pytest.mark.parametrize("kinds", TOGETHER, ids="+".join)
def test_a_kill_at_any_moment_loses_nothing(kinds):
    rounds = [sys.executable, "-m", "tests.benchmarks.kills", "--rounds", "100", *kinds]
    done = subprocess.run(rounds, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - ourselves
    assert (done.stderr, done.returncode) == ("", 0)
    _heading, *lines = (line.split() for line in done.stdout.splitlines())
    assert [line[0] for line in lines] == [*kinds]
    for _kind, killed, on_the_way, *_rest in lines:
        assert killed == "100"
        assert int(on_the_way) > 50
