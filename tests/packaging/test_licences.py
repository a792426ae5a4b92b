"""What the program is built on may be handed on together with it."""

import re

import pytest

from onveilig_desktop.ui.licences import built_on

ALLOWED = {
    *("MIT", "MIT-0", "MIT-CMU", "MIT License", "0BSD", "BSD License", "BSD-2-Clause"),
    *("BSD-3-Clause", "Apache-2.0", "MPL-2.0", "PSF-2.0", "Zlib", "CC0-1.0"),
    *("Python Software Foundation License", "LGPL-3.0-only", "GPL-3.0-only"),
    "dependency licenses",  # of pypdfium2: permissive ones, which it brings as texts
}
"""Each of these may be combined with GPL-3.0-or-later."""
UNNAMED = {"sqlcipher3"}
"""Says nothing in a field; its licence file is that of zlib."""


def choices(licence):
    """Return the sets of licences of which one has to be kept whole."""
    return [re.split(r" AND |, ", choice) for choice in licence.strip("()").split(" OR ")]


@pytest.mark.parametrize("one", built_on(), ids=lambda one: one.name)
def test_its_licence_allows_it(one):
    if one.name in UNNAMED:
        assert one.licence == ""
        return
    assert any(ALLOWED.issuperset(choice) for choice in choices(one.licence)), one.licence


def test_a_licence_that_does_not_allow_it_is_seen():
    assert not any(ALLOWED.issuperset(choice) for choice in choices("MIT AND GPL-2.0-only"))
    assert not ALLOWED.issuperset({"Proprietary"})
