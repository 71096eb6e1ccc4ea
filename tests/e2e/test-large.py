# SPDX-License-Identifier: GPL-3.0-or-later
#
# Text at 200 % in a window as narrow as a telephone: everything has room, or
# GTK warns, which ends the program.

from stage.processes import wait_until
from stage.x11 import XStage

from cases import expect_equal, run_cases
from gestures import CARDS

SIZE = (360, 720)


def make_stage(build, log_folder):
    return XStage(build, log_folder, SIZE, text_scale=2.0)


def fits(window):
    """The window keeps its size, and what stands in its bar does not overlap."""
    window.wait_for("card-", CARDS)
    expect_equal(window.window_place(), (0, 0, *SIZE), "the window's place")
    places = window.places()
    row = sorted(places[name] for name in ("scenario-menu", "total-warnings", "total-cost"))
    ends = [left + width for left, _, width, _ in row]
    overlaps = [name for name, end, (left, *_) in zip(row, ends, row[1:]) if end > left]
    expect_equal(overlaps, [], "pills that overlap their neighbour")
    expect_equal([end for end in ends if end > SIZE[0]], [], "pills that end outside the window")


def opens_panes(window):
    """Panes leave the stack in sight, and close."""
    window.key("F9")
    left, _, width, _ = window.find("catalogue-search")
    expect_equal(left + width < SIZE[0] - 40, True, "there is stack beside the catalogue")
    window.key("F9")
    window.wait_gone("catalogue-search")
    window.key("Shift_L", "F9")
    wait_until(lambda: window.ids("finding-"), "the findings are there")
    expect_equal(window.window_place(), (0, 0, *SIZE), "the window's place")


run_cases("large", make_stage, [fits, opens_panes])
