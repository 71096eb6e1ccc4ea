# SPDX-License-Identifier: GPL-3.0-or-later
#
# A stage under headless mutter: pointer, touch and keyboard through its
# remote desktop, as real to the program as a hand.

from contextlib import contextmanager

import gi

gi.require_version("Gdk", "4.0")
from gi.repository import Gdk, Gio, GLib  # noqa: E402

from .processes import wait_until  # noqa: E402
from .session import Stage  # noqa: E402

REMOTE_DESKTOP = "org.gnome.Mutter.RemoteDesktop"
SCREEN_CAST = "org.gnome.Mutter.ScreenCast"
LEFT_BUTTON = 0x110
RIGHT_BUTTON = 0x111


class WaylandStage(Stage):
    def __init__(self, build, log_folder, size=(1280, 800)):
        super().__init__(build, log_folder)
        self.size = size
        self.start_display()
        self.connect_devices()

    def start_display(self):
        runtime = self.folder / "runtime"
        self.processes.start("pipewire", "pipewire", env=self.environment)
        self.wait_for(runtime / "pipewire-0", "pipewire")
        self.processes.start("wireplumber", "wireplumber", env=self.environment)
        self.processes.start("mutter", "mutter", "--headless", "--no-x11",
                             "--wayland-display=strata-0",
                             "--virtual-monitor={}x{}".format(*self.size), env=self.environment)
        self.wait_for(runtime / "strata-0", "mutter")
        self.environment |= {"WAYLAND_DISPLAY": "strata-0", "GDK_BACKEND": "wayland"}

    def connect_devices(self):
        self.bus = Gio.DBusConnection.new_for_address_sync(
            self.environment["DBUS_SESSION_BUS_ADDRESS"],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        wait_until(lambda: self.has_owner(REMOTE_DESKTOP) and self.has_owner(SCREEN_CAST),
                   "mutter offers its remote desktop")
        self.session, = self.call(REMOTE_DESKTOP, "/org/gnome/Mutter/RemoteDesktop", REMOTE_DESKTOP,
                                  "CreateSession")
        identifier, = self.call(REMOTE_DESKTOP, self.session, "org.freedesktop.DBus.Properties", "Get",
                                "(ss)", f"{REMOTE_DESKTOP}.Session", "SessionId")
        cast, = self.call(SCREEN_CAST, "/org/gnome/Mutter/ScreenCast", SCREEN_CAST, "CreateSession",
                          "(a{sv})", {"remote-desktop-session-id": GLib.Variant("s", identifier)})
        self.stream, = self.call(SCREEN_CAST, cast, f"{SCREEN_CAST}.Session", "RecordMonitor",
                                 "(sa{sv})", "", {})
        self.notify("Start")
        self.wake_devices()

    def wake_devices(self):
        """Makes the seat have all its devices before the program looks."""
        self.move(5, 5)
        self.touch_down(5, 5)
        self.touch_up()
        self.key("Shift_L")

    def has_owner(self, name):
        self.processes.must_run("mutter")
        return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                         "NameHasOwner", "(s)", name)[0]

    def call(self, name, path, interface, method, signature=None, *arguments):
        parameters = GLib.Variant(signature, arguments) if signature else None
        answer = self.bus.call_sync(name, path, interface, method, parameters, None,
                                    Gio.DBusCallFlags.NONE, 30_000, None)
        return answer.unpack()

    def notify(self, method, signature=None, *arguments):
        self.call(REMOTE_DESKTOP, self.session, f"{REMOTE_DESKTOP}.Session", method,
                  signature, *arguments)

    def fill_display(self):
        """Asks for the largest window, as a person would."""
        self.key("Super_L", "Up")

    # --- pointer ------------------------------------------------------------

    def move(self, x, y):
        self.position = (x, y)
        self.notify("NotifyPointerMotionAbsolute", "(sdd)", self.stream, x, y)

    def press(self, button=LEFT_BUTTON):
        self.notify("NotifyPointerButton", "(ib)", button, True)

    def release(self, button=LEFT_BUTTON):
        self.notify("NotifyPointerButton", "(ib)", button, False)

    def click_other(self, x, y):
        """Clicks with the button that opens menus."""
        self.move(x, y)
        self.press(RIGHT_BUTTON)
        self.release(RIGHT_BUTTON)

    def scroll(self, steps):
        """Scrolls down, or up where negative, by a wheel's clicks."""
        self.notify("NotifyPointerAxisDiscrete", "(ui)", 0, steps)

    # --- touch --------------------------------------------------------------

    def touch_down(self, x, y):
        self.notify("NotifyTouchDown", "(sudd)", self.stream, 0, x, y)

    def touch_move(self, x, y):
        self.notify("NotifyTouchMotion", "(sudd)", self.stream, 0, x, y)

    def touch_up(self):
        self.notify("NotifyTouchUp", "(u)", 0)

    # --- keyboard -----------------------------------------------------------

    def key(self, *names):
        """Presses keys by their names, held together, and lets them go."""
        with self.hold(*names):
            pass

    @contextmanager
    def hold(self, *names):
        """Keeps keys pressed for as long as something else is done."""
        symbols = [Gdk.keyval_from_name(name) for name in names]
        for symbol in symbols:
            self.notify("NotifyKeyboardKeysym", "(ub)", symbol, True)
        yield
        for symbol in reversed(symbols):
            self.notify("NotifyKeyboardKeysym", "(ub)", symbol, False)

    def type_text(self, text):
        for character in text:
            symbol = Gdk.unicode_to_keyval(ord(character))
            self.notify("NotifyKeyboardKeysym", "(ub)", symbol, True)
            self.notify("NotifyKeyboardKeysym", "(ub)", symbol, False)
