# SPDX-License-Identifier: GPL-3.0-or-later
#
# A stage under Xvfb, without a window manager: pointer and keyboard through
# xdotool, pictures through ImageMagick.

import ctypes
import os
import subprocess
import time

from .processes import Failure, wait_until
from .session import Stage

# From X11/Xatom.h.
XA_RESOURCE_MANAGER = 23
XA_STRING = 31
# Two equal captures may both be of a plan still being read.
REST_SECONDS = 1


class XStage(Stage):
    def __init__(self, build, log_folder, size=(1440, 900), text_scale=1.0):
        super().__init__(build, log_folder)
        self.size = size
        self.start_display()
        self.set_resource("Xft.dpi", round(96 * text_scale))

    def start_display(self):
        reading, writing = os.pipe()
        self.processes.start("display", "Xvfb", "-displayfd", writing, "-nolisten", "tcp", "-noreset",
                             "-screen", 0, "{}x{}x24".format(*self.size),
                             env=self.environment, pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            self.processes.must_run("display")
            raise Failure("Xvfb named no display")
        self.environment |= {"DISPLAY": f":{number}", "GDK_BACKEND": "x11"}

    def set_resource(self, name, value):
        """Does what xrdb would: under X11, GTK asks here for the text's size."""
        text = f"{name}:\t{value}\n".encode()
        x11 = ctypes.CDLL("libX11.so.6")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XDefaultRootWindow.restype = ctypes.c_ulong
        display = ctypes.c_void_p(x11.XOpenDisplay(self.environment["DISPLAY"].encode()))
        root = ctypes.c_ulong(x11.XDefaultRootWindow(display))
        x11.XChangeProperty(display, root, ctypes.c_ulong(XA_RESOURCE_MANAGER), ctypes.c_ulong(XA_STRING),
                            8, 0, text, len(text))
        x11.XCloseDisplay(display)

    def run(self, *command):
        result = subprocess.run(list(map(str, command)), env=self.environment,
                                capture_output=True, text=True)
        return result.stdout

    def window(self):
        """The program's window, once it shows."""
        def find():
            self.processes.must_run("strata")
            return self.run("xdotool", "search", "--onlyvisible", "--pid",
                            self.processes.running["strata"].pid).split()
        return wait_until(find, "the window shows")[0]

    def fill_display(self):
        """Makes the window as large as the display and gives it the keyboard."""
        window = self.window()
        wanted = f"Geometry: {self.size[0]}x{self.size[1]}"
        self.run("xdotool", "windowmove", window, 0, 0, "windowsize", window, *self.size)
        wait_until(lambda: wanted in self.run("xdotool", "getwindowgeometry", window),
                   "the window fills the display")
        self.run("xdotool", "windowfocus", window)

    # --- pointer and keyboard -----------------------------------------------

    def move(self, x, y):
        self.position = (x, y)
        self.run("xdotool", "mousemove", round(x), round(y))

    def press(self):
        self.run("xdotool", "mousedown", 1)

    def release(self):
        self.run("xdotool", "mouseup", 1)

    def key(self, *names):
        self.run("xdotool", "key", "+".join(names))

    def type_text(self, text):
        self.run("xdotool", "type", "--", text)

    # --- pictures -----------------------------------------------------------

    def capture(self, path):
        self.processes.must_run("strata")
        self.run("import", "-silent", "-window", "root", path)

    def capture_settled(self, path):
        """Writes a picture once the window has not changed for a while."""
        before, since = None, time.monotonic()

        def settled():
            nonlocal before, since
            self.capture(path)
            # The signature is of the pixels alone; a display on which nothing
            # has been drawn yet has one colour.
            colours, signature = self.run("identify", "-format", "%k %#", path).split()
            if signature != before:
                before, since = signature, time.monotonic()
            return int(colours) > 2 and time.monotonic() - since > REST_SECONDS
        wait_until(settled, "the window stops changing")
