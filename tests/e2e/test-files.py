# SPDX-License-Identifier: GPL-3.0-or-later
#
# No plan is lost: what a crash, another program or a slip of the hand does to
# a plan, on headless Wayland.

import json

from stage.processes import wait_until
from stage.wayland import WaylandStage

from cases import PLAN, expect, expect_equal, run_cases
from gestures import CARDS, drag_tool, tab_to, undo

# Where a banner has its button.
END = (0.96, 0.5)

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


def rename_underneath(window, title):
    """Changes the plan's title in its file, as another program would."""
    plan = json.loads(window.path.read_text())
    plan["title"] = title
    window.path.write_text(json.dumps(plan, indent=2) + "\n")


def wait_ended(window):
    wait_until(lambda: window.stage.processes.running["strata"].poll() is not None, "the program has ended")
    window.stage.processes.end("strata")


def saves_itself(window):
    """A plan with a file is saved by itself, and again when it is closed, without a question."""
    window.crash()
    window.set_autosave(True)
    window.start(window.path)
    drag_tool(window, "klaviyo", "klaviyo", "automation")
    wait_until(lambda: window.placements("automation") == ["hubspot", "klaviyo"], "the file has the tool")
    wait_until(lambda: not window.mentions("Unsaved changes"), "nothing is unsaved")

    undo(window)
    window.key("Control_L", "w")
    wait_ended(window)
    expect_equal(window.placements("automation"), ["hubspot"], "tools saved in automation")
    window.start(window.path)


def asks(window):
    """Without that, closing asks; what is discarded does not reach the file, what is saved does."""
    before = window.path.read_bytes()
    card = drag_tool(window, "klaviyo", "klaviyo", "automation")
    window.key("Control_L", "w")
    wait_until(lambda: window.says("Save Changes?"), "the question")
    window.key("Escape")
    wait_until(lambda: not window.says("Save Changes?"), "the question is gone")
    window.find(card)

    window.key("Control_L", "w")
    wait_until(lambda: window.says("Save Changes?"), "the question")
    window.settle()
    window.key("Alt_L", "d")
    wait_ended(window)
    expect_equal(window.path.read_bytes(), before, "the file after Discard")

    window.start(window.path)
    expect(not window.ids("recover-"), "what was discarded is not offered")
    drag_tool(window, "klaviyo", "klaviyo", "automation")
    window.key("Control_L", "w")
    wait_until(lambda: window.says("Save Changes?"), "the question")
    window.settle()
    window.key("Return")
    wait_ended(window)
    expect_equal(window.placements("automation"), ["hubspot", "klaviyo"], "tools saved in automation")
    window.start(window.path)


def follows(window):
    """What another program writes is shown, as long as nothing is unsaved; a lost file is told of."""
    rename_underneath(window, "Another title")
    wait_until(lambda: window.says("Another title"), "the new title shows")
    written = window.path.read_bytes()
    undo(window)
    wait_until(lambda: window.says(f"• {TITLE}"), "the former title is back")
    expect_equal(window.path.read_bytes(), written, "the file after undo")

    window.path.unlink()
    wait_until(lambda: window.says("The file is gone"), "the banner tells")
    expect(not window.path.exists(), "the file is not made again unasked")


def merges(window):
    """With unsaved changes nothing is taken or overwritten before somebody decides."""
    card = drag_tool(window, "klaviyo", "klaviyo", "automation")
    rename_underneath(window, "Another title")
    written = window.path.read_bytes()
    wait_until(lambda: window.says("This plan was changed by another program"), "the banner tells")
    window.settle()
    window.key("Control_L", "s")
    wait_until(lambda: window.says("Could Not Save the Plan"), "saving is refused")
    expect_equal(window.path.read_bytes(), written, "the file after a refused save")
    window.key("Escape")
    window.settle()

    window.stage.click(*window.point("file-banner", END))
    wait_until(lambda: window.says("Merge Changes?"), "the question")
    window.settle()
    window.key("Return")
    wait_until(lambda: window.says("• Another title"), "both are there")
    window.find(card)
    expect_equal(json.loads(window.save())["title"], "Another title", "title saved")
    expect_equal(window.placements("automation"), ["hubspot", "klaviyo"], "tools saved in automation")


def goes_back(window):
    """A version that was saved before comes back, as a step that can be undone."""
    card = drag_tool(window, "klaviyo", "klaviyo", "automation")
    window.save()
    window.click(card)
    window.key("Delete")
    window.wait_gone(card)
    window.save()
    window.key("Control_L", "Alt_L", "s")
    window.find("restore-1")
    expect(not window.ids("restore-2"), "there are two versions")
    window.settle()
    window.click("restore-1")
    window.find(card)
    undo(window)
    window.wait_for("card-", CARDS)


run_cases("files", WaylandStage, [recovers_by_pointer, recovers_by_keyboard, saves_itself, asks, follows, merges,
                                  goes_back])
