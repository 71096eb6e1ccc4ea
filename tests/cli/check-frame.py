#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The command line's frame: help, version, what it does not know.

import re
import subprocess

from command_line import PROGRAM, check, run
from tap import SOURCE_ROOT, report


def check_full_disk():
    with open("/dev/full", "wb") as full:
        done = subprocess.run([PROGRAM, "--version"], stdout=full, stderr=subprocess.PIPE, check=False)
    complaints = [] if done.returncode == 2 and b"could not be written" in done.stderr else [str(done)]
    return "output that cannot be written is noticed", complaints


def check_manual():
    """Every command of the help, with every long option, is in the man page."""
    manual = (SOURCE_ROOT / "data/man/strata-cli.1").read_text(encoding="utf-8").replace("\\-", "-")
    commands = re.findall(r"^  ([a-z]+) ", run("--help").stdout.decode().split("Commands:")[1], re.M)
    wanted = {option for command in commands
              for option in re.findall(r"--[a-z-]+", run(command, "--help").stdout.decode())}
    complaints = [f"no section on {command}" for command in commands if not re.search(rf"^\.SS {command}\b", manual, re.M)]
    complaints += [f"nothing on {option}" for option in sorted(wanted) if option not in manual]
    return "the manual has it all", complaints or ([] if len(commands) > 2 else ["no commands found"])


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
    check_manual(),
])
