"""Wrong passphrases, and how soon they are refused: ``python -m tests.benchmarks.guesses``."""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from onveilig_desktop.errors import WrongPassphraseError
from onveilig_desktop.vault import KeyWork, VaultGate
from onveilig_desktop.vault.envelope import unlock, wrapping_of
from onveilig_desktop.vault.files import Folder

_PASSPHRASE = "drie gele fietsen"  # noqa: S105 - of a throw-away journal
_CHANCE = random.Random(6)  # noqa: S311 - guesses


def guesses(count: int) -> Iterator[str]:
    """Return passphrases by chance, every other one like the right one."""
    for n in range(count):
        if n % 2:
            signs = list(_PASSPHRASE)
            signs[_CHANCE.randrange(len(signs))] = chr(_CHANCE.randrange(32, 0x2000))
            yield "".join(signs)
        else:
            length = _CHANCE.randrange(1, 40)
            yield "".join(chr(_CHANCE.randrange(32, 0x2000)) for _ in range(length))


def main() -> None:
    """Try them all and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="of passphrases (10000)")
    count = parser.parse_args().count
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "journal"
        work = KeyWork(1, 8 * 1024)
        gate = VaultGate(folder, lambda: datetime(2026, 3, 14, tzinfo=UTC), work=work)
        gate.create(_PASSPHRASE)
        gate.close()
        _try_all(folder, count)
        _compare(folder)


def _try_all(folder: Path, count: int) -> None:
    header, accepted, times = Folder(folder).header(), 0, {True: [0.0], False: [0.0]}
    for guess in guesses(count):
        for secret in (guess, _PASSPHRASE):
            begun = time.perf_counter()
            try:
                unlock(header, secret)
            except WrongPassphraseError:
                pass
            else:
                accepted += secret != _PASSPHRASE
            times[secret == _PASSPHRASE].append(time.perf_counter() - begun)
    right, wrong = (1000 * statistics.median(times[is_right]) for is_right in (True, False))
    print(f"{count} wrong passphrases, {accepted} accepted")
    print(f"right {right:.2f} ms, wrong {wrong:.2f} ms, {100 * (wrong / right - 1):+.1f} %")


def _compare(folder: Path) -> None:
    """Compare unlocking with the derivation of the key alone, at full work."""
    gate = VaultGate(folder.with_name("measured"), lambda: datetime(2026, 3, 14, tzinfo=UTC))
    gate.create(_PASSPHRASE)
    gate.close()
    header, alone, whole = Folder(gate.folder).header(), [], []
    for _ in range(7):
        begun = time.perf_counter()
        wrapping_of(header, _PASSPHRASE)
        alone.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        gate.open(_PASSPHRASE)
        whole.append(time.perf_counter() - begun)
        gate.close()
    derived, opened = statistics.median(alone), statistics.median(whole)
    print(f"{header.work}: key {derived:.3f} s, unlock {opened:.3f} s, {opened / derived:.2f} ×")


if __name__ == "__main__":
    main()
