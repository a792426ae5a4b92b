"""The program in one folder, as ``.ci/run`` builds it, where Python is hidden."""

import os
import re
import shutil
import subprocess
from importlib.metadata import PathDistribution
from pathlib import Path

import pytest

from onveilig_desktop.paths import BESIDE
from person import started
from tracing import traced, tracing

BUILT = Path(os.environ.get("NOTITIES_BUNDLE", "/nowhere"))
PASSPHRASE = "blue cup on the table"  # noqa: S105 - of a test
STORY = "kanarie in the kitchen"
MOST_BYTES = 320_000_000
TELLING = re.compile("onveilig|unsafe|violen|geweld|abus|misbruik|mishandel", re.IGNORECASE)
LEAVE = ("Shift_L", "Shift_L", "Shift_L")

pytestmark = pytest.mark.skipif(
    not BUILT.is_dir(), reason="no built program is named by NOTITIES_BUNDLE; .ci/run builds one"
)


def inside():
    return sorted(BUILT.rglob("*"))


@pytest.fixture
def stick(tmp_path):
    """A folder as on a stick: the program, with a place for the journal beside it."""
    folder = tmp_path / "a stick, 100% mine (é)"
    shutil.copytree(BUILT, folder / "notities", copy_function=linked)
    (folder / BESIDE).mkdir()
    return folder


def linked(source, target):
    try:
        os.link(source, target)
    except OSError:  # another disk
        shutil.copy2(source, target)


def hidden(stick, around=()):
    """The command that starts it with no program in reach, and its folder not named."""
    bare = ["env", "-u", "NOTITIES_FOLDER", "PATH=/nonexistent"]
    return {"program": [*around, *bare, str(stick / "notities" / "notities")]}


def as_strace_spells(path):
    return "".join(chr(byte) if byte < 0x80 else f"\\{byte:o}" for byte in os.fsencode(path))


def unlock(person):
    person.wait_for_window()
    person.type(PASSPHRASE)
    person.key("Return")


def left(person):
    person.key(*LEAVE)
    person.wait(lambda: person.process.poll() is not None)
    return person.process.returncode, person.process.stdout.read()


def whole_session(person, folder):
    """Make a journal, write, look at every page, lock, unlock, and leave in the middle."""
    person.wait_for_window()
    person.key("Return")  # new journal
    person.key("Return")  # I have read this
    person.key("Return")  # go on
    person.key("Return")  # keep it here
    for _twice in range(2):
        person.type(PASSPHRASE)
        person.key("Return")
    assert (folder / "index").exists()
    person.key("ctrl+n")
    person.type(STORY)
    person.key("ctrl+s")
    for page in "2341":
        person.key(f"ctrl+{page}")
    person.key("ctrl+l")  # a fresh process takes the place of this one
    unlock(person)
    person.key("ctrl+n")
    person.type("unfinished")
    assert left(person) == (0, "")


def test_no_name_in_it_tells_what_it_is():
    names = [path.relative_to(BUILT).as_posix() for path in inside()]
    assert "notities" in names
    assert [name for name in names if TELLING.search(name)] == []


def test_it_can_be_put_on_a_stick():
    """Many sticks hold no links, and no two names that differ in their capitals only."""
    assert [path for path in inside() if path.is_symlink()] == []
    names = [str(path).lower() for path in inside()]
    assert len(set(names)) == len(names)
    assert sum(path.stat().st_size for path in inside() if path.is_file()) <= MOST_BYTES


def test_its_binding_to_qt_is_not_compiled_at_each_start():
    [loader] = BUILT.rglob("files.dir/shibokensupport/signature/loader.pyc")
    assert loader.stat().st_size > 0


def test_nothing_in_it_is_for_a_network():
    names = {path.name for path in inside() if re.search(r"\.(so|pyd|dll|dylib)\b", path.name)}
    assert "libQt6Core.so.6" in names
    assert [name for name in names if re.search("Network|ssl|tls", name)] == []


def test_every_library_finds_the_others():
    """Each is asked alone, with the folder of the program as the only help."""
    libraries = [str(path) for path in inside() if re.search(r"\.so(\.|$)", path.name)]
    help_ = {"LD_LIBRARY_PATH": str(BUILT / "_internal"), "PATH": os.environ["PATH"]}
    found = subprocess.run(
        ["ldd", *libraries], capture_output=True, text=True, env=help_, check=False
    )
    missing = {line.split()[0] for line in found.stdout.splitlines() if "not found" in line}
    assert missing <= {"libcups.so.2"}  # there where one can print


def test_the_licence_of_everything_in_it_is_kept():
    texts = BUILT / "_internal" / "resources" / "licences"
    assert (texts / "LICENSE").read_bytes() == Path("LICENSE").read_bytes()
    assert (texts / "Python").is_dir()
    found = list(BUILT.glob("_internal/*.dist-info"))
    names = {PathDistribution(info).metadata["Name"]: info for info in found}
    assert {"notities", "SQLAlchemy", "PySide6_Essentials", "typst"} <= set(names)
    for name in set(names) - {"notities", "PySide6_Essentials", "shiboken6"}:  # LICENSE, and Qt
        assert any(re.search("(?i)licen", file.name) for file in names[name].rglob("*")), name


def test_a_tour_shows_every_page_and_a_summary(tmp_path):
    """Without a screen, a home, or any other program."""
    done = subprocess.run(
        [BUILT / "notities", "--tour", tmp_path / "tour"],
        env={"PATH": "/nonexistent", "LC_ALL": "C.UTF-8", "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    pages = [page for page in (tmp_path / "tour").glob("*.png") if page.stat().st_size > 10_000]
    assert len(pages) >= 4 * 14
    assert len(list((tmp_path / "tour").glob("*.pdf"))) == 2


def test_without_a_screen_it_ends_with_one_sentence():
    done = subprocess.run(
        [BUILT / "notities"],
        env={"PATH": "/nonexistent"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_on_a_stick_it_writes_beside_itself_and_nowhere_else(display, stick, tmp_path):
    record, folder = tmp_path / "record", stick / BESIDE
    with started(display, tmp_path, **hidden(stick, tracing(record))) as person:
        whole_session(person, folder)
    trace = traced(record)
    assert trace.reaching_out() == []
    assert set(trace.started()) - {"fc-list"} == {"env", "notities"}  # which is not there
    seen = Path(as_strace_spells(folder))
    assert any(seen in path.parents for path in trace.opened_for_writing())
    assert trace.strayed(seen, tmp_path) == []
    assert all(STORY not in line for _to, line in trace.written())
    with started(display, tmp_path, **hidden(stick)) as person:  # and it is all there again
        unlock(person)
        assert left(person) == (0, "")


def test_its_process_and_window_have_a_neutral_name(display, stick, tmp_path):
    with started(display, tmp_path, **hidden(stick)) as person:
        person.wait_for_window()
        process = Path("/proc", str(person.process.pid))
        assert (process / "comm").read_text().strip() == "notities"
        for told in ("cmdline", "maps"):
            assert not TELLING.search((process / told).read_text())
        shown = person.tool("search", "--onlyvisible", "--name", ".")
        assert person.tool("search", "--onlyvisible", "--class", "^notities$") == shown


def test_the_fictional_journal_is_gone_afterwards(display, stick, tmp_path):
    with started(display, tmp_path, "--demo", **hidden(stick)) as person:
        person.wait_for_window()
        assert left(person) == (0, "")
    assert list((tmp_path / "tmp").iterdir()) == []
    assert list((stick / BESIDE).iterdir()) == []
