"""A saved view: a question under a name, asked anew each time."""

from dataclasses import dataclass, field
from typing import NewType
from uuid import UUID

from onveilig_desktop.errors import N_, OnveiligError
from onveilig_desktop.journal.query import Query

ViewId = NewType("ViewId", UUID)


class NoViewNameError(OnveiligError):
    """A view would have no name."""

    sentence = N_("Give this view a name first.")


class ViewNameTakenError(OnveiligError):
    """Two views would have one name."""

    sentence = N_("There is already a view with this name. Choose another one.")


@dataclass(frozen=True, slots=True)
class View:
    """A query that is kept; not a copy of what it found."""

    id: ViewId
    name: str = field(repr=False)
    query: Query
