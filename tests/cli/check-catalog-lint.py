#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# strata-cli catalog lint: a broken catalogue file for each problem.

import copy
import json
import tempfile
from pathlib import Path

from command_line import check, run
from tap import SOURCE_ROOT, report

SHIPPED = SOURCE_ROOT / "data/catalog"
OFFER = {"capability": "pigeon-post", "module": "loft", "grade": "verified",
         "source": "https://pigeons.example/docs", "date": "2026-11"}
GOOD = {
    "format": "strata-catalog",
    "version": 1,
    "capabilities": [{"id": "pigeon-post", "label": "Pigeon post", "class": "exclusive", "layer": "automation"}],
    "tools": {
        "coo": {"name": "Coo", "vendor": "Pigeons", "roles": ["messaging"], "aliases": ["Dovecote"],
                "offers": [OFFER, {"capability": "email-send", "grade": "unverified", "date": "2026-11-24"}],
                "requires": ["storage-query"], "modules": {"loft": {"name": "Loft"}}},
        "old-coo": {"renamed_to": "coo"},
    },
}

# What is wrong, where it is put (None: taken away), and the path and words told.
BROKEN = [
    ("another format", ["format"], "strata-plan", "format", '"strata-catalog"'),
    ("no version", ["version"], None, "version", "required"),
    ("a later version", ["version"], 2, "version", "1"),
    ("a class", ["capabilities", 0, "class"], "lonely", "capabilities[0].class", '"exclusive"'),
    ("a layer", ["capabilities", 0, "layer"], "cellar", "capabilities[0].layer", '"automation"'),
    ("a capability without label", ["capabilities", 0, "label"], None, "capabilities[0].label", "required"),
    ("a capability's id", ["capabilities"],
     GOOD["capabilities"] + [{"id": "Owl Post", "label": "Owl post", "class": "shared", "layer": "automation"}],
     "capabilities[1].id", "hyphens"),
    ("a capability twice", ["capabilities"], GOOD["capabilities"] * 2, "capabilities[1].id", "another capability"),
    ("a role", ["tools", "coo", "roles"], ["messaging", "hub"], "tools.coo.roles[1]", '"map"'),
    ("no roles", ["tools", "coo", "roles"], None, "tools.coo.roles", "required"),
    ("empty roles", ["tools", "coo", "roles"], [], "tools.coo.roles", "at least one"),
    ("no name", ["tools", "coo", "name"], None, "tools.coo.name", "required"),
    ("a capability that nobody knows", ["tools", "coo", "offers", 0, "capability"], "smoke-signals",
     "tools.coo.offers[0].capability", "of this file"),
    ("a need that nobody knows", ["tools", "coo", "requires"], ["corn"], "tools.coo.requires[0]", "of this file"),
    ("a module that is not declared", ["tools", "coo", "modules"], {}, "tools.coo.offers[0].module", "modules"),
    ("a module's need", ["tools", "coo", "modules", "loft", "requires"], ["roof"],
     "tools.coo.modules.loft.requires[0]", "declares"),
    ("a module without name", ["tools", "coo", "modules", "loft", "name"], None,
     "tools.coo.modules.loft.name", "required"),
    ("no grade", ["tools", "coo", "offers", 0, "grade"], None, "tools.coo.offers[0].grade", "required"),
    ("a grade", ["tools", "coo", "offers", 0, "grade"], "sure", "tools.coo.offers[0].grade", '"verified"'),
    ("a status", ["tools", "coo", "offers", 0, "status"], "gone", "tools.coo.offers[0].status", '"end-of-sale"'),
    ("verified nowhere", ["tools", "coo", "offers", 0, "source"], None, "tools.coo.offers[0].source", "required"),
    ("an address", ["tools", "coo", "offers", 0, "source"], "pigeons.example",
     "tools.coo.offers[0].source", "https://"),
    ("no date", ["tools", "coo", "offers", 0, "date"], None, "tools.coo.offers[0].date", "required"),
    ("a date", ["tools", "coo", "offers", 0, "date"], "2026-13", "tools.coo.offers[0].date", "month"),
    ("an alias of another tool", ["tools", "coo", "aliases", 0], "hubSPOT", "tools.coo.aliases[0]", '"hubspot"'),
    ("a name of another tool", ["tools", "crow"], {"name": "Dovecote", "roles": ["map"]},
     "tools.crow.name", '"coo"'),
    ("capabilities without evidence", ["tools", "coo", "capabilities"], ["bi"], "tools.coo.capabilities", "offers"),
    ("renamed to nowhere", ["tools", "old-coo", "renamed_to"], "nowhere", 'tools["old-coo"].renamed_to', '"nowhere"'),
    ("renamed in a circle", ["tools", "old-coo", "renamed_to"], "old-coo", 'tools["old-coo"].renamed_to', "no tool"),
    ("a tool's id", ["tools", "Coo_2"], {"renamed_to": "coo"}, "tools.Coo_2", "hyphens"),
    ("a tool that is none", ["tools", "crow"], 7, "tools.crow", "object"),
]


