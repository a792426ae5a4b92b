"""The catalogue: what can be noticed, what one can do, whom one can call."""

from onveilig_desktop.catalog.help_lines import (
    Cost,
    Country,
    CountryId,
    HelpKind,
    HelpLine,
    HelpLineId,
    HelpLines,
    OnBill,
    help_lines,
)
from onveilig_desktop.catalog.loader import parse, shipped
from onveilig_desktop.catalog.model import About, Catalog, Category, Group, Signal, SignalId
from onveilig_desktop.catalog.personal import OwnSignal, PersonalWords, Wording, on_paper
from onveilig_desktop.catalog.reading import CatalogError
from onveilig_desktop.catalog.steps import Step, StepId, steps

__all__ = [
    "About",
    "Catalog",
    "CatalogError",
    "Category",
    "Cost",
    "Country",
    "CountryId",
    "Group",
    "HelpKind",
    "HelpLine",
    "HelpLineId",
    "HelpLines",
    "OnBill",
    "OwnSignal",
    "PersonalWords",
    "Signal",
    "SignalId",
    "Step",
    "StepId",
    "Wording",
    "help_lines",
    "on_paper",
    "parse",
    "shipped",
    "steps",
]
