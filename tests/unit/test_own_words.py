"""The catalogue in the person's own words."""

from onveilig_desktop import catalog, texts
from onveilig_desktop.catalog import Group, OwnSignal, PersonalWords, SignalId, Wording, on_paper

SHIPPED = catalog.shipped()
REVERSAL = SignalId("violence.reversal")
OWN = OwnSignal(id=SignalId("own.1"), is_concern=True, label="coffee 4", meaning="Cold again.")
WARM = OwnSignal(id=SignalId("own.2"), is_concern=False, label="a walk")


def worded(*wordings, signals=()):
    return PersonalWords(wordings, tuple(signals)).catalog(SHIPPED)


def test_without_own_words_it_is_the_catalogue():
    assert worded() == SHIPPED


def test_another_name_holds_in_every_language():
    signal = worded(Wording(REVERSAL, "coffee 4")).signals[REVERSAL]
    assert signal.label == "coffee 4"
    texts.use("nl")
    assert signal.label == "coffee 4"


def test_an_explanation_can_be_hidden_under_its_own_name():
    signal = worded(Wording(REVERSAL, hides_meaning=True)).signals[REVERSAL]
    assert signal.meaning == ""
    assert signal.label == SHIPPED.signals[REVERSAL].label


def test_a_wording_for_a_signal_that_is_not_there_does_nothing():
    assert worded(Wording(SignalId("violence.gone"), "x")) == SHIPPED


def test_own_signals_stand_after_the_others_of_their_list():
    known = worded(signals=[OWN, WARM])
    assert known.of(Group.UNSAFETY)[-1].label == "coffee 4"
    assert known.of(Group.FRICTION)[-1].label == "a walk"
    assert known.concerns == SHIPPED.concerns | {OWN.id}
    assert [signal.id for signal in known.signals.values() if signal.is_own] == [OWN.id, WARM.id]


def test_a_retired_signal_stays_known():
    retired = OwnSignal(id=OWN.id, is_concern=True, label="coffee 4", is_retired=True)
    signal = worded(signals=[retired]).signals[OWN.id]
    assert (signal.is_retired, signal.label) == (True, "coffee 4")


def test_on_paper_the_catalogue_has_its_own_names():
    known = on_paper(worded(Wording(REVERSAL, "coffee 4", hides_meaning=True), signals=[OWN]))
    assert known.signals[REVERSAL] == SHIPPED.signals[REVERSAL]
    assert known.signals[OWN.id].label == "coffee 4"


def test_own_words_stay_out_of_what_is_printed_for_programmers():
    known = worded(Wording(REVERSAL, "coffee 4"), signals=[OWN])
    told = repr((known, OWN, Wording(REVERSAL, "coffee 4")))
    assert "coffee" not in told
    assert "Cold" not in told
