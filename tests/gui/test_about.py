"""About this program: version, licences, what is new, and how to tell of a problem."""

import importlib.metadata

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from onveilig_desktop import __version__, resources, texts
from onveilig_desktop.ui.about_page import AboutPage, news
from onveilig_desktop.ui.licences import built_on


@pytest.fixture
def about(opened):
    """The page, opened from the guide."""
    opened.click(opened.page.show_page(4).about)
    page = opened.page._aside
    assert isinstance(page, AboutPage)
    return page


def said(page):
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_it_says_its_version_its_licence_and_that_nobody_reviewed_it(about):
    words = said(about)
    assert f"Version {__version__}" in words
    assert "GNU General Public License, version 3" in words
    assert "reviewed this program yet" in words


def test_it_asks_never_to_send_what_was_written(about):
    assert "Never send text of your journal" in said(about)


def test_what_is_copied_for_a_report_says_nothing_of_the_person(opened, about):
    opened.click(about.copy)
    words = QGuiApplication.clipboard().text()
    assert words.startswith(f"Notities {__version__} · Qt 6.")
    assert str(opened.folder) not in words
    opened.click(about.back)
    opened.lock()
    opened.qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")


def test_the_licences_come_when_they_are_asked_for(opened, about):
    assert not about.licences.isVisible()
    opened.click(about.show_licences)
    assert about.licences.hasFocus()
    for one in built_on():
        assert f"{one.name} {one.version}: " in about.licences.text()


def test_back_leads_to_the_guide(opened, about):
    opened.click(about.back)
    assert opened.page.rail.shown == 4
    assert opened.page.show_page(4).about.hasFocus()


def test_everything_needed_is_listed_with_its_licence():
    found = {one.name.lower().replace("_", "-"): one for one in built_on()}
    for needed in ("pyside6-essentials", "sqlalchemy", "sqlcipher3", "pynacl", "matplotlib"):
        assert found[needed].version == importlib.metadata.version(needed)
    assert "numpy" in found  # needed by what is needed
    assert "pytest" not in found  # needed by the tests alone
    assert "Python" in [one.name for one in built_on()]
    assert found["sqlalchemy"].licence == "MIT"
    assert all(len(one.licence) <= 120 for one in found.values())
    assert [one for one in found.values() if not one.licence] in ([], [found["sqlcipher3"]])


def test_a_program_that_was_never_installed_still_names_its_python():
    assert [one.name for one in built_on("nothing-of-that-name")] == ["Python"]


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_what_is_new_is_told_in_the_language_in_use(language):
    texts.use(language)
    versions = dict(news())
    assert next(iter(versions)) == __version__
    assert all(
        point.endswith(".") and "`" not in point for told in versions.values() for point in told
    )


def test_both_languages_tell_the_same_news():
    told = []
    for language in texts.LANGUAGES:
        texts.use(language)
        told.append([(version, len(points)) for version, points in news()])
    assert told[0] == told[1]
    assert resources.read_text("CHANGELOG.nl.md") != resources.read_text("CHANGELOG.md")


def test_the_news_stand_on_the_page(about):
    for _version, points in news():
        for point in points:
            assert point in said(about)
