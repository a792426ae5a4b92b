"""Drafts of entries, held until the vault has them."""

from operator import attrgetter

from onveilig_desktop.journal import Draft, Journal
from onveilig_desktop.ui.keeper import Keeper
from onveilig_desktop.ui.session import Session


class DraftKeeper(Keeper[Draft]):
    """One draft for each entry that is being written or corrected."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, attrgetter("entry_id"), Journal.seal)
