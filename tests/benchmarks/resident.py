"""What a program takes: of the memory, and of a processor while nobody does anything."""

import os
import re
import time
from pathlib import Path


def resident(process: int) -> float:
    """Return the memory of *process* that lies in the chips, shared or not, in MB."""
    return _said(f"/proc/{process}/status", "VmRSS")


def highest() -> float:
    """Return the most memory that this process had at once since ``forget_highest``, in MB."""
    return _said("/proc/self/status", "VmHWM")


def forget_highest() -> None:
    """Begin to note the most memory of this process anew."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def proportional(process: int) -> float:
    """Return the memory of *process*, with its part of what others share (PSS), in MB."""
    return _said(f"/proc/{process}/smaps_rollup", "Pss")


def used(process: int) -> float:
    """Return the processor time that *process* has used, in seconds."""
    schedules = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(one.read_text().split()[0]) for one in schedules) / 1e9


def at_rest(process: int, seconds: float) -> float:
    """Return how much of one processor *process* takes while nobody does anything, in %."""
    before, begun = used(process), time.monotonic()
    time.sleep(seconds)
    return 100 * (used(process) - before) / (time.monotonic() - begun)


def forget_files() -> bool:
    """Let everything be read from the disk anew; say whether this machine allows it."""
    os.sync()
    try:
        Path("/proc/sys/vm/drop_caches").write_text("3", encoding="ascii")
    except OSError:
        return False
    return True


def _said(file: str, name: str) -> float:
    found = re.search(rf"^{name}:\s+(\d+)", Path(file).read_text(encoding="ascii"), re.MULTILINE)
    assert found is not None
    return int(found[1]) / 1024
