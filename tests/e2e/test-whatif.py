# SPDX-License-Identifier: GPL-3.0-or-later
#
# What if, before letting go: with a pointer, the keyboard and a finger.

import time

from stage.wayland import WaylandStage

from cases import expect, expect_equal, run_cases
from gestures import CARDS, expect_heard, new_card, search
from window import wait_until

BOX = "what-if"
WHAT_IF = "what if: "
# Longer than any system takes a long press to be.
PRESS_SECONDS = 1.2


def previews(window):
    """The cards that say what would become of them."""
    return [identifier for identifier, name in window.tree.names()
            if identifier.startswith("card-") and WHAT_IF in name]


def told(window):
    """What the box tells, line by line."""
    for node, _ in window.tree.nodes():
        if node.id == BOX:
            return [part.name for part, _ in node.walk() if part.role == "label"]
    return []


def expect_nothing_done(window, before):
    """Nothing is pending, nothing to undo, nothing to save."""
    window.wait_gone(BOX)
    wait_until(lambda: not previews(window), "the badges are as they were")
    window.settle()
    window.key("Control_L", "s")
    window.settle()
    expect_equal(window.path.read_text(), before, "the file")


def covers(box, point):
    left, top, width, height = box
    return left <= point[0] <= left + width and top <= point[1] <= top + height


def holds_a_tool(window):
    """A tool held over a lane tells what it would do, and does it when dropped."""
    before = window.path.read_text()
    findings = set(window.ids("finding-"))
    search(window, "klaviyo", "klaviyo")
    window.carry("tool-klaviyo", "lane-automation")
    box = window.find(BOX)
    expect(not covers(box, window.point("lane-automation")), f"{box} leaves the pointer free")
    expect("If you drop Klaviyo here" in told(window), f"{told(window)} names the tool")
    overlaps = [line for line in told(window) if "overlaps with HubSpot: " in line]
    expect_equal(len(overlaps), 1, "lines about the overlap")
    expect_equal(previews(window), ["card-hub"], "cards that say what would become of them")

    window.key("Escape")
    window.stage.release()
    expect_nothing_done(window, before)

    window.carry("tool-klaviyo", "lane-automation")
    window.find(BOX)
    window.stage.release()
    new_card(window)
    window.wait_gone(BOX)
    added = wait_until(lambda: set(window.ids("finding-")) - findings, "the findings change")
    expect(any(finding.startswith("finding-overlap/capability-") for finding in added),
           f"the promised overlap is among {sorted(added)}")


def leaves(window):
    """A card carried over a lane and on tells of it no more; over its own lane there is nothing to tell."""
    before = window.path.read_text()
    window.carry("card-collector", "lane-automation")
    window.find(BOX)
    window.stage.glide(*window.point("card-warehouse"))
    window.wait_gone(BOX)
    window.stage.glide(*window.point("lane-automation"))
    window.find(BOX)
    window.stage.glide(*window.point("catalogue-pane"))
    window.wait_gone(BOX)
    window.key("Escape")
    window.stage.release()
    expect_nothing_done(window, before)


def carries_by_keyboard(window):
    """What the keyboard carries to another lane is told to a screen reader."""
    before = window.path.read_text()
    wait_until(lambda: window.has_focus("card-hub"), "the first card has the focus")
    window.key("space")
    window.key("Down")
    window.find(BOX)
    spoken = "; ".join(told(window)[1:])
    expect("wrong place" in spoken, f"{spoken!r} says that it is in the wrong place")
    expect_heard(window, spoken)
    window.key("Escape")
    expect_nothing_done(window, before)


def lift_by_finger(window, source, target):
    window.stage.touch_down(*window.point(source))
    time.sleep(PRESS_SECONDS)
    left, top = window.point(source)
    right, bottom = window.point(target)
    for step in range(1, 11):
        window.stage.touch_move(left + (right - left) * step / 10, top + (bottom - top) * step / 10)
        time.sleep(0.03)


def lifts_by_finger(window):
    """A long press lifts a card or a tool, which a finger carries to a lane."""
    lift_by_finger(window, "card-collector", "lane-automation")
    window.find(BOX)
    window.stage.touch_up()
    wait_until(lambda: "card-collector" in window.cards_in("automation"), "the card is in its new lane")
    window.wait_gone(BOX)
    search(window, "klaviyo", "klaviyo")
    lift_by_finger(window, "tool-klaviyo", "lane-automation")
    window.find(BOX)
    window.stage.touch_up()
    expect(wait_until(lambda: new_card(window), "a new card") in window.cards_in("automation"), "the tool is placed")


def pans_by_finger(window):
    """A finger that moves at once scrolls the list, and lifts neither tool nor card."""
    before = window.path.read_text()
    first = window.ids("tool-")[3]
    top = window.places()[first][1]
    x, y = window.point(first)
    window.stage.touch_down(x, y)
    for step in range(1, 11):
        window.stage.touch_move(x, y - 15 * step)
        time.sleep(0.02)
    window.stage.touch_up()
    wait_until(lambda: window.places().get(first, (0, 0))[1] < top, "the list scrolls")
    x, y = window.point("card-hub")
    window.stage.touch_down(x, y)
    for step in range(1, 11):
        window.stage.touch_move(x, y + 25 * step)
        time.sleep(0.02)
    expect(BOX not in window.places(), "nothing is carried")
    window.stage.touch_up()
    window.wait_for("card-", CARDS)
    expect_nothing_done(window, before)


run_cases("whatif", WaylandStage, [holds_a_tool, leaves, carries_by_keyboard, lifts_by_finger, pans_by_finger])
