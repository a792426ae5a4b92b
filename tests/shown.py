"""A screen in memory, for programs that run in a process of their own."""

import os
import subprocess

import pytest

from tools import needed


@pytest.fixture(scope="session")
def display():
    needed("Xvfb", "xdotool")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-noreset"]
    command += ["-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)  # noqa: S603
    os.close(write)
    with os.fdopen(read, encoding="ascii") as number:
        name = f":{number.readline().strip()}"
    yield name
    server.terminate()
    server.wait()
