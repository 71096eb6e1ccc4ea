#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# strata-cli check: what it says of plans, held against what is expected, and
# how it takes its options. NAME.strata.json stands beside NAME.expected.json,
# in tests/assess/cases and in the folder that STRATA_CASES names.

import json
import os
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from command_line import check, run
from tap import SOURCE_ROOT, report

CASES = SOURCE_ROOT / "tests/assess/cases"


def strip_decision(decision):
    """Of a flip, what is told of it in the cases."""
    flips = [{key: flip[key] for key in ("fact", "to", "outcome")} for flip in decision["flips"]]
    return {**decision, "flips": flips}


def comparable(scenario, expected):
    """Whatever is expected; sentences may be worded anew."""
    result = {key: value for key, value in scenario.items() if key in expected}
    result["findings"] = [{key: value for key, value in finding.items() if key != "message"}
                          for finding in scenario["findings"]]
    if "decisions" in result:
        result["decisions"] = {key: strip_decision(decision) for key, decision in scenario["decisions"].items()}
    result["cost"] = {key: value for key, value in scenario["cost"].items() if key in expected["cost"]}
    return result


def compare(found, expected):
    if [scenario["id"] for scenario in found] != [scenario["id"] for scenario in expected]:
        yield f"scenarios {[scenario['id'] for scenario in found]}"
        return
    for one, other in zip(found, expected):
        one, wanted = comparable(one, other), comparable(other, other)
        for key in wanted:
            if one.get(key) != wanted[key]:
                yield f"{other['id']}: {key}"
                yield f"  expected {json.dumps(wanted[key])}"
                yield f"  found    {json.dumps(one.get(key))}"


def check_case(path):
    expected = json.loads(Path(str(path).replace(".strata.", ".expected.")).read_text(encoding="utf-8"))["scenarios"]
    done = run("check", "--format=json", str(path))
    name = path.name.removesuffix(".strata.json")
    if done.returncode == 2:
        return name, [done.stderr.decode()]
    found = json.loads(done.stdout)["plans"][0]["scenarios"]
    complaints = list(compare(found, expected))
    bad = any(scenario["counts"]["error"] + scenario["counts"]["warning"] for scenario in found)
    if done.returncode != int(bad):
        complaints.append(f"exit status {done.returncode}")
    return name, complaints


def list_cases():
    folders = [CASES, Path(os.environ.get("STRATA_CASES") or CASES)]
    return [path for folder in dict.fromkeys(folders) for path in sorted(folder.glob("*.strata.json"))]


def check_several_plans():
    """One that cannot be read takes nothing from the others."""
    done = run("check", "--format=json", str(GOOD), "/nowhere/plan", str(GOOD))
    complaints = []
    if done.returncode != 2:
        complaints.append(f"exit status {done.returncode}, not 2")
    if [plan["path"] for plan in json.loads(done.stdout)["plans"]] != [str(GOOD), str(GOOD)]:
        complaints.append(f"wrote {done.stdout[:200]!r}")
    if b"/nowhere/plan" not in done.stderr:
        complaints.append(f"said {done.stderr!r}")
    return "several plans, one not there", complaints


def check_every_key():
    answer = json.loads(run("check", "--format=json", str(GOOD)).stdout)
    plan = answer["plans"][0]
    scenario = plan["scenarios"][0]
    complaints = [f"{where} has {sorted(value)}" for where, value, keys in [
        ("the plan", plan, {"path", "title", "scenarios"}),
        ("the scenario", scenario, {"id", "data_pattern", "hub_pattern", "ready", "decisions", "findings",
                                    "stale_accepted", "counts", "cost"}),
        ("decisions", scenario["decisions"], {"data_layer", "automation_hub", "orchestrator_kind", "personalization",
                                              "rendering", "profile"}),
        ("a decision", scenario["decisions"]["profile"], {"outcome", "basis", "row", "missing_facts", "flips"}),
        ("cost", scenario["cost"], {"currency", "monthly", "savings", "unknown"}),
        ("counts", scenario["counts"], {"error", "warning", "advice", "accepted"}),
    ] if set(value) != keys]
    complaints += [f"no sentence: {finding}" for finding in scenario["findings"] if not finding["message"].endswith(".")]
    return "every key of the answer", complaints


