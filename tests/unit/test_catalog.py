"""The shipped catalogue, row by row, and each mistake a catalogue file can hold."""

import pytest

from onveilig_desktop import catalog, resources, texts
from onveilig_desktop.catalog import About, CatalogError, Group

OTHER, SELF = About.OTHER, About.SELF

# Entries refer to these for ever: a row may be added, never changed or taken out.
ROWS = {
    "unsafety.hiding": (SELF, None),
    "unsafety.avoiding": (SELF, None),
    "unsafety.shrinking": (SELF, None),
    "unsafety.control": (OTHER, None),
    "unsafety.excluded": (SELF, None),
    "violence.boundaries": (OTHER, "friction.listening"),
    "violence.manipulation": (OTHER, "friction.heated"),
    "violence.belittling": (OTHER, "friction.respect"),
    "violence.doubt": (SELF, None),
    "violence.reversal": (OTHER, "friction.ownership"),
    "friction.listening": (OTHER, "violence.boundaries"),
    "friction.ownership": (OTHER, "violence.reversal"),
    "friction.repair": (OTHER, None),
    "friction.respect": (SELF, "violence.belittling"),
    "friction.heated": (OTHER, "violence.manipulation"),
}
SHIPPED = catalog.shipped()


def test_the_ids_are_the_ones_that_entries_refer_to():
    assert list(SHIPPED.signals) == list(ROWS)


@pytest.mark.parametrize("signal", SHIPPED.signals.values(), ids=list(SHIPPED.signals))
class TestShippedRow:
    def test_it_stands_under_its_own_id_and_group(self, signal):
        assert SHIPPED.signals[signal.id] is signal
        assert signal.id.startswith(f"{signal.group}.")

    def test_it_says_what_it_is_about_and_what_faces_it(self, signal):
        assert (signal.about, signal.face) == ROWS[signal.id]

    def test_it_has_words_in_both_languages(self, signal):
        for words in (signal.labels, signal.meanings):
            assert set(words) == set(texts.LANGUAGES)
            assert all(word == word.strip() != "" for word in words.values())

    def test_its_words_follow_the_language_in_use(self, signal):
        english = (signal.label, signal.meaning)
        texts.use("nl")
        assert (signal.label, signal.meaning) == (signal.labels["nl"], signal.meanings["nl"])
        assert english == (signal.labels["en"], signal.meanings["en"])

    def test_its_name_fits_a_chart_and_its_meaning_is_a_sentence(self, signal):
        assert all(len(label) <= 34 for label in signal.labels.values())
        assert all(meaning.endswith(".") for meaning in signal.meanings.values())

    def test_its_face_looks_back_from_the_other_side(self, signal):
        if signal.face is not None:
            facing = SHIPPED.signals[signal.face]
            assert facing.face == signal.id
            assert facing.is_concern is not signal.is_concern


@pytest.mark.parametrize("group", Group)
def test_each_list_has_its_signals_and_a_heading_in_both_languages(group):
    category = SHIPPED.categories[group]
    ids = [id_ for id_ in ROWS if id_.startswith(f"{group}.")]
    assert [signal.id for signal in SHIPPED.of(group)] == ids
    for words in (category.titles, category.hints):
        assert set(words) == set(texts.LANGUAGES)
        assert all(word.strip() for word in words.values())


def test_a_heading_follows_the_language_in_use():
    friction = SHIPPED.categories[Group.FRICTION]
    assert friction.title == "Ordinary friction"
    texts.use("nl")
    assert friction.title == "Gewone wrijving"
    assert friction.hint == friction.hints["nl"]


def test_no_two_signals_share_a_name():
    for language in texts.LANGUAGES:
        assert len({signal.labels[language] for signal in SHIPPED.signals.values()}) == len(ROWS)


def test_friction_is_the_only_list_that_is_no_concern():
    assert {signal for signal in ROWS if not signal.startswith("friction.")} == SHIPPED.concerns


def test_the_shipped_catalogue_is_read_once():
    assert catalog.shipped() is SHIPPED


def broken(old, new):
    text = resources.read_text("catalog/signals.toml")
    assert old in text
    return text.replace(old, new, 1)


MISTAKES = {
    "not TOML": ("version = 1", "version =", "f.toml"),
    "no version": ("version = 1", "", "f.toml"),
    "version in words": ("version = 1", 'version = "one"', "f.toml"),
    "unknown category": ('id = "friction"', 'id = "weather"', "f.toml, category 3"),
    "category without a title": ('title.nl = "Gewone wrijving"', "", "f.toml, category 3"),
    "category listed twice": ('id = "friction"', 'id = "violence"', "f.toml, category 3"),
    "signal without an id": ('id = "unsafety.hiding"', "", "f.toml, signal 1"),
    "id without a group": ('id = "unsafety.hiding"', 'id = "hiding"', "f.toml, signal 1"),
    "id that is a number": ('id = "unsafety.hiding"', "id = 7", "f.toml, signal 1"),
    "group that does not exist": (
        'id = "unsafety.hiding"',
        'id = "weather.hiding"',
        "f.toml, signal 1",
    ),
    "id listed twice": ('id = "unsafety.avoiding"', 'id = "unsafety.hiding"', "f.toml, signal 2"),
    "about nobody": ('about = "self"', 'about = "both"', "f.toml, signal 1"),
    "about left out": ('about = "self"', "", "f.toml, signal 1"),
    "label in one language": ('label.nl = "Mezelf verborgen"', "", "f.toml, signal 1"),
    "label left empty": (
        'label.nl = "Mezelf verborgen"',
        'label.nl = "  "',
        "f.toml, signal 1",
    ),
    "label that is a number": ('label.nl = "Mezelf verborgen"', "label.nl = 5", "f.toml, signal 1"),
    "label in a third language": (
        'label.nl = "Mezelf verborgen"',
        'label.nl = "x"\nlabel.xx = "x"',
        "f.toml, signal 1",
    ),
    "faces nothing": ('face = "friction.heated"', 'face = "friction.x"', "f.toml, signal 7"),
    "faces one that looks elsewhere": (
        'face = "friction.heated"',
        'face = "friction.listening"',
        "f.toml, signal 7",
    ),
    "faces its own side": (
        'id = "unsafety.hiding"',
        'id = "unsafety.hiding"\nface = "unsafety.hiding"',
        "f.toml, signal 1",
    ),
    "faces a list": ('face = "friction.heated"', 'face = ["x"]', "f.toml, signal 7"),
}


@pytest.mark.parametrize(("old", "new", "where"), MISTAKES.values(), ids=list(MISTAKES))
def test_a_mistake_is_named_by_its_file_and_row(old, new, where):
    with pytest.raises(CatalogError) as caught:
        catalog.parse(broken(old, new), file="f.toml")
    assert caught.value.where == where
    assert str(caught.value) == f"{where}: {caught.value.what}"


@pytest.mark.parametrize(
    ("row", "where"), [('signal = "x"', "f.toml"), ('category = ["x"]', "f.toml, category 1")]
)
def test_a_row_that_is_no_table_is_named(row, where):
    with pytest.raises(CatalogError) as caught:
        catalog.parse(f"version = 1\n{row}", file="f.toml")
    assert caught.value.where == where


def test_a_missing_list_is_named():
    friction = resources.read_text("catalog/signals.toml").split("[[category]]")[3]
    with pytest.raises(CatalogError, match=r"^f\.toml: has no category friction$"):
        catalog.parse(broken(f"[[category]]{friction.split('[[signal]]')[0]}", ""), file="f.toml")
