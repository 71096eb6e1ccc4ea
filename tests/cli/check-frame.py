#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The command line's frame: help, version, what it does not know.

import subprocess

from command_line import PROGRAM, check
from tap import report


def check_full_disk():
    with open("/dev/full", "wb") as full:
        done = subprocess.run([PROGRAM, "--version"], stdout=full, stderr=subprocess.PIPE, check=False)
    complaints = [] if done.returncode == 2 and b"could not be written" in done.stderr else [str(done)]
    return "output that cannot be written is noticed", complaints


report([
    check("help", "--help", out_says=["strata-cli", "format", "new", "--version"]),
    check("help of a command", "format", "--help", out_says=["strata-cli format", "PLAN"]),
    check("version", "--version", out_says=["strata-cli "]),
    check("no command", status=2, err_says=["No command", "--help"]),
    check("unknown command", "frobnicate", status=2, err_says=["“frobnicate”", "--help"]),
    check("unknown option", "--frobnicate", status=2, err_says=["--frobnicate", "--help"]),
    check("unknown option of a command", "format", "--frobnicate", status=2,
          err_says=["--frobnicate", "strata-cli format --help"]),
    check_full_disk(),
])
