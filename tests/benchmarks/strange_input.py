"""Files from outside that are almost right: ``python -m tests.benchmarks.strange_input``.

Ten thousand for each reader. An error that has no sentence ends it, with the input.
"""

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # where the tests have what they share

from strange_input import read_much, readers


def main() -> None:
    """Read as many as were asked for, and print how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000, help="for each reader (10000)")
    inputs = parser.parse_args().inputs
    print(f"{'read':10}{'inputs':>8}{'taken':>8}{'untyped':>9}{'slowest':>12}{'most memory':>13}")
    with tempfile.TemporaryDirectory() as place:
        for name, reader in readers(Path(place)).items():
            went = read_much(reader, inputs)
            slowest, most = 1000 * went.slowest, went.most_bytes / 1024**2
            print(
                f"{name:10}{went.inputs:8}{went.taken:8}{0:9}{slowest:9.0f} ms{most:10.1f} MB",
                flush=True,
            )
    print("to reach:                        0     1000 ms      64.0 MB")


if __name__ == "__main__":
    main()
