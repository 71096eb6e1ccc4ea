# SPDX-License-Identifier: GPL-3.0-or-later
#
# What a workshop does all day, in the steps of a hand: what several cases
# begin or end with.

from stage.processes import wait_until

from cases import expect, expect_equal

CARDS = ["card-collector", "card-warehouse", "card-hub"]


def search(window, words, tool):
    """Looks a tool up in the catalogue by typing."""
    window.click("catalogue-search")
    window.type_text(words)
    window.find(f"tool-{tool}")
    window.settle()


def new_card(window):
    """The card that was not there when the plan was opened."""
    cards = wait_until(lambda: [card for card in window.ids("card-") if card not in CARDS], "a new card")
    expect_equal(len(cards), 1, "new cards")
    return cards[0]


def drag_tool(window, words, tool, lane):
    """Searches a tool and drags it onto a lane; returns its card's id."""
    search(window, words, tool)
    window.drag(f"tool-{tool}", f"lane-{lane}")
    card = new_card(window)
    window.settle()
    expect(card in window.cards_in(lane), f"{card} lies in the lane {lane}")
    return card


def tab_to(window, identifier, most=5):
    """Presses Tab until a widget has the focus."""
    for _ in range(most):
        if window.has_focus(identifier):
            return
        window.key("Tab")
        window.settle()
    expect(False, f"Tab comes to “{identifier}”")


def undo(window):
    window.key("Control_L", "z")
    window.settle()


def redo(window):
    window.key("Control_L", "Shift_L", "z")
    window.settle()


def expect_selected(window, *cards):
    wait_until(lambda: set(window.selected()) == set(cards), f"{sorted(cards)} are selected")


def expect_heard(window, text):
    wait_until(lambda: window.hears(text), f"“{text}” is announced")


def select(window, *cards):
    window.click(cards[0])
    for card in cards[1:]:
        window.click(card, "Control_L")
    expect_selected(window, *cards)
