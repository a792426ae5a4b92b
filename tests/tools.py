"""Programs that others wrote and that some tests need."""

import os
import shutil

import pytest


def needed(*names: str) -> None:
    """Leave the test out where one of them is missing; where everything must pass, fail it."""
    missing = [name for name in names if shutil.which(name) is None]
    if missing:
        stop = pytest.fail if os.environ.get("CI") else pytest.skip
        stop(f"needs {', '.join(missing)}; the README says how to get them")
