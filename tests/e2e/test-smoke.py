# SPDX-License-Identifier: GPL-3.0-or-later
#
# The same program under X11, by xdotool: that it works there at all.

from stage.x11 import XStage

from cases import expect_equal, run_cases
from gestures import CARDS, drag_tool, undo


def opens(window):
    """A plan opens under X11."""
    window.wait_for("card-", CARDS)


def works(window):
    """Under X11 a tool is found, dragged onto a lane, saved and taken back."""
    findings = window.ids("finding-")
    drag_tool(window, "klaviyo", "klaviyo", "automation")
    window.save()
    expect_equal(window.placements("automation"), ["hubspot", "klaviyo"], "tools saved in automation")
    undo(window)
    window.wait_for("card-", CARDS)
    window.wait_for("finding-", findings)


run_cases("smoke", XStage, [opens, works])
