"""Keeping questions that are asked often."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from onveilig_desktop.journal.days import MAX_LINE, LongLineError
from onveilig_desktop.journal.draft import one_line
from onveilig_desktop.journal.ports import Begin, Transaction
from onveilig_desktop.journal.query import Query
from onveilig_desktop.journal.view import NoViewNameError, View, ViewId, ViewNameTakenError


class Views:
    """The saved views of a journal."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin

    def all(self) -> Sequence[View]:
        """Return every view in the order of their names."""
        with self._begin() as transaction:
            return transaction.views.all()

    def keep(self, name: str, query: Query) -> View:
        """Save a query under a name.

        Raises:
            NoViewNameError, LongLineError, ViewNameTakenError
        """
        with self._begin() as transaction:
            view = View(ViewId(uuid4()), _free(name, transaction), query)
            transaction.views.put(view)
        return view

    def rename(self, view: View, name: str) -> View:
        """Give a view another name.

        Raises:
            NoViewNameError, LongLineError, ViewNameTakenError
        """
        with self._begin() as transaction:
            renamed = replace(view, name=_free(name, transaction, but_for=view.id))
            transaction.views.put(renamed)
        return renamed

    def remove(self, view: View) -> None:
        """Forget a view; the entries it finds stay as they are."""
        with self._begin() as transaction:
            transaction.views.drop(view.id)


def _free(name: str, transaction: Transaction, *, but_for: ViewId | None = None) -> str:
    """Return *name* on one line, if it is one and no other view has it."""
    wanted = one_line(name)
    if not wanted:
        raise NoViewNameError
    if len(wanted) > MAX_LINE:
        raise LongLineError
    others = (view.name for view in transaction.views.all() if view.id != but_for)
    if wanted.casefold() in {other.casefold() for other in others}:
        raise ViewNameTakenError
    return wanted
