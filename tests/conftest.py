"""What every test stands on: compiled translations, English, no real screen."""

import os
import runpy
from contextlib import suppress

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from onveilig_desktop import resources, texts

# A busy machine is no finding.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
PATIENCE_MS = 20_000

pytest_plugins = ["moving", "stage", "searching", "shown"]


def pytest_xdist_auto_num_workers():
    """One more than there are processors: a test that waits for a program leaves its own free."""
    with suppress(AttributeError):  # only Linux tells which of them are ours
        return len(os.sched_getaffinity(0)) + 1
    return (os.cpu_count() or 1) + 1


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
