"""What was left out is nowhere in the file: not in a word, a stream, a string or a name."""

from dataclasses import replace
from io import BytesIO
from uuid import UUID

import pikepdf
import pytest

from noted import HIDING, line, whole
from onveilig_desktop.journal import Details, EntryId
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.press import Press
from onveilig_desktop.report.protection import protected
from onveilig_desktop.report.summary import summary_pdf
from paper import WEEKS, collected, unpacked

CANARY, NAME = "kwikstaart", "Wulpje"
PASSWORD = "negen rode stoelen"  # noqa: S105 - of a file that is thrown away
HIDDEN = Details(place=f"{CANARY}laan", felt=f"een {CANARY} in mijn buik", meant=CANARY)
TELLING = [
    replace(
        whole(line(day, HIDING), f"Nummer {number}. " + "Wat er toen gebeurde. " * 30),
        id=EntryId(UUID(int=1_000 + number)),
        details=HIDDEN,
    )
    for number, day in enumerate(day for day in WEEKS for _time in range(20))
]
LEFT_OUT = whole(line(WEEKS[0], HIDING), f"{CANARY} staat hier ook in")
NAMED = whole(line(WEEKS[1], HIDING), f"Toen zei {NAME} niets meer.")
GIVEN = collected([*TELLING, LEFT_OUT, NAMED])
SAFE = SummaryChoice(
    ticked=frozenset(entry.id for entry in (*TELLING, NAMED)),
    letters=((NAME, "A"),),
    questions=f"Hoe spreek ik met {NAME}?",
)


def unlocked(pdf):
    plain = BytesIO()
    with pikepdf.open(BytesIO(protected(pdf, PASSWORD)), password=PASSWORD) as document:
        document.save(plain)
    return plain.getvalue()


@pytest.mark.parametrize("way", [bytes, unlocked])
def test_what_was_left_out_is_nowhere(way, tmp_path):
    press = Press()

    def told(chosen):
        return unpacked(way(summary_pdf(GIVEN, chosen, press=press)), tmp_path).lower()

    for more, seen in (  # each of these lets it be read: the search sees it
        ({"places": True}, CANARY),
        ({"feelings": True}, CANARY),
        ({"ticked": SAFE.ticked | {LEFT_OUT.id}}, CANARY),
        ({"letters": ()}, NAME.lower()),
    ):
        assert seen in told(replace(SAFE, **more))
    safe = told(SAFE)
    assert CANARY not in safe
    assert NAME.lower() not in safe
    assert "nummer 119." in safe
    assert "hoe spreek ik met a?" in safe
