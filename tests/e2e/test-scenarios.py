# SPDX-License-Identifier: GPL-3.0-or-later
#
# Scenarios added, copied, named, moved, removed and switched.

import json

from stage.wayland import WaylandStage

from cases import expect_equal, run_cases
from gestures import CARDS, expect_heard, undo
from window import wait_until

# Entries of the menu of the scenario shown.
DUPLICATE, LATER, REMOVE = 1, 3, 4


def choose(window, entry):
    window.click("scenario-commands")
    window.choose(entry)
    window.settle()


def titles(window):
    return [scenario["title"] for scenario in json.loads(window.save())["scenarios"]]


def adds(window):
    """A scenario that is added is empty and shown; undoing that shows the former again."""
    window.click("add-scenario")
    window.wait_for("card-", [])
    expect_heard(window, "Scenario Target")
    expect_equal(window.name_of("undo"), "Undo Add Scenario Target", "what would be undone")
    expect_equal(titles(window), ["Today", "Target"], "scenarios saved")
    undo(window)
    window.wait_for("card-", CARDS)


def copies(window):
    """What is done to a copy leaves the original alone, and undo shows where it works."""
    choose(window, DUPLICATE)
    window.wait_for("card-", CARDS)
    window.click("card-hub")
    window.key("Delete")
    window.wait_gone("card-hub")
    window.key("Control_L", "Page_Up")
    window.wait_for("card-", CARDS)
    expect_heard(window, "Scenario Today")
    window.key("Control_L", "Page_Down")
    window.wait_gone("card-hub")
    window.key("Control_L", "Page_Up")
    window.find("card-hub")
    undo(window)
    window.wait_for("card-", CARDS)
    expect_equal(titles(window), ["Today", "Today (copy)"], "scenarios saved")
    window.click("card-hub")
    window.key("Delete")
    window.wait_gone("card-hub")
    window.save()
    expect_equal(window.placements("automation"), ["hubspot"], "tools of the original")


def renames(window):
    """F2 asks for another title; the card that had the keyboard has it again."""
    window.click("card-hub")
    window.key("F2")
    wait_until(lambda: window.has_focus("rename-entry"), "the entry has the keyboard")
    window.type_text("now")
    window.key("Return")
    wait_until(lambda: window.has_focus("card-hub"), "the card has the keyboard")
    expect_equal(window.name_of("undo"), "Undo Rename Scenario to now", "what would be undone")
    expect_equal(titles(window), ["now"], "scenarios saved")


def moves(window):
    """Scenarios change places by menu and by keyboard."""
    window.click("add-scenario")
    window.wait_for("card-", [])
    window.key("Control_L", "Shift_L", "Page_Up")
    expect_equal(titles(window), ["Target", "Today"], "scenarios saved")
    choose(window, LATER)
    expect_equal(titles(window), ["Today", "Target"], "scenarios saved")


def removes(window):
    """A scenario is removed with a toast that brings it back; the last one stays."""
    choose(window, REMOVE)
    wait_until(lambda: window.says("A plan keeps its last scenario"), "a toast says why not")
    window.click("add-scenario")
    window.wait_for("card-", [])
    window.key("Control_L", "Page_Up")
    window.wait_for("card-", CARDS)
    choose(window, REMOVE)
    window.wait_for("card-", [])
    wait_until(lambda: window.says("“Today” removed"), "a toast tells of it")
    undo(window)
    window.wait_for("card-", CARDS)


run_cases("scenarios", WaylandStage, [adds, copies, renames, moves, removes])
