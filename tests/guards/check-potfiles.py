#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# po/POTFILES.in names exactly the files that have something to translate.

import re

from tap import SOURCE_ROOT, files, report

MARKED = {
    "*.c": re.compile(r'\b(?:_|N_|C_|NC_|Q_|g?ngettext|g_dngettext)\s*\("'),
    "*.blp": re.compile(r'\bC?_\("'),
    "*.in.in": re.compile(r"^(?:Name=|<component)", re.M),
    "*.dmn": re.compile(r"<description>"),
    "*.gschema.xml.in": re.compile(r"<summary>"),
}

# Files that xgettext cannot read, and what is made of them in the build folder.
MADE = {"data/catalog/capabilities.json": "data/catalog/capability-labels.h"}


def translatable():
    for pattern, marked in MARKED.items():
        for path in (p for folder in ("data", "src") for p in files(pattern, below=folder)):
            if marked.search(path.read_text(encoding="utf-8")):
                yield str(path.relative_to(SOURCE_ROOT))
    yield from (made for source, made in MADE.items() if (SOURCE_ROOT / source).exists())


listed = (SOURCE_ROOT / "po/POTFILES.in").read_text(encoding="utf-8").split()
found = set(translatable())

report([
    ("every translatable file is listed", [f"{name} is missing" for name in sorted(found - set(listed))]),
    ("every listed file is translatable", [f"{name} has no text" for name in sorted(set(listed) - found)]),
    ("no file is listed twice", sorted({name for name in listed if listed.count(name) > 1})),
])
