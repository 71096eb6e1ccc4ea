# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs the cases of one test program, each with the program started anew on
# a fresh copy of its plan, and reports in TAP. A case that fails leaves a
# picture, the accessibility tree, the plan and the logs.

import os
import shutil
import sys
import traceback
from pathlib import Path

from gi.repository import GLib
from stage.processes import Failure

from window import Window, open_tree, take_picture

BUILD = Path(os.environ["STRATA_E2E_BUILD"])
PLAN = Path(__file__).with_name("workshop.strata.json")


def expect(truth, what):
    if not truth:
        raise Failure(what)


def expect_equal(found, expected, what):
    expect(found == expected, f"{what}: expected {expected!r}, found {found!r}")


class Runner:
    def __init__(self, name, make_stage):
        self.folder = BUILD / "meson-logs" / f"e2e-{name}"
        self.make_stage = make_stage
        self.stage = None
        self.tree = None
        shutil.rmtree(self.folder, ignore_errors=True)

    def open_stage(self):
        if self.stage is None:
            self.stage = self.make_stage(BUILD, self.folder)
            self.tree = open_tree(self.stage)

    def close_stage(self):
        if self.stage is not None:
            self.stage.__exit__()
            self.stage = None

    def run(self, case):
        """Runs a case; returns what went wrong, or nothing."""
        window = None
        try:
            self.open_stage()
            plan = self.stage.folder / f"{case.__name__}.strata.json"
            shutil.copyfile(PLAN, plan)
            window = Window(self.stage, self.tree, plan)
            case(window)
            window.close()
            return None
        except (Failure, GLib.Error, OSError, KeyError) as failure:
            frames = traceback.extract_tb(failure.__traceback__)
            where = next((frame for frame in frames if frame.name == case.__name__), frames[-1])
            kept = self.keep(case.__name__)
            # What is pressed or half open now must not meet the next case.
            self.close_stage()
            return f"{failure}\n({Path(where.filename).name}:{where.lineno}; see {kept})"

    def keep(self, name):
        """Keeps what tells why a case failed; returns where."""
        kept = self.folder / name
        kept.mkdir(parents=True, exist_ok=True)
        for log in self.folder.glob("*.log"):
            shutil.copy(log, kept)
        if self.stage is not None:
            for plan in self.stage.folder.glob(f"{name}.*"):
                shutil.copy(plan, kept)
            if "strata" in self.stage.processes.running:
                self.keep_sight(kept)
        return kept

    def keep_sight(self, kept):
        # Whatever can still be seen of a program that may have ended.
        try:
            (kept / "tree.txt").write_text(self.tree.describe() + "\n")
            take_picture(self.stage, kept / "window.png")
        except (Failure, GLib.Error, OSError) as failure:
            (kept / "unseen.txt").write_text(f"{failure}\n")


def run_cases(name, make_stage, cases):
    runner = Runner(name, make_stage)
    failed = False
    print(f"1..{len(cases)}", flush=True)
    for number, case in enumerate(cases, 1):
        complaint = runner.run(case)
        for line in (complaint or "").splitlines():
            print(f"# {line}")
        title = case.__doc__.strip().rstrip(".")
        print(f"{'not ok' if complaint else 'ok'} {number} {title}", flush=True)
        failed = failed or complaint is not None
    runner.close_stage()
    sys.exit(failed)
