"""The six steps: what one can do, three of them with a caution."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NewType

from onveilig_desktop import resources, texts
from onveilig_desktop.catalog.model import Words
from onveilig_desktop.catalog.reading import CatalogError, Row, read, rows_of, words_of

SHIPPED = "catalog/steps.toml"
StepId = NewType("StepId", str)


@dataclass(frozen=True, slots=True)
class Step:
    """Something one can do, under an id that entries refer to for ever.

    A step that limits the other's control is only taken when it feels safe, because that
    is when the risk is highest: it carries a caution wherever it is shown.
    """

    id: StepId
    labels: Words
    explanations: Words
    cautions: Words | None

    @property
    def label(self) -> str:
        """The name in the language in use."""
        return texts.pick(self.labels)

    @property
    def explanation(self) -> str:
        """What it can mean, for the guide, in the language in use."""
        return texts.pick(self.explanations)

    @property
    def caution(self) -> str:
        """The caution in the language in use; nothing where none is needed."""
        return "" if self.cautions is None else texts.pick(self.cautions)


@cache
def steps() -> Mapping[StepId, Step]:
    """Return the steps that come with the program, in the order of their file."""
    return parse_steps(resources.read_text(SHIPPED), file=SHIPPED)


def parse_steps(text: str, *, file: str) -> Mapping[StepId, Step]:
    """Parse and check the steps.

    Raises:
        CatalogError: naming *file* and the row at fault.
    """
    data = read(text, file=file)
    caution = words_of(data, "caution", file)
    found: dict[StepId, Step] = {}
    for where, row in rows_of(data, "step", file):
        step = _step(row, caution, where)
        if step.id in found:
            raise CatalogError(where, f"{step.id} is listed twice")
        found[step.id] = step
    return found


def _step(row: Row, caution: Words, where: str) -> Step:
    step_id = row.get("id")
    if not isinstance(step_id, str) or not step_id:
        raise CatalogError(where, "has no id")
    careful = row.get("careful", False)
    return Step(
        id=StepId(step_id),
        labels=words_of(row, "label", where),
        explanations=words_of(row, "explanation", where),
        cautions=caution if careful else None,
    )
