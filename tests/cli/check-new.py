#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# strata-cli new: a plan where there was none.

import json
import os
import tempfile
from pathlib import Path

from command_line import check, run
from tap import SOURCE_ROOT, report

TEMPLATES = ["early", "enterprise-regulated", "scaling"]


def check_file(folder):
    path = folder / "plan.strata.json"
    name, complaints = check("a file is made", "new", str(path))
    plan = json.loads(path.read_text(encoding="utf-8"))
    if plan["format"] != "strata-plan" or len(plan["scenarios"]) != 1:
        complaints.append(f"an odd plan: {plan}")
    if path.stat().st_mode & 0o777 != 0o666 & ~os.umask(0o022):
        complaints.append(f"mode {path.stat().st_mode:o}")
    return name, complaints


def check_left_alone(folder):
    path = folder / "there"
    path.write_text("mine", encoding="utf-8")
    name, complaints = check("a file that is there stays", "new", str(path), status=2, err_says=["there", "exists"])
    if path.read_text(encoding="utf-8") != "mine" or len(list(folder.glob(".*"))) > 0:
        complaints.append("it was touched, or something was left behind")
    return name, complaints


def check_template(template):
    expected = (SOURCE_ROOT / "data/templates" / f"{template}.strata.json").read_bytes()
    return check(f"template {template}", "new", f"--template={template}", "-", out=expected)


def check_canonical():
    return check("what is new is canonical", "format", "-", stdin=run("new", "-").stdout, out=run("new", "-").stdout)


os.umask(0o022)
with tempfile.TemporaryDirectory() as temporary:
    report([
        check_file(Path(temporary)),
        check_left_alone(Path(temporary)),
        *map(check_template, TEMPLATES),
        check("templates are listed", "new", "--template=list", out_says=TEMPLATES),
        check("help names the templates", "new", "--help", out_says=TEMPLATES),
        check("unknown template", "new", "--template=none", "-", status=2, err_says=["“none”", *TEMPLATES]),
        check("no way out of the folder", "new", "--template=../examples/early-cdp", "-", status=2,
              err_says=["There is no template"]),
        check("no data folder", "new", "--template=list", status=2, err_says=["/nowhere/templates"],
              STRATA_DATADIR="/nowhere"),
        check("no file", "new", status=2, err_says=["one file"]),
        check("no such folder", "new", "/nowhere/at/all", status=2, err_says=["/nowhere/at/all"]),
        check_canonical(),
    ])
