"""The README's lines are the ones that work, and its lists are true."""

import re
import sys
from pathlib import Path

import pytest

from onveilig_desktop import preflight

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8").replace("\\\n", "")


def packages(containing):
    (line,) = (line for line in README.splitlines() if re.match(rf"sudo apt .*{containing}", line))
    return set(line.split()[3:])


def test_its_two_commands_stand_there_once():
    commands = re.findall(r"^python3 .*$", README, re.MULTILINE)
    assert len(commands) == 2
    assert commands[0].endswith("&& .venv/bin/notities")
    assert commands[1].endswith("&& .venv/bin/pytest")


def test_each_command_has_a_twin_for_windows():
    twins = re.findall(r"^py .*$", README, re.MULTILINE)
    assert [twin.rpartition("\\")[2] for twin in twins] == ["notities", "pytest"]


def test_the_system_libraries_are_ones_that_the_program_asks_for():
    asked = {*preflight.WINDOW_LIBRARIES}.union(*preflight.SCREEN_LIBRARIES.values())
    named = packages("libegl1") - {"python3-venv"}
    assert named <= set(map(preflight.debian_package, asked))


def test_this_python_is_one_it_names():
    assert f"{sys.version_info.major}.{sys.version_info.minor}" in README


@pytest.mark.parametrize("link", dict.fromkeys(re.findall(r"\]\(([^)#]+)\)", README)))
def test_its_links_lead_somewhere(link):
    assert (ROOT / link).is_file()


@pytest.mark.parametrize("picture", re.findall(r'(?:src|srcset)="([^"]+)"', README))
def test_its_pictures_are_there(picture):
    assert (ROOT / picture).is_file()
