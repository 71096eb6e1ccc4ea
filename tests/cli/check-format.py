#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# strata-cli format: canonical bytes out, or a refusal and nothing.

import json
import os
from pathlib import Path

from command_line import check
from tap import SOURCE_ROOT, files, report

CORPUS = SOURCE_ROOT / "tests/storage/plans"
MEBIBYTE = 1024 * 1024


def check_same(path):
    return check(f"{path.name} stays as it is", "format", str(path), out=path.read_bytes())


def check_reformatted(path):
    """However a plan is laid out, one text comes back."""
    squeezed = json.dumps(json.loads(path.read_bytes()), ensure_ascii=True, separators=(",", ":")).encode()
    return check(f"{path.name} squeezed comes back", "format", "-", stdin=squeezed, out=path.read_bytes())


def check_refused(row):
    path = CORPUS / "bad" / row["file"]
    return check(f"{row['file']} is refused", "format", str(path), status=2,
                 err_says=[f"{path}:{row['line']}:", row["path"], row["says"]])


def check_against_catalogue(name, old, new, says):
    """What a plan can only be held against together with a catalogue."""
    text = (CORPUS / "good/base.json").read_text(encoding="utf-8")
    return check(name, "format", "-", stdin=text.replace(old, new, 1).encode(), status=2,
                 err_says=["standard input:", *says])


def hostile():
    deep = b"[" * 100_000
    huge = b'{"format": "' + b"x" * (64 * MEBIBYTE)
    return [
        check("one level too deep", "format", "-", stdin=b"[" * 65 + b"]" * 65, status=2, err_says=["64 levels"]),
        check("far too deep", "format", "-", stdin=deep, status=2, err_says=["64 levels"]),
        check("too large", "format", "-", stdin=huge, status=2, err_says=["larger than 64"]),
        check("not there", "format", "/nowhere/plan", status=2, err_says=["/nowhere/plan"]),
        check("a folder", "format", "/", status=2, err_says=["directory"]),
        check("no plan", "format", status=2, err_says=["one plan"]),
        check("two plans", "format", "a", "b", status=2, err_says=["one plan"]),
    ]


def more_cases():
    folder = os.environ.get("STRATA_CASES")
    return sorted(Path(folder).glob("*.strata.json")) if folder else []


GOOD = [*files("*.json", below="tests/storage/plans/good"), *files("*.strata.json", below="data")]
ROWS = json.loads((CORPUS / "refusals.json").read_text(encoding="utf-8"))

def check_comma_locale():
    """Where people write 0,1, files still have 0.1."""
    path = CORPUS / "good/numbers.json"
    return check("a decimal comma changes nothing", "format", str(path), out=path.read_bytes(),
                 LC_ALL="de_DE.UTF-8", LANGUAGE="en")


report([
    *map(check_same, [*GOOD, *more_cases()]),
    *map(check_reformatted, GOOD),
    *map(check_refused, ROWS),
    check_against_catalogue("a tool that nobody has", '"tool": "own"', '"tool": "none"',
                            ["33: scenarios[0].placements[0].tool", '"none"']),
    check_against_catalogue("a role that the tool does not have", '"cdp"\n          ]', '"map"\n          ]',
                            ["36: scenarios[0].placements[0].roles[0]", '"map"', '"cdp"']),
    check_comma_locale(),
    *hostile(),
])
