# SPDX-License-Identifier: GPL-3.0-or-later
#
# Cards cut, copied, pasted and duplicated, within a plan and between two.

import json

from stage.wayland import WaylandStage

from cases import expect, expect_equal, run_cases
from gestures import CARDS, expect_heard, expect_selected, new_card, select, undo
from window import wait_until

# Entries of the menus.
COPY, PASTE, REMOVE = 1, 2, 5
GROUND_SELECT_ALL = 1

OTHER_PLAN = """{"format": "strata-plan", "version": 1, "title": "Another stack", "tools": {
  "snowplow": {"name": "Snowplow, our way", "roles": ["event-collection"]}},
 "scenarios": [{"id": "today", "placements": [
  {"id": "other", "tool": "snowplow", "layer": "data"}]}]}
"""


def copies(window):
    """A copied card is pasted behind the card that has the keyboard, and is selected."""
    window.click("card-collector")
    window.key("Control_L", "c")
    expect_heard(window, "1 tool copied")
    window.click("card-hub")
    window.key("Control_L", "v")
    card = new_card(window)
    window.settle()
    expect_equal(window.cards_in("automation"), ["card-hub", card], "cards of the automation lane")
    expect_selected(window, card)
    wait_until(lambda: window.has_focus(card), "the pasted card has the focus")
    expect_equal(window.name_of("undo"), "Undo Paste Snowplow", "what would be undone")
    undo(window)
    window.wait_for("card-", CARDS)
    expect(window.tree.focused(), "something has the focus")


def cuts(window):
    """Cards that are cut are gone until they are pasted, which leaves none out."""
    select(window, "card-collector", "card-warehouse")
    window.key("Control_L", "x")
    window.wait_for("card-", ["card-hub"])
    expect_heard(window, "2 tools cut")
    wait_until(lambda: window.has_focus("lane-data"), "the lane has the focus")
    window.key("Control_L", "v")
    expect_heard(window, "2 tools added")
    window.save()
    expect_equal(window.placements("data"), ["snowplow", "bigquery"], "tools saved in data")
    window.key("Control_L", "v")
    expect_heard(window, "2 tools added")
    window.save()
    expect_equal(window.placements("data"), ["snowplow", "snowplow", "bigquery", "bigquery"],
                 "tools saved in data, those pasted again behind the first")


def duplicates(window):
    """Ctrl+D puts a second one of each selected card behind the last in its lane."""
    select(window, "card-collector", "card-hub")
    window.key("Control_L", "d")
    expect_heard(window, "2 tools added")
    window.save()
    expect_equal(window.placements("data"), ["snowplow", "snowplow", "bigquery"], "tools saved in data")
    expect_equal(window.placements("automation"), ["hubspot", "hubspot"], "tools saved in automation")
    undo(window)
    window.wait_for("card-", CARDS)


def has_menu(window):
    """A card's menu cuts, copies, pastes and removes; the ground's pastes and selects all."""
    window.open_menu("card-collector")
    window.choose(COPY)
    expect_heard(window, "1 tool copied")
    expect_selected(window, "card-collector")
    window.open_menu("card-hub")
    window.choose(PASTE)
    card = new_card(window)
    window.settle()
    expect_equal(window.cards_in("automation"), ["card-hub", card], "cards of the automation lane")
    window.save()
    expect_equal(window.placements("automation"), ["hubspot", "snowplow"], "tools saved in automation")
    window.open_menu("lane-personalization")
    window.choose(GROUND_SELECT_ALL)
    expect_selected(window, card, *CARDS)
    window.click("card-hub")
    expect_selected(window, "card-hub")
    wait_until(lambda: window.has_focus("card-hub"), "the card has the keyboard")
    window.settle()
    window.key("Shift_L", "F10")
    window.choose(REMOVE)
    window.wait_gone("card-hub")
    wait_until(lambda: window.has_focus(card), "the card beside it has the focus")


def pastes_no_text(window):
    """Text on the clipboard is no card: a sentence says so, and nothing changes."""
    window.click("catalogue-search")
    window.type_text("Zapier")
    window.key("Control_L", "a")
    window.key("Control_L", "c")
    window.click("card-hub")
    window.key("Control_L", "v")
    expect_heard(window, "There are no copied tools to paste")
    wait_until(lambda: window.says("There are no copied tools to paste"), "a toast says so")
    window.wait_for("card-", CARDS)
    expect_equal(window.name_of("undo"), "Undo", "what would be undone")


def copies_names(window):
    """Where no cards can be pasted the names of the tools are."""
    window.click("card-warehouse")
    window.key("Control_L", "c")
    expect_heard(window, "1 tool copied")
    window.click("catalogue-search")
    window.key("Control_L", "v")
    wait_until(lambda: window.ids("tool-")[:1] == ["tool-bigquery"], "the search is for what was copied")


def pastes_elsewhere(window):
    """What is copied in one window is pasted in another, where a word on its tool is needed."""
    select(window, "card-collector", "card-hub")
    window.key("Control_L", "c")
    expect_heard(window, "2 tools copied")
    path = window.path.with_name("pastes_elsewhere.other.strata.json")
    path.write_text(OTHER_PLAN)
    window.open_another(path)
    window.find("card-other")
    window.key("Control_L", "v")
    expect_heard(window, "2 tools added")
    wait_until(lambda: window.says("This plan defines “Snowplow” otherwise; both are kept."), "a toast tells of it")
    window.key("Control_L", "s")
    saved = wait_until(lambda: path.read_text() != OTHER_PLAN and json.loads(path.read_text()), "the file is written")
    expect_equal([placement["tool"] for placement in saved["scenarios"][0]["placements"]],
                 ["snowplow", "snowplow-2", "hubspot"], "tools saved in the other plan")
    expect_equal(sorted(saved["tools"]), ["snowplow", "snowplow-2"], "definitions saved in the other plan")


run_cases("clipboard", WaylandStage,
          [copies, cuts, duplicates, has_menu, pastes_no_text, copies_names, pastes_elsewhere])
