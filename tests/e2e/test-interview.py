# SPDX-License-Identifier: GPL-3.0-or-later
#
# The interview: one question at a time, answered from the keyboard, on
# headless Wayland.

import json

from stage.processes import Failure, wait_until
from stage.wayland import WaylandStage

from cases import expect, expect_equal, run_cases
from gestures import CARDS

DECISIONS = ["interview-data_layer", "interview-automation_hub", "interview-personalization"]
MOST_QUESTIONS = 22


def begin(window):
    window.key("Control_L", "i")
    window.find("interview-question")
    window.settle()


def question(window):
    return window.name_of("interview-question")


def await_other(window, former):
    wait_until(lambda: question(window) != former, "another question")
    window.settle()


def answer(window):
    """Gives the first answer that comes to hand."""
    asked = question(window)
    ids = window.ids()
    if any(identifier.startswith("answer-") for identifier in ids):
        window.key("1")
    else:
        fact = next(identifier for identifier in ids if identifier.startswith("fact-"))
        if any(identifier.startswith(f"{fact}-") for identifier in ids):
            window.click(f"{fact}-{first_member(fact, ids)}")
            window.click("interview-next")
        else:
            window.type_text("9")
            window.key("Return")
    await_other(window, asked)


def first_member(fact, ids):
    return next(identifier for identifier in ids if identifier.startswith(f"{fact}-")).removeprefix(f"{fact}-")


def settles(window):
    """Answers settle the decisions beside the questions, and go into the plan."""
    begin(window)
    for _ in range(MOST_QUESTIONS):
        if "interview-skip" not in window.ids():
            break
        answer(window)
    else:
        raise Failure("the interview does not end")
    for decision in DECISIONS:
        expect("open" not in window.texts_in(decision), f"{decision} is settled")
    window.key("Return")
    window.wait_for("card-", CARDS)
    expect(len(json.loads(window.save())["facts"]) > 6, "the answers are saved")


def skips_and_returns(window):
    """What nobody knows is passed over; Alt and Left lead back to it."""
    begin(window)
    first = question(window)
    window.click("interview-skip")
    await_other(window, first)
    second = question(window)
    window.key("Alt_L", "Left")
    await_other(window, second)
    expect_equal(question(window), first, "the question before")
    wait_until(lambda: window.hears(first), "a screen reader hears the question")
    window.key("Escape")
    window.wait_for("card-", CARDS)


run_cases("interview", WaylandStage, [settles, skips_and_returns])
