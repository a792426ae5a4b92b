"""The shipped steps, row by row, and each mistake their file can hold."""

import pytest

from onveilig_desktop import catalog, resources, texts
from onveilig_desktop.catalog import CatalogError
from onveilig_desktop.catalog.steps import parse_steps

# Entries refer to these for ever: a row may be added, never changed or taken out.
CAREFUL = {
    "acknowledge": False,
    "speak": True,
    "boundary": True,
    "selfcare": False,
    "help": False,
    "choose": True,
}
SHIPPED = catalog.steps()


def test_the_ids_are_the_ones_that_entries_refer_to():
    assert list(SHIPPED) == list(CAREFUL)


@pytest.mark.parametrize("step", SHIPPED.values(), ids=list(SHIPPED))
class TestShippedRow:
    def test_it_stands_under_its_own_id(self, step):
        assert SHIPPED[step.id] is step

    def test_it_has_words_in_both_languages(self, step):
        assert set(step.labels) == set(texts.LANGUAGES)
        assert all(label == label.strip() != "" for label in step.labels.values())
        assert all(words.endswith(".") for words in step.explanations.values())

    def test_its_words_follow_the_language_in_use(self, step):
        assert step.label == step.labels["en"]
        assert step.explanation == step.explanations["en"]
        texts.use("nl")
        assert step.label == step.labels["nl"]
        assert step.explanation == step.explanations["nl"]

    def test_it_carries_a_caution_where_limiting_control_is_a_risk(self, step):
        for language in texts.LANGUAGES:
            texts.use(language)
            assert bool(step.caution) is CAREFUL[step.id]


def test_the_caution_says_when_it_is_safe_and_whom_to_ask():
    english = SHIPPED["speak"].caution
    texts.use("nl")
    dutch = SHIPPED["speak"].caution
    assert "safe" in english
    assert "trust" in english
    assert "veilig" in dutch
    assert "vertrouwt" in dutch


def test_help_together_with_the_other_is_not_named_without_the_same_caution():
    for language in texts.LANGUAGES:
        texts.use(language)
        caution = SHIPPED["speak"].caution
        assert caution[0].lower() + caution[1:] in SHIPPED["help"].explanation


def test_no_two_steps_share_a_name():
    for language in texts.LANGUAGES:
        assert len({step.labels[language] for step in SHIPPED.values()}) == len(CAREFUL)


def test_the_shipped_steps_are_read_once():
    assert catalog.steps() is SHIPPED


def broken(old, new):
    text = resources.read_text("catalog/steps.toml")
    assert old in text
    return text.replace(old, new, 1)


MISTAKES = {
    "not TOML": ("version = 1", "version =", "f.toml"),
    "no version": ("version = 1", "", "f.toml"),
    "no caution": ("[caution]", "[other]", "f.toml"),
    "caution in one language": ('en = "Only', 'xx = "Only', "f.toml"),
    "no id": ('id = "acknowledge"', "", "f.toml, step 1"),
    "an empty id": ('id = "acknowledge"', 'id = ""', "f.toml, step 1"),
    "an id that is a number": ('id = "speak"', "id = 7", "f.toml, step 2"),
    "an id listed twice": ('id = "speak"', 'id = "acknowledge"', "f.toml, step 2"),
    "a label in one language": ('label.en = "Seek help"', "", "f.toml, step 5"),
    "no explanation": ("explanation.nl", "other.nl", "f.toml, step 1"),
    "a label left empty": ('label.en = "Seek help"', 'label.en = " "', "f.toml, step 5"),
}


@pytest.mark.parametrize(("old", "new", "where"), MISTAKES.values(), ids=list(MISTAKES))
def test_a_mistake_is_named_by_its_file_and_row(old, new, where):
    with pytest.raises(CatalogError) as caught:
        parse_steps(broken(old, new), file="f.toml")
    assert caught.value.where == where
    assert str(caught.value) == f"{where}: {caught.value.what}"


def test_nobody_can_tick_that_something_is_structural():
    """Whether something recurs is counted, never chosen."""
    labels = [
        *(label for step in SHIPPED.values() for label in step.labels.values()),
        *(
            label
            for signal in catalog.shipped().signals.values()
            for label in signal.labels.values()
        ),
    ]
    for word in ("struct", "systemat", "chroni", "always", "altijd", "vaak", "often"):
        assert not [label for label in labels if word in label.casefold()]
