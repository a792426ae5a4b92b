"""What the charts say, whatever the journal holds."""

import re

import pytest

from charted import JOURNALS, chart_of
from onveilig_desktop import texts
from onveilig_desktop.report.charts import Kind

NEVER = re.compile(
    r"\b(proof|perpetrator|abuse|chance of|diagnosis|score|caused|because of the other"
    r"|bewijs|dader|misbruik|kans|diagnose|door de ander|veroorzaakt)\b|%",
    re.IGNORECASE,
)
FROM_THREE = sorted(set(Kind) - {Kind.STRIP})


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("journal", JOURNALS)
def test_every_chart_says_something_of_every_journal(journal, kind, language):
    texts.use(language)
    chart = chart_of(kind, JOURNALS[journal])
    assert chart.title
    assert chart.question.endswith("?")
    assert chart.alternative.startswith(chart.title) or kind is Kind.STRIP
    measured = {"en": "Written down personally, not measured.", "nl": "geen meting"}[language]
    assert any(measured in note for note in chart.notes)
    said = " ".join([chart.title, chart.alternative, *chart.notes])
    assert "{" not in said
    assert ".." not in said
    assert not re.search(NEVER, re.sub(r"«.*?»", "", said))


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("journal", JOURNALS)
def test_what_is_drawn_stands_in_the_table_too(journal, kind):
    chart = chart_of(kind, JOURNALS[journal])
    assert all(len(row) == len(chart.table.headers) for row in chart.table.rows)
    assert all(chart.table.headers)
    if chart.draw is not None:
        assert chart.table.rows
    elif kind is not Kind.STRIP:
        assert re.search(r"appears|something else", chart.title)


@pytest.mark.parametrize("kind", FROM_THREE)
@pytest.mark.parametrize("journal", ["empty", "one", "two", "one day", "months", "future"])
def test_below_three_days_there_are_words_alone(journal, kind):
    if journal == "one day" and kind is Kind.TRUST:
        return  # eleven answers on one day are eleven answers
    assert chart_of(kind, JOURNALS[journal]).draw is None


def test_the_strip_is_there_from_the_first_day_on():
    assert chart_of(Kind.STRIP, JOURNALS["one"]).draw is not None
    assert chart_of(Kind.STRIP, JOURNALS["empty"]).draw is None


@pytest.mark.parametrize(
    ("journal", "kind", "words"),
    [
        ("no signals", Kind.STRIP, "No signal noted yet in this period"),
        ("check-ins", Kind.STRIP, "No signal noted yet in this period"),
        ("months", Kind.GAPS, "For 3 entries only the month is known; this picture appears"),
        ("empty", Kind.GAPS, "Nothing to count here yet"),
        ("thirty years", Kind.GAPS, "Each time 7 days between"),
    ],
)
def test_what_is_there_is_not_called_nothing(journal, kind, words):
    assert chart_of(kind, JOURNALS[journal]).title.startswith(words)


def test_a_gap_that_began_today_is_not_told_of():
    assert not any("Now" in note for note in chart_of(Kind.GAPS, JOURNALS["thirty years"]).notes)
