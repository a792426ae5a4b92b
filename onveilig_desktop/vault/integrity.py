"""Whether the database is whole, step by step."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Final

from sqlalchemy import Connection

from onveilig_desktop.errors import DamagedJournalError
from onveilig_desktop.journal import Flaw
from onveilig_desktop.journal.integrity import Damage, Examined
from onveilig_desktop.vault.checking import Inspection
from onveilig_desktop.vault.vault import Vault

_SEARCH: Final = "INSERT INTO word_index (word_index) VALUES ('integrity-check')"


def examine(vault: Vault) -> Iterator[Examined]:
    """Go through the whole database; each step takes a tenth of a second or little more.

    The first step reads every page, 6 ms for each megabyte, and the second one every table,
    10 ms. Others may write between two steps; during one they wait to commit. An old page
    put back is seen by the history alone, and a whole old file by no one: that takes a code
    that was noted elsewhere.

    Raises:
        what ``Vault.transaction`` raises, but for damage.
    """
    found: list[Damage] = []
    yield Examined(done=0.0)
    for n, (damage, is_whole) in enumerate(_LOOKS, start=1):
        if not is_whole(vault):
            found.append(damage)
        yield Examined(done=n / 10, damage=tuple(found))
    flaws: tuple[Flaw, ...] = ()
    try:
        for done, flaws in _history(vault):
            damage_now = (*found, Damage.HISTORY) if flaws else tuple(found)
            yield Examined(done=0.3 + 0.7 * done, damage=damage_now, flaws=flaws)
    except DamagedJournalError:
        found.append(Damage.HISTORY)
    if flaws and Damage.HISTORY not in found:
        found.append(Damage.HISTORY)
    yield Examined(done=1.0, damage=tuple(found), flaws=flaws, is_complete=True)


def examined(vault: Vault) -> Examined:
    """Do the whole of ``examine`` and return what it found."""
    *_before, last = examine(vault)
    return last


def are_pages_whole(connection: Connection) -> bool:
    """Say whether every page is as it was written, by the code that SQLCipher keeps of each."""
    return not connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()


def _are_pages_whole(vault: Vault) -> bool:
    with vault.reading() as connection:
        return are_pages_whole(connection)


def _do_tables_fit(vault: Vault) -> bool:
    with vault.reading() as connection:
        said = connection.exec_driver_sql("PRAGMA quick_check").scalars().all()
        lost = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    return said == ["ok"] and lost is None


def _is_index_whole(vault: Vault) -> bool:
    if not vault.is_read_only:  # asking is an INSERT, although nothing is written
        with vault.writing() as connection:
            connection.exec_driver_sql(_SEARCH)
    return True


def _but_damage(look: Callable[[Vault], bool]) -> Callable[[Vault], bool]:
    def is_whole(vault: Vault) -> bool:
        with suppress(DamagedJournalError):
            return look(vault)
        return False

    return is_whole


_LOOKS: Final = (
    (Damage.PAGES, _but_damage(_are_pages_whole)),
    (Damage.STRUCTURE, _but_damage(_do_tables_fit)),
    (Damage.SEARCH, _but_damage(_is_index_whole)),
)


def _history(vault: Vault) -> Iterator[tuple[float, tuple[Flaw, ...]]]:
    inspection = Inspection()
    is_complete = False
    while not is_complete:
        with vault.reading() as connection:
            checked = inspection.go_on(connection)
        is_complete = checked.is_complete
        yield checked.done / max(1, checked.total), checked.flaws
