"""The walls of the house: how long a thing may be, and what stands at the front door."""

import ast
import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("onveilig_desktop", "resources", "tests")
FRONT_DOOR = {*ROOMS, "LICENSE", "README.md", "pyproject.toml"}
BUILT = {"build", "dist"}
LONGEST_FILE, LONGEST_CLASS, LONGEST_FUNCTION = 300, 250, 40
READ_BY_PEOPLE = {".py", ".qss", ".toml", ".typ"}

# Digests of words that have no place in any file, so that they do not stand here either:
# hosts of package registries, and the names of tools by which a text may have been made.
SHUNNED = """
    00a7dc5a0cc38858 053ea4804ef1bb33 0dc11026ac75c015 317d2d52829b7812 32e83e92d45d71f6
    386ebc0efd04339a 3ca29e55be4befa4 3ea125d0bff386e6 487b91042c7cf27a 4db460c55b85212e
    51c6b9f69c48a75b 57de4cf40144bdf7 60965168ce762e94 71741fe2460a6150 789e46d79514e280
    7d3194f79e645c42 8b5bb5eb9d758455 9495278a74715c7e a4aa2ac280bb8d1a c247e9808f5e81b8
    c70eca6b0f88f44d c857d09db23e6822 c899567ee9068517 de2187af3fb01170 eb7e11c7f9ecbcf4
"""


def in_rooms(suffixes):
    return sorted(
        path.relative_to(ROOT)
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.suffix in suffixes and "__pycache__" not in path.parts
    )


def text_of(path):
    return (ROOT / path).read_text(encoding="utf-8")


def length(node):
    return node.end_lineno - node.lineno + 1


def tracked():
    """Return the files under version control, or those in the rooms of an unpacked release."""
    paths = in_rooms({*READ_BY_PEOPLE, ".md", ".po", ".svg"})
    if shutil.which("git") and (ROOT / ".git").exists():
        git = ["git", "-C", str(ROOT), "ls-files", "-z", "-co", "--exclude-standard"]
        listed = subprocess.run(git, capture_output=True, text=True, check=True)  # noqa: S603
        paths = map(Path, listed.stdout.split("\0")[:-1])
    return [path for path in paths if (ROOT / path).is_file()]


@pytest.mark.parametrize("path", in_rooms(READ_BY_PEOPLE), ids=str)
def test_a_file_can_be_read_in_one_sitting(path):
    assert len(text_of(path).splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", in_rooms({".py"}), ids=str)
def test_classes_and_functions_are_short(path):
    longest = {ast.ClassDef: LONGEST_CLASS, ast.FunctionDef: LONGEST_FUNCTION}
    nodes = [node for node in ast.walk(ast.parse(text_of(path))) if type(node) in longest]
    too_long = {node.name: length(node) for node in nodes if length(node) > longest[type(node)]}
    assert too_long == {}


def test_nothing_else_stands_at_the_front_door():
    shown = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert shown - BUILT == FRONT_DOOR


@pytest.mark.parametrize("path", in_rooms({".py"}), ids=str)
def test_a_module_is_named_after_what_it_holds(path):
    assert path.stem not in {"base", "common", "core", "helpers", "misc", "util", "utils"}


@pytest.mark.parametrize(
    "path", sorted((ROOT / "onveilig_desktop/ui").glob("*.py")), ids=lambda path: path.name
)
def test_nobody_asks_qt_for_a_parent(path):
    """The binding's stand-in for it may take what is inside with it when it goes."""
    nodes = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    called = {node.func.attr for node in nodes if isinstance(node.func, ast.Attribute)}
    assert called & {"parentWidget", "parent"} == set()


def test_no_shunned_word_stands_in_any_file():
    found = {
        (str(path), word)
        for path in tracked()
        for word in set(re.findall(r"[a-z]+(?:\.[a-z]+)*", readable(path).lower()))
        if hashlib.sha256(word.encode()).hexdigest()[:16] in SHUNNED
    }
    assert found == set()


def readable(path):
    try:
        return text_of(path)
    except UnicodeDecodeError:
        return ""
