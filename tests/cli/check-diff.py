#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# strata-cli diff: what changed, for people and for programs.

import copy
import json
import tempfile
from pathlib import Path

from command_line import check
from tap import SOURCE_ROOT, report

EXAMPLE = SOURCE_ROOT / "data/examples/own-sequence.strata.json"
BASE = json.loads((SOURCE_ROOT / "tests/storage/plans/good/base.json").read_text(encoding="utf-8"))
BASE["scenarios"][0]["placements"].append({"id": "p3", "tool": "segment", "layer": "data"})


def changed(change):
    plan = copy.deepcopy(BASE)
    change(plan, plan["scenarios"][0])
    return plan


def set_layer(_, scenario):
    scenario["placements"][2]["layer"] = "automation"


def many(plan, scenario):
    plan["facts"]["mau"] = 150000
    plan["tools"]["new-one"] = {"name": "New one", "roles": ["map"]}
    plan["scenarios"].append({"id": "later", "title": "Later"})
    scenario["title"] = "Today"
    scenario["flows"] = [{"from": "p3", "to": "p1", "carries": "profiles"}]
    scenario["accepted"].append({"code": "order/map"})
    scenario["placements"][0].update(note="a note", modules=["m", "n"])
    del scenario["placements"][2]["layer"]
    scenario["placements"][2]["layer"] = "data"
    scenario["placements"].insert(0, scenario["placements"].pop())


def whole_lists(plan, scenario):
    del plan["facts"], scenario["flows"], scenario["owners"]


class Files:
    """Plans as files in a folder."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.number = 0

    def write(self, plan):
        self.number += 1
        path = self.folder / f"{self.number}.json"
        path.write_text(json.dumps(plan), encoding="utf-8")
        return str(path)

    def diff(self, name, change, *arguments, **expected):
        return check(name, "diff", *arguments, self.write(BASE), self.write(changed(change)), **expected)

    def json(self, name, change, changes):
        text = json.dumps({"changes": changes}, indent=2, ensure_ascii=False) + "\n"
        return self.diff(name, change, "--format=json", out=text.encode())


def nothing(_plan, _scenario):
    pass


MANY_TEXT = """Facts
  Monthly active users: 120000 → 150000

Tools
  New one added

Today
  own (p1) › modules: m → m, n
  own (p1) › note added: a note
  placements: p1, p2, p3 → p3, p1, p2
  flow own (p1) → own (p2), events removed
  flow Segment (p3) → own (p1), profiles added
  accepted order/map added
  title added: Today

Scenarios
  Later added
"""

WHOLE_TEXT = """Facts
  Monthly active users removed: 120000
  Data engineers removed: 1.5
  Channels removed: email, push
  Regulated removed: false
  Event schema removed: partial

today
  flow own (p1) → own (p2), events removed
  owners › profile-store removed: p1
"""

with tempfile.TemporaryDirectory() as temporary:
    files = Files(temporary)
    report([
        check("a plan is itself", "diff", str(EXAMPLE), str(EXAMPLE), out=b""),
        check("and in JSON", "diff", "--format=json", str(EXAMPLE), str(EXAMPLE), out=b'{\n  "changes": []\n}\n'),
        check("and with an exit code", "diff", "--exit-code", str(EXAMPLE), str(EXAMPLE), out=b""),
        files.json("a field", set_layer,
                   [{"path": "scenarios/today/placements/p3/layer", "from": "data", "to": "automation"}]),
        files.diff("a field in words", set_layer,
                   out="today\n  Segment (p3) › layer: data → automation\n".encode()),
        files.diff("differing can be an exit status", set_layer, "--exit-code", status=1, out_says=["automation"]),
        files.diff("many changes in words", many, out=MANY_TEXT.encode()),
        files.diff("whole lists in words", whole_lists, out=WHOLE_TEXT.encode()),
        check("one from standard input", "diff", "-", str(EXAMPLE), stdin=EXAMPLE.read_bytes(), out=b""),
        check("one that is not there", "diff", str(EXAMPLE), "/nowhere/plan", status=2, err_says=["/nowhere/plan"]),
        check("both of which are not there", "diff", "/nowhere/a", "/nowhere/b", status=2,
              err_says=["/nowhere/a", "/nowhere/b"]),
        check("one plan", "diff", str(EXAMPLE), status=2, err_says=["two plans"]),
        check("unknown format", "diff", "--format=xml", "a", "b", status=2, err_says=["“xml”"]),
    ])
