#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Holds the JSON Schema, with a validator that is not ours, against the
# examples, the templates and the corpus of good and bad plans.

import json

from jsonschema import Draft202012Validator
from tap import SOURCE_ROOT, files, report

SCHEMA = json.loads((SOURCE_ROOT / "data/schema/strata-plan.schema.json").read_text(encoding="utf-8"))
CORPUS = SOURCE_ROOT / "tests/storage/plans"
VALIDATOR = Draft202012Validator(SCHEMA)


def complaints_of(path):
    plan = json.loads(path.read_text(encoding="utf-8"))
    return [f"{path.name}: {error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(plan)]


def check_good(what, paths):
    paths = list(paths)
    complaints = [complaint for path in paths for complaint in complaints_of(path)]
    return what, complaints or ([] if paths else ["there are none"])


def check_bad():
    rows = json.loads((CORPUS / "refusals.json").read_text(encoding="utf-8"))
    refusable = [row["file"] for row in rows if row["schema"]]
    return "bad plans are refused", [f"{name} is taken" for name in refusable
                                     if not complaints_of(CORPUS / "bad" / name)]


def check_itself():
    Draft202012Validator.check_schema(SCHEMA)
    return "the schema is one", []


report([
    check_itself(),
    check_good("examples are taken", files("*.strata.json", below="data/examples")),
    check_good("templates are taken", files("*.strata.json", below="data/templates")),
    check_good("good plans are taken", files("*.json", below="tests/storage/plans/good")),
    check_bad(),
])
