#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# strata-cli decide: any model, once or for many requests.

import json
import tempfile
from pathlib import Path

from command_line import check, run
from tap import report

MODEL = """<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="m" namespace="n">
  <inputData name="users" id="_u"><variable name="users" typeRef="number"/></inputData>
  <decision name="data layer" id="_d">
    <decisionTable hitPolicy="FIRST">
      <input><inputExpression typeRef="number"><text>users</text></inputExpression></input>
      <output/>
      <rule><inputEntry><text>&lt; 50000</text></inputEntry><outputEntry><text>"warehouse"</text></outputEntry></rule>
      <rule><inputEntry><text>&gt;= 50000</text></inputEntry><outputEntry><text>"cdp"</text></outputEntry></rule>
    </decisionTable>
  </decision>
  <decisionService name="by guess" id="_s">
    <outputDecision href="#_e"/><inputDecision href="#_d"/><inputData href="#_u"/>
  </decisionService>
  <decision name="engine" id="_e">
    <informationRequirement><requiredDecision href="#_d"/></informationRequirement>
    <literalExpression><text>data layer + " of " + string(users)</text></literalExpression>
  </decision>
  <decision name="third"><literalExpression><text>users / 3</text></literalExpression></decision>
</definitions>
"""


def check_answer(title, expected, *arguments):
    result = run("decide", *arguments)
    answer = json.loads(result.stdout) if result.stdout else None
    return title, [] if answer == expected else [f"{answer} instead of {expected}"]


def check_serve(model):
    requests = [
        {"id": 1, "model": str(model), "inputs": {"users": 49999}, "decisions": ["data layer"]},
        {"id": "b", "model": str(model), "inputs": {"users": 50000}, "decisions": ["_d"]},
        {"id": 3, "model": "/nowhere.dmn", "inputs": {}},
        {"id": "s", "model": str(model), "inputs": {"users": 1, "data layer": "x"}, "decisionService": "_s", "decisions": ["engine"]},
        {"id": "t", "model": str(model), "inputs": {}, "decisionService": 5},
        {"id": 4, "model": str(model), "inputs": {}, "decisions": ["none"]},
    ]
    text = "\n".join(map(json.dumps, requests)) + "\nnot JSON\n"
    result = run("decide", "--serve", stdin=text.encode())
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    complaints = []
    if answers[0] != {"id": 1, "results": {"data layer": "warehouse"}} or answers[1] != {"id": "b", "results": {"_d": "cdp"}}:
        complaints.append(f"odd answers: {answers[:2]}")
    if answers[3] != {"id": "s", "results": {"engine": "x of 1"}}:
        complaints.append(f"odd answer of a service: {answers[3]}")
    del answers[3]
    if len(answers) != 6 or any("error" not in answer for answer in answers[2:]):
        complaints.append(f"no errors: {answers[2:]}")
    return "many requests are answered, wrong ones by an error", complaints


with tempfile.TemporaryDirectory() as temporary:
    model = Path(temporary) / "m.dmn"
    model.write_text(MODEL, encoding="utf-8")
    broken = Path(temporary) / "broken.dmn"
    broken.write_text(MODEL.replace("FIRST", "BEST"), encoding="utf-8")
    report([
        check_answer("a table", {"data layer": "warehouse"}, str(model), '--inputs={"users": 49999}', "--decision=data layer"),
        check_answer("the other side", {"data layer": "cdp"}, str(model), '--inputs={"users": 50000}', "--decision=data layer"),
        check("all decisions, all digits", "decide", str(model), '--inputs={"users": 1}',
              out_says=['"third": 0.3333333333333333333333333333333333']),
        check("text", "decide", str(model), "--format=text", '--inputs={"users": 1}', out_says=["data layer: warehouse"]),
        check_answer("a service by name", {"by guess": "hub of 3"}, str(model), '--inputs={"users": 3, "data layer": "hub"}',
                     "--decision=by guess"),
        check_answer("a service and its decision", {"engine": "hub of 3"}, str(model),
                     '--inputs={"users": 3, "data layer": "hub"}', "--service=_s", "--decision=engine"),
        check_answer("the same decision outside", {"engine": "warehouse of 3"}, str(model),
                     '--inputs={"users": 3, "data layer": "hub"}', "--decision=engine"),
        check_answer("a service alone", {"by guess": "hub of 3"}, str(model),
                     '--inputs={"users": 3, "data layer": "hub"}', "--service=by guess"),
        check("unknown service", "decide", str(model), "--service=none", status=2, err_says=["decision service “none”"]),
        check("why it is null", "decide", str(model), "--inputs={}", out_says=["null"], err_says=["no row matches"]),
        check("unknown decision", "decide", str(model), "--decision=none", status=2,
              err_says=["m.dmn has no decision “none”; it has “data layer”, “engine”, “third”."]),
        check("inputs that are no JSON", "decide", str(model), "--inputs={", status=2, err_says=["not JSON"]),
        check("inputs that are no object", "decide", str(model), "--inputs=[1]", status=2, err_says=["one JSON object"]),
        check("a broken model", "decide", str(broken), status=2, err_says=["broken.dmn:4", "“BEST”", "FIRST"]),
        check("no model", "decide", status=2, err_says=["one model"]),
        check_serve(model),
    ])
