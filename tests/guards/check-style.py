#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What design reviews would otherwise say each time: a licence and a purpose
# at the top, a log domain, functions and files short enough to be read.

import re

from tap import SOURCE_ROOT, files, report

LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
LONGEST_FUNCTION = 60
LONGEST_FILE = 600
LOG_DOMAIN = re.compile(r'^#define G_LOG_DOMAIN "strata-[a-z]+"$', re.M)

SOURCES = [(path.relative_to(SOURCE_ROOT), path.read_text(encoding="utf-8"))
           for path in files("*.c", "*.h", below="src")]
TESTS = [(path.relative_to(SOURCE_ROOT), path.read_text(encoding="utf-8"))
         for path in files("*.c", "*.h", "*.py", below="tests")]
INTERFACES = [(path.relative_to(SOURCE_ROOT), path.read_text(encoding="utf-8"))
              for path in files("*.blp", "*.css", below="src")]


def without_licence():
    for name, text in SOURCES + TESTS + INTERFACES:
        if LICENCE not in "\n".join(text.split("\n", 3)[:3]):
            yield f"{name}: no '{LICENCE}' at the top"


def without_purpose():
    for name, text in SOURCES:
        lines = text.split("\n", 4)
        if len(lines) < 4 or not lines[2].startswith(" * ") or "." not in "".join(lines[2:5]):
            yield f"{name}: no sentence below the licence that says what it is for"


def without_log_domain():
    for name, text in SOURCES:
        if name.suffix == ".c" and not LOG_DOMAIN.search(text):
            yield f"{name}: no G_LOG_DOMAIN"


def long_functions():
    for name, text in SOURCES:
        start = None
        for number, line in enumerate(text.split("\n"), 1):
            if line == "{":
                start = number
            elif line == "}" and start is not None:
                if number - start > LONGEST_FUNCTION:
                    yield f"{name}:{start}: a function of {number - start} lines"
                start = None


def long_files():
    for name, text in SOURCES:
        if text.count("\n") > LONGEST_FILE:
            yield f"{name}: {text.count(chr(10))} lines"


def loose_ends():
    for name, text in SOURCES + TESTS + INTERFACES:
        for number, line in enumerate(text.split("\n"), 1):
            if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", line) and "re.search" not in line:
                yield f"{name}:{number}: {line.strip()}"
            if line != line.rstrip() or "\t" in line:
                yield f"{name}:{number}: a tab, or space at the end of the line"


report([
    ("every source names its licence", list(without_licence())),
    ("every source says what it is for", list(without_purpose())),
    ("every C file has a log domain", list(without_log_domain())),
    ("no function is too long to be read", list(long_functions())),
    ("no file is too long to be read", list(long_files())),
    ("nothing is left open", list(loose_ends())),
])
