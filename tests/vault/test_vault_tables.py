"""The entries as a table that a spreadsheet opens as it is."""

import csv
import subprocess

import pytest

from onveilig_desktop import catalog, texts
from onveilig_desktop.journal import Details, Draft, Precision, Repair
from onveilig_desktop.transfer import write_table
from tools import needed

STORY = 'Zij zei: "nee; nooit",\nen liep weg.\n\n- één'
FORMULA = '=HYPERLINK("http://example.invalid","klik")'


@pytest.fixture
def written(journal, tmp_path):
    """A journal with what is hard for a table, and where the table goes."""
    signals = frozenset({catalog.SignalId("friction.listening"), catalog.SignalId("own.weg")})
    hard = Details(place="+31 6", said="@iemand", present="\tx")
    journal.save(Draft(text=STORY, day="1-2-2026", signals=signals, trust=-2, repair=Repair.SAME))
    journal.save(
        Draft(
            text=FORMULA,
            day="2-2-2026",
            minute="8:05",
            precision=Precision.MINUTE,
            details=hard,
        )
    )
    journal.save(Draft(text="een maand", day="1-2026", precision=Precision.MONTH))
    journal.delete(journal.save(Draft(text="weg", day="3-2-2026")).id)
    return journal, tmp_path / "tabel.csv"


def rows(data, delimiter):
    return list(csv.reader(data.decode("utf-8-sig").splitlines(keepends=True), delimiter=delimiter))


@pytest.mark.parametrize(("language", "delimiter"), [("nl", ";"), ("en", ",")])
def test_every_cell_comes_back(written, language, delimiter):
    journal, path = written
    texts.use(language)
    write_table(journal, path, catalog.shipped())
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    headings, month, first, second = rows(data, delimiter)
    assert len(headings) == len(first) == 16
    assert (month[0], month[4]) == ("2026-01", "een maand")
    assert (first[0], first[4], first[7]) == ("2026-02-01", STORY, "-2")
    assert first[5].endswith("own.weg")
    assert (second[0], second[1], second[4]) == ("2026-02-02", "08:05", "'" + FORMULA)
    assert (second[10], second[14], second[15]) == ("'@iemand", "'\tx", "'+31 6")


@pytest.mark.parametrize(("language", "separator", "locale"), [("nl", 59, 1043), ("en", 44, 1033)])
def test_libreoffice_opens_it(written, tmp_path, language, separator, locale):
    """Also where it reads numbers and dates as they are written in that country."""
    needed("soffice")
    journal, path = written
    texts.use(language)
    write_table(journal, path, catalog.shipped())
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    read = f"--infilter=CSV:{separator},34,76,1,,{locale}"
    run = ["soffice", home, "--headless", read, "--convert-to"]
    run += [
        "csv:Text - txt - csv (StarCalc):44,34,76",
        "--outdir",
        str(tmp_path / "out"),
        str(path),
    ]
    subprocess.run(run, check=True, capture_output=True, timeout=120)  # noqa: S603
    found = rows((tmp_path / "out" / "tabel.csv").read_bytes(), ",")
    assert [len(row) for row in found] == [16] * 4
    assert found[2][0] == "2026-02-01"
    assert found[2][4] == STORY
    assert found[3][4].removeprefix("'") == FORMULA
