"""What a passphrase or a recovery code does with a header."""

from dataclasses import replace

from onveilig_desktop.errors import (
    EmptyPassphraseError,
    OnveiligError,
    WrongCodeError,
    WrongPassphraseError,
)
from onveilig_desktop.journal.keeping import Secret
from onveilig_desktop.journal.recovery_code import RecoveryCode
from onveilig_desktop.vault.header import Found, Header
from onveilig_desktop.vault.key import (
    DataKey,
    KeyWork,
    derive,
    passphrase_bytes,
    recovery_key,
    wipe,
)


def unlock(header: Header, secret: Secret) -> Found:
    """Return what *secret* opens in *header*.

    Raises:
        EmptyPassphraseError, WrongPassphraseError, WrongCodeError, LowMemoryError
    """
    wrapping = wrapping_of(header, secret)
    found = header.find(wrapping)
    wipe(wrapping)
    if found is None:
        raise _wrong(secret)
    return found


def envelope(
    work: KeyWork, key: DataKey, secret: Secret, *, code: RecoveryCode | None = None
) -> Header:
    """Return a new header in which *secret* opens *key*, and *code* too if there is one.

    Raises:
        EmptyPassphraseError, LowMemoryError
    """
    header = Header.fresh(work)
    wrapping = wrapping_of(header, secret)
    if code is None:
        header = header.with_key(wrapping, key)
    else:
        recovery = wrapping_of(header, code)
        header = header.with_both(wrapping, recovery, key)
        wipe(recovery)
    wipe(wrapping)
    return header


def rewrapped(header: Header, found: Found, work: KeyWork, new: str) -> Header:
    """Return *header* with *new* for the passphrase that *found* the slot; its code stays.

    A code is bound to the salt, which therefore stays as well.

    Raises:
        EmptyPassphraseError, LowMemoryError
    """
    header = replace(header, work=work)
    wrapping = wrapping_of(header, new)
    header = header.with_key(wrapping, found.key, place=found.place, code_place=found.code_place)
    wipe(wrapping)
    return header


def wrapping_of(header: Header, secret: Secret) -> bytearray:
    """Return the key that *secret* stands for with this header; wipe it after use."""
    if isinstance(secret, RecoveryCode):
        return recovery_key(secret.secret, header.salt)
    typed = passphrase_bytes(secret)
    try:
        return derive(typed, header.salt, header.work)
    finally:
        wipe(typed)


def require(secret: Secret) -> None:
    """Raise ``EmptyPassphraseError`` if nothing was typed."""
    if not secret:
        raise EmptyPassphraseError


def _wrong(secret: Secret) -> OnveiligError:
    return WrongCodeError() if isinstance(secret, RecoveryCode) else WrongPassphraseError()
