"""The shipped help lines, digit by digit, and each mistake their file can hold."""

from datetime import date

import pytest

from onveilig_desktop import catalog, resources, texts
from onveilig_desktop.catalog import CatalogError, Cost, HelpKind, OnBill
from onveilig_desktop.catalog.help_lines import parse_help_lines

# Every digit stands here a second time: a number that changes by accident fails.
NUMBERS = {
    "emergency": ["112"],
    "nl.police": ["0900-8844"],
    "nl.veilig_thuis": ["0800-2000"],
    "nl.113": ["113", "0800-0113"],
    "nl.slachtofferhulp": ["0900-0101"],
    "nl.seksueel_geweld": ["0800-0188"],
    "nl.luisterlijn": ["088 0767 000"],
    "be.police": ["101"],
    "be.1712": ["1712"],
    "be.tele_onthaal": ["106"],
    "be.zelfmoordlijn": ["1813"],
    "be.ecoute": ["0800 30 030"],
    "gb.helpline": ["0808 2000 247"],
    "de.hilfetelefon": ["116 016"],
    "us.hotline": ["1-800-799-7233"],
    "au.1800respect": ["1800 737 732"],
}
SITES = {
    "nl.veilig_thuis": ["veiligthuis.nl"],
    "nl.113": ["113.nl"],
    "nl.luisterlijn": ["deluisterlijn.nl"],
    "be.1712": ["1712.be"],
    "be.tele_onthaal": ["tele-onthaal.be"],
    "be.zelfmoordlijn": ["zelfmoord1813.be"],
}
COUNTRIES = {
    "NL": {"emergency", *(key for key in NUMBERS if key.startswith("nl."))},
    "BE": {"emergency", *(key for key in NUMBERS if key.startswith("be."))},
    "GB": {"gb.helpline"},
    "DE": {"de.hilfetelefon"},
    "US": {"us.hotline"},
    "AU": {"au.1800respect"},
}
FREE = {
    "nl.veilig_thuis",
    "nl.113",
    "nl.seksueel_geweld",
    "be.1712",
    "be.ecoute",
    "gb.helpline",
    "de.hilfetelefon",
}
SECOND_HAND = {
    "nl.luisterlijn",
    "be.tele_onthaal",
    "be.zelfmoordlijn",
    "de.hilfetelefon",
    "us.hotline",
    "au.1800respect",
}
SHIPPED = catalog.help_lines()
ROWS = SHIPPED.lines.values()


@pytest.mark.parametrize(("key", "phones"), NUMBERS.items())
def test_every_digit_is_right(key, phones):
    assert SHIPPED.lines[key].phones == phones


def test_no_line_is_there_without_a_test_of_its_number():
    assert set(SHIPPED.lines) == set(NUMBERS)


@pytest.mark.parametrize("line", ROWS, ids=list(SHIPPED.lines))
class TestShippedRow:
    def test_it_stands_under_its_own_id_and_in_its_countries(self, line):
        assert SHIPPED.lines[line.id] is line
        assert set(line.countries) == {key for key, ids in COUNTRIES.items() if line.id in ids}

    def test_its_sites_are_the_ones_that_were_seen(self, line):
        assert line.sites == SITES.get(line.id, [])

    def test_it_says_from_where_it_is_known_and_since_when(self, line):
        assert line.sources or line.is_second_hand
        assert line.is_second_hand is (line.id in SECOND_HAND)
        assert date(2026, 1, 1) <= line.checked_on < date(2026, 11, 1)

    def test_what_a_call_costs_is_said_only_where_it_is_known(self, line):
        local = {"nl.slachtofferhulp"}
        cost = Cost.FREE if line.id in FREE else Cost.LOCAL if line.id in local else Cost.UNKNOWN
        assert line.cost is cost

    def test_it_is_kept_off_the_bill_only_where_that_is_known(self, line):
        is_belgian_help = line.countries == ["BE"] and line.kind is not HelpKind.EMERGENCY
        assert (line.on_bill is OnBill.NEVER) is is_belgian_help

    def test_its_words_follow_the_language_in_use(self, line):
        assert line.name == line.names["en"]
        english = line.fact
        texts.use("nl")
        assert line.name == line.names["nl"]
        assert (line.fact, english) == (
            ("", "") if line.facts is None else (line.facts["nl"], line.facts["en"])
        )

    def test_what_is_told_of_it_are_sentences_without_opening_hours(self, line):
        told = [] if line.facts is None else list(line.facts.values())
        assert all(fact.endswith(".") for fact in told)
        assert not [fact for fact in told if ":" in fact or " uur" in fact or "24" in fact]