def spoil(path, value):
    broken = copy.deepcopy(GOOD)
    place = broken
    for step in path[:-1]:
        place = place[step]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return broken


def write(folder, value):
    file = folder / "own.json"
    file.write_text(json.dumps(value, indent=2), encoding="utf-8")
    return str(file)


def check_problem(folder, what, path, value, told_path, told):
    """Exactly one problem, at its path, on a line of the file."""
    file = write(folder, spoil(path, value))
    done = run("catalog", "lint", "--format=json", file)
    problems = json.loads(done.stdout)["problems"]
    complaints = [] if done.returncode == 1 else [f"exit status {done.returncode}"]
    if [problem["path"] for problem in problems] != [told_path]:
        complaints.append(f"told {problems}")
    for problem in problems:
        if told not in problem["message"] or problem["file"] != file or problem["line"] < 1:
            complaints.append(f"told {problem}")
    return what, complaints


def check_all_told(folder):
    """Problems do not hide each other."""
    broken = spoil(["tools", "coo", "roles"], ["hub", "spoke"])
    broken["tools"]["coo"]["offers"][1]["date"] = "today"
    file = write(folder, broken)
    return check("all problems are told, with their lines", "catalog", "lint", file, status=1,
                 out_says=[f"{file}:", "roles[0]", "roles[1]", "offers[1].date"])


def check_ids(folder, what, ids, status, told):
    (folder / "ids.txt").write_text("".join(f"{tool_id}\n" for tool_id in ids), encoding="utf-8")
    return check(what, "catalog", "lint", write(folder, GOOD), status=status, out_says=told)


with tempfile.TemporaryDirectory() as scratch:
    FOLDER = Path(scratch)
    report([
        check("a good file", "catalog", "lint", write(FOLDER, GOOD), out=b""),
        check("a good file, in JSON", "catalog", "lint", "--format=json", write(FOLDER, GOOD),
              out=b'{\n  "problems": []\n}\n'),
        check("standard input", "catalog", "lint", "-", stdin=json.dumps(GOOD).encode(), out=b""),
        *(check(f"our own {name}", "catalog", "lint", str(SHIPPED / name), out=b"")
          for name in ("capabilities.json", "tools.json")),
        *(check_problem(FOLDER, *row) for row in BROKEN),
        check_all_told(FOLDER),
        check("not an object", "catalog", "lint", "-", stdin=b"[]", status=1, out_says=["object"]),
        check("not JSON", "catalog", "lint", "-", stdin=b"{", status=2, err_says=["1"]),
        check("no such file", "catalog", "lint", str(FOLDER / "none.json"), status=2, err_says=["none.json"]),
        check("no file", "catalog", "lint", status=2, err_says=["one file"]),
        check("two files", "catalog", "lint", "a", "b", status=2, err_says=["one file"]),
        check_ids(FOLDER, "ids that stay", ["coo", "old-coo"], 0, []),
        check_ids(FOLDER, "an id that went", ["coo", "gone", "old-coo"], 1, ['tools is without "gone"']),
        check_ids(FOLDER, "an id that is not listed", ["coo"], 1, ['tools["old-coo"]']),
    ])
