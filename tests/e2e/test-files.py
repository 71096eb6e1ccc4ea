# SPDX-License-Identifier: GPL-3.0-or-later
#
# No plan is lost: what a crash, another program or a slip of the hand does to
# a plan, on headless Wayland.

import json

from stage.wayland import WaylandStage

from cases import PLAN, expect, expect_equal, run_cases
from gestures import CARDS, drag_tool, tab_to, undo

TITLE = json.loads(PLAN.read_text())["title"]
RECOVER = f"recover-{TITLE}"


def recovers_by_pointer(window):
    """After a crash the plan is offered, and comes back modified, with what can be undone."""
    before = window.path.read_bytes()
    card = drag_tool(window, "klaviyo", "klaviyo", "automation")
    window.crash()
    expect_equal(window.path.read_bytes(), before, "the file after the crash")

    window.start(window.path)
    window.click(RECOVER)
    window.find(card)
    window.wait_gone("recovery-dialog")
    expect(window.mentions("Unsaved changes"), "the plan is modified")
    window.save()
    expect_equal(window.placements("automation"), ["hubspot", "klaviyo"], "tools saved in automation")
    undo(window)
    window.wait_for("card-", CARDS)


def recovers_by_keyboard(window):
    """The start page offers it too; what is discarded is offered no more."""
    card = drag_tool(window, "klaviyo", "klaviyo", "automation")
    window.crash()

    window.start()
    window.find(RECOVER)
    tab_to(window, RECOVER, most=12)
    window.key("space")
    window.find(card)
    window.crash()

    window.start()
    window.click(f"discard-recovery-{TITLE}")
    window.wait_gone(RECOVER)
    window.crash()

    window.start()
    window.find("start-new")
    window.settle()
    expect(not window.ids("recover-"), "nothing is left to recover")


run_cases("files", WaylandStage, [recovers_by_pointer, recovers_by_keyboard])
