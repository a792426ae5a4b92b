"""The keys of an open vault: another passphrase, another data key, a recovery code."""

import time
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace

from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal.keeping import Secret
from onveilig_desktop.journal.recovery_code import RecoveryCode
from onveilig_desktop.vault.copying import copy_under
from onveilig_desktop.vault.envelope import envelope, require, rewrapped, unlock
from onveilig_desktop.vault.files import Folder
from onveilig_desktop.vault.header import Found, Header
from onveilig_desktop.vault.key import DataKey, KeyWork
from onveilig_desktop.vault.vault import Vault


class VaultKeys:
    """The ``journal.Keys`` of one open vault.

    Args:
        folder: where its files are.
        vault: the open vault.
        work: what a guess at a new passphrase will cost; without it, it is measured.
        has_code: whether there is a recovery code.
    """

    def __init__(
        self, folder: Folder, vault: Vault, work: KeyWork | None, *, has_code: bool
    ) -> None:
        self._folder = folder
        self._vault = vault
        self._work = work
        self._has_code = has_code

    @property
    def has_code(self) -> bool:
        """Whether there is a recovery code."""
        return self._has_code

    def change(self, current: Secret, new: str, *, keeps_code: bool) -> None:
        """See ``journal.Keys``. Only ``index`` is written: whole, or not at all."""
        require(new)
        header = self._folder.header()
        found, work = self._unlocked(header, current)
        has_code = keeps_code and found.code_place is not None
        if keeps_code and not isinstance(current, RecoveryCode):
            made = rewrapped(header, found, work, new)
        else:
            code = current if keeps_code and isinstance(current, RecoveryCode) else None
            made = envelope(work, found.key, new, code=code)
        found.key.wipe()
        self._put(header, made, has_code=has_code)

    def rotate(self, current: Secret, new: str, *, code: RecoveryCode | None = None) -> None:
        """See ``journal.Keys``. The rename of ``index`` is the moment from which it counts."""
        require(new)
        header = self._folder.header()
        if code is not None:
            unlock(header, code).key.wipe()
        found, work = self._unlocked(header, current)
        found.key.wipe()
        key, old = DataKey.fresh(), self._vault.path
        with ThreadPoolExecutor(1) as beside, self._vault.held():
            soon = beside.submit(envelope, work, key, new, code=code)  # as long as the copy
            self._copy(key, soon)
            made = soon.result()
            try:
                self._put(header, made, has_code=code is not None)
            except BaseException:
                if not self._is_in_place(made):
                    self._drop(key)
                    raise
            self._vault.turn_to(self._folder.database(key.file_id), key)
        self._folder.remove_database(old)

    def make_code(self, passphrase: str) -> RecoveryCode:
        """See ``journal.Keys``."""
        header = self._folder.header()
        key = unlock(header, passphrase).key
        code = RecoveryCode.fresh()
        made = envelope(header.work, key, passphrase, code=code)
        key.wipe()
        self._put(header, made, has_code=True)
        return code

    def drop_code(self, passphrase: str) -> None:
        """See ``journal.Keys``."""
        header = self._folder.header()
        key = unlock(header, passphrase).key
        made = envelope(header.work, key, passphrase)
        key.wipe()
        self._put(header, made, has_code=False)

    def _unlocked(self, header: Header, current: Secret) -> tuple[Found, KeyWork]:
        """Return what *current* opens, and what a guess at a new passphrase will cost."""
        begun = time.perf_counter()
        found = unlock(header, current)
        took = time.perf_counter() - begun
        known = {} if isinstance(current, RecoveryCode) else {header.work: took}
        return found, self._work or KeyWork.measured(known=known)

    def _put(self, before: Header, made: Header, *, has_code: bool) -> None:
        self._folder.write_header(replace(made, generation=before.generation + 1))
        self._has_code = has_code

    def _copy(self, key: DataKey, made: Future[Header]) -> None:
        """Copy the journal under *key*, unless the header that is *made* meanwhile cannot be."""
        try:
            new = self._folder.new_database(key.file_id)
            copy_under(self._vault.path, self._vault.key, new, key)
            made.result()
        except BaseException:
            self._drop(key)
            raise

    def _drop(self, key: DataKey) -> None:
        key.wipe()
        with suppress(OnveiligError):
            self._folder.drop_unfinished(key.file_id)

    def _is_in_place(self, made: Header) -> bool:
        """Say whether *made* was put in place although something failed afterwards."""
        with suppress(OnveiligError):
            return self._folder.header().slots == made.slots
        return False
