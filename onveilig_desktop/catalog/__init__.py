"""The signal catalogue: what can be noticed, and how it is called."""

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
    "Group",
    "OwnSignal",
    "PersonalWords",
    "Signal",
    "SignalId",
    "Step",
    "StepId",
    "Wording",
    "on_paper",
    "parse",
    "shipped",
    "steps",
]
