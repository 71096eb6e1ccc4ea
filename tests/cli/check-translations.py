#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Translations: that xgettext finds every description of the decision model,
# that the program looks each up as xgettext has written it, that those which
# come with the program are whole, and that it speaks them.

import json
import os
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from command_line import run
from tap import SOURCE_ROOT, report

MODEL = SOURCE_ROOT / "data/model/martech.dmn"
DMN = "{https://www.omg.org/spec/DMN/20191111/MODEL/}"
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
# A language that nobody speaks.
NOBODYS = "xx"
CLIENT = {"mau": 29999, "event_schema": "in-place"}
REASON = "Too few users for a result that means anything."
# The same in other words and other spaces, as XML has it and as it is meant.
SPACED = "\n  Too   few &lt; “enough”\n\tfor a result &amp; a   meaning.\n "
MEANT = "Too few < “enough” for a result & a meaning."


def find_locale():
    """A locale that is not C, in which nothing is ever translated."""
    listed = subprocess.run(["locale", "-a"], capture_output=True, check=True).stdout.decode().split()
    return next(name for name in listed if name.lower().endswith((".utf8", ".utf-8")) and not name.startswith("C."))


def extract(path):
    """What xgettext finds to translate in a file."""
    environment = os.environ | {"GETTEXTDATADIRS": str(SOURCE_ROOT / "data")}
    command = ["xgettext", "--output=-", "--no-wrap", "--from-code=UTF-8", str(path)]
    text = subprocess.run(command, env=environment, capture_output=True, check=True).stdout.decode()
    lines = [line for line in text.splitlines() if line.startswith("msgid ") and line != 'msgid ""']
    return {json.loads(line.removeprefix("msgid ")) for line in lines}


def list_descriptions(path):
    texts = (element.text for element in ElementTree.parse(path).iter(f"{DMN}description"))
    return {" ".join(text.split()) for text in texts}


def check_extraction():
    found, expected = extract(MODEL), list_descriptions(MODEL)
    complaints = [f"not found: {text}" for text in sorted(expected - found)]
    complaints += [f"nothing to translate: {text}" for text in sorted(found - expected)]
    return "xgettext finds every description, and nothing else", complaints if expected else ["no description"]


def check_spaces(folder):
    """Breaks and runs of space are one, and signs are themselves."""
    path = folder / "spaced.dmn"
    path.write_text(MODEL.read_text(encoding="utf-8").replace(REASON, SPACED), encoding="utf-8")
    return "xgettext takes runs of space for one", [text for text in extract(path) ^ list_descriptions(path)]


def write_catalogue(folder, messages):
    """Makes a language that says every message backwards."""
    entries = [f"msgid {json.dumps(text, ensure_ascii=False)}\nmsgstr {json.dumps(text[::-1], ensure_ascii=False)}\n"
               for text in sorted(messages)]
    source = folder / "xx.po"
    source.write_text(HEADER + "\n".join(entries), encoding="utf-8")
    (folder / "xx/LC_MESSAGES").mkdir(parents=True, exist_ok=True)
    subprocess.run(["msgfmt", f"--output-file={folder}/xx/LC_MESSAGES/strata.mo", str(source)], check=True)


def tell(folder, language, model=None):
    """What the program says of a plan in a language."""
    plan = {"format": "strata-plan", "version": 1, "facts": CLIENT, "scenarios": [{"id": "one"}]}
    if model is not None:
        plan["model"] = model
    done = run("check", "--why", "-", stdin=json.dumps(plan).encode(), STRATA_LOCALEDIR=str(folder),
               LC_ALL=find_locale(), LANGUAGE=language)
    return done.stdout.decode() + done.stderr.decode()


def check_shown(folder):
    write_catalogue(folder, [REASON])
    told = tell(folder, NOBODYS)
    return "a translated description is shown", [] if REASON[::-1] in told else [repr(told)]


def check_shown_spaced(folder):
    write_catalogue(folder, [MEANT])
    told = tell(folder, NOBODYS, (folder / "spaced.dmn").read_text(encoding="utf-8"))
    return "so is one with other spaces", [] if MEANT[::-1] in told else [repr(told)]


def check_otherwise(folder):
    """What has no translation is shown as it is."""
    write_catalogue(folder, [])
    told = tell(folder, NOBODYS)
    return "an untranslated description is shown as it is", [] if REASON in told else [repr(told)]


def check_entries(path):
    """Nothing of a translation is left out, doubtful or against its format."""
    check = subprocess.run(["msgfmt", "--check", "--output-file=/dev/null", str(path)], capture_output=True, check=False)
    complaints = [check.stderr.decode()] if check.returncode != 0 else []
    for kind in ("--untranslated", "--only-fuzzy"):
        complaints += subprocess.run(["msgattrib", "--no-obsolete", kind, str(path)],
                                     capture_output=True, check=True).stdout.decode().splitlines()
    return f"every entry of {path.name} is translated", complaints


def check_language():
    """The program speaks a language that comes with it."""
    built = Path(os.environ["G_TEST_BUILDDIR"]).parent / "po"
    told = tell(built, "de")
    wanted = ["Entscheidungen", "Zu wenige Nutzer für ein Ergebnis, das etwas bedeutet."]
    return "the program speaks German", [f"{text!r} is not in {told!r}" for text in wanted if text not in told]


with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    report([
        check_extraction(),
        check_spaces(folder),
        check_shown(folder),
        check_shown_spaced(folder),
        check_otherwise(folder),
        *map(check_entries, sorted((SOURCE_ROOT / "po").glob("*.po"))),
        check_language(),
    ])
