#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs one fuzzer: run.py PROGRAM WORDS FOLDER…. With FUZZ_SECONDS in the
# environment it takes as long, and what it finds on its way is kept in the
# build folder for the next time; without, it is a test that begins with the
# same inputs each time. An input that breaks something is named, to be mended
# and put into tests/fuzz/corpus.

import os
import subprocess
import sys
import tempfile
from pathlib import Path

SECONDS_OF_A_TEST = 15
LONGEST_INPUT = 64 * 1024
# Of one input: a model may ask for five million steps, which take a while with
# the sanitizers on a machine that has other things to do.
SECONDS_OF_AN_INPUT = 300


def make_folder(program, purpose):
    folder = program.parent / f"{purpose}-{program.name.removeprefix('fuzz-')}"
    folder.mkdir(exist_ok=True)
    return folder


def run(program, words, folders, found, seconds):
    """Whether nothing was broken."""
    crashes = make_folder(program, "crashes")
    done = subprocess.run([
        program,
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST_INPUT}",
        f"-timeout={SECONDS_OF_AN_INPUT}",
        f"-artifact_prefix={crashes}/",
        f"-dict={words}",
        "-print_final_stats=1",
        found, *folders,
    ], check=False)
    if done.returncode:
        print(f"{program.name}: the input is in {crashes}; mend it, and add it to tests/fuzz/corpus", file=sys.stderr)
    return done.returncode == 0


def main():
    program, words, *folders = map(Path, sys.argv[1:])
    program = program.resolve()
    seconds = os.environ.get("FUZZ_SECONDS")
    if seconds:
        return run(program, words, folders, make_folder(program, "corpus"), seconds)
    with tempfile.TemporaryDirectory() as found:
        return run(program, words, folders, found, SECONDS_OF_A_TEST)


sys.exit(0 if main() else 1)
