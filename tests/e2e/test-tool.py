# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the plan says of the tools that are selected, read and written with a
# pointer and a keyboard, on headless Wayland.

import json

from stage.wayland import WaylandStage
from stage.processes import wait_until

from cases import expect, expect_equal, run_cases
from gestures import CARDS, select, undo


def show_tool(window, *cards):
    select(window, *cards)
    window.key("Control_L", "Shift_L", "t")
    window.find("tool-form")
    window.settle()


def saved(window, identifier="hub"):
    """What the file says of a placement once it is saved."""
    placements = json.loads(window.save())["scenarios"][0]["placements"]
    return next((placement for placement in placements if placement["id"] == identifier), None)


def replace(window, identifier, text):
    """Types over what an entry holds."""
    window.scroll_to(identifier)
    window.click(identifier)
    wait_until(lambda: window.has_focus(identifier), f"“{identifier}” has the focus")
    window.key("Control_L", "a")
    if text:
        window.type_text(text)
    else:
        window.key("Delete")


def opens(window):
    """The page is calm while nothing is selected; a double click opens it."""
    window.key("Control_L", "Shift_L", "t")
    wait_until(lambda: window.says("Select a tool on the canvas"), "the page says what to do")
    window.key("Control_L", "Shift_L", "f")
    window.wait_gone("tool-pane")
    card = window.point("card-hub")
    window.stage.click(*card)
    window.stage.click(*card)
    window.find("tool-form")
    wait_until(lambda: window.says("HubSpot"), "the page is about the card")


def days_and_money(window):
    """Defaults are told apart, days that can't be are refused, money is typed as people write it."""
    show_tool(window, "card-hub")
    wait_until(lambda: window.says("Day 0, as it starts"), "the default is told")
    replace(window, "tool-live", "-5")
    window.key("Return")
    wait_until(lambda: window.says("HubSpot can’t be live on day -5: it starts on day 0."),
               "a sentence says what is wrong")
    expect_equal(window.text_of("tool-live"), "-5", "what was typed stays")
    window.key("Escape")
    wait_until(lambda: window.text_of("tool-live") == "", "the default is back")
    window.type_text("30")
    window.key("Return")
    expect_equal(saved(window)["live_day"], 30, "live day saved")
    replace(window, "tool-live", "")
    window.key("Tab")
    expect("live_day" not in saved(window), "the day is the default again")

    replace(window, "tool-cost", "1,200.50")
    window.key("Return")
    expect_equal(saved(window)["monthly_cost"], 1200.5, "cost saved")
    replace(window, "tool-cost", "12.345")
    window.key("Return")
    wait_until(lambda: window.mentions("“12.345” is no amount"), "too many decimals are refused")
    window.key("Escape")
    undo(window)
    wait_until(lambda: window.text_of("tool-cost") == "800", "the former cost is back")


def modules_and_uses(window):
    """Modules have names and costs; what is used is checked one by one."""
    show_tool(window, "card-hub")
    window.scroll_to("tool-module-marketing-hub")
    expect_equal(window.name_of("tool-module-marketing-hub"), "Marketing Hub", "name of the module")
    replace(window, "tool-module-marketing-hub-cost", "300")
    window.key("Return")
    expect_equal(saved(window)["module_costs"], {"marketing-hub": 300}, "module's cost saved")
    window.key("Shift_L", "Tab")
    wait_until(lambda: window.has_focus("tool-module-marketing-hub"), "the check has the keyboard")
    window.key("space")
    placement = saved(window)
    expect("modules" not in placement and "module_costs" not in placement, "the module is no longer bought")
    expect_equal(placement["monthly_cost"], 500, "cost without the module")
    undo(window)

    window.scroll_to("tool-roles")
    window.click("tool-roles")
    window.find("tool-roles-map")
    window.settle()
    window.scroll_to("tool-roles-map")
    window.click("tool-roles-map")
    expect("roles" in saved(window), "roles are saved")
    window.click("tool-roles-map")
    expect("roles" not in saved(window), "the roles are the default again")


def notes(window):
    """A note is typed over several lines and is one step of undo."""
    show_tool(window, "card-hub")
    window.scroll_to("tool-note")
    window.click("tool-note")
    wait_until(lambda: window.has_focus("tool-note"), "the note has the keyboard")
    window.type_text("may")
    window.key("Return")
    window.type_text("june")
    wait_until(lambda: window.text_of("tool-note") == "may\njune", "the note is typed")
    expect_equal(saved(window)["note"], "may\njune", "note saved")


def several(window):
    """What is set for several tools is one step; they are removed and come back."""
    show_tool(window, *CARDS)
    wait_until(lambda: window.says("3 tools selected"), "how many there are is told")
    window.scroll_to("tool-remove")
    window.click("tool-remove")
    window.wait_for("card-", [])
    undo(window)
    window.wait_for("card-", CARDS)


run_cases("tool", WaylandStage, [opens, days_and_money, modules_and_uses, notes, several])
