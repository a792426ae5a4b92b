"""The program counts, the person judges: no verdict, no advice to leave, to stay or to confront."""

import re
from itertools import chain

import pytest

from languages import dutch, forms
from onveilig_desktop import catalog, resources, texts
from weighing import ADVISES, COURT, HARMLESS, JUDGES, NAMES, READ, WEIGHS

NO_COURT = "It shows what you wrote and when. Nobody has to accept it, nor does a court."
COUNTS = "The program counts, you judge."

CALLED = {
    "en": (
        "Your relationship is not safe.",
        "The other seems to be dangerous.",
        "This is abuse.",
        "This is a healthy relationship.",
        "You are a victim of violence.",
    ),
    "nl": (
        "Je relatie is niet veilig.",
        "De ander lijkt gevaarlijk.",
        "Dit is mishandeling.",
        "Dit is een gezonde relatie.",
        "Je bent slachtoffer van geweld.",
    ),
}
JUDGED = {
    "en": ("A pattern of violence.", "Seven signals: high risk.", "That is not normal."),
    "nl": ("Een patroon van geweld.", "Zeven signalen: hoog risico.", "Dat is niet normaal."),
}
ADVISED = {
    "en": (
        "Leave.",
        "It may be time to leave.",
        "You can leave the other.",
        "Stay calm, and stay with the other.",
        "It is better to stay.",
        "Confront the other with these dates.",
        "Tell the other what it does to you.",
        "You should talk about this.",
        "Give it another chance.",
    ),
    "nl": (
        "Ga bij de ander weg.",
        "Misschien is het tijd om weg te gaan.",
        "Je kunt de ander verlaten.",
        "Blijf bij de ander.",
        "Je kunt beter blijven.",
        "Confronteer de ander met deze datums.",
        "Zeg de ander wat het met je doet.",
        "Je moet hierover praten.",
        "Geef het nog een kans.",
    ),
}
PROMISED = {
    "en": (
        "A court accepts this as evidence.",
        "This proves what happened.",
        "It has legal value.",
    ),
    "nl": ("Een rechter neemt dit aan.", "Dit bewijst wat er gebeurde.", "Het telt juridisch."),
}
IN_BOTH = pytest.mark.parametrize("language", texts.LANGUAGES)


def spoken(language):
    """Return every sentence in the code beside its English, as it is said in *language*."""
    for message in dutch().values():
        english, translated = forms(message.id), forms(message.string)
        for number, words in enumerate({"en": english, "nl": translated}[language]):
            yield english[min(number, len(english) - 1)], words


def catalogued(language):
    """Return the words of the signals and the steps, whose subject it is."""
    shipped = catalog.shipped()
    for category in shipped.categories.values():
        yield from (category.titles[language], category.hints[language])
    for signal in shipped.signals.values():
        yield from (signal.labels[language], signal.meanings[language])
    for step in catalog.steps().values():
        yield from (step.labels[language], step.explanations[language])
        yield from () if step.cautions is None else (step.cautions[language],)


def everything(language):
    """Return all that is said, with what is new."""
    news = resources.read_text({"en": "CHANGELOG.md", "nl": "CHANGELOG.nl.md"}[language])
    code = (words for _english, words in spoken(language))
    return chain(code, catalogued(language), news.splitlines())


def advises(words, language):
    """Say whether *words* tell someone what to do about the other."""
    for harmless in HARMLESS[language]:
        words = re.sub(re.escape(harmless), "…", words, flags=re.IGNORECASE)
    return ADVISES[language].search(words) is not None


def calls(words, language):
    """Say whether *words* tell what someone, or something between two, is."""
    return any(each.search(words) for each in (NAMES[language], JUDGES[language]))


@IN_BOTH
def test_every_sentence_with_a_word_that_can_weigh_was_read(language):
    weighing = {english for english, words in spoken(language) if WEIGHS[language].search(words)}
    assert weighing - READ == set()


def test_no_sentence_is_called_read_that_is_not_there_or_has_no_such_word():
    weighing = {
        english
        for language in texts.LANGUAGES
        for english, words in spoken(language)
        if WEIGHS[language].search(words)
    }
    assert READ - weighing == set()


@IN_BOTH
def test_nobody_is_called_by_what_was_done(language):
    assert [words for words in everything(language) if NAMES[language].search(words)] == []


@IN_BOTH
def test_signals_and_steps_tell_what_was_done_and_not_what_someone_is(language):
    assert [words for words in catalogued(language) if calls(words, language)] == []


@IN_BOTH
def test_nobody_is_advised_to_leave_to_stay_or_to_confront(language):
    assert [words for words in everything(language) if advises(words, language)] == []


@IN_BOTH
def test_no_court_is_promised_anything(language):
    found = {english for english, words in spoken(language) if COURT[language].search(words)}
    assert found <= {NO_COURT, COUNTS}
    assert [words for words in catalogued(language) if COURT[language].search(words)] == []


@IN_BOTH
class TestWhatWouldBeFound:
    def test_a_verdict(self, language):
        judged = (*CALLED[language], *JUDGED[language])
        assert [words for words in judged if not WEIGHS[language].search(words)] == []

    def test_a_verdict_in_a_signal(self, language):
        assert [words for words in CALLED[language] if not calls(words, language)] == []

    def test_advice(self, language):
        assert [words for words in ADVISED[language] if not advises(words, language)] == []

    def test_a_promise_about_a_court(self, language):
        assert [words for words in PROMISED[language] if not COURT[language].search(words)] == []