def check_models():
    """The model on the command line, else the plan's own, else the one that ships."""
    text = MODEL.read_text(encoding="utf-8")
    plan = {"format": "strata-plan", "version": 1, "facts": {"mau": 29999}, "scenarios": [{"id": "one"}]}
    own = {**plan, "model": text.replace("&lt; 30000", "&lt; 20000")}
    complaints = []
    for name, one, options, outcome in [("shipped", plan, [], "wait"), ("the plan's own", own, [], None),
                                        ("named", own, [f"--model={MODEL}"], "wait")]:
        done = run("check", "--format=json", *options, "-", stdin=json.dumps(one).encode())
        found = json.loads(done.stdout)["plans"][0]["scenarios"][0]["decisions"]["personalization"]["outcome"]
        if found != outcome:
            complaints.append(f"{name}: {found}")
    return "which model judges", complaints


def check_broken_model(name, old, new, *says):
    """A model that cannot decide is refused, wherever it stands."""
    text = MODEL.read_text(encoding="utf-8")
    plan = {"format": "strata-plan", "version": 1, "model": text.replace(old, new), "scenarios": [{"id": "one"}]}
    return check(name, "check", "-", status=2, err_says=["standard input: model", *says], stdin=json.dumps(plan).encode())


def check_calm():
    """Reasons are there for the asking."""
    told = run("check", "-", stdin=TORN).stdout.decode()
    return "no reasons unless asked for", [told] if "For few users one engineer is enough." in told else []


def check_broken_installation():
    """Whoever changed the installed file is told what is wrong with it."""
    with TemporaryDirectory() as folder:
        os.symlink(SOURCE_ROOT / "data/catalog", Path(folder) / "catalog")
        os.mkdir(Path(folder) / "model")
        text = MODEL.read_text(encoding="utf-8").replace(">\"pilot\"<", ">\"try\"<")
        (Path(folder) / "model/martech.dmn").write_text(text, encoding="utf-8")
        return check("an installed model that cannot decide", "check", str(GOOD), status=2,
                     err_says=["martech.dmn:", "“personalization”", "“try”"], STRATA_DATADIR=folder)


def write_house_rules(severity):
    return f"""<decision id="house" name="house_rules"><decisionTable hitPolicy="COLLECT">
      <input><inputExpression><text>roles</text></inputExpression></input>
      <output name="code"/><output name="severity"/>
      <rule><description>We run no warehouse without a CDP.</description>
        <inputEntry><text>list contains(?, "warehouse") and not(list contains(?, "cdp"))</text></inputEntry>
        <outputEntry><text>"cdp-first"</text></outputEntry><outputEntry><text>"{severity}"</text></outputEntry>
      </rule></decisionTable></decision></definitions>"""


def check_readme():
    """The house rule that the README shows, as it stands there."""
    readme = (SOURCE_ROOT / "README.md").read_text(encoding="utf-8")
    rules = readme.split("```xml\n")[1].split("```")[0]
    complaints = []
    for users, wanted in [(20000, ["house/cdp-before-20k"]), (19999, [])]:
        plan = {"format": "strata-plan", "version": 1, "facts": {"mau": users},
                "model": MODEL.read_text(encoding="utf-8").replace("</definitions>", rules + "</definitions>"),
                "scenarios": [{"id": "one", "placements": [{"id": "s", "tool": "google-sheets", "layer": "data"}]}]}
        done = run("check", "--format=json", "-", stdin=json.dumps(plan).encode())
        findings = json.loads(done.stdout)["plans"][0]["scenarios"][0]["findings"]
        found = [finding["code"] for finding in findings if finding["code"].startswith("house/")]
        if found != wanted:
            complaints.append(f"{users}: {found}")
    return "the README's house rule", complaints


def check_house_rules():
    """They judge from the command line and out of the plan, and are accepted like any finding."""
    finding = {"code": "house/cdp-first", "severity": "warning", "tools": [],
               "message": "We run no warehouse without a CDP.", "accepted": False}
    plan = {"format": "strata-plan", "version": 1,
            "scenarios": [{"id": "one", "placements": [{"id": "w", "tool": "snowflake", "layer": "data"}]}]}
    accepted = {**plan, "scenarios": [{**plan["scenarios"][0], "accepted": [{"code": "house/cdp-first", "reason": "ours"}]}]}
    both = {**plan, "scenarios": [{"id": "one", "placements": [{"id": "w", "tool": "snowflake", "layer": "data"},
                                                               {"id": "c", "tool": "segment", "layer": "data"}]}]}
    model = MODEL.read_text(encoding="utf-8").replace("</definitions>", write_house_rules("warning"))
    complaints = []
    with NamedTemporaryFile(suffix=".dmn") as file:
        file.write(model.encode())
        file.flush()
        for name, one, options, wanted in [
                ("shipped", plan, [], []), ("named", plan, [f"--model={file.name}"], [finding]),
                ("the plan's own", {**plan, "model": model}, [], [finding]),
                ("accepted", accepted, [f"--model={file.name}"], [{**finding, "accepted": True, "reason": "ours"}]),
                ("near miss", both, [f"--model={file.name}"], [])]:
            done = run("check", "--format=json", *options, "-", stdin=json.dumps(one).encode())
            scenario = json.loads(done.stdout)["plans"][0]["scenarios"][0]
            found = [finding for finding in scenario["findings"] if finding["code"].startswith("house/")]
            if found != wanted:
                complaints.append(f"{name}: {found}")
    return "house rules", complaints