@pytest.mark.parametrize(
    ("language", "territory", "first"),
    [
        ("nl", "NL", ["NL", "BE"]),
        ("nl", "BE", ["BE", "NL"]),
        ("nl", "US", ["NL", "BE"]),
        ("nl", "", ["NL", "BE"]),
        ("en", "", ["NL", "BE", "GB", "DE", "US", "AU"]),
        ("en", "GB", ["GB", "NL", "BE"]),
        ("en", "BE", ["BE", "NL"]),
    ],
)
def test_the_nearest_country_comes_first(language, territory, first):
    sorted_ids = [country.id for country in SHIPPED.nearest_first(language, territory)]
    assert sorted_ids[: len(first)] == first
    assert sorted(sorted_ids) == sorted(COUNTRIES)


def test_a_country_has_its_lines_in_the_order_of_the_file():
    assert [line.id for line in SHIPPED.of("BE")] == [key for key in NUMBERS if key[:2] in "be em"]


def test_a_country_is_called_as_the_language_in_use_does():
    assert SHIPPED.countries["DE"].name == "Germany"
    texts.use("nl")
    assert SHIPPED.countries["DE"].name == "Duitsland"


def test_the_shipped_lines_are_read_once():
    assert catalog.help_lines() is SHIPPED


def broken(old, new):
    text = resources.read_text("catalog/help_lines.toml")
    assert old in text
    return text.replace(old, new, 1)


FIRST = 'phones = ["112"]'
MISTAKES = {
    "not TOML": ("version = 1", "version =", "f.toml"),
    "no version": ("version = 1", "", "f.toml"),
    "country without an id": ('id = "NL"', "", "f.toml, country 1"),
    "country listed twice": ('id = "BE"', 'id = "NL"', "f.toml, country 2"),
    "country without a name": ('name.nl = "België"', "", "f.toml, country 2"),
    "country for no known reader": ('readers = ["en"]', 'readers = ["fr"]', "f.toml, country 3"),
    "country without a line": ('countries = ["AU"]', 'countries = ["US"]', "f.toml, country 6"),
    "no id": ('id = "emergency"', "", "f.toml, line 1"),
    "listed twice": ('id = "nl.police"', 'id = "emergency"', "f.toml, line 2"),
    "in no country": ('countries = ["NL", "BE"]', "countries = []", "f.toml, line 1"),
    "in an unknown country": ('countries = ["NL"]', 'countries = ["XX"]', "f.toml, line 2"),
    "in a country that is a number": ('countries = ["NL"]', "countries = [1]", "f.toml, line 2"),
    "of no kind": ('kind = "police"', 'kind = "weather"', "f.toml, line 2"),
    "without a name": ('name.en = "Emergency"', "", "f.toml, line 1"),
    "without a number": (FIRST, "phones = []", "f.toml, line 1"),
    "a number with a letter": (FIRST, 'phones = ["l12"]', "f.toml, line 1"),
    "a number with a blank after it": (FIRST, 'phones = ["112 "]', "f.toml, line 1"),
    "facts in one language": ('facts.en = "Day and night."', "", "f.toml, line 6"),
    "an unknown cost": ('cost = "local"', 'cost = "dear"', "f.toml, line 5"),
    "an unknown bill": ('on_bill = "never"', 'on_bill = "maybe"', "f.toml, line 9"),
    "no day": ("checked_on = 2026-10-31", "", "f.toml, line 1"),
    "a day in words": ("checked_on = 2026-10-31", 'checked_on = "today"', "f.toml, line 1"),
    "a moment": ("checked_on = 2026-10-31", "checked_on = 2026-10-31T12:00:00", "f.toml, line 1"),
    "no source": ('sources = ["politie.nl", "1712.be"]', "", "f.toml, line 1"),
    "a source without a list": (
        'sources = ["politie.nl", "1712.be"]',
        'sources = "x"',
        "f.toml, line 1",
    ),
    "second-hand in words": ("second_hand = true", 'second_hand = "yes"', "f.toml, line 7"),
}


@pytest.mark.parametrize(("old", "new", "where"), MISTAKES.values(), ids=list(MISTAKES))
def test_a_mistake_is_named_by_its_file_and_row(old, new, where):
    with pytest.raises(CatalogError) as caught:
        parse_help_lines(broken(old, new), file="f.toml")
    assert caught.value.where == where
    assert str(caught.value) == f"{where}: {caught.value.what}"
