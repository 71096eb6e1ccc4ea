# SPDX-License-Identifier: GPL-3.0-or-later
#
# The stack under a real pointer and keyboard, on headless Wayland.

import re

from stage.wayland import WaylandStage

from cases import expect, expect_equal, run_cases
from gestures import CARDS, drag_tool, redo, search, tab_to, undo
from window import END, wait_until

REMOVED = "“Snowplow” removed"


def opens(window):
    """A plan opens with its cards in their lanes."""
    window.wait_for("card-", CARDS)
    window.wait_for("lane-", ["lane-data", "lane-automation", "lane-personalization"])
    expect_equal(window.cards_in("data"), ["card-collector", "card-warehouse"], "cards of the data lane")
    expect_equal(window.cards_in("automation"), ["card-hub"], "cards of the automation lane")
    expect_equal(window.cards_in("personalization"), [], "cards of the personalization lane")
    wait_until(lambda: window.has_focus("card-hub"), "the first card has the focus")


def places(window):
    """A tool dragged from the catalogue onto a lane becomes a card, and the findings follow."""
    before = set(window.ids("finding-"))
    drag_tool(window, "klaviyo", "klaviyo", "automation")
    added = wait_until(lambda: set(window.ids("finding-")) - before, "the findings change")
    expect(any(finding.startswith("finding-overlap/capability-") for finding in added),
           f"an overlap is among {sorted(added)}")

    undo(window)
    window.wait_for("card-", CARDS)
    window.wait_for("finding-", before)


def saves(window):
    """What was dragged is saved, in the lines that it adds and no others."""
    before = window.path.read_text().splitlines()
    drag_tool(window, "klaviyo", "klaviyo", "automation")
    after = window.save().splitlines()
    expect_equal(window.placements("automation"), ["hubspot", "klaviyo"], "tools saved in automation")
    # The comma that the last placement gets is the only line that changes.
    lost = [line for line in before if line not in after]
    expect_equal(lost, [], "lines that saving took away")


def moves(window):
    """A card dragged to another lane belongs to it, and comes back by undo."""
    window.drag("card-collector", "lane-automation")
    wait_until(lambda: "card-collector" in window.cards_in("automation"), "the card is in its new lane")
    expect_equal(window.cards_in("data"), ["card-warehouse"], "cards left in the data lane")
    window.save()
    expect_equal(sorted(window.placements("automation")), ["hubspot", "snowplow"], "tools saved in automation")
    expect_equal(window.placements("data"), ["bigquery"], "tools saved in data")

    undo(window)
    wait_until(lambda: window.cards_in("data") == ["card-collector", "card-warehouse"],
               "the card is back in its place")


def keeps_focus(window):
    """Undo and redo take the keyboard along with the card that they move."""
    window.drag("card-collector", "lane-automation")
    wait_until(lambda: window.has_focus("card-collector"), "the moved card has the focus")
    undo(window)
    wait_until(lambda: "card-collector" in window.cards_in("data"), "the card is back in its lane")
    wait_until(lambda: window.has_focus("card-collector"), "the card has the focus after undo")
    redo(window)
    wait_until(lambda: "card-collector" in window.cards_in("automation"), "the card is in the new lane again")
    wait_until(lambda: window.has_focus("card-collector"), "the card has the focus after redo")


def moves_within(window):
    """A card dragged past its neighbour changes places with it."""
    window.drag("card-collector", "card-warehouse", END)
    wait_until(lambda: window.cards_in("data") == ["card-warehouse", "card-collector"], "the cards' new order")
    window.save()
    expect_equal(window.placements("data"), ["bigquery", "snowplow"], "tools saved in data")


def removes(window):
    """A card dragged onto the catalogue leaves the plan."""
    window.drag("card-collector", "catalogue-pane")
    window.wait_gone("card-collector")
    wait_until(lambda: window.says(REMOVED), "a toast tells of it")
    window.save()
    expect_equal(window.placements("data"), ["bigquery"], "tools saved in data")

    undo(window)
    window.wait_for("card-", CARDS)


def deletes(window):
    """The Delete key removes a card, offers to take it back, and goes on to its neighbour."""
    window.click("card-collector")
    window.key("Delete")
    window.wait_gone("card-collector")
    wait_until(lambda: window.says(REMOVED), "a toast tells of it")
    expect(window.says("Undo"), "the toast offers Undo")
    wait_until(lambda: window.has_focus("card-warehouse"), "the card beside it has the focus")

    undo(window)
    window.wait_for("card-", CARDS)
    wait_until(lambda: not window.says(REMOVED), "the toast is gone")


def counts(window):
    """The pill with the warnings says what it counts."""
    window.find("total-warnings")
    name = window.name_of("total-warnings")
    expect(re.fullmatch(r"1 warning|\d+ warnings", name), f"{name!r} counts warnings")


def cancels(window):
    """A drag given up with Escape changes nothing."""
    before = window.path.read_text()
    findings = window.ids("finding-")
    window.carry("card-collector", "lane-automation")
    window.key("Escape")
    window.stage.release()
    window.settle()
    expect_equal(window.cards_in("data"), ["card-collector", "card-warehouse"], "cards of the data lane")
    expect_equal(window.ids("finding-"), findings, "findings")
    # Nothing to undo, nothing to save.
    window.key("Control_L", "s")
    window.settle()
    expect_equal(window.path.read_text(), before, "the file")


def searches(window):
    """Typing in the catalogue leaves the tools that match."""
    search(window, "zap", "zapier")
    tools = wait_until(lambda: [tool for tool in window.ids("tool-")], "tools")
    expect("tool-zapier" in tools, f"Zapier is among {tools}")
    expect("tool-snowflake" not in tools, f"Snowflake is not among {tools}")


def focuses(window):
    """A click on a finding focuses the card that it is about."""
    drag_tool(window, "klaviyo", "klaviyo", "automation")
    finding = "finding-overlap/capability-hub"
    window.click(finding)
    wait_until(lambda: window.has_focus("card-hub"), "the finding's card has the focus")


def explains(window):
    """The keyboard opens why a finding is there, and a screen reader reads it."""
    why = "why-facts/unknown-none"
    window.scroll_to("finding-facts/unknown-none")
    window.click("finding-facts/unknown-none")
    tab_to(window, why)
    window.key("space")
    wait_until(lambda: window.says("Rule: facts/unknown"), "the rule is named")
    expect(window.mentions("A decision is settled when"), "the reason is given")
    expect(window.mentions("Specialty channels: unknown"), "an answer that it rests on is given")
    window.key("space")
    wait_until(lambda: not window.says("Rule: facts/unknown"), "the reason is put away")


run_cases("stack", WaylandStage,
          [opens, places, saves, moves, keeps_focus, moves_within, removes, deletes, counts,
           cancels, searches, focuses, explains])