MODEL = SOURCE_ROOT / "data/model/martech.dmn"
# Where the article's matrix and its text pull in two directions.
TORN = json.dumps({
    "format": "strata-plan", "version": 1,
    "facts": {"mau": 20000, "channels": ["email"], "engineers": 0, "marketers": 3, "regulated": False,
              "ai_branching": False, "external_systems": []},
    "tools": {"wh": {"name": "Warehouse", "roles": ["warehouse"]}},
    "scenarios": [{"id": "one", "placements": [{"id": "w", "tool": "wh", "layer": "data"}]}],
}).encode()
GOOD = CASES / "quiet.strata.json"
BAD = CASES / "accepted.strata.json"

report([
    *map(check_case, list_cases()),
    check_several_plans(),
    check_every_key(),
    check_models(),
    check_broken_installation(),
    check_house_rules(),
    check_readme(),
    check_broken_model("a cell that cannot be read", "[3..5]", "[3..", ":", "“data_layer”", "row 4"),
    check_broken_model("an outcome that nobody knows", ">\"pilot\"<", ">\"try\"<", ":", "“personalization”", "“try”", "“pilot”"),
    check_broken_model("a decision that is not there", 'id="profile" name="profile"', 'id="person" name="person"', "“profile”"),
    check_broken_model("another hit policy", 'profile_table" hitPolicy="FIRST"', 'profile_table" hitPolicy="UNIQUE"', "“profile”", "FIRST"),
    check_broken_model("a phase that ends before it begins", "<text>90</text>", "<text>9</text>", "“phases”", "“personalization”"),
    check_broken_model("a house rule of unknown severity", "</definitions>", write_house_rules("fatal"),
                       ":", "“house_rules”", "row 1", "“severity”", "“advice”"),
    check("a model that is not there", "check", "--model=/nowhere/model.dmn", str(GOOD), status=2, err_says=["/nowhere/model.dmn"]),
    check("nothing above advice", "check", str(GOOD), out_says=["0 errors, 0 warnings", "Data is ready on day"]),
    check("a warning", "check", str(BAD), status=1, out_says=["Warnings", "Accepted", "Reason: parallel run"]),
    check("the reasons", "check", "--why", "-", status=1, stdin=TORN,
          out_says=["Row 3 is near and says marketing automation, but asks for this: Marketers: ≤ 2 (here: 3).",
                    "For few users one engineer is enough.", "Monthly active users: 20,000; Channels: Email; Data engineers: 0",
                    "leans to another outcome, CDP"]),
    check_calm(),
    check("from standard input", "check", "-", stdin=GOOD.read_bytes(), out_says=["0 errors, 0 warnings"]),
    check("no colours in a file", "check", str(BAD), status=1, TERM="xterm-256color",
          out=run("check", str(BAD), NO_COLOR="1").stdout),
    check("one scenario", "check", "--scenario=later", str(BAD), status=1, out_says=["Later"]),
    check("a scenario that is not there", "check", "--scenario=none", str(BAD), status=2,
          err_says=["“none”", "“today”", "“later”"]),
    check("no plan", "check", status=2, err_says=["No plan"]),
    check("an unknown format", "check", "--format=xml", str(GOOD), status=2, err_says=["“xml”"]),
    check("a plan that is not there", "check", "/nowhere/plan", status=2, err_says=["/nowhere/plan"]),
    check("a plan with an unknown tool", "check", "-", status=2, err_says=["standard input", '"missing"'],
          stdin=GOOD.read_bytes().replace(b'"tool": "warehouse"', b'"tool": "missing"', 1)),
])
