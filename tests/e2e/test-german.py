# SPDX-License-Identifier: GPL-3.0-or-later
#
# The program in another language than the one it is written in.

from stage.x11 import XStage

from cases import expect, run_cases
from gestures import CARDS

class GermanStage(XStage):
    def program_environment(self):
        return super().program_environment() | {"LC_ALL": "de_DE.UTF-8"}


def speaks(window):
    """The window speaks German, and so do findings and their reasons."""
    window.wait_for("card-", CARDS)
    for text in ("Befunde", "Katalog", "Warnungen", "Warum"):
        expect(window.mentions(text), f"“{text}” is somewhere")
    expect(window.mentions("Nichts bringt Daten aus BigQuery"), "a finding is German")


run_cases("german", GermanStage, [speaks])
