# SPDX-License-Identifier: GPL-3.0-or-later
#
# The program as a screen reader meets it. Every answer is asked for anew:
# a test must not see what was true a moment ago.

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ROOT = "/org/a11y/atspi/accessible/root"
REGISTRY = "org.a11y.atspi.Registry"
ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
EVENT = "org.a11y.atspi.Event.Object"
COMPONENT = "org.a11y.atspi.Component"
TEXT = "org.a11y.atspi.Text"
PROPERTIES = "org.freedesktop.DBus.Properties"

CONNECT = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
           | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)


def connect(address):
    return Gio.DBusConnection.new_for_address_sync(address, CONNECT, None, None)


class Node:
    """One accessible; what it stands for may be gone by the next question."""

    def __init__(self, bus, name, path):
        self.bus = bus
        self.owner = name
        self.path = path

    def __eq__(self, other):
        return (self.owner, self.path) == (other.owner, other.path)

    def call(self, interface, method, signature=None, *arguments):
        parameters = GLib.Variant(signature, arguments) if signature else None
        answer = self.bus.call_sync(self.owner, self.path, interface, method, parameters, None,
                                    Gio.DBusCallFlags.NONE, 20_000, None)
        return answer.unpack()

    def ask(self, name, interface=ACCESSIBLE):
        return self.call(PROPERTIES, "Get", "(ss)", interface, name)[0]

    @property
    def id(self):
        return self.ask("AccessibleId")

    @property
    def name(self):
        return self.ask("Name")

    @property
    def role(self):
        return Atspi.Role(self.call(ACCESSIBLE, "GetRole")[0]).value_nick

    @property
    def states(self):
        """Nicks of the states that are set, such as "focused"."""
        low, high = self.call(ACCESSIBLE, "GetState")[0]
        bits = low | high << 32
        return {Atspi.StateType(bit).value_nick for bit in range(64) if bits >> bit & 1}

    @property
    def extents(self):
        """x, y, width and height in the window."""
        return self.call(COMPONENT, "GetExtents", "(u)", Atspi.CoordType.WINDOW)[0]

    @property
    def text(self):
        return self.call(TEXT, "GetText", "(ii)", 0, -1)[0]

    def children(self):
        return [Node(self.bus, *reference) for reference in self.call(ACCESSIBLE, "GetChildren")[0]]

    def actions(self):
        return [name for name, _, _ in self.call(ACTION, "GetActions")[0]]

    def act(self, name):
        self.call(ACTION, "DoAction", "(i)", self.actions().index(name))

    def walk(self, depth=0):
        """This node and all below it, with how deep each lies."""
        yield self, depth
        try:
            children = self.children()
        except GLib.Error:
            # Gone since its parent named it.
            return
        for child in children:
            yield from child.walk(depth + 1)


class Tree:
    def __init__(self, session_address):
        session = connect(session_address)
        bus = Node(session, "org.a11y.Bus", "/org/a11y/bus")
        bus.call(PROPERTIES, "Set", "(ssv)", "org.a11y.Status", "IsEnabled", GLib.Variant("b", True))
        address, = bus.call("org.a11y.Bus", "GetAddress")
        connection = connect(address)
        self.registry = Node(connection, REGISTRY, ROOT)
        self.heard = []
        self.listen(connection)

    def listen(self, connection):
        """Has what a screen reader is to say at once noted down."""
        events = Node(connection, REGISTRY, "/org/a11y/atspi/registry")
        events.call(REGISTRY, "RegisterEvent", "(sass)", "object:announcement", [], "")
        connection.signal_subscribe(None, EVENT, "Announcement", None, None, Gio.DBusSignalFlags.NONE,
                                    lambda *event: self.heard.append(event[5].unpack()[3]))

    def announcements(self):
        """What has been announced since this was last asked."""
        while GLib.MainContext.default().iteration(False):
            pass
        heard, self.heard = self.heard, []
        return heard

    def nodes(self):
        """Windows and all that is in them, with how deep each lies."""
        for application in self.registry.children():
            for window in application.children():
                yield from window.walk()

    def window(self):
        """The extents of the first window, or nothing while there is none."""
        return next((extents for _, role, extents in self.look() if role == "frame"), None)

    def places(self):
        """The extents of every node that has an id, in reading order."""
        return {identifier: extents for identifier, _, extents in self.look() if identifier}

    def names(self):
        """What each widget is called, with its id, in reading order."""
        for node, _ in self.nodes():
            try:
                yield node.id, node.name
            except GLib.Error:
                continue

    def text(self, identifier):
        """What stands in the entry that has an id, or that is in what has it."""
        for node, _ in self.nodes():
            if node.id != identifier:
                continue
            for part, _ in node.walk():
                if "editable" in part.states:
                    return part.text
        raise KeyError(f"“{identifier}” is no entry")

    def texts_in(self, identifier):
        """The names of what is in the widget that has an id."""
        for node, _ in self.nodes():
            if node.id == identifier:
                return [part.name for part, _ in node.walk()]
        raise KeyError(f"“{identifier}” is not there")

    def focused(self):
        """The ids of what has the keyboard's focus and of all that holds it."""
        path = []
        for node, depth in self.nodes():
            try:
                identifier, states = node.id, node.states
            except GLib.Error:
                continue
            path[depth:] = [identifier]
            if depth > 0 and "focused" in states:
                return [identifier for identifier in path if identifier]
        return []

    def in_state(self, state, role=None):
        """The ids of what is in a state, in reading order."""
        found = []
        for node, _ in self.nodes():
            try:
                if state in node.states and role in (None, node.role):
                    found.append(node.id)
            except GLib.Error:
                continue
        return found

    def look(self):
        """Id, role and extents of all there is; what goes away is left out."""
        for node, _ in self.nodes():
            try:
                yield node.id, node.role, node.extents
            except GLib.Error:
                continue

    def describe(self):
        """The tree as text, to be read where a test failed."""
        return "\n".join("  " * depth + describe(node) for node, depth in self.nodes())


def describe(node):
    try:
        return f"{node.role} “{node.name}” id={node.id!r} {node.extents} {' '.join(sorted(node.states))}"
    except GLib.Error as error:
        return f"({error.message})"
