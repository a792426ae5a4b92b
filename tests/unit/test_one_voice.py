"""Questions and signals say «ik»; what is counted around them speaks to nobody, also on paper."""

import re

import pytest
from babel.messages.pofile import read_po

from onveilig_desktop import resources

TO_SOMEONE = re.compile(r"\b(je|jij|jou|jouw|jezelf|u|uw)\b", re.IGNORECASE)
YOURS = re.compile(r"\byour notes\b", re.IGNORECASE)


def said_in_reports(language):
    with (resources.root() / "locale" / "nl.po").open("rb") as file:
        for message in read_po(file):
            rooms = [where for where, _line in message.locations]
            if message.id and any(where.startswith("onveilig_desktop/report/") for where in rooms):
                words = message.string if language == "nl" else message.id
                yield from words if isinstance(words, tuple) else (words,)


@pytest.mark.parametrize("words", sorted(set(said_in_reports("nl"))))
def test_a_report_in_dutch_speaks_to_nobody(words):
    assert TO_SOMEONE.search(words) is None


@pytest.mark.parametrize("words", sorted(set(said_in_reports("en"))))
def test_a_report_in_english_calls_the_notes_nobody_s(words):
    assert YOURS.search(words) is None
