#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Gathers what the benchmarks printed into bench.json, and prints it as a
# table. Figures are medians; a ratio is to the baseline of the same run.

import json
import sys
from pathlib import Path


def main():
    build = Path(sys.argv[1])
    figures = []
    for line in (build / "meson-logs" / "benchmarklog.json").read_text(encoding="utf-8").splitlines():
        output = json.loads(line).get("stdout", "")
        figures += [json.loads(figure) for figure in output.splitlines() if figure.startswith("{")]
    (build / "bench.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    for figure in figures:
        digits = 4 if figure["value"] < 1000 else 0
        print(f"{figure['name']:<20} {figure['value']:>12,.{digits}f} {figure['unit']:<4}"
              f" {figure['ratio']:>8.3f} × {figure['baseline']}")


if __name__ == "__main__":
    main()
