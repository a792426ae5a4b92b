"""Encrypted storage of the journal."""

from onveilig_desktop.vault.gate import VaultGate
from onveilig_desktop.vault.key import KeyWork

__all__ = ["KeyWork", "VaultGate"]
