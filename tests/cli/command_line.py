# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the tests of strata-cli share: running it, and saying what was not as
# expected. Started with the source's root and the program as arguments.

import os
import subprocess
import sys

PROGRAM = sys.argv[2]


def run(*arguments, stdin=b"", **environment):
    """The finished process of one call, its output as bytes."""
    return subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True, timeout=60,
                          env={**os.environ, **environment}, check=False)


def check(name, *arguments, stdin=b"", status=0, out=None, out_says=(), err_says=(), **environment):
    """A check for tap.report(): exit status, output in whole or in part.

    Where the status is 2 there must be a message and no output; else no
    message, unless err_says has parts of one."""
    done = run(*arguments, stdin=stdin, **environment)
    complaints = []
    if done.returncode != status:
        complaints.append(f"exit status {done.returncode}, not {status}")
    if status == 2:
        out = b"" if out is None and not out_says else out
        if not done.stderr:
            complaints.append("no message")
    elif done.stderr and not err_says:
        complaints.append(f"a message: {done.stderr.decode()}")
    if out is not None and done.stdout != out:
        complaints.append(f"wrote {done.stdout[:200]!r}, not {out[:200]!r}")
    for part in out_says:
        if part not in done.stdout.decode():
            complaints.append(f"did not write {part!r} but {done.stdout[:400].decode()!r}")
    for part in err_says:
        if part not in done.stderr.decode():
            complaints.append(f"did not say {part!r} but {done.stderr.decode()!r}")
    return name, complaints
