# SPDX-License-Identifier: GPL-3.0-or-later
#
# Several cards at once: selected, dragged, carried and removed together.

from stage.wayland import WaylandStage

from cases import expect, expect_equal, run_cases
from gestures import CARDS, expect_heard, expect_selected, select, undo
from window import wait_until

START = (0.05, 0.5)


def clicks(window):
    """Ctrl adds a card and takes it away, Shift selects up to a card, a click elsewhere nothing."""
    window.click("card-collector")
    expect_selected(window, "card-collector")
    window.click("card-hub", "Control_L")
    expect_selected(window, "card-collector", "card-hub")
    expect_heard(window, "2 tools selected")
    window.click("card-collector", "Control_L")
    expect_selected(window, "card-hub")
    window.click("card-warehouse", "Shift_L")
    expect_selected(window, "card-collector", "card-warehouse")
    window.click("lane-personalization")
    expect_selected(window)
    expect_heard(window, "Nothing selected")


def bands(window):
    """A band stretched over empty ground selects what it touches."""
    left, top, width, height = window.find("lane-data")
    window.stage.move(left + width - 12, top + height - 12)
    window.stage.press()
    window.stage.glide(left + 12, top + 40)
    expect_selected(window, "card-collector", "card-warehouse")
    window.stage.glide(left + width - 40, top + height - 40)
    expect_selected(window)
    window.stage.glide(left + 12, top - 80)
    expect_selected(window, *CARDS)
    window.stage.release()
    expect_heard(window, "3 tools selected")
    window.settle()
    expect_selected(window, *CARDS)


def keys(window):
    """The keyboard selects all, ranges and single cards, and nothing."""
    window.click("card-hub")
    window.key("Control_L", "a")
    expect_selected(window, *CARDS)
    expect_heard(window, "3 tools selected")
    window.key("Escape")
    expect_selected(window)
    expect(window.has_focus("card-hub"), "the card keeps the focus")
    window.key("Shift_L", "Down")
    expect_selected(window, "card-hub", "card-collector")
    window.key("Shift_L", "Right")
    expect_selected(window, *CARDS)
    window.key("Left")
    expect_selected(window, *CARDS)
    window.key("Control_L", "space")
    expect_selected(window, "card-hub", "card-warehouse")


def drags(window):
    """What is selected is dragged together, in its order, and comes back in one step."""
    select(window, "card-warehouse", "card-collector")
    window.drag("card-warehouse", "card-hub", START)
    wait_until(lambda: window.cards_in("automation") == ["card-collector", "card-warehouse", "card-hub"],
               "both cards are before the third")
    expect_selected(window, "card-collector", "card-warehouse")
    wait_until(lambda: window.has_focus("card-warehouse"), "the card that was dragged has the focus")
    expect_equal(window.name_of("undo"), "Undo Move 2 Tools to Automation", "what would be undone")
    window.save()
    expect_equal(window.placements("automation"), ["snowplow", "bigquery", "hubspot"], "tools saved in automation")

    undo(window)
    wait_until(lambda: window.cards_in("data") == ["card-collector", "card-warehouse"], "both are back")


def drags_another(window):
    """A card that is not selected is dragged alone, and the selection ends."""
    select(window, "card-collector", "card-hub")
    window.drag("card-warehouse", "lane-personalization")
    wait_until(lambda: window.cards_in("personalization") == ["card-warehouse"], "it alone has moved")
    expect_equal(window.cards_in("data"), ["card-collector"], "cards left in the data lane")
    expect_selected(window)


def carries(window):
    """Space lifts what is selected, arrows carry it, Space drops it, in one step."""
    select(window, "card-collector", "card-warehouse")
    window.key("space")
    expect_heard(window, "Lifted 2 tools. Arrow keys carry them, Space drops them, Escape puts them back.")
    window.key("Up")
    expect_heard(window, "Automation, position 2")
    window.key("Left")
    expect_heard(window, "Automation, position 1")
    window.key("space")
    wait_until(lambda: window.cards_in("automation") == ["card-collector", "card-warehouse", "card-hub"],
               "both cards are before the third")
    expect_heard(window, "Moved 2 tools to Automation")

    undo(window)
    wait_until(lambda: window.cards_in("data") == ["card-collector", "card-warehouse"], "both are back")


def deletes(window):
    """Delete removes what is selected, in one step that a toast offers to take back."""
    select(window, "card-collector", "card-hub")
    window.key("Delete")
    window.wait_for("card-", ["card-warehouse"])
    wait_until(lambda: window.says("2 tools removed"), "a toast tells of it")
    wait_until(lambda: window.has_focus("lane-automation"), "the lane has the focus")

    undo(window)
    window.wait_for("card-", CARDS)
    expect_selected(window, "card-collector", "card-hub")


def drops_on_catalogue(window):
    """What is selected is dragged onto the catalogue together."""
    select(window, "card-collector", "card-warehouse")
    window.drag("card-collector", "catalogue-pane")
    window.wait_for("card-", ["card-hub"])
    wait_until(lambda: window.says("2 tools removed"), "a toast tells of it")


run_cases("select", WaylandStage,
          [clicks, bands, keys, drags, drags_another, carries, deletes, drops_on_catalogue])
