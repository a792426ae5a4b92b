"""The signal catalogue: what can be noticed, and how it is called."""

from onveilig_desktop.catalog.loader import CatalogError, parse, shipped
from onveilig_desktop.catalog.model import About, Catalog, Category, Group, Signal, SignalId

__all__ = [
    "About",
    "Catalog",
    "CatalogError",
    "Category",
    "Group",
    "Signal",
    "SignalId",
    "parse",
    "shipped",
]
