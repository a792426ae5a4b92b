"""Reading the catalogue from TOML; a mistake is named by its file and row."""

from collections.abc import Mapping
from functools import cache

from onveilig_desktop import resources
from onveilig_desktop.catalog.model import About, Catalog, Category, Group, Signal, SignalId
from onveilig_desktop.catalog.reading import CatalogError, Row, one_of, read, rows_of, words_of

SHIPPED = "catalog/signals.toml"


@cache
def shipped() -> Catalog:
    """Return the catalogue that comes with the program."""
    return parse(resources.read_text(SHIPPED), file=SHIPPED)


def parse(text: str, *, file: str) -> Catalog:
    """Parse and check a catalogue; every reference in the result resolves.

    Raises:
        CatalogError: naming *file* and the row at fault.
    """
    data = read(text, file=file)
    categories: dict[Group, Category] = {}
    for where, row in rows_of(data, "category", file):
        category = _category(row, where)
        if category.group in categories:
            raise CatalogError(where, f"{category.group} is listed twice")
        categories[category.group] = category
    signals: dict[SignalId, Signal] = {}
    for where, row in rows_of(data, "signal", file):
        signal = _signal(row, where)
        if signal.id in signals:
            raise CatalogError(where, f"{signal.id} is listed twice")
        signals[signal.id] = signal
    _check_relations(categories, signals, file)
    return Catalog(version=data["version"], categories=categories, signals=signals)


def _check_relations(
    categories: Mapping[Group, Category], signals: Mapping[SignalId, Signal], file: str
) -> None:
    for group in Group:
        if group not in categories:
            raise CatalogError(file, f"has no category {group}")
    for number, signal in enumerate(signals.values(), 1):
        if signal.face is None:
            continue
        other = signals.get(signal.face)
        if other is None or other.face != signal.id or other.is_concern == signal.is_concern:
            raise CatalogError(
                f"{file}, signal {number}", f"{signal.id} and {signal.face} do not face each other"
            )


def _category(row: Row, where: str) -> Category:
    return Category(
        group=one_of(Group, row.get("id"), where),
        titles=words_of(row, "title", where),
        hints=words_of(row, "hint", where),
    )


def _signal(row: Row, where: str) -> Signal:
    signal_id = row.get("id")
    if not isinstance(signal_id, str) or "." not in signal_id:
        raise CatalogError(where, "has no id of the form group.name")
    face = row.get("face")
    if face is not None and not isinstance(face, str):
        raise CatalogError(where, "face is no id")
    return Signal(
        id=SignalId(signal_id),
        group=one_of(Group, signal_id.split(".", 1)[0], where),
        about=one_of(About, row.get("about"), where),
        face=None if face is None else SignalId(face),
        labels=words_of(row, "label", where),
        meanings=words_of(row, "meaning", where),
        others=words_of(row, "also", where) if "also" in row else {},
    )
