"""Whether the database is whole, step by step."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from sqlalchemy import Connection

from onveilig_desktop.errors import DamagedJournalError
from onveilig_desktop.journal import Flaw
from onveilig_desktop.journal.integrity import Damage, Examined
from onveilig_desktop.vault.checking import Inspection
from onveilig_desktop.vault.vault import Vault

_INDEX: Final = "word_index"


def examine(vault: Vault) -> Iterator[Examined]:
    """Go through the whole database; each step takes a tenth of a second or little more.

    The first step reads every page, 6 ms for each megabyte, and the second one every table
    and the index of words, 10 ms. Others may write between two steps; during one they wait to
    commit. An old page put back is seen by the history alone, and a whole old file by no one:
    that takes a code that was noted elsewhere.

    Raises:
        what ``Vault.transaction`` raises, but for damage.
    """
    found: list[Damage] = []
    yield Examined(done=0.0)
    for done, look in ((0.1, _in_pages), (0.3, _in_tables)):
        found += look(vault)
        yield Examined(done=done, damage=tuple(found))
    flaws: tuple[Flaw, ...] = ()
    is_readable = False
    with suppress(DamagedJournalError):
        for done, flaws in _in_history(vault):
            damage = (*found, Damage.HISTORY) if flaws else tuple(found)
            yield Examined(done=0.3 + 0.7 * done, damage=damage, flaws=flaws)
        is_readable = True
    if flaws or not is_readable:
        found.append(Damage.HISTORY)
    yield Examined(done=1.0, damage=tuple(found), flaws=flaws, is_complete=True)


def examined(vault: Vault) -> Examined:
    """Do the whole of ``examine`` and return what it found."""
    *_before, last = examine(vault)
    return last


def are_pages_whole(connection: Connection) -> bool:
    """Say whether every page is as it was written, by the code that SQLCipher keeps of each."""
    return not connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()


def _in_pages(vault: Vault) -> list[Damage]:
    with suppress(DamagedJournalError), vault.reading() as connection:
        return [] if are_pages_whole(connection) else [Damage.PAGES]
    return [Damage.PAGES]


def _in_tables(vault: Vault) -> list[Damage]:
    with suppress(DamagedJournalError), vault.reading() as connection:
        said = connection.exec_driver_sql("PRAGMA quick_check").scalars().all()
        of_index = [line for line in said if _INDEX in line]
        lost = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        of_tables = lost is not None or bool({*said} - {*of_index, "ok"})
        return of_tables * [Damage.STRUCTURE] + bool(of_index) * [Damage.SEARCH]
    return [Damage.STRUCTURE]


def _in_history(vault: Vault) -> Iterator[tuple[float, tuple[Flaw, ...]]]:
    inspection = Inspection()
    is_complete = False
    while not is_complete:
        with vault.reading() as connection:
            checked = inspection.go_on(connection)
        is_complete = checked.is_complete
        yield checked.done / max(1, checked.total), checked.flaws
