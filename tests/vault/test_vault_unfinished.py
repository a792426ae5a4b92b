"""Half-filled forms in a real vault."""

from onveilig_desktop.journal import Form, FormKey, HalfDone

NEW = FormKey(Form.MARKER)
OTHER = FormKey(Form.MARKER, "e4d1")


def test_the_later_one_takes_the_place_of_the_earlier_one(journal):
    journal.unfinished.seal(HalfDone(NEW, {"text": "mov"}))
    journal.unfinished.seal(HalfDone(NEW, {"text": "moved in"}))
    assert journal.unfinished.all() == [HalfDone(NEW, {"text": "moved in"})]


def test_each_thing_that_is_changed_has_its_own(journal, clock):
    for key in (NEW, OTHER, FormKey(Form.PAUSE)):
        clock.forward(seconds=1)
        journal.unfinished.seal(HalfDone(key, {"text": key.about}))
    found = [one.key for one in journal.unfinished.all()]
    assert found == [FormKey(Form.PAUSE), OTHER, NEW]
    assert journal.unfinished.get(OTHER) == HalfDone(OTHER, {"text": "e4d1"})


def test_what_is_dropped_is_gone_and_nothing_else(journal):
    for key in (NEW, OTHER):
        journal.unfinished.seal(HalfDone(key, {}))
    journal.unfinished.drop(NEW)
    journal.unfinished.drop(NEW)
    assert journal.unfinished.get(NEW) is None
    assert [one.key for one in journal.unfinished.all()] == [OTHER]


def test_half_characters_are_kept(journal):
    journal.unfinished.seal(HalfDone(NEW, {"text": "\ud83d \0 é"}))
    assert journal.unfinished.get(NEW).fields == {"text": "\ud83d \0 é"}


def test_what_was_typed_is_not_told(journal):
    assert "moved" not in repr(HalfDone(NEW, {"text": "moved in"}))
