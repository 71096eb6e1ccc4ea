#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes a picture of the real window with a plan in it, on a display of its
# own: nothing of the person's is read or shown.

import argparse
import subprocess
import sys
from pathlib import Path

from stage.processes import Failure
from stage.session import SOURCE_ROOT
from stage.x11 import XStage

EXAMPLE = SOURCE_ROOT / "data/examples/regulated-enterprise.strata.json"
# A locale written from right to left, made where the system has none.
RIGHT_TO_LEFT = "he_IL"


def size(text):
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and 0 < int(width) <= 8192 and 0 < int(height) <= 8192):
        raise argparse.ArgumentTypeError(f"“{text}” is no size; write WIDTHxHEIGHT, such as 1440x900")
    return int(width), int(height)


def parse_arguments():
    parser = argparse.ArgumentParser(prog="dev screenshot", description="Writes a picture of the window.")
    parser.add_argument("--build", required=True, type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--size", type=size, default=(1440, 900), metavar="WxH",
                        help="of the window, 1440x900 unless told")
    parser.add_argument("--dark", action="store_true", help="in the dark style")
    parser.add_argument("--high-contrast", action="store_true", help="in high contrast")
    parser.add_argument("--text-scale", type=float, default=1.0, metavar="FACTOR",
                        help="2.0 for text at 200 %%")
    parser.add_argument("--rtl", action="store_true", help="mirrored, as for Hebrew or Arabic")
    parser.add_argument("--language", metavar="LOCALE", help="such as de_DE; it must be installed")
    parser.add_argument("--press", metavar="KEYS", action="append", default=[],
                        help="press keys first, such as ctrl+shift+i; may be told several times")
    parser.add_argument("output", metavar="OUT.png", type=Path)
    parser.add_argument("plan", metavar="PLAN", type=Path, nargs="?", default=EXAMPLE,
                        help="a plan file, the example unless told")
    return parser.parse_args()


def look(arguments):
    """The environment that gives the window the look asked for."""
    environment = {}
    if arguments.dark:
        environment["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
    if arguments.high_contrast:
        environment["ADW_DEBUG_HIGH_CONTRAST"] = "1"
    if arguments.language:
        environment["LC_ALL"] = f"{arguments.language}.UTF-8"
    return environment


def right_to_left(stage):
    """Text direction follows the locale alone, and few systems have one."""
    folder = stage.folder / "locales"
    folder.mkdir()
    subprocess.run(["localedef", "-i", RIGHT_TO_LEFT, "-f", "UTF-8", folder / f"{RIGHT_TO_LEFT}.UTF-8"],
                   check=True, capture_output=True)
    return {"LOCPATH": str(folder), "LC_ALL": f"{RIGHT_TO_LEFT}.UTF-8"}


def take_picture(arguments, output, plan):
    logs = arguments.build / "meson-logs" / "screenshot"
    with XStage(arguments.build, logs, size=arguments.size, text_scale=arguments.text_scale) as stage:
        environment = look(arguments)
        if arguments.rtl:
            environment |= right_to_left(stage)
        stage.start_program(plan, **environment)
        stage.fill_display()
        for keys in arguments.press:
            stage.capture_settled(output)
            stage.key(keys)
        stage.capture_settled(output)


def main():
    arguments = parse_arguments()
    output, plan = arguments.output.absolute(), arguments.plan.absolute()
    if not plan.is_file():
        sys.exit(f"screenshot: cannot read {plan}")
    if not output.parent.is_dir():
        sys.exit(f"screenshot: there is no folder {output.parent}")
    try:
        take_picture(arguments, output, plan)
    except (Failure, subprocess.CalledProcessError, OSError) as failure:
        sys.exit(f"screenshot: no picture was made: {failure}")


if __name__ == "__main__":
    main()
