#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every Blueprint file is formatted as its compiler would format it.

import subprocess

from tap import SOURCE_ROOT, files, report


def complaints_of(path):
    result = subprocess.run(["blueprint-compiler", "format", path], capture_output=True, text=True, check=False)
    return (result.stdout + result.stderr).splitlines() if result.returncode else []


report([(f"{path.relative_to(SOURCE_ROOT)} is formatted", complaints_of(path))
        for path in files("*.blp", below="src/ui")])
