# SPDX-License-Identifier: GPL-3.0-or-later
#
# The programs that a test starts: each writes a log, none outlives the test.

import atexit
import ctypes
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
# A loaded machine is slow, and a wait that ends early is a test that lies.
DEADLINE = 60


class Failure(Exception):
    """What a test expected did not come about."""


def wait_until(predicate, what, deadline=DEADLINE):
    """Asks until the answer is true, and returns it."""
    end = time.monotonic() + deadline
    while True:
        answer = predicate()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Failure(f"waited {deadline} s in vain: {what}")
        time.sleep(0.05)


class Processes:
    """Children of this test and whatever they start in turn."""

    def __init__(self, log_folder):
        self.log_folder = Path(log_folder)
        self.log_folder.mkdir(parents=True, exist_ok=True)
        self.running = {}
        # Orphans of our children become ours, so that all can be ended.
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        atexit.register(self.end_all)
        # Told to end, we leave as if by ourselves: folders are removed too.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))

    def start(self, name, *command, env, **options):
        log = open(self.log_folder / f"{name}.log", "wb")
        process = subprocess.Popen(list(map(str, command)), env=env, stdin=subprocess.DEVNULL,
                                   stdout=log, stderr=log, **options)
        log.close()
        self.running[name] = process
        return process

    def log_of(self, name):
        return (self.log_folder / f"{name}.log").read_text(errors="replace")

    def must_run(self, name):
        """Complains, with the end of its log, about a program that ended."""
        status = self.running[name].poll()
        if status is not None:
            last_words = "\n".join(self.log_of(name).splitlines()[-8:])
            raise Failure(f"{name} ended with status {status}:\n{last_words}")

    def end(self, name):
        """Asks a program to end, insists after a while; returns its status."""
        process = self.running.pop(name)
        process.terminate()
        try:
            return process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()

    def end_all(self):
        for name in reversed(list(self.running)):
            self.end(name)
        while orphans := self.orphans():
            for pid in orphans:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)

    @staticmethod
    def orphans():
        children = Path(f"/proc/self/task/{os.getpid()}/children")
        return [int(pid) for pid in children.read_text().split()]
