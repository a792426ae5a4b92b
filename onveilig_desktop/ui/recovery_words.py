"""What is told about a recovery code."""

from onveilig_desktop.journal.recovery_code import MistypedCodeError
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.sentences import sentence_of


def mistyped_words(error: Exception) -> str:
    """Return where a code was mistyped, as far as *error* knows."""
    if not isinstance(error, MistypedCodeError) or not error.groups:
        return sentence_of(error)
    groups = ", ".join(map(str, error.groups))
    return _("Check these groups once more: {groups}.").format(groups=groups)


def what_it_is() -> str:
    """Return what a recovery code is for, and whom it is not for."""
    return _(
        "A recovery code opens the journal when you have forgotten the passphrase. Give it to "
        "someone you trust, or write it down and keep it outside the house. Whoever has it and "
        "this computer can read everything. Without it nobody can help you if you forget."
    )


def once_words() -> str:
    """Return what to do with the code while it can be seen."""
    return _("It is shown only this once. Write down all eight groups, with their numbers.")
