# SPDX-License-Identifier: GPL-3.0-or-later
#
# What every stage has: folders, an environment, a session bus and the
# accessibility bus. A display is what wayland.py and x11.py add.

import os
import tempfile
import time
from pathlib import Path

from .processes import Processes, wait_until

SOURCE_ROOT = Path(__file__).resolve().parents[2]

# Only what the stage needs may be started over the bus: on a developer's
# machine everything else (portals, keyrings, indexers) is there too.
BUS_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <keep_umask/>
  <listen>unix:path={socket}</listen>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

# GNOME's font, whatever the display; nothing moves or blinks by itself; and
# no frame is drawn around the window: it fills its display.
SETTINGS = """[Settings]
gtk-enable-animations=false
gtk-cursor-blink=false
gtk-font-name=Adwaita Sans 11
"""
STYLE = """window, window.csd, window.solid-csd {
  border: none; border-radius: 0; box-shadow: none; margin: 0; padding: 0;
}
"""
# Steps of a motion: GTK begins a drag after some pixels, and whatever lies
# under the pointer must see it pass.
STEPS = 12
STEP_SECONDS = 0.015


class Stage:
    """Offers move, press, release, key and type_text through its display."""

    def __init__(self, build, log_folder):
        self.position = (0, 0)
        self.build = Path(build).resolve()
        self.temporary = tempfile.TemporaryDirectory(prefix="strata-", ignore_cleanup_errors=True)
        self.folder = Path(self.temporary.name)
        self.processes = Processes(log_folder)
        self.make_home()
        self.environment = self.make_environment()
        self.start_bus()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.processes.end_all()
        self.temporary.cleanup()

    def make_home(self):
        for name in ("home", "config/gtk-4.0", "cache", "data", "state", "services"):
            (self.folder / name).mkdir(parents=True)
        (self.folder / "runtime").mkdir(mode=0o700)
        (self.folder / "config/gtk-4.0/settings.ini").write_text(SETTINGS)
        (self.folder / "config/gtk-4.0/gtk.css").write_text(STYLE)

    def make_environment(self):
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder / "home"),
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "XDG_RUNTIME_DIR": str(self.folder / "runtime"),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "XDG_STATE_HOME": str(self.folder / "state"),
            "XDG_DATA_DIRS": f"{self.build / 'data'}:/usr/local/share:/usr/share",
            "GIO_USE_VFS": "local",
            "GSETTINGS_BACKEND": "memory",
            "GSETTINGS_SCHEMA_DIR": str(self.build / "data"),
        }

    def program_environment(self):
        return self.environment | {
            "GDK_DEBUG": "no-portals",
            "ADW_DISABLE_PORTAL": "1",
            "GSK_RENDERER": "cairo",
            "STRATA_DATADIR": str(SOURCE_ROOT / "data"),
            "STRATA_LOCALEDIR": str(self.build / "po"),
        }

    def start_bus(self):
        socket = self.folder / "runtime" / "bus"
        services = self.folder / "services"
        for folder in self.environment["XDG_DATA_DIRS"].split(":"):
            service = Path(folder, "dbus-1/services/org.a11y.Bus.service")
            if service.exists():
                # Without the line that hands the work to systemd.
                lines = service.read_text().splitlines()
                kept = [line for line in lines if not line.startswith("SystemdService")]
                (services / service.name).write_text("\n".join(kept) + "\n")
        configuration = self.folder / "bus.conf"
        configuration.write_text(BUS_CONFIGURATION.format(socket=socket, services=services))
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={socket}"
        self.processes.start("bus", "dbus-daemon", "--nofork", f"--config-file={configuration}",
                             env=self.environment)
        self.wait_for(socket, "bus")

    def wait_for(self, path, name):
        """Waits for the file that tells that a program is ready."""
        def ready():
            self.processes.must_run(name)
            return path.exists()
        wait_until(ready, f"{path.name} of {name}")

    def start_program(self, *arguments, program="strata", **environment):
        self.processes.start(program, self.build / "src/ui/strata", *arguments,
                             env=self.program_environment() | environment,
                             cwd=self.folder / "home")

    def glide(self, x, y):
        """Moves the pointer as a hand does: through what lies between."""
        start_x, start_y = self.position
        for step in range(1, STEPS + 1):
            part = step / STEPS
            self.move(start_x + (x - start_x) * part, start_y + (y - start_y) * part)
            time.sleep(STEP_SECONDS)

    def click(self, x, y):
        self.move(x, y)
        self.press()
        self.release()
