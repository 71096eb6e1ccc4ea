# SPDX-License-Identifier: GPL-3.0-or-later
#
# The stack before a room: what it shows, what it keeps to itself, and that
# everything is as before afterwards.

from stage.wayland import WaylandStage

from cases import expect, expect_equal, run_cases
from gestures import expect_heard, expect_selected
from window import wait_until

CHROME = ["undo", "total-cost", "findings-pane", "catalogue-search", "main-menu"]
BEGUN = "Presenting. Page Down shows the next finding, Escape ends."
ENDED = "No longer presenting"
AMOUNT = "800"


def present(window, *keys):
    window.key(*(keys or ["F5"]))
    expect_heard(window, BEGUN)
    window.wait_gone("undo")
    window.settle()


def presents(window):
    """F5 leaves the stack alone on the screen, without amounts; Escape brings everything back."""
    window.click("card-hub")
    expect_selected(window, "card-hub")
    wait_until(lambda: window.mentions(AMOUNT), "the card says what it costs")
    before = window.places()
    present(window)
    shown = window.places()
    for name in CHROME:
        expect(name not in shown, f"“{name}” is not on the stage")
    expect(shown["card-hub"][3] > before["card-hub"][3], "cards are larger")
    wait_until(lambda: not window.mentions(AMOUNT), "no amount is said")
    window.key("Escape")
    expect_heard(window, ENDED)
    wait_until(lambda: window.places() == before, "everything is where it was")
    expect_selected(window, "card-hub")
    wait_until(lambda: window.has_focus("card-hub"), "the card has the focus again")
    wait_until(lambda: window.mentions(AMOUNT), "the card says again what it costs")


def steps(window):
    """Keys go through the findings, whose sentence stands at the foot."""
    window.click("present")
    expect_heard(window, BEGUN)
    window.settle()
    expect("finding-sentence" not in window.places(), "no finding shows unasked")
    window.key("Page_Down")
    window.find("finding-sentence")
    first = window.name_of("finding-sentence")
    window.key("Right")
    wait_until(lambda: window.name_of("finding-sentence") != first, "the next sentence")
    window.key("Page_Up")
    wait_until(lambda: window.name_of("finding-sentence") == first, "the sentence before")
    window.key("Escape")
    expect_heard(window, ENDED)
    window.find("undo")
    window.wait_gone("finding-sentence")


def drags(window):
    """The stack is changed on the stage as ever, and nothing opens over it."""
    present(window, "F11")
    window.drag("card-hub", "lane-data", (0.9, 0.9))
    wait_until(lambda: "card-hub" in window.cards_in("data"), "the card lies in the data lane")
    window.key("Control_L", "z")
    wait_until(lambda: window.cards_in("automation") == ["card-hub"], "the card is back")
    window.click("card-collector")
    window.key("Delete")
    window.wait_gone("card-collector")
    expect(not window.says("Undo"), "no toast opens")
    window.key("F11")
    expect_heard(window, ENDED)
    window.find("undo")
    expect_equal(window.name_of("undo"), "Undo Remove Snowplow", "what would be undone")


run_cases("present", WaylandStage, [presents, steps, drags])
