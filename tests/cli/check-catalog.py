#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# strata-cli catalog: the tools of the catalogue listed, shown and found.

import json
import tempfile
from pathlib import Path

from command_line import check, run
from tap import SOURCE_ROOT, report

TOOLS = json.loads((SOURCE_ROOT / "data/catalog/tools.json").read_text(encoding="utf-8"))["tools"]
BROKEN = {"format": "strata-catalog", "version": 1, "tools": {"segment": {"roles": ["hub"]}}}


def canonical(value):
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


def row(tool_id):
    tool = TOOLS[tool_id]
    return {"id": tool_id, "name": tool["name"], "roles": tool["roles"]}


def check_shown(tool_id):
    return check(f"{tool_id} is shown", "catalog", "show", tool_id, "--format=json",
                 out=canonical({"id": tool_id, **TOOLS[tool_id]}))


def check_found(words, first):
    """What is found first, and that there are never more than twenty."""
    tools = json.loads(run("catalog", "search", "--format=json", *words).stdout)["tools"]
    complaints = [] if tools[0] == row(first) else [f"found {tools[0]} first"]
    if len(tools) > 20:
        complaints.append(f"found {len(tools)}")
    return f"“{' '.join(words)}” finds {first}", complaints


def check_columns():
    """One tool a line, names one below the other."""
    lines = run("catalog", "list").stdout.decode().splitlines()
    start = lines[0].index(TOOLS[lines[0].split()[0]]["name"])
    crooked = [line for line in lines if not line[start:].startswith(TOOLS[line.split()[0]]["name"])]
    if len(lines) != len(TOOLS):
        crooked.append(f"{len(lines)} lines for {len(TOOLS)} tools")
    return "the list stands in columns", crooked


def check_broken(folder):
    """A catalogue with one wrong tool is refused whole."""
    (folder / "catalog").mkdir()
    for name in ("capabilities.json", "tools.json"):
        (folder / "catalog" / name).write_text(json.dumps(BROKEN), encoding="utf-8")
    return check("a broken catalogue is refused", "catalog", "list", status=2, STRATA_DATADIR=str(folder),
                 err_says=["capabilities.json: ", "tools.segment.roles[0]", '"hub"', '"map"'])


with tempfile.TemporaryDirectory() as scratch:
    report([
        check("the list as JSON", "catalog", "list", "--format=json", out=canonical({"tools": [*map(row, TOOLS)]})),
        check_columns(),
        *map(check_shown, TOOLS),
        check("an entry as text", "catalog", "show", "segment",
              out_says=["Segment (segment)", "Twilio", "In every plan", "Engage\n", "verified, end-of-sale"]),
        check_found(["census"], "census"),
        check_found(["Twilio", "segment"], "segment"),
        check("nothing found, in JSON", "catalog", "search", "zzzz", "--format=json", out=canonical({"tools": []})),
        check("nothing found, in words", "catalog", "search", "zzzz", out_says=["“zzzz”"]),
        check("an id nearly right", "catalog", "show", "hubspt", status=2, err_says=["“hubspt”", "“hubspot”"]),
        check("an id like no other", "catalog", "show", "xyzzy", status=2, err_says=["“xyzzy”"]),
        check("no id", "catalog", "show", status=2, err_says=["id"]),
        check("no words", "catalog", "search", status=2, err_says=["words"]),
        check("words to list", "catalog", "list", "segment", status=2, err_says=["list"]),
        check("nothing to do", "catalog", status=2, err_says=["“list”", "“show”", "“search”"]),
        check("something else to do", "catalog", "sell", status=2, err_says=["“list”"]),
        check("another format", "catalog", "list", "--format=xml", status=2, err_says=["“xml”", "“json”"]),
        check("no catalogue", "catalog", "list", status=2, STRATA_DATADIR="/nowhere", err_says=["/nowhere"]),
        check_broken(Path(scratch)),
    ])
