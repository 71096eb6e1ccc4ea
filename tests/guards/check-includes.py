#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Reads every #include below src/ and complains where a folder includes one
# that it may not know, or the core library something of GTK.

import re

from tap import SOURCE_ROOT, files, report

# The map of the house: a folder, and the folders it may know.
MAY_KNOW = {
    "dmn": set(),
    "model": set(),
    "storage": {"model"},
    "catalog": {"model", "storage"},
    "assess": {"dmn", "model", "catalog"},
    "advise": {"assess", "model", "catalog"},
    "document": {"model", "storage"},
    "scene": {"model", "assess"},
}
BELOW_WORKSPACE = set(MAY_KNOW)
MAY_KNOW["workspace"] = BELOW_WORKSPACE
MAY_KNOW["report"] = {"scene", "advise", "assess", "catalog", "storage", "model", "dmn"}
MAY_KNOW["cli"] = BELOW_WORKSPACE | {"workspace", "report"}
MAY_KNOW["ui"] = {"workspace", *BELOW_WORKSPACE, "report"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
TOOLKIT = re.compile(r"^(gtk|gdk|gsk|adwaita)\b")


def complaints_of(folder):
    complaints = []
    for path in files("*.c", "*.h", below=f"src/{folder}"):
        for _, name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            where = f"{path.relative_to(SOURCE_ROOT)}: {name}"
            other = name.split("/")[0]
            if other in MAY_KNOW and other not in MAY_KNOW[folder] | {folder}:
                complaints.append(f"{where}: {folder}/ may not know {other}/")
            if folder != "ui" and TOOLKIT.match(name):
                complaints.append(f"{where}: only ui/ knows GTK")
    return complaints


def unmapped_folders():
    found = {path.name for path in (SOURCE_ROOT / "src").iterdir() if path.is_dir()}
    return [f"src/{name} is not on the map of the house" for name in sorted(found - set(MAY_KNOW))]


report([(f"{folder} knows only what it may", complaints_of(folder)) for folder in MAY_KNOW]
       + [("every folder is on the map", unmapped_folders())])
