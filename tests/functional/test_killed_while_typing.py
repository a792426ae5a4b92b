"""A power cut while one types takes the last second at most, and nothing else."""

from killing import Rounds, Way

BREATHLESS = 5.0  # seconds of typing without a pause
MOST_MS = 2500  # far above the second it is, so that a busy machine does not count


def test_a_kill_takes_the_last_of_the_typing_and_nothing_else(display, tmp_path):
    rounds = Rounds(display, tmp_path, seed=1)
    for way in Way:
        killed = rounds.kill(way, BREATHLESS)
        assert killed.lost_ms < MOST_MS, killed
