"""What is handed out: a wheel and a source archive, built from the checkout without a network."""

import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    """Return the names in the source archive and in the wheel, and the wheel itself."""
    folder = tmp_path_factory.mktemp("release")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,), (archive,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    with tarfile.open(archive) as source:
        inside = {name.partition("/")[2] for name in source.getnames()}
    return inside, zipfile.ZipFile(wheel)


def shipped():
    files = (path.relative_to(RESOURCES) for path in RESOURCES.rglob("*") if path.is_file())
    return {path.as_posix() for path in files if "__pycache__" not in path.parts}


def test_the_wheel_holds_every_resource_and_the_compiled_words(release):
    _source, wheel = release
    start = "onveilig_desktop/_resources/"
    inside = {name.removeprefix(start) for name in wheel.namelist() if name.startswith(start)}
    assert "locale/nl.mo" in inside
    assert inside == shipped()


def test_no_name_of_a_shipped_file_tells_what_the_program_is():
    """In the program in one folder they stand in the open."""
    telling = re.compile("onveilig|unsafe|violen|geweld|abus|misbruik", re.IGNORECASE)
    assert [name for name in shipped() if telling.search(name)] == []


def test_the_wheel_holds_the_program_and_nothing_beside_it(release):
    _source, wheel = release
    tops = {name.partition("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith((".dist-info", ".data"))} == {
        "onveilig_desktop"
    }
    modules = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("onveilig_desktop/**/*.py")}
    assert modules <= set(wheel.namelist())


def test_the_wheel_brings_its_licence_and_both_names_of_the_program(release):
    _source, wheel = release
    (info,) = {name.partition("/")[0] for name in wheel.namelist() if ".dist-info/" in name}
    assert wheel.read(f"{info}/licenses/LICENSE") == (ROOT / "LICENSE").read_bytes()
    entries = wheel.read(f"{info}/entry_points.txt").decode()
    assert "[gui_scripts]\nnotities = onveilig_desktop.app:main" in entries
    assert "onveilig = onveilig_desktop.app:main" in entries


def test_the_wheel_tells_a_desktop_of_it_where_a_desktop_looks(release):
    _source, wheel = release
    shared = {name.partition(".data/data/share/")[2] for name in wheel.namelist()}
    assert shared - {""} == {
        "applications/notities.desktop",
        "icons/hicolor/scalable/apps/notities.svg",
        "metainfo/org.notities.Notities.metainfo.xml",
    }


def test_the_source_archive_can_be_built_and_tested_again(release):
    source, _wheel = release
    assert {"pyproject.toml", "README.md", "LICENSE", "tests/conftest.py"} <= source
    assert {f"resources/{name}" for name in shipped() if not name.endswith(".mo")} <= source
