#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every threshold of the decision model, on both sides, as it ships and when it
# has been moved in the file: what is decided or found moves along, and so does
# what would change it, with nothing built anew.

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from command_line import run
from tap import SOURCE_ROOT, report

MODEL = (SOURCE_ROOT / "data/model/martech.dmn").read_text(encoding="utf-8")

TOOLS = {"cdp": {"roles": ["cdp"], "capabilities": ["profile-store"]},
         "warehouse": {"roles": ["warehouse"], "capabilities": ["storage-query"]},
         "sheet": {"roles": ["spreadsheet"]},
         "map": {"roles": ["map"]},
         "engine": {"roles": ["personalization-engine"]}}

PLAIN = {"regulated": False, "multi_region": False, "specialty_channels": False, "real_time_activation": False,
         "stage": "scaling", "channels": ["email", "sms"], "engineers": 2, "destinations": 1}
SPECIAL = {**PLAIN, "specialty_channels": True}
QUICK = {**PLAIN, "real_time_activation": True}
SIMPLE = {"ai_branching": False, "external_systems": [], "channels": ["sms"]}
READY = {"event_schema": "in-place", "segmentation": "in-place", "measurement": "in-place", "customer_base": "other"}
STAFFED = {**READY, "mau": 30000, "marketers": 3, "variant_pipeline": "in-place"}
MESSAGING = ["email", "sms", "push", "in-app", "whatsapp"]

