# SPDX-License-Identifier: GPL-3.0-or-later
#
# A window so narrow that its panes lie over the stack.

from stage.wayland import WaylandStage

from cases import expect, run_cases
from gestures import new_card

SIZE = (800, 800)


def make_stage(build, log_folder):
    return WaylandStage(build, log_folder, SIZE)


def places(window):
    """A tool dragged from a catalogue that lies over the stack becomes a card."""
    # Typing opens the catalogue.
    window.type_text("klaviyo")
    window.find("tool-klaviyo")
    window.settle()
    window.drag("tool-klaviyo", "lane-automation")
    card = new_card(window)
    window.settle()
    expect(card in window.cards_in("automation"), f"{card} lies in the lane automation")
    window.wait_gone("catalogue-search")


run_cases("narrow", make_stage, [places])
