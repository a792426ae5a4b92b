"""What is said of the screen is what the system says, and no better."""

import sys

import pytest

from onveilig_desktop.ui.screen_capture import Capture, state_of

pytestmark = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="not tried there")


@pytest.mark.parametrize("allowed", [False, True])
def test_where_nothing_can_be_done_it_says_so(opened, allowed):
    opened.guards.capture.allow(allowed)
    assert state_of(opened.window.windowHandle(), is_allowed=allowed) is Capture.POSSIBLE
