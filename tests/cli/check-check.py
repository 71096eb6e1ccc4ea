#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# strata-cli check: what it says of plans, held against what is expected, and
# how it takes its options. NAME.strata.json stands beside NAME.expected.json,
# in tests/assess/cases and in the folder that STRATA_CASES names.

import json
import os
from pathlib import Path

from command_line import check, run
from tap import SOURCE_ROOT, report

CASES = SOURCE_ROOT / "tests/assess/cases"

# Codes that need decisions; expectations may have them already.
NEED_DECISIONS = ("facts/", "fit/", "house/", "overlap/hybrid-sync", "overlap/redundant-")


def is_judged(finding):
    return not finding["code"].startswith(NEED_DECISIONS)


def list_hybrids(expected):
    return [finding["tools"] for finding in expected["findings"] if finding["code"] == "overlap/hybrid-sync"]


def without_hybrid(finding, hybrids):
    """What is left of a finding part of which a decision turns into overlap/hybrid-sync."""
    if finding["code"] != "overlap/capability" or finding["severity"] != "error" or finding["tools"] not in hybrids:
        return finding
    return {**finding, "capabilities": [id for id in finding["capabilities"] if id != "profile-store"]}


def strip(finding, early):
    gone = {"message"}
    if early and finding["code"] == "order/automation-before-data":
        gone.add("severity")
    return {key: value for key, value in finding.items() if key not in gone}


def strip_findings(scenario, expected):
    early = expected.get("decisions", {}).get("profile", {}).get("outcome") == "early"
    hybrids = list_hybrids(expected)
    findings = [without_hybrid(finding, hybrids) for finding in scenario["findings"] if is_judged(finding)]
    findings = [strip(finding, early) for finding in findings if finding.get("capabilities") != []]
    if early:
        findings.sort(key=lambda finding: json.dumps(finding, sort_keys=True))
    return findings


def strip_flips(decision):
    flips = [{key: flip[key] for key in ("fact", "to", "outcome")} for flip in decision["flips"]]
    return {**decision, "flips": flips}


def comparable(scenario, expected):
    """Whatever does not need decisions; totals only where nothing does."""
    whole = strip_findings(expected, expected) == [strip(finding, False) for finding in expected["findings"]]
    result = {key: value for key, value in scenario.items() if key in expected}
    if "decisions" in expected:
        result["decisions"] = {key: strip_flips(value) for key, value in scenario["decisions"].items()}
    result["findings"] = strip_findings(scenario, expected)
    result["stale_accepted"] = [entry for entry in scenario["stale_accepted"] if is_judged(entry)]
    result["cost"] = {key: value for key, value in scenario["cost"].items() if key in expected["cost"]}
    if not whole:
        del result["counts"]
        del result["cost"]["savings"]
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


MODEL = SOURCE_ROOT / "data/model/martech.dmn"
GOOD = CASES / "quiet.strata.json"
BAD = CASES / "accepted.strata.json"

report([
    *map(check_case, list_cases()),
    check_several_plans(),
    check_every_key(),
    check_models(),
    check_broken_model("a cell that cannot be read", "[3..5]", "[3..", ":", "“data_layer”", "row 4"),
    check_broken_model("an outcome that nobody knows", ">\"pilot\"<", ">\"try\"<", ":", "“personalization”", "“try”", "“pilot”"),
    check_broken_model("a decision that is not there", 'id="profile" name="profile"', 'id="person" name="person"', "“profile”"),
    check_broken_model("another hit policy", 'profile_table" hitPolicy="FIRST"', 'profile_table" hitPolicy="UNIQUE"', "“profile”", "FIRST"),
    check_broken_model("a phase that ends before it begins", "<text>90</text>", "<text>9</text>", "“phases”", "“personalization”"),
    check("a model that is not there", "check", "--model=/nowhere/model.dmn", str(GOOD), status=2, err_says=["/nowhere/model.dmn"]),
    check("nothing above advice", "check", str(GOOD), out_says=["0 errors, 0 warnings", "Data is ready on day"]),
    check("a warning", "check", str(BAD), status=1, out_says=["Warnings", "Accepted", "Reason: parallel run"]),
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
