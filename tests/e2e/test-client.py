# SPDX-License-Identifier: GPL-3.0-or-later
#
# The client's facts, asked and answered with a pointer and a keyboard, on
# headless Wayland.

import json

from stage.wayland import WaylandStage
from stage.processes import wait_until

from cases import expect, expect_equal, run_cases
from gestures import undo

# Where a row ends: its toggles, its arrow.
YES = (0.93, 0.5)
UNKNOWN = (0.6, 0.5)


def show_client(window):
    window.key("Control_L", "Shift_L", "i")
    window.find("fact-mau")
    window.settle()


def saved_facts(window):
    return json.loads(window.save())["facts"]


def click_part(window, identifier, aim):
    window.stage.click(*window.point(identifier, aim))


def replace(window, identifier, text):
    """Types over what an entry holds."""
    window.click(identifier)
    wait_until(lambda: window.has_focus(identifier), f"“{identifier}” has the focus")
    window.key("Control_L", "a")
    if text:
        window.type_text(text)
    else:
        window.key("Delete")


def numbers(window):
    """A number is typed as people write it, decides at once, and comes back by undo."""
    show_client(window)
    replace(window, "fact-mau", "120 000")
    window.key("Return")
    wait_until(lambda: window.text_of("fact-mau") == "120,000", "the number is shown in groups")
    expect_equal(saved_facts(window)["mau"], 120000, "users saved")

    undo(window)
    wait_until(lambda: window.text_of("fact-mau") == "60,000", "the former number is back")


def forgets(window):
    """An emptied answer is unknown, as soon as the keyboard goes elsewhere."""
    show_client(window)
    replace(window, "fact-mau", "")
    window.key("Tab")
    expect("mau" not in saved_facts(window), "no number of users is saved")


def refuses(window):
    """What is no answer is said to be none, and Escape puts the answer back."""
    show_client(window)
    replace(window, "fact-mau", "12.5")
    window.key("Return")
    wait_until(lambda: window.says("“12.5” is no answer for Monthly active users: it takes a whole number, 0 or more."),
               "a sentence says what is allowed")
    expect_equal(window.text_of("fact-mau"), "12.5", "what was typed stays")
    window.key("Escape")
    wait_until(lambda: window.text_of("fact-mau") == "60,000", "the answer is back")
    window.key("Control_L", "a")
    window.type_text("50k")
    window.key("Return")
    expect_equal(saved_facts(window)["mau"], 50000, "users saved")


def toggles(window):
    """Yes, no and unknown are one click each."""
    show_client(window)
    window.scroll_to("fact-regulated")
    click_part(window, "fact-regulated", YES)
    expect_equal(saved_facts(window)["regulated"], True, "regulated")
    click_part(window, "fact-regulated", UNKNOWN)
    expect("regulated" not in saved_facts(window), "whether it is regulated is unknown again")


def checks(window):
    """Channels are checked with the keyboard; none is another answer than unknown."""
    show_client(window)
    window.click("fact-channels")
    window.find("fact-channels-sms")
    window.settle()
    window.click("fact-channels-sms")
    expect_equal(saved_facts(window)["channels"], ["email", "sms"], "channels saved")
    window.key("space")
    expect_equal(saved_facts(window)["channels"], ["email"], "channels saved after Space")

    window.scroll_to("fact-channels-none")
    window.click("fact-channels-none")
    expect_equal(saved_facts(window)["channels"], [], "no channels are saved")
    window.click("fact-channels-none")
    expect("channels" not in saved_facts(window), "the channels are unknown")


def asks_next(window):
    """What to ask next leads to where it is answered."""
    show_client(window)
    window.click("ask-next")
    wait_until(lambda: any(window.has_focus(fact) for fact in window.ids("fact-")), "a question has the focus")


run_cases("client", WaylandStage, [numbers, forgets, refuses, toggles, checks, asks_next])
