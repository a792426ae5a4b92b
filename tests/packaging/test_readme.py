"""The README's lines are the ones that work, and its lists are true."""

import re
import sys
import tomllib
from pathlib import Path

import pytest

from onveilig_desktop import preflight

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8").replace("\\\n", "")


FLOORS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
LAYERS, QT, *_others = FLOORS["contracts"]
ROOMS = re.findall(r"\w+", " ".join(LAYERS["layers"]))
"""Every floor, from the roof down."""


def test_the_house_has_the_floors_that_are_kept_apart():
    table = README.partition("The house, from the roof down")[2].partition("What is added")[0]
    names = [
        name for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in row.split()
    ]
    assert sorted(name.strip("`") for name in names if name != "·") == sorted(ROOMS)


def test_contributing_has_them_in_their_order():
    told = (ROOT / ".github/CONTRIBUTING.md").read_text(encoding="utf-8")
    told = told.partition("## The floors")[2].partition("A module knows")[0]
    assert re.findall(r"`(\w+)`", told) == ROOMS


def test_every_floor_below_the_window_is_kept_from_qt():
    kept = {name.rpartition(".")[2] for name in QT["source_modules"]}
    assert kept == {*ROOMS} - {"app", "tour", "ui"}


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