# Decision, text of a cell, the same moved; fact, where it tips, and where then;
# all other facts; tools; what is looked at: a decision's outcome, or with a
# slash a finding's severity; that below and from the threshold on.
ROWS = [
    ("data_layer", "< 50000", "< 60000", "mau", 50000, 60000, {**PLAIN, "channels": ["sms"], "engineers": 0}, [], "data_layer", "warehouse", "cdp"),
    ("data_layer", "[50000..150000)", "[60000..150000)", "mau", 50000, 60000, {**PLAIN, "engineers": 1.5, "destinations": 3}, [], "data_layer", "warehouse", "cdp"),
    ("data_layer", "[50000..150000)", "[50000..160000)", "mau", 150000, 160000, {**PLAIN, "engineers": 1.5, "destinations": 3}, [], "data_layer", "cdp", "warehouse"),
    ("data_layer", ">= 150000", ">= 160000", "mau", 150000, 160000, {**SPECIAL, "destinations": 6}, [], "data_layer", "hybrid", "warehouse"),
    ("data_layer", "[3..5]", "[4..5]", "destinations", 3, 4, {**PLAIN, "mau": 100000, "engineers": 1.5}, [], "data_layer", "warehouse", "cdp"),
    ("data_layer", "[3..5]", "[3..7]", "destinations", 6, 8, {**PLAIN, "mau": 100000, "engineers": 1.5}, [], "data_layer", "cdp", "warehouse"),
    ("data_layer", ">= 6", ">= 8", "destinations", 6, 8, {**SPECIAL, "mau": 150000}, [], "data_layer", "hybrid", "warehouse"),
    ("data_layer", "< 2", "< 3", "engineers", 2, 3, {**PLAIN, "mau": 100000, "destinations": 4}, [], "data_layer", "cdp", "warehouse"),
    ("data_layer", ">= 2", ">= 3", "engineers", 2, 3, {**SPECIAL, "mau": 150000, "destinations": 6}, [], "data_layer", "hybrid", "warehouse"),
    ("data_layer_leaning", ">= 50000", ">= 60000", "mau", 50000, 60000, SPECIAL, [], "data_layer", "warehouse", "hybrid"),
    ("data_layer_leaning", "< 50000", "< 60000", "mau", 50000, 60000, {**QUICK, "engineers": 1}, [], "data_layer", "warehouse", "cdp"),
    ("data_layer_leaning", ">= 1", ">= 1.5", "engineers", 1, 1.5, {**QUICK, "specialty_channels": True, "mau": 60000}, [], "data_layer", "cdp", "hybrid"),
    ("data_layer_leaning", "< 2", "< 3", "engineers", 2, 3, {**QUICK, "mau": 60000}, [], "data_layer", "cdp", "warehouse"),
    ("data_layer_leaning", "< 1", "< 1.5", "engineers", 1, 1.5, {**PLAIN, "mau": 60000}, [], "data_layer", "cdp", "warehouse"),
    ("orchestrator_needed", ">= 3", ">= 4", "channels", 3, 4, SIMPLE, [], "automation_hub", "map", "map+orchestrator"),
    ("automation_hub", "<= 2", "<= 4", "marketers", 3, 5, SIMPLE, [], "automation_hub", "map 3", "map None"),
    ("personalization", "< 30000", "< 45000", "mau", 30000, 45000, STAFFED, [], "personalization", "wait", "pilot"),
    ("personalization", "<= 2", "<= 4", "marketers", 3, 5, STAFFED, [], "personalization", "wait", "pilot"),
    ("profile", "< 50000", "< 60000", "mau", 50000, 60000, {"stage": "pre-pmf"}, [], "profile", "early", "scaling"),
    ("derived_variant_pipeline", ">= 6", ">= 8", "variants_per_week", 6, 8, {**STAFFED, "variant_pipeline": None}, [], "personalization", "wait", "pilot"),
    ("derived_variant_pipeline", ">= 6", ">= 8", "variants_per_week", 6, 8, READY, ["engine"], "prereq/variant-pipeline", "warning", None),
    ("derived_variant_pipeline", ">= 1", ">= 3", "variants_per_week", 1, 3, READY, ["engine"], "prereq/variant-pipeline", "error", "warning"),
    ("cdp_too_early", "< 50000", "< 60000", "mau", 50000, 60000, PLAIN, ["cdp"], "fit/cdp-too-early", "warning", None),
    ("spreadsheets_at_scale", ">= 50000", ">= 60000", "mau", 50000, 60000, PLAIN, ["sheet"], "fit/spreadsheets-at-scale", None, "warning"),
    ("spreadsheets_at_scale", ">= 200000", ">= 210000", "mau", 200000, 210000, PLAIN, ["sheet"], "fit/spreadsheets-at-scale", "warning", "error"),
    ("engineering", "< 1", "< 2", "engineers", 1, 2, {"mau": 60000}, ["warehouse"], "prereq/engineering", "error", None),
    ("engineering", "< 50000", "< 60000", "mau", 50000, 60000, {"engineers": 0.5}, ["warehouse"], "prereq/engineering", "warning", "error"),
    ("phases", "45", "50", "start_day", 45, 50, {}, ["map"], "order/outside-phase", "advice", None),
    ("phases", "75", "80", "start_day", 75, 80, {}, ["engine"], "order/outside-phase", "advice", None),
    ("phases", "90", "100", "retire_day", 91, 101, {}, ["sheet"], "monthly", 0, 10),
]

LAYERS = {"map": "automation", "engine": "personalization"}


def move(decision, old, new):
    """The model's text with one cell's text changed, wherever that decision has it."""
    begin = MODEL.index(f'<decision id="{decision}"')
    end = MODEL.index("</decision>", begin)
    old, new = (f"<text>{text.replace('<', '&lt;').replace('>', '&gt;')}</text>" for text in (old, new))
    assert old in MODEL[begin:end], (decision, old)
    return MODEL[:begin] + MODEL[begin:end].replace(old, new) + MODEL[end:]


def write_plan(row, value):
    """A plan in which the row's fact, or its placements' day, is the value."""
    fact, facts, tools = row[3], dict(row[6]), row[7]
    placements = [{"id": tool, "tool": tool, "layer": LAYERS.get(tool, "data"), "monthly_cost": 10} for tool in tools]
    if fact == "channels":
        facts[fact] = MESSAGING[:value]
    elif fact.endswith("_day"):
        for placement in placements:
            placement[fact] = value
    else:
        facts[fact] = value
    return {"format": "strata-plan", "version": 1, "facts": facts, "tools": TOOLS,
            "scenarios": [{"id": "s", "placements": placements}]}


