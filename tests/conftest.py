"""What every test stands on: compiled translations, English, no real screen."""

import os
import runpy
import sys
from contextlib import suppress

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from onveilig_desktop import resources, texts
from tools import keep_mounts_apart

# A busy machine is no finding.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
PATIENCE_MS = 20_000
_WAIT = {"functional", "packaging"}
"""Folders of tests that start programs and wait for them."""
_LONGEST = {"test_vault_kills", "test_week_by_keys", "test_killed_while_typing"}
_MEMORY = "/dev/shm"  # noqa: S108 - pytest makes a folder of its own in it
_ROOM = 2 << 30
"""Bytes: a hundred million at most, and each copy of a built program three times that."""


def _is_roomy(place):
    """Whether programs may be started from there, and all that the tests need has room."""
    with suppress(AttributeError, OSError):  # not on every system
        disk = os.statvfs(place)
        is_closed = disk.f_flag & (os.ST_RDONLY | os.ST_NOEXEC) or not os.access(place, os.W_OK)
        return not is_closed and disk.f_bavail * disk.f_frsize > _ROOM
    return False


if _is_roomy(_MEMORY):  # each of thousands of journals would wait for a disk many times
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", _MEMORY)
# where that is set, each of the programs that are started would compile all of ours anew
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

pytest_plugins = ["moving", "stage", "searching", "shown"]


def pytest_configure():
    """Take the small disks of the tests along when this process is killed."""
    keep_mounts_apart()


def pytest_xdist_auto_num_workers():
    """One more than there are processors: a test that waits for a program leaves its own free."""
    with suppress(AttributeError):  # only Linux tells which of them are ours
        return len(os.sched_getaffinity(0)) + 1
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Begin with what takes longest and waits for programs: it all goes to the first process.

    The others have the processors meanwhile, then take over what that has not come to; so no
    long test is left to run alone at the end.
    """
    items.sort(key=lambda one: (one.path.stem not in _LONGEST, one.path.parent.name not in _WAIT))


class PatientBot(QtBot):
    """Waits as long as it may take where others want the processor too."""

    def waitUntil(self, callback, *, timeout=PATIENCE_MS):
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=PATIENCE_MS, **how):
        return super().waitSignal(signal, timeout=timeout, **how)


@pytest.fixture
def qtbot(qapp, request):
    return PatientBot(request)


@pytest.fixture(scope="session", autouse=True)
def _compiled_catalogs():
    """Translations as they stand in the sources, not as they were at the last build."""
    script = resources.path("locale/compile_catalogs.py")
    runpy.run_path(str(script))["compile_catalogs"]()


@pytest.fixture(autouse=True)
def _english(_compiled_catalogs):
    texts.use("en")
    yield
    texts.use("en")  # for what is lent to a whole file, and made before the next test begins
