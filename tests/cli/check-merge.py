#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# strata-cli merge: alone, and as git calls it.

import copy
import json
import os
import subprocess
import tempfile
from pathlib import Path

from command_line import PROGRAM, check
from tap import SOURCE_ROOT, report

BASE = json.loads((SOURCE_ROOT / "tests/storage/plans/good/base.json").read_text(encoding="utf-8"))
README = (SOURCE_ROOT / "README.md").read_text(encoding="utf-8")


def changed(plan, change):
    plan = copy.deepcopy(plan)
    change(plan, plan["scenarios"][0])
    return plan


def canonical(plan):
    return (json.dumps(plan, indent=2, ensure_ascii=False) + "\n").encode()


def set_users(number):
    return lambda plan, _: plan["facts"].update(mau=number)


def set_note(plan, scenario):
    scenario["placements"][1]["note"] = "n"


def both(plan, scenario):
    set_users(6)(plan, scenario)
    set_note(plan, scenario)


def place(tool):
    def change(_, scenario):
        scenario["placements"].append({"id": "p3", "tool": tool, "layer": "data"})
    return change


def place_two(_, scenario):
    scenario["placements"] += [{"id": "p3", "tool": "segment", "layer": "data"},
                               {"id": "p4", "tool": "snowflake", "layer": "data"}]


def give_role(_, scenario):
    scenario["placements"][1]["roles"] = ["cdp"]


def take_role(plan, scenario):
    plan["tools"]["own"]["roles"] = ["warehouse"]
    del scenario["placements"][0]["roles"]


def give_and_forget(plan, scenario):
    give_role(plan, scenario)
    del scenario["placements"][0]["roles"]


class Files:
    """Plans as files in a folder."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.number = 0

    def write(self, content):
        self.number += 1
        path = self.folder / f"{self.number}.strata.json"
        path.write_bytes(content)
        return path

    def merge(self, name, ours, theirs, result, base=canonical(BASE), **expected):
        files = [self.write(base), *(self.write(canonical(changed(BASE, side))) for side in (ours, theirs))]
        return check(name, "merge", *map(str, files), out=canonical(changed(BASE, result)), **expected)

    def output(self):
        """The result may be written over one of the plans."""
        base, ours, theirs = (self.write(canonical(plan)) for plan in
                              (BASE, changed(BASE, set_users(6)), changed(BASE, set_note)))
        name, complaints = check("to a file", "merge", f"--output={ours}", str(base), str(ours), str(theirs), out=b"")
        if ours.read_bytes() != canonical(changed(BASE, both)):
            complaints.append("the file is not the merged plan")
        return name, complaints


class Repository:
    """A git repository with one plan, as the README sets it up."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.plan = self.folder / "plan.strata.json"
        self.git("init", "--quiet", "--initial-branch=main")
        for line in README.splitlines():
            if line.startswith("    git config merge.") or line.startswith("    echo '*.strata.json"):
                self.shell(line.replace("strata-cli", PROGRAM))

    def shell(self, line):
        subprocess.run(line, shell=True, cwd=self.folder, check=True)

    def git(self, *arguments, status=0):
        done = subprocess.run(["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", *arguments],
                              cwd=self.folder, capture_output=True, check=False,
                              env={**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"})
        if done.returncode != status:
            raise AssertionError(f"git {arguments} ended with {done.returncode}: {done}")
        return (done.stdout + done.stderr).decode()

    def commit(self, plan):
        self.plan.write_bytes(canonical(plan))
        self.git("add", ".")
        self.git("commit", "--quiet", "--message=Change")

    def fork(self, base, ours, theirs):
        """Two branches, of which main is checked out."""
        if base is not None:
            self.commit(base)
        else:
            self.git("commit", "--quiet", "--allow-empty", "--message=Begin")
        self.git("checkout", "--quiet", "-b", "other")
        self.commit(theirs)
        self.git("checkout", "--quiet", "main")
        self.commit(ours)

    def merge(self, status=0):
        return self.git("merge", "--quiet", "--no-edit", "other", status=status)


def check_git(name, base, ours, theirs, result, conflict=None):
    complaints = []
    with tempfile.TemporaryDirectory() as folder:
        repository = Repository(folder)
        repository.fork(base, ours, theirs)
        said = repository.merge(status=1 if conflict else 0)
        if repository.plan.read_bytes() != canonical(result):
            complaints.append(f"merged to {repository.plan.read_text(encoding='utf-8')}")
        if conflict and conflict not in said:
            complaints.append(f"said {said}")
        if bool(conflict) != ("UU plan" in repository.git("status", "--short")
                              or "AA plan" in repository.git("status", "--short")):
            complaints.append("git does not know whether there is a conflict")
    return name, complaints


def check_difftool():
    with tempfile.TemporaryDirectory() as folder:
        repository = Repository(folder)
        repository.commit(BASE)
        repository.plan.write_bytes(canonical(changed(BASE, set_users(6))))
        command = README.split('--extcmd="')[1].split('"')[0].replace("strata-cli", PROGRAM)
        said = repository.git("difftool", "--no-prompt", f"--extcmd={command}")
    return "git difftool", [] if "120000 → 6" in said else [said]


os.environ["PATH"] = f"{Path(PROGRAM).resolve().parent}:{os.environ['PATH']}"
PROGRAM = str(Path(PROGRAM).resolve())
with tempfile.TemporaryDirectory() as temporary:
    files = Files(temporary)
    report([
        files.merge("both changes", set_users(6), set_note, both),
        files.merge("a conflict", set_users(6), set_users(7), set_users(6), status=1,
                    err_says=["facts/mau", "A has 6", "B has 7", "before it was 120000"]),
        files.merge("two tools with one id", place("segment"), place("snowflake"), place_two,
                    err_says=["scenarios/today/placements/p3", "“p4”"]),
        files.merge("against the catalogue", give_role, take_role, give_and_forget, status=1,
                    err_says=["tools/own", "do not go together", '"cdp"']),
        files.merge("no base", set_users(6), set_users(6), set_users(6), base=b""),
        files.output(),
        check("a plan that is not there", "merge", "/nowhere/base", "/nowhere/a", "/nowhere/b", status=2,
              err_says=["/nowhere/base", "/nowhere/a", "/nowhere/b"]),
        check("a side that is empty", "merge", str(files.write(b"")), str(files.write(b"")), str(files.write(canonical(BASE))),
              status=2, err_says=[".strata.json:1"]),
        check("no folder to write to", "merge", "--output=/nowhere/out", *[str(files.write(canonical(BASE)))] * 3, status=2,
              err_says=["/nowhere/out"]),
        check("two plans", "merge", "a", "b", status=2, err_says=["three plans"]),
        check_git("git merges both changes", BASE, changed(BASE, set_users(6)), changed(BASE, set_note), changed(BASE, both)),
        check_git("git hears of a conflict", BASE, changed(BASE, set_users(6)), changed(BASE, set_users(7)),
                  changed(BASE, set_users(6)), conflict="facts/mau"),
        check_git("git merges what both began", None, changed(BASE, set_users(6)), changed(BASE, set_users(6)),
                  changed(BASE, set_users(6))),
        check_difftool(),
    ])
