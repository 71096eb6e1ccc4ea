# SPDX-License-Identifier: GPL-3.0-or-later
#
# Flows between cards: drawn, changed and removed, by pointer, finger and keyboard.

import json

from stage.wayland import WaylandStage

from cases import expect, expect_equal, run_cases
from gestures import expect_heard, undo
from window import middle, wait_until


def flows(window):
    """The flows that are saved."""
    window.save()
    plan = json.loads(window.path.read_text())
    return [(flow["from"], flow["to"], flow["carries"]) for flow in plan["scenarios"][0].get("flows", [])]


def show_handle(window, card):
    """Points at a card, which shows its handle; returns where that is."""
    window.stage.move(*window.point(card))

    def near():
        place = window.places().get("flow-handle")
        left, top, width, height = window.find(card)
        return place and abs(middle(place)[0] - left - width) < 4 and top < middle(place)[1] < top + height and middle(place)
    return wait_until(near, f"the handle of “{card}” shows")


def draw(window, start, end):
    """Drags from the handle of one card onto another."""
    window.stage.move(*show_handle(window, start))
    window.stage.press()
    window.stage.glide(*window.point(end))
    window.stage.release()


def connect(window, start, end, carries=0):
    draw(window, start, end)
    window.choose(carries)
    window.settle()


def draws(window):
    """A handle dragged to another card makes a flow, which Undo takes back."""
    connect(window, "card-warehouse", "card-hub")
    expect_heard(window, "BigQuery to HubSpot: Audiences. Delete removes it.")
    expect_equal(window.name_of("undo"), "Undo Add Flow", "what would be undone")
    expect_equal(flows(window), [("warehouse", "hub", "audiences")], "flows")
    connect(window, "card-hub", "card-collector")
    expect_heard(window, "HubSpot to Snowplow: Results. Delete removes it.")
    undo(window)
    undo(window)
    expect_equal(flows(window), [], "flows after undo")


def cancels(window):
    """Escape, a drop on nothing and a drop on itself make no flow; the same flow twice is refused."""
    connect(window, "card-warehouse", "card-hub")
    expect_equal(len(flows(window)), 1, "flows")
    window.stage.move(*show_handle(window, "card-warehouse"))
    window.stage.press()
    window.stage.glide(*window.point("card-collector"))
    window.key("Escape")
    window.stage.release()
    expect_heard(window, "Not connected")
    draw(window, "card-warehouse", "card-warehouse")
    draw(window, "card-warehouse", "lane-personalization")
    window.settle()
    expect(not window.tree.in_state("focused", "menu-item"), "no menu opens")
    connect(window, "card-warehouse", "card-hub")
    expect_heard(window, "BigQuery already feeds HubSpot: Audiences.")
    undo(window)
    expect_equal(flows(window), [], "flows after one undo")


def touches(window):
    """A finger draws a flow from the handle of the card that it tapped."""
    window.stage.touch_down(*window.point("card-collector"))
    window.stage.touch_up()
    wait_until(lambda: window.has_focus("card-collector"), "the card has the focus")
    window.settle()
    window.stage.touch_down(*window.point("flow-handle"))
    window.stage.touch_move(*window.point("card-warehouse"))
    window.stage.touch_move(*window.point("card-hub"))
    window.stage.touch_up()
    window.choose(1)
    window.settle()
    expect_equal(flows(window), [("collector", "hub", "profiles")], "flows")


def keys(window):
    """The keyboard alone connects, changes and removes."""
    window.click("card-collector")
    window.key("Control_L", "l")
    expect_heard(window, "From Snowplow to where? Arrow keys choose a card, Enter connects, Escape cancels.")
    window.key("Right")
    expect_heard(window, "BigQuery")
    window.key("Return")
    window.choose(0)
    expect_heard(window, "Snowplow to BigQuery: Events. Delete removes it.")
    wait_until(lambda: window.has_focus("card-collector"), "the card has the focus")
    window.key("Delete")
    expect_heard(window, "Flow removed")
    expect_equal(window.name_of("undo"), "Undo Remove Flow", "what would be undone")
    undo(window)

    # The card's menu ends with its flows, what removes it, and its properties.
    window.key("Menu")
    wait_until(lambda: window.tree.in_state("focused", "menu-item"), "the menu has the keyboard")
    window.key("Up")
    window.key("Up")
    window.key("Up")
    window.key("Right")
    window.settle()
    window.key("Down")
    window.key("Return")
    expect_heard(window, "Snowplow to BigQuery: Profiles")
    expect_equal(window.name_of("undo"), "Undo Carry Profiles", "what would be undone")
    expect_equal(flows(window), [("collector", "warehouse", "profiles")], "flows")


def lines(window):
    """A click on a line chooses its flow, Delete removes that and no card."""
    connect(window, "card-collector", "card-warehouse")
    window.key("Escape")
    left, top, width, height = window.find("card-collector")
    right = window.find("card-warehouse")[0]
    window.stage.click((left + width + right) / 2 + 2, top + height / 2)
    expect_heard(window, "Snowplow to BigQuery: Events. Delete removes it.")
    window.key("Delete")
    expect_heard(window, "Flow removed")
    wait_until(lambda: window.says("Flow removed"), "a toast tells of it")
    expect_equal(len(window.ids("card-")), 3, "cards")
    undo(window)
    window.stage.click_other((left + width + right) / 2 + 2, top + height / 2)
    window.choose(0)
    expect_heard(window, "Snowplow to BigQuery: Profiles")
    expect_equal(flows(window), [("collector", "warehouse", "profiles")], "flows")


run_cases("flows", WaylandStage, [draws, cancels, touches, keys, lines])
