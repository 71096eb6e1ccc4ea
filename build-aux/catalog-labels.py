#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes the labels of the catalogue's capabilities as C that xgettext reads,
# because it does not read JSON. Nothing compiles what this writes.

import json
import sys

source, target = sys.argv[1:]

with open(source, encoding="utf-8") as file:
    capabilities = json.load(file)["capabilities"]

with open(target, "w", encoding="utf-8") as file:
    for capability in capabilities:
        file.write(f"/* Translators: something that a tool does, \"{capability['id']}\". */\n")
        file.write(f"N_({json.dumps(capability['label'], ensure_ascii=False)})\n")
