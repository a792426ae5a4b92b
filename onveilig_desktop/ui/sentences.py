"""What the person is told when something did not work."""

from onveilig_desktop import texts
from onveilig_desktop.errors import OnveiligError


def sentence_of(error: Exception) -> str:
    """Return the sentence for *error*, in the language in use."""
    known = error if isinstance(error, OnveiligError) else OnveiligError()
    return texts.gettext(known.sentence)
