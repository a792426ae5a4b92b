"""What is typed and not yet saved: held here until the vault has it for certain."""

from collections.abc import Callable, Hashable
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from onveilig_desktop.journal import Journal
from onveilig_desktop.ui.tasks import Failed

if TYPE_CHECKING:  # a session has one of these
    from onveilig_desktop.ui.session import Session

T = TypeVar("T")
Then = Callable[[], None]


class _Telling(QObject):
    changed = Signal()
    """Another one waits, or one fewer."""
    called_in = Signal()
    """Whoever has something unsealed hands it in now."""
    forgotten = Signal(object)
    """The key of what was saved or thrown away."""


class Keeper(_Telling, Generic[T]):
    """Seals on the worker; what could not be sealed stays in memory.

    Args:
        session: whose journal it is.
        key: what tells one from another; a later one with the same key takes its place.
        seal: how the journal keeps it.
    """

    def __init__(
        self,
        session: "Session",
        key: Callable[[T], Hashable],
        seal: Callable[[Journal, T], None],
    ) -> None:
        super().__init__(session)
        self._session = session
        self._key = key
        self._seal = seal
        self._unkept: dict[Hashable, T] = {}

    @property
    def unkept(self) -> list[T]:
        """What is only in memory."""
        return list(self._unkept.values())

    def keep(self, one: T, then: Then, failed: Failed) -> None:
        """Seal *one*; *then* when the vault has it, *failed* while it stays here."""
        self._unkept[self._key(one)] = one
        self._session.ask(
            lambda opened: self._seal(opened, one),
            partial(self._kept, one, then),
            owner=self,
            failed=failed,
        )

    def keep_all(self, then: Then, failed: Failed) -> None:
        """Seal all that is only in memory, then *then*."""
        if not self._unkept:
            then()
            return
        one = next(iter(self._unkept.values()))
        self.keep(one, partial(self.keep_all, then, failed), failed)

    def forget(self, key: Hashable) -> None:
        """Let go of what was saved or thrown away."""
        self._unkept.pop(key, None)
        self.forgotten.emit(key)
        self.changed.emit()

    def _kept(self, one: T, then: Then, _nothing: None) -> None:
        if self._unkept.get(self._key(one)) is one:  # and not a later one in its place
            del self._unkept[self._key(one)]
        self.changed.emit()
        then()
