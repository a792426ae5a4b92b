"""A value that ends up in a log or a traceback says nothing that a person wrote."""

import importlib
import pkgutil
from dataclasses import fields, is_dataclass

import pytest

WITH_WORDS = ("str", "bytes")
HARMLESS = {  # what this program wrote itself, kinds of files, and what is encrypted or counted
    "Attachment.media",
    "BackupHeader.raw",
    "Columns.details",
    "Facts.mark",
    "FormKey.about",
    "Header.salt",
    "Header.slots",
    "Incoming.media",
    "Look",
    "Preferences.language",
    "Preferences.scheme",
    "Tick",
    "Told.last",
    "Told.wordings",
    "Unread.sentence",
    "Written.colour",
    "_Told.commitment",
    "_Told.salt",
}
ROOMS = ["analysis", "journal", "report", "transfer", "vault"]


def values(room):
    top = importlib.import_module(f"onveilig_desktop.{room}")
    for found in pkgutil.walk_packages(top.__path__, f"{top.__name__}."):
        if ".migrations" in found.name:
            continue
        for name, value in vars(importlib.import_module(found.name)).items():
            if isinstance(value, type) and value.__module__ == found.name and is_dataclass(value):
                yield name, value


@pytest.mark.parametrize("room", ROOMS)
def test_no_value_tells_its_words(room):
    shown = {
        f"{name}.{field.name}"
        for name, value in values(room)
        if value.__dataclass_params__.repr
        for field in fields(value)
        if field.repr and any(kind in str(field.type) for kind in WITH_WORDS)
    }
    assert {one for one in shown if not {one, one.partition(".")[0]} & HARMLESS} == set()


def test_every_room_has_values():
    assert all(any(True for _value in values(room)) for room in ROOMS)
