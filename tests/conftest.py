"""What every test stands on: compiled translations, English, no real screen."""

import os
import runpy

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from onveilig_desktop import resources, texts

settings.register_profile("untimed", deadline=None)  # a busy machine is no finding
settings.load_profile("untimed")

pytest_plugins = ["moving", "stage", "searching", "shown"]


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
