"""How a Linux desktop gets to know the program: its entry, its description, its Flatpak."""

import configparser
import re
import subprocess
import xml.etree.ElementTree as ET

import pytest
import yaml

from onveilig_desktop import __version__, resources
from tools import needed

ENTRY = resources.path("desktop/notities.desktop")
ABOUT = resources.path("desktop/org.notities.Notities.metainfo.xml")
FLATPAK = resources.path("desktop/org.notities.Notities.yml")
TELLING = re.compile(
    r"onveilig|unsafe|safe|signal|relat|partner|violen|geweld|abus|misbruik|patroon|pattern|help",
    re.IGNORECASE,
)
WITHOUT_NETWORK = {"wayland", "fallback-x11", "ipc"}


@pytest.fixture
def entry():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(ENTRY, encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.fixture
def flatpak():
    return yaml.safe_load(FLATPAK.read_text(encoding="utf-8"))


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_entry_is_valid():
    needed("desktop-file-validate")
    done = run("desktop-file-validate", "--no-hints", str(ENTRY))
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_description_is_valid():
    needed("appstreamcli")
    done = run("appstreamcli", "validate", "--no-net", str(ABOUT))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", [ENTRY, ABOUT, FLATPAK], ids=lambda file: file.name)
def test_nothing_in_it_tells_what_it_is(file):
    assert not TELLING.search(file.name)
    assert not TELLING.search(file.read_text(encoding="utf-8"))


def test_the_window_finds_its_entry(entry, qapp):
    from onveilig_desktop.app import _NAME

    assert entry["Exec"] == entry["Icon"] == entry["StartupWMClass"] == ENTRY.stem == _NAME


def test_it_speaks_both_languages(entry):
    assert (entry["Name"], entry["Name[nl]"]) == ("Notes", "Notities")
    assert entry["Comment"] != entry["Comment[nl]"]
    about = ET.fromstring(ABOUT.read_text(encoding="utf-8"))  # noqa: S314 - our own
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    spoken = [part.get(language) for part in about.iter() if part.tag in {"p", "li", "summary"}]
    assert spoken.count("nl") == spoken.count(None) > 0


def test_the_description_tells_of_this_version():
    about = ET.fromstring(ABOUT.read_text(encoding="utf-8"))  # noqa: S314 - our own
    assert next(release.get("version") for release in about.iter("release")) == __version__
    assert about.findtext("launchable") == ENTRY.name


def test_the_flatpak_has_no_network(flatpak):
    asked = [argument.partition("=") for argument in flatpak["finish-args"]]
    assert {value for name, _, value in asked if name in {"--share", "--socket"}} == WITHOUT_NETWORK
    assert {name for name, _, _value in asked} <= {
        *("--share", "--socket", "--filesystem", "--talk-name", "--system-talk-name"),
    }


def test_the_flatpak_asks_the_bus_for_what_the_program_listens_to(flatpak):
    from onveilig_desktop.ui import going_away

    asked = {value for name, _, value in map(split, flatpak["finish-args"]) if "talk" in name}
    listened = {*going_away._SCREEN_SAVERS, going_away._MANAGER.rpartition(".")[0]}
    assert asked == listened


def split(argument):
    return argument.partition("=")


def test_the_flatpak_brings_what_is_there(flatpak):
    (module,) = flatpak["modules"]
    for source in module["sources"]:
        if "one-folder" not in source["path"]:
            assert (FLATPAK.parent / source["path"]).is_dir()
    assert flatpak["app-id"] == FLATPAK.stem
    assert flatpak["rename-desktop-file"] == ENTRY.name
