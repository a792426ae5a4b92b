"""The four recipes of the README, followed step by step in a copy of the checkout."""

import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from killing import CHEAP, PASSPHRASE
from onveilig_desktop.journal import Draft
from onveilig_desktop.vault import VaultGate

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "tests" / "data" / "recipes"
PARTS = ("onveilig_desktop", "resources", "tests", "pyproject.toml")
UNFIT = shutil.ignore_patterns("__pycache__", "*.mo", ".hypothesis")
START = 'import sys; sys.path.insert(0, "."); '


class Copy:
    """A checkout of one's own, and the files in it that were changed."""

    def __init__(self, root):
        self.root = root
        self.changed = set()
        for part in PARTS:
            source = ROOT / part
            if source.is_dir():
                shutil.copytree(source, root / part, ignore=UNFIT)
            else:
                shutil.copy2(source, root / part)
        (root / "README.md").write_text("")
        (root / "LICENSE").write_text("")

    def edit(self, name, *changes):
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        for before, after in changes:
            assert before in text, f"{name} has no {before}"
            text = text.replace(before, after, 1)
        self.write(name, text)

    def append(self, name, text):
        self.write(name, (self.root / name).read_text(encoding="utf-8") + text)

    def write(self, name, text):
        (self.root / name).write_text(text, encoding="utf-8")
        self.changed.add(name)

    def run(self, *command):
        done = subprocess.run(
            [sys.executable, *command],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(self.root), "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.splitlines()

    def test(self, *paths):
        self.run("-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", *paths)


@pytest.fixture
def copy(tmp_path):
    return Copy(tmp_path / "copy")


def recipe(name):
    """The files that the README names in one of its recipes."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    _before, _title, rest = readme.partition(f"**{name}.**")
    told = rest.partition("\n\n")[0]
    return {one for one in re.findall("`([^`]+)`", told) if "/" in one}


def assert_told(copy, name):
    """Every file that had to be changed is named in the recipe, and no other."""
    told = recipe(name)
    patterns = {path for path in told if "*" in path}
    for path in copy.changed:
        assert path in told or any(Path(path).match(each) for each in patterns), path
    for path in told:
        assert any(Path(each).match(path) for each in copy.changed), path


def test_a_signal(copy):
    copy.append(
        "resources/catalog/signals.toml",
        """
[[signal]]
id = "friction.tea"
about = "other"
label.nl = "Samen thee gedronken"
label.en = "Had tea together"
meaning.nl = "Er was tijd voor elkaar."
meaning.en = "There was time for each other."
""",
    )
    copy.edit("tests/unit/test_catalog.py", ("\n}\n", '\n    "friction.tea": (OTHER, None),\n}\n'))
    copy.test("tests/unit/test_catalog.py", "tests/gui/test_editor.py")
    code = "from onveilig_desktop.catalog import shipped; print(*shipped().signals)"
    assert "friction.tea" in copy.run("-c", code)[0].split()
    assert_told(copy, "A signal")


def test_a_chart(copy):
    charts = "onveilig_desktop/report/charts"
    copy.write(f"{charts}/months.py", (EXAMPLES / "months.py").read_text(encoding="utf-8"))
    copy.edit(f"{charts}/chart.py", ('TRUST = "trust"', 'TRUST = "trust"\n    MONTHS = "months"'))
    copy.edit(
        f"{charts}/__init__.py",
        ("import gaps, returns", "import gaps, months, returns"),
        ("Kind.TRUST: trust.make,", "Kind.TRUST: trust.make,\n    Kind.MONTHS: months.make,"),
    )
    asked = '_("More trust or more doubt?"),'
    copy.edit(f"{charts}/around.py", (asked, f'{asked}\n        Kind.MONTHS: _("Which month?"),'))
    listed = '(Kind.TRUST, _("Trust or doubt"), _("More trust in myself, or more doubt?")),'
    copy.edit(
        "onveilig_desktop/ui/chart_panel.py",
        (listed, f'{listed}\n        (Kind.MONTHS, _("Months"), _("Which month?")),'),
    )
    dutch = {
        "Which month?": "Welke maand?",
        "Months": "Maanden",
        "Month": "Maand",
        "Days noted in each month": "Dagen genoteerd per maand",
    }
    words = "".join(f'\nmsgid "{one}"\nmsgstr "{other}"\n' for one, other in dutch.items())
    copy.append("resources/locale/nl.po", words)
    copy.test(
        "tests/test_translations.py::test_it_has_its_dutch",
        "tests/gui/test_patterns_charts.py::test_every_chart_is_one_press_away",
    )
    code = (
        START + "sys.path.append('tests'); from charted import LOOK, full; import charted\n"
        "from onveilig_desktop.report.charts import Kind, drawing\n"
        "chart = charted.chart_of(Kind.MONTHS, full())\n"
        "print(chart.title, len(chart.table.rows)); print(drawing.svg(chart, LOOK, 600)[:5])"
    )
    assert copy.run("-c", code) == ["Days noted in each month 12", "b'<?xml'"]
    assert_told(copy, "A chart")


def test_a_language(copy):
    copy.edit(
        "onveilig_desktop/texts.py",
        ('Literal["nl", "en"]', 'Literal["nl", "en", "de"]'),
        ('"en": "English"}', '"en": "English", "de": "Deutsch"}'),
    )
    one_language = re.compile(r'^(\w+)\.en = (""".*?"""|.*?$)', re.MULTILINE | re.DOTALL)
    for folder in ("catalog", "demo"):
        for file in (copy.root / "resources" / folder).glob("*.toml"):
            text = one_language.sub(r"\g<0>\n\1.de = \2", file.read_text(encoding="utf-8"))
            copy.write(f"resources/{folder}/{file.name}", text)
    nl, news = "resources/locale/nl.po", "resources/CHANGELOG.md"
    copy.write("resources/locale/de.po", (copy.root / nl).read_text(encoding="utf-8"))
    copy.write("resources/CHANGELOG.de.md", (copy.root / news).read_text(encoding="utf-8"))
    copy.write("resources/words/de.txt", "Apfel\nBirne\nKirsche\nPflaume\n")
    english = '"en": "CHANGELOG.md"'
    copy.edit("onveilig_desktop/ui/about_page.py", (english, f'{english}, "de": "CHANGELOG.de.md"'))
    copy.edit("onveilig_desktop/transfer/table_writing.py", ('"en": ","', '"en": ",", "de": ";"'))
    copy.edit(
        "onveilig_desktop/journal/dates/vocabulary.py",
        ('"gisteren gister yesterday', '"gestern gisteren gister yesterday'),
    )
    copy.test("tests/unit/test_catalog.py", "tests/unit/test_help_lines.py")
    assert copy.run("-c", SPOKEN) == [
        "Deutsch",
        "['yesterday']",
        "Freitag 20 November 2026",
        "de",
        "True",
    ]
    assert_told(copy, "A language")


SPOKEN = f"""{START}import runpy; from datetime import date
runpy.run_path("resources/locale/compile_catalogs.py")["compile_catalogs"]()
from PySide6.QtWidgets import QApplication, QPushButton
application = QApplication([])
from onveilig_desktop import catalog, demo, passphrases, texts
from onveilig_desktop.journal import Preferences
from onveilig_desktop.journal.dates.vocabulary import terms_of
from onveilig_desktop.ui.about_page import news
from onveilig_desktop.ui.language import speak
from onveilig_desktop.ui.locked_page import LockedPage
speak("de")
(own,) = [one for one in LockedPage(has_journal=True).findChildren(QPushButton) if one.isChecked()]
print(own.text())
print(terms_of("gestern"))
print(texts.day_words(date(2026, 11, 20)))
print(Preferences(language="de").language)
stories = [scene.text["de"] for scene in demo.story()]
print(all([*stories, *news(), passphrases.phrase("de"), *map(str, catalog.shipped().signals)]))
"""


def test_a_migration(copy, tmp_path):
    folder = tmp_path / "journal"
    gate = VaultGate(folder, lambda: datetime(2026, 3, 1, 12, tzinfo=UTC), work=CHEAP)
    gate.create(PASSPHRASE).save(Draft(text="written before", day="1-3-2026"))
    gate.close()
    revision = "onveilig_desktop/vault/migrations/versions/0002_weather.py"
    copy.write(revision, (EXAMPLES / "0002_weather.py").read_text(encoding="utf-8"))
    copy.edit("onveilig_desktop/vault/migrate.py", ('"0001"', '"0002"'))
    copy.append("onveilig_desktop/vault/schema.py", WEATHER)
    copy.test("tests/vault/test_vault_migrations.py")
    assert copy.run("-c", OPENED, str(folder), PASSPHRASE) == ["written before", "0002 weather"]
    assert_told(copy, "A migration")


WEATHER = """
weather: Final = Table(
    "weather",
    metadata,
    Column("day", Integer, primary_key=True),
    Column("words", Text, nullable=False),
    sqlite_strict=True,
)
"""
OPENED = """import sys; from datetime import UTC, datetime; from pathlib import Path
from onveilig_desktop.vault import VaultGate
gate = VaultGate(Path(sys.argv[1]), lambda: datetime(2026, 3, 2, tzinfo=UTC))
print(*(line.opening for line in gate.open(sys.argv[2]).lines()))
with gate._vault._begin() as connection:
    version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    print(version, connection.exec_driver_sql("PRAGMA table_list(weather)").first()[1])
"""
