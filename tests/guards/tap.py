# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the guards share: the project's files, and TAP on standard output.

import sys
from pathlib import Path

SOURCE_ROOT = Path(sys.argv[1])


def files(*patterns, below="."):
    """The project's files that match, build folders and the like left out."""
    for pattern in patterns:
        for path in sorted((SOURCE_ROOT / below).rglob(pattern)):
            parts = path.relative_to(SOURCE_ROOT).parts
            if path.is_file() and not any(p.startswith(("_build", ".git", "__py")) for p in parts):
                yield path


def report(checks):
    """Prints one TAP line a check; a check is a name and its complaints."""
    print(f"1..{len(checks)}")
    for number, (name, complaints) in enumerate(checks, 1):
        for complaint in complaints:
            print(f"# {complaint}")
        print(f"{'not ok' if complaints else 'ok'} {number} {name}")
    sys.exit(any(complaints for _, complaints in checks))
