"""What the privacy page says of this computer is what was seen of it, each time anew."""

import os
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QLabel

from onveilig_desktop.surroundings import Disk, Memory, Readers, Sessions
from onveilig_desktop.ui import privacy_page
from onveilig_desktop.ui import privacy_words as words
from onveilig_desktop.ui.privacy_page import PrivacyPage
from onveilig_desktop.ui.privacy_words import Here
from tools import left_out, needed

SEEN = [
    (Here.SYNCED, "synced_by", words.synced_here, ("", "Dropbox")),
    (Here.READERS, "readers_of", words.readers_here, tuple(Readers)),
    (Here.SESSIONS, "sessions", words.sessions_here, (None, Sessions(0, 0), Sessions(2, 1))),
    (Here.DISK, "disk_under", words.disk_here, tuple(Disk)),
    (Here.MEMORY, "memory", words.memory_here, tuple(Memory)),
    (Here.PROCESS, "is_shut_off", words.process_here, (None, True, False)),
    (Here.HEARING, "hears", words.hearing_here, (None, True, False)),
]
SAYING = """
import sys
from onveilig_desktop.hardening import harden
if "open" not in sys.argv:
    harden()
print("ready", flush=True)
sys.stdin.read()
"""


def test_every_sentence_about_this_computer_is_among_them():
    """But for the one that follows what the person set, which has a test of its own."""
    assert {which for which, *_rest in SEEN} | {Here.CAPTURE} == set(Here)


@pytest.mark.parametrize(("which", "seen", "say", "answers"), SEEN, ids=[one[0] for one in SEEN])
def test_the_page_follows_what_is_seen(opened, monkeypatch, which, seen, say, answers):
    for answer in answers:
        monkeypatch.setattr(privacy_page, seen, lambda *_, answer=answer: answer)
        opened.page.visit(PrivacyPage)
        opened.settle()
        page = opened.page._aside
        said = [part.text() for part in page.findChildren(QLabel) if part.isVisible()]
        assert page.sentences[which] == say(answer)
        assert say(answer) in said
        opened.click(page.back)


def test_a_clock_that_was_put_back_hides_no_opening(opened):
    opened.lock()
    opened.pass_days(-400)
    opened.unlock()
    opened.lock()
    opened.pass_days(400)
    opened.unlock()
    opened.page.visit(PrivacyPage)
    opened.settle()
    labels = [part.text() for part in opened.page._aside.findChildren(QLabel)]
    assert [said for said in labels if "12:00" in said] == [
        "Friday 20 November 2026, 12:00 · this time",
        "Thursday 16 October 2025, 12:00",
        "Friday 20 November 2026, 12:00",
    ]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tried on Linux only")
@pytest.mark.parametrize("how", ["shut", "open"])
def test_another_program_of_this_login_is_refused(how):
    """And it is let in where the program did not shut itself off."""
    command = [*powerless(), sys.executable, "-c", SAYING, how]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:  # noqa: S603
        assert process.stdout.readline() == "ready\n"
        told = {what: looked(what, process.pid) for what in ("environ", "maps", "mem")}
        process.communicate("")
    refused = {what for what, said in told.items() if "PermissionError" in said}
    if how == "shut":
        assert refused == {"environ", "maps", "mem"}
    else:
        assert refused <= {"mem"}  # some systems let nobody in there


def looked(what, process):
    """What another program of this login is told when it looks."""
    code = f"open('/proc/{process}/{what}', 'rb').read(0)"
    command = [*powerless(), sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr  # noqa: S603


def powerless():
    """How the administrator starts a program that has no more power than those of others."""
    if os.getuid() != 0:
        return []
    needed("setpriv")
    command = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
    if subprocess.run([*command, "true"], check=False).returncode != 0:  # noqa: S603
        left_out("THIS MACHINE GIVES NO POWER UP: who may look inside was not tested")
    return command
