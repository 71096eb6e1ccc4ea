# SPDX-License-Identifier: GPL-3.0-or-later
#
# The program on a stage, told what to do and asked what it shows in the
# words of a test: everything by the ids of widgets, nothing by its text.

import json
import os
import re
import shutil
import signal
import time
from contextlib import nullcontext
from pathlib import Path

from stage.processes import Failure, wait_until

from tree import Tree

# How long a hand rests over a place before it lets go.
REST_SECONDS = 0.3
PICTURE = "window.png"
# Parts of a widget to aim at.
CENTRE = (0.5, 0.5)
END = (0.9, 0.5)


class Window:
    def __init__(self, stage, tree, plan):
        self.stage = stage
        self.tree = tree
        self.path = Path(plan)
        # What one case leaves behind is not for the next to recover.
        self.state = stage.folder / f"state-of-{self.path.name}"
        self.set_autosave(False)
        self.start(self.path)

    def set_autosave(self, wanted):
        """Whether plans are saved by themselves, from the next start on."""
        schema = next(Path(self.stage.build, "data").glob("*.gschema.xml")).read_text()
        group = re.search(r'path="/([^"]+)/"', schema)[1]
        keyfile = self.stage.folder / "config/glib-2.0/settings/keyfile"
        keyfile.parent.mkdir(parents=True, exist_ok=True)
        keyfile.write_text(f"[{group}]\nautosave={json.dumps(wanted)}\n")

    def start(self, *arguments):
        """Starts the program, in the largest window."""
        self.stage.start_program(*arguments,
                                 G_DEBUG="fatal-warnings", G_ENABLE_DIAGNOSTIC="1",
                                 LD_PRELOAD=os.environ["STRATA_E2E_EYES"],
                                 STRATA_E2E_PICTURE=str(self.stage.folder / PICTURE),
                                 GSETTINGS_BACKEND="keyfile",
                                 XDG_STATE_HOME=str(self.state))
        wait_until(self.window_place, "the window shows")
        self.stage.fill_display()
        wait_until(lambda: self.window_place() == (0, 0, *self.stage.size), "the window fills the display")
        self.settle()

    def crash(self):
        """Ends the program as a crash would."""
        self.stage.processes.running["strata"].kill()
        self.stage.processes.end("strata")

    def open_another(self, plan):
        """Opens another plan in a window of its own, which gets the keyboard."""
        self.stage.start_program(plan, program="strata-again")
        wait_until(lambda: self.stage.processes.running["strata-again"].poll() is not None,
                   "the program has been told")
        self.stage.processes.end("strata-again")

    # --- what it shows ------------------------------------------------------

    def window_place(self):
        self.stage.processes.must_run("strata")
        return self.tree.window()

    def places(self):
        """Where every widget with an id is."""
        self.stage.processes.must_run("strata")
        return self.tree.places()

    def ids(self, prefix=""):
        """The ids shown that begin so, in reading order."""
        return [identifier for identifier in self.places() if identifier.startswith(prefix)]

    def find(self, identifier):
        """Waits until a widget is there; returns its extents."""
        return wait_until(lambda: self.places().get(identifier), f"“{identifier}” is there")

    def wait_gone(self, identifier):
        wait_until(lambda: identifier not in self.places(), f"“{identifier}” is gone")

    def wait_for(self, prefix, expected):
        """Waits until the ids that begin so are those expected, in any order."""
        try:
            wait_until(lambda: set(self.ids(prefix)) == set(expected), prefix)
        except Failure:
            raise Failure(f"expected {sorted(expected)}, found {sorted(self.ids(prefix))}") from None

    def cards_in(self, lane):
        """The cards whose middle lies in a lane, as they are read."""
        places = self.places()
        left, top, width, height = places[f"lane-{lane}"]
        cards = []
        for identifier, extents in places.items():
            x, y = middle(extents)
            if identifier.startswith("card-") and left <= x < left + width and top <= y < top + height:
                cards.append((y, x, identifier))
        return [identifier for _, _, identifier in sorted(cards)]

    def name_of(self, identifier):
        """What a screen reader calls a widget that is there."""
        return dict(self.tree.names())[identifier]

    def says(self, text):
        """Whether anything shown reads so."""
        return any(name == text for _, name in self.tree.names())

    def mentions(self, text):
        """Whether anything shown has this in it."""
        return any(text in name for _, name in self.tree.names())

    def has_focus(self, identifier):
        """Whether a widget, or something in it, has the keyboard's focus."""
        return identifier in self.tree.focused()

    def selected(self):
        """The ids of what is selected, in reading order."""
        return self.tree.in_state("selected")

    def text_of(self, identifier):
        """What stands in an entry."""
        return self.tree.text(identifier)

    def texts_in(self, identifier):
        """What is written in a widget, part by part."""
        return self.tree.texts_in(identifier)

    def hears(self, text):
        """Whether a screen reader has been told so since the last question."""
        return text in self.tree.announcements()

    def settle(self):
        """Waits until nothing has moved between two looks."""
        before = None

        def still():
            nonlocal before
            now = self.places()
            same, before = now == before, now
            return same
        wait_until(still, "the window comes to rest")

    # --- what is done to it -------------------------------------------------

    def point(self, identifier, aim=CENTRE):
        """Where to point at a widget: a part of what is seen of it, the
        middle unless told."""
        left, top, width, height = self.find(identifier)
        right, bottom = min(left + width, self.stage.size[0]), min(top + height, self.stage.size[1])
        left, top = max(left, 0), max(top, 0)
        if right <= left or bottom <= top:
            raise Failure(f"“{identifier}” lies outside the window")
        return left + (right - left) * aim[0], top + (bottom - top) * aim[1]

    def click(self, identifier, *modifiers):
        x, y = self.point(identifier)
        with self.stage.hold(*modifiers) if modifiers else nullcontext():
            self.stage.click(x, y)

    def open_menu(self, identifier):
        """Opens the menu of a widget by pointer."""
        self.stage.click_other(*self.point(identifier))

    def choose(self, position):
        """Goes down the menu that opens, to the entry counted from 0."""
        wait_until(lambda: self.tree.in_state("focused", "menu-item"), "the menu has the keyboard")
        for _ in range(position):
            self.key("Down")
        self.key("Return")

    def carry(self, source, target, aim=CENTRE):
        """Presses on one widget and moves onto another, without letting go."""
        self.stage.move(*self.point(source))
        self.stage.press()
        self.stage.glide(*self.point(target, aim))
        time.sleep(REST_SECONDS)
        # The place may have moved as the drag began: the pane changes, say.
        self.stage.glide(*self.point(target, aim))
        time.sleep(REST_SECONDS)

    def drag(self, source, target, aim=CENTRE):
        self.carry(source, target, aim)
        self.stage.release()
        self.settle()

    def scroll_to(self, identifier):
        """Turns the wheel over the inspector until all of a widget is seen."""
        self.find(identifier)

        def seen():
            left, top, width, height = self.places()[identifier]
            if top + height <= self.stage.size[1]:
                return True
            self.stage.move(left + width / 2, self.stage.size[1] / 2)
            self.stage.scroll(1)
            return False
        wait_until(seen, f"“{identifier}” is seen")
        self.settle()

    def key(self, *names):
        self.stage.key(*names)

    def type_text(self, text):
        self.stage.type_text(text)

    # --- the plan, as its file says -----------------------------------------

    def save(self):
        """Saves and returns the file's text, once it has changed."""
        before = self.path.read_text()
        self.key("Control_L", "s")
        wait_until(lambda: self.path.read_text() != before, "the file is written")
        return self.path.read_text()

    def placements(self, layer):
        """The tools placed in a layer, as saved, in order."""
        plan = json.loads(self.path.read_text())
        return [placement["tool"] for placement in plan["scenarios"][0]["placements"]
                if placement["layer"] == layer]

    # --- the end ------------------------------------------------------------

    def close(self):
        """Ends the program; one that ended by itself is a failure."""
        self.stage.processes.must_run("strata")
        self.stage.processes.end("strata")


def middle(extents):
    left, top, width, height = extents
    return left + width / 2, top + height / 2


def open_tree(stage):
    return Tree(stage.environment["DBUS_SESSION_BUS_ADDRESS"])


def take_picture(stage, path):
    """Has the program draw itself once more, into a file."""
    os.kill(stage.processes.running["strata"].pid, signal.SIGUSR1)
    wait_until((stage.folder / PICTURE).exists, "the picture", deadline=10)
    shutil.move(stage.folder / PICTURE, path)
