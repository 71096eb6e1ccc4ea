#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Adds up the test cases of the build folders named and prints the line that
# closes a test run: "N passed, N failed".

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path


def count(folder):
    """Passed and failed cases in one build folder's last run."""
    report = Path(folder) / "meson-logs" / "testlog.junit.xml"
    if not report.exists():
        return 0, 0
    passed = failed = 0
    for case in ElementTree.parse(report).iter("testcase"):
        # A skipped test is a test that did not happen: it counts as failed.
        if any(case.find(tag) is not None for tag in ("failure", "error", "skipped")):
            failed += 1
        else:
            passed += 1
    return passed, failed


def main():
    passed = failed = 0
    for folder in sys.argv[1:]:
        folder_passed, folder_failed = count(folder)
        passed += folder_passed
        failed += folder_failed
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
