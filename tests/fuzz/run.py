#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs one fuzzer for FUZZ_SECONDS: run.py PROGRAM WORDS FOLDER…. What it finds on its
# way is kept in the build folder for the next time; an input that breaks
# something is named, to be mended and put into tests/fuzz/corpus.

import os
import subprocess
import sys
from pathlib import Path

SECONDS_A_TARGET = 15
LONGEST_INPUT = 64 * 1024
# Of one input: a model may ask for five million steps, which take a while with
# the sanitizers on a machine that has other things to do.
SECONDS_AN_INPUT = 300

program = Path(sys.argv[1]).resolve()
name = program.name.removeprefix("fuzz-")
found = program.parent / f"corpus-{name}"
found.mkdir(exist_ok=True)
crashes = program.parent / f"crashes-{name}"
crashes.mkdir(exist_ok=True)

done = subprocess.run([
    program,
    f"-max_total_time={os.environ.get('FUZZ_SECONDS', SECONDS_A_TARGET)}",
    f"-max_len={LONGEST_INPUT}",
    f"-timeout={SECONDS_AN_INPUT}",
    f"-artifact_prefix={crashes}/",
    f"-dict={sys.argv[2]}",
    "-print_final_stats=1",
    "-verbosity=1",
    found, *sys.argv[3:],
], check=False)
if done.returncode:
    print(f"{name}: the input is in {crashes}; mend it, and add it to tests/fuzz/corpus/{name}", file=sys.stderr)
sys.exit(1 if done.returncode else 0)