def look(row, scenario):
    """What the row looks at."""
    what, below = row[8], row[9]
    if what == "monthly":
        return scenario["cost"]["monthly"]
    if "/" in what:
        return next((finding["severity"] for finding in scenario["findings"] if finding["code"] == what), None)
    decision = scenario["decisions"][what]
    return f"{decision['outcome']} {decision['row']}" if " " in below else decision["outcome"]


def look_at_flip(row, scenario):
    flips = scenario["decisions"][row[8]]["flips"]
    return next(((flip["to"], flip["outcome"]) for flip in flips if flip["fact"] == row[3]), None)


def judge(folder, model, plans):
    model_path = Path(folder) / "model.dmn"
    model_path.write_text(model, encoding="utf-8")
    paths = []
    for number, plan in enumerate(plans):
        paths.append(Path(folder) / f"{number}.strata.json")
        paths[-1].write_text(json.dumps(plan), encoding="utf-8")
    done = run("check", "--format=json", f"--model={model_path}", *map(str, paths))
    assert done.returncode != 2, done.stderr.decode()
    return [plan["scenarios"][0] for plan in json.loads(done.stdout)["plans"]]


def check_row(folder, row):
    decision, old, new, fact, tips, moved, _facts, _tools, what, below, above = row
    step = 0.5 if fact == "engineers" else 1
    complaints = []
    for name, model, at, values in [("as it ships", MODEL, tips, [tips - step, tips]),
                                    ("moved", move(decision, old, new), moved, [tips, moved - step, moved])]:
        scenarios = judge(folder, model, [write_plan(row, value) for value in values])
        for value, scenario in zip(values, scenarios):
            wanted = below if value < at else above
            if look(row, scenario) != wanted:
                complaints.append(f"{name}: {fact} {value}: {look(row, scenario)}, not {wanted}")
        flip = look_at_flip(row, scenarios[-2]) if what in scenarios[-2]["decisions"] else None
        if flip is not None and fact != "channels" and flip != (at, above):
            complaints.append(f"{name}: at {at - step} the flip is {flip}, not {(at, above)}")
        if flip is None and what in scenarios[-2]["decisions"] and " " not in below:
            complaints.append(f"{name}: nothing flips")
    return f"{decision} {old}, {what}", complaints


def check_end(folder):
    """What retires without a day goes at the end of the sequence."""
    plan = write_plan(ROWS[-1], None)
    plan["scenarios"][0]["placements"] = [{"id": "c", "tool": "cdp", "layer": "data", "status": "retiring"}]
    complaints = []
    for model, day in [(MODEL, 90), (move("phases", "90", "100"), 100)]:
        findings = judge(folder, model, [plan])[0]["findings"]
        days = [finding["days"] for finding in findings if finding["code"] == "order/data-goes-dark"]
        if days != [[day, None]]:
            complaints.append(f"{days}, not {day}")
    return "the end of the sequence", complaints


def check_all_there():
    """No number in a cell of the model that no row above is about."""
    cells = set()
    for decision, body in re.findall(r'<decision id="(\w+)"(.*?)</decision>', MODEL, re.S):
        entries = re.findall(r"<(?:inputEntry|literalExpression)>\s*<text>(.*?)</text>", body)
        cells |= {(decision, entry.replace("&lt;", "<").replace("&gt;", ">")) for entry in entries
                  if re.search(r"\d", entry)}
    known = {(row[0], row[1]) for row in ROWS} | {
        ("automation_hub", "1"),              # exactly one channel: not a threshold
        ("derived_variant_pipeline", ">= 0"),  # all that is left
        ("phases", "0"),                       # the first day
    }
    return "every threshold is looked at", [f"{decision}: {cell}" for decision, cell in sorted(cells - known)]


def list_checks():
    with TemporaryDirectory() as folder:
        return [*(check_row(folder, row) for row in ROWS), check_end(folder), check_all_there()]


report(list_checks())
