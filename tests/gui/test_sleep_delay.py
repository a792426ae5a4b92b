"""The computer waits with its sleep until the journal is locked."""

from threading import Event

import pytest

from desktop_bus import Login, desktop
from onveilig_desktop.ui.locked_page import LockedPage
from stage import PASSPHRASE


@pytest.fixture
def desk(tmp_path, monkeypatch):
    with desktop(tmp_path) as made:
        for name, value in made.environment.items():
            monkeypatch.setenv(name, value)
        yield made


@pytest.fixture
def login(desk):
    made = Login(desk)
    yield made
    made.leave()


@pytest.fixture
def waiting(opened, login):
    """A journal that is open, while the computer would wait for it."""
    listen(opened)
    opened.qtbot.waitUntil(lambda: opened.guards.away.delay._lock is not None)
    assert login.waits == 1
    return opened


def listen(stage):
    with stage.qtbot.waitSignal(stage.guards.away.listening):
        stage.guards.away.listen(0)


def test_it_asks_for_a_moment_in_words_that_say_nothing(waiting, login):
    asked = ["sleep", "notities", "Saves what is open", "delay"]
    assert login.asked == [("org.freedesktop.login1.Manager", "Inhibit", asked)]


def test_it_asks_once(waiting, login):
    waiting.page.session.prefer(waiting.page.session.preferences)
    waiting.settle()
    waiting.write("koffie")
    assert (len(login.asked), login.waits) == (1, 1)


def test_the_computer_waits_until_what_was_typed_is_sealed_and_the_key_is_gone(
    waiting, login, desk
):
    waiting.click(waiting.page.journal_page.new)
    waiting.type(waiting.page.journal_page.editor.text, "half a senten")
    is_busy, goes_on = Event(), Event()
    waiting.tasks.run(
        lambda: (is_busy.set(), goes_on.wait()), owner=waiting.window, done=id, failed=id
    )
    assert is_busy.wait(20)
    desk.sleep()
    waiting.qtbot.waitUntil(lambda: waiting.page.session.hides_texts)
    waiting.qtbot.wait(100)
    assert login.waits == 1
    found = []
    waiting.window.shut.connect(lambda: found.append(drafts_when_opened_anew(waiting)))
    goes_on.set()
    waiting.qtbot.waitUntil(lambda: login.waits == 0, timeout=20_000)
    assert found == [["half a senten"]]
    assert isinstance(waiting.page, LockedPage)


def drafts_when_opened_anew(stage):
    """Return what was sealed; nothing opens a journal a second time while it is open."""
    gate = stage.world.gate_at(stage.folder)
    drafts = [draft.text for draft in gate.open(PASSPHRASE).drafts()]
    gate.close()
    return drafts


def test_it_is_let_sleep_by_locking_and_waits_anew_after_opening(waiting, login):
    waiting.lock()
    waiting.qtbot.waitUntil(lambda: login.waits == 0)
    waiting.unlock()
    waiting.qtbot.waitUntil(lambda: login.waits == 1)
    assert len(login.asked) == 2


def test_an_answer_that_comes_after_locking_holds_nothing(waiting, login):
    delay = waiting.guards.away.delay
    delay.let_go()
    delay.hold()
    delay.let_go()
    waiting.qtbot.waitUntil(lambda: len(login.asked) == 2)
    waiting.qtbot.waitUntil(lambda: login.waits == 0)
    waiting.qtbot.waitUntil(lambda: not delay._is_asked)
    delay.hold()
    waiting.qtbot.waitUntil(lambda: login.waits == 1)


def test_it_still_waits_the_next_time_when_nothing_could_be_sealed(waiting, login, desk):
    waiting.click(waiting.page.journal_page.new)
    waiting.type(waiting.page.journal_page.editor.text, "half")
    database = next(file for file in waiting.folder.iterdir() if len(file.name) == 32)
    database.rename(waiting.folder.parent / "elsewhere")
    desk.sleep()
    waiting.qtbot.waitUntil(lambda: waiting.page.session.hides_texts)
    waiting.settle()
    desk.sleep(begins=False)
    assert login.waits == 1
    (waiting.folder.parent / "elsewhere").rename(database)
    desk.sleep()
    waiting.qtbot.waitUntil(lambda: login.waits == 0, timeout=20_000)
    assert isinstance(waiting.page, LockedPage)


def test_locking_with_a_copy_hurries_when_the_computer_sleeps(waiting, login, desk):
    waiting.write("koffie")
    is_busy, goes_on = Event(), Event()
    waiting.tasks.run(
        lambda: (is_busy.set(), goes_on.wait()), owner=waiting.window, done=id, failed=id
    )
    waiting.window.lock_at_once(waiting.window._tell_copying)
    desk.sleep()
    waiting.qtbot.waitUntil(lambda: waiting.window._shutting._going.is_stopped)
    goes_on.set()
    waiting.qtbot.waitUntil(lambda: login.waits == 0, timeout=20_000)
    assert isinstance(waiting.page, LockedPage)
    assert list(waiting.folder.glob("copies/*")) == []


def test_where_no_login_service_is_it_goes_on_silently(opened, desk, capfd):
    listen(opened)
    opened.qtbot.waitUntil(lambda: not opened.guards.away.delay._is_asked)
    assert opened.guards.away.delay._lock is None
    assert capfd.readouterr() == ("", "")
    desk.sleep()
    opened.qtbot.waitUntil(lambda: bool(opened.ended), timeout=20_000)
    assert isinstance(opened.page, LockedPage)
