"""The history: every wording that was saved, and whether anything was changed since."""

from collections.abc import Iterator, Sequence

from onveilig_desktop.journal.entry import EntryId
from onveilig_desktop.journal.ports import Begin
from onveilig_desktop.journal.revision import Checked, Place, Version, code_of, read_code


class History:
    """What was written before, and the check on it."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin

    def versions(self, entry_id: EntryId) -> Sequence[Version]:
        """Return every wording of an entry, the first one first."""
        with self._begin() as transaction:
            [versions] = transaction.revisions.versions([entry_id])
        return versions

    def versions_of(self, entry_ids: Sequence[EntryId]) -> Sequence[Sequence[Version]]:
        """Return the wordings of each of these entries, in one go."""
        with self._begin() as transaction:
            return transaction.revisions.versions(entry_ids)

    def corrected(self) -> Sequence[EntryId]:
        """Return the entries that have more than one wording, not those in the bin."""
        with self._begin() as transaction:
            return transaction.revisions.corrected()

    def check(self) -> Iterator[Checked]:
        """Go through the whole history; each step is a transaction of its own.

        Between two steps others may read and write; what they write is checked as well.
        Whoever leaves simply asks for no further step.
        """
        with self._begin() as transaction:
            inspection = transaction.revisions.inspection()
        checked = Checked(done=0, total=0)
        while not checked.is_complete:
            with self._begin() as transaction:
                checked = transaction.revisions.go_on(inspection)
            yield checked

    def code(self) -> str:
        """Return the code of now, which stands for all that was written; empty for nothing."""
        with self._begin() as transaction:
            link = transaction.revisions.last_link()
        return "" if link is None else code_of(link)

    def find(self, code: str) -> Place | None:
        """Return the revision that a code was noted at, or nothing.

        Raises:
            CodeNotUnderstoodError: it is no code.
        """
        wanted = read_code(code)
        with self._begin() as transaction:
            return transaction.revisions.find(wanted)
