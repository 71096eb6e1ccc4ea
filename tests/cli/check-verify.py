#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# strata-cli verify: what tables leave open and contradict, for people and for
# programs, and the exit status that says whether to look.

import json
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from command_line import check, run
from tap import SOURCE_ROOT, report

SHIPPED = SOURCE_ROOT / "data/model/martech.dmn"


def table(policy, rows, output="<output/>", name="layer"):
    """A decision on users and region; a row is its cells, the output last."""
    inputs = "".join(f"<input><inputExpression typeRef='{kind}'><text>{text}</text></inputExpression></input>"
                     for text, kind in [("users", "number"), ("region", "string")])
    rules = "".join("<rule>" + "".join(
        f"<{element}><text>{escape(cell)}</text></{element}>"
        for element, cell in zip(["inputEntry", "inputEntry", "outputEntry"], row)) + "</rule>" for row in rows)
    return (f"<decision name='{name}'><decisionTable hitPolicy='{policy}'>{inputs}{output}{rules}"
            "</decisionTable></decision>")


def model(*tables):
    text = ("<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' name='m' namespace='n'>"
            + "".join(tables) + "</definitions>")
    return text.encode()


COMPLETE = model(table("UNIQUE", [("< 5", "-", "1"), (">= 5", "-", "2")]))
FAULTY = model(table("FIRST", [("[50..150)", '"eu"', '"a"'), (">= 100", "-", '"b"'), ("[100..120]", '"eu"', '"a"')]),
               table("UNIQUE", [("-", "-", "1"), ("7", '"eu"', "2")], name="second"))
OPAQUE = model(table("FIRST", [("> limit", "-", "1")]), table("FIRST", [("> 1", "-", "1")], name="second"))
DEFAULTED = model(table("FIRST", [("> 1", "-", "1")], "<output><defaultOutputEntry><text>0</text></defaultOutputEntry></output>"))
COLLECTED = model(table("COLLECT", [("> 1", "-", "1"), ("> 2", "-", "2")]))


def check_json(title, stdin, expected, status):
    done = run("verify", "--format=json", "-", stdin=stdin)
    answer = json.loads(done.stdout)
    complaints = [] if answer == {"tables": expected} else [f"{answer} instead of {expected}"]
    if done.returncode != status:
        complaints.append(f"exit status {done.returncode}, not {status}")
    return title, complaints


def check_shipped():
    """Three tables of ours have gaps, which their descriptions explain."""
    done = run("verify", "--format=json", str(SHIPPED))
    tables = json.loads(done.stdout)["tables"]
    open_tables = [table["decision"] for table in tables if table["gaps"]]
    complaints = [] if open_tables == ["data_layer", "automation_hub", "automation_hub_leaning"] else [str(open_tables)]
    complaints += [f"{table['decision']}: {table}" for table in tables
                   if table["conflicts"] or table["shadowed"] or "not_verified" in table or "cut_short" in table]
    source = SHIPPED.read_text(encoding="utf-8")
    complaints += [f"{name} does not explain its gaps" for name in open_tables
                   if f'name="{name}">\n    <description>' not in source]
    if done.returncode != 1 or len(tables) < 11:
        complaints.append(f"exit status {done.returncode}, {len(tables)} tables")
    return "the model that ships", complaints


with tempfile.TemporaryDirectory() as temporary:
    broken = Path(temporary) / "broken.dmn"
    broken.write_bytes(FAULTY.replace(b"FIRST", b"BEST"))
    report([
        check("nothing to find", "verify", "-", stdin=COMPLETE,
              out_says=["layer (UNIQUE)", "Every input is covered", "1 table: 0 gaps, 0 conflicts"]),
        check("gaps, conflicts, shadows, overlaps in words", "verify", "-", stdin=FAULTY, status=1,
              out_says=["No row covers:", 'users in [50..100) and region not ("eu")',
                        'Rows 1 and 2: users in [100..150) and region = "eu"',
                        "Row 3: rows before it cover all that it covers.",
                        'Rows 1 and 2: users = 7 and region = "eu"', "where one alone may", "2 tables:"]),
        check_json("the same for programs", FAULTY, [
            {"decision": "layer", "hit_policy": "FIRST",
             "gaps": [{"users": "< 50"}, {"users": "[50..100)", "region": 'not("eu")'}],
             "conflicts": [], "shadowed": [3],
             "overlaps": [{"rows": [1, 2], "box": {"users": "[100..150)", "region": '"eu"'}},
                          {"rows": [2, 3], "box": {"users": "[100..120]", "region": '"eu"'}}]},
            {"decision": "second", "hit_policy": "UNIQUE", "gaps": [],
             "conflicts": [{"rows": [1, 2], "box": {"users": "7", "region": '"eu"'}}],
             "shadowed": [], "overlaps": []}], 1),
        check_json("a cell that is calculated stands in one table's way", OPAQUE, [
            {"decision": "layer", "hit_policy": "FIRST", "gaps": [], "conflicts": [], "shadowed": [], "overlaps": [],
             "not_verified": "row 1, “users”: “> limit” is not made of constants alone"},
            {"decision": "second", "hit_policy": "FIRST", "gaps": [{"users": "<= 1"}],
             "conflicts": [], "shadowed": [], "overlaps": []}], 1),
        check("… and says so", "verify", "-", stdin=OPAQUE, status=1,
              out_says=["Could not be verified: row 1, “users”: “> limit” is not made of constants alone."]),
        check("a default answers gaps", "verify", "-", stdin=DEFAULTED, out_says=["the default answers:", "users <= 1"]),
        check("an empty list does", "verify", "-", stdin=COLLECTED,
              out_says=["nothing is collected:", "users <= 1", "both answer:", "Rows 1 and 2: users > 2"]),
        check("a description may explain gaps", "verify", "-",
              stdin=DEFAULTED.replace(b"<decisionTable", b"<description>Few are many.</description><decisionTable"),
              out_says=["users <= 1", "The model says: Few are many."]),
        check("a model without tables", "verify", "-", stdin=model(), out_says=["0 tables:"]),
        check("a broken model", "verify", str(broken), status=2, err_says=["broken.dmn:", "“BEST”"]),
        check("no file", "verify", str(Path(temporary) / "none.dmn"), status=2, err_says=["none.dmn"]),
        check("no model", "verify", status=2, err_says=["one model", "verify --help"]),
        check("two models", "verify", "a", "b", status=2, err_says=["one model"]),
        check("an odd format", "verify", "--format=xml", "-", status=2, err_says=["“xml”"]),
        check_shipped(),
    ])
