"""What can go wrong, each in one plain sentence. None ever holds journal text.

A leaf's ``sentence`` is the English text and the key of its translation; the
window shows ``texts.gettext(error.sentence)``. ``N_`` marks it for the translators.
"""

from typing import ClassVar


def N_(message: str) -> str:
    """Mark *message* for translation where it cannot be translated yet."""
    return message


class OnveiligError(Exception):
    """Base of every error this program raises on purpose."""

    sentence: ClassVar[str] = N_("Something went wrong. What you wrote is kept.")

    def __str__(self) -> str:
        return self.sentence


class WrongPassphraseError(OnveiligError):
    """The passphrase opens none of the slots."""

    sentence = N_("This passphrase does not open the journal. Nothing was changed; try again.")


class WrongCodeError(OnveiligError):
    """The recovery code opens none of the slots."""

    sentence = N_("This recovery code does not open the journal. Nothing was changed; try again.")


class EmptyPassphraseError(OnveiligError):
    """No passphrase was typed."""

    sentence = N_("Type a passphrase first.")


class NoJournalError(OnveiligError):
    """The folder holds no journal."""

    sentence = N_("There is no journal in this folder.")


class JournalExistsError(OnveiligError):
    """A journal would have been made over another one."""

    sentence = N_("There is already a journal in this folder. It was left as it is.")


class ForeignFileError(OnveiligError):
    """The files are not ours."""

    sentence = N_("These files are not a journal of this program. They were left as they are.")


class NewerFormatError(OnveiligError):
    """A later version of the program wrote this journal."""

    sentence = N_(
        "A newer version of this program made this journal. Open it with that version; "
        "nothing was changed."
    )


class DamagedJournalError(OnveiligError):
    """The journal is ours, but it was cut off or altered."""

    sentence = N_(
        "This journal is damaged and was not opened. Nothing was changed. "
        "If you have a copy of the folder, try that one."
    )


class JournalBusyError(OnveiligError):
    """Another process has the journal open."""

    sentence = N_("This journal is already open in another window.")


class ReadOnlyFolderError(OnveiligError):
    """The folder may not be written to."""

    sentence = N_("This folder cannot be written to. Choose another folder.")


class FolderGoneError(OnveiligError):
    """The folder of the open journal is not there any more."""

    sentence = N_(
        "The folder of the journal is not there now. Put the stick back or make the folder "
        "available, and save again; your text is still here."
    )


class DiskFullError(OnveiligError):
    """There is no room left."""

    sentence = N_("The disk is full. Make room and save again; your text is still here.")


class StorageError(OnveiligError):
    """The disk failed in some other way."""

    sentence = N_("The file could not be written. Your text is still here; try again.")


class LowMemoryError(OnveiligError):
    """There is too little memory to derive the key."""

    sentence = N_("There is too little free memory to open the journal. Close other programs.")


class MissingEntryError(OnveiligError):
    """The entry asked for is not there."""

    sentence = N_("This entry is no longer in the journal.")


class EmptyDraftError(OnveiligError):
    """There is nothing to save."""

    sentence = N_("Write something or choose a signal first.")


class TooLongError(OnveiligError):
    """The text is longer than one entry holds."""

    sentence = N_("This is too long for one entry. Split it in two; your text is still here.")


class DayError(OnveiligError):
    """Base of what can be wrong with the day that was typed."""


class DateNotUnderstoodError(DayError):
    """The typed words or figures name no day, month or season."""

    sentence = N_("This date is not understood. Write it like 14-3-2026.")


class NoSuchDayError(DayError):
    """The typed date is on no calendar."""

    sentence = N_("This day does not exist. Check the date.")


class DateTooEarlyError(DayError):
    """The typed date is before anyone alive was born."""

    sentence = N_("This is before 1900. Check the year.")


class DateTooWideError(DayError):
    """The typed words name a year or more."""

    sentence = N_("This is too long a time. Name a season, a month or a day.")


class AmbiguousDateError(DayError):
    """The typed words name two times, as «winter 2025» does."""

    sentence = N_("This can mean two different times. Name the month.")


class WrongWeekdayError(DayError):
    """The typed date was another day of the week."""

    sentence = N_("That date was another day of the week. Check one of the two.")


class DayMissingError(DayError):
    """The typed words name a month, and a day is asked for."""

    sentence = N_("Which day was it? Type the day, or choose «Only the month».")


class FutureDateError(DayError):
    """The typed date has yet to come."""

    sentence = N_("This day has yet to come. Check the date.")


class TimeNotUnderstoodError(OnveiligError):
    """The typed time is not a time of day."""

    sentence = N_("This time is not understood. Write it like 20:30.")


class DayPartMissingError(OnveiligError):
    """A part of the day was said to be known, and none was chosen."""

    sentence = N_("Choose which part of the day it was, or «Only the day».")
