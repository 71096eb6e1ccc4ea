#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# strata-cli cuts: its answers for people and for programs, pins, and plans
# drawn at random, held against every choice there is.

import json
import random
from itertools import chain, combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from command_line import check, run
from tap import SOURCE_ROOT, report

EXAMPLES = sorted((SOURCE_ROOT / "data/examples").glob("*.strata.json"))

HYBRID = {"regulated": True, "multi_region": True}
HUBS = {"ai_branching": True, "channels": ["email"]}
ASKED = [({}, ()), (HYBRID, ("cdp", "warehouse")), (HUBS, ("map", "orchestrator")),
         ({**HYBRID, **HUBS}, ("cdp", "warehouse", "map", "orchestrator"))]

# A shared, some exclusive and authoritative capabilities.
CAPABILITIES = ["profile-store", "bi", "email-send", "journeys", "consent-record"]
MODULES = ["plus", "pro"]


def plan(placements, tools, facts=None, **scenario):
    return {"format": "strata-plan", "version": 1, "facts": facts or {}, "tools": tools,
            "scenarios": [{"id": "s", "placements": placements, **scenario}]}


def draw_tool(draw):
    return {"roles": draw.sample(["cdp", "warehouse", "map", "orchestrator", "messaging"], draw.randint(1, 2)),
            "capabilities": draw.sample(CAPABILITIES, draw.randint(0, 3)),
            "offers": [{"capability": draw.choice(CAPABILITIES), "module": draw.choice(MODULES)}
                       for _ in range(draw.randint(0, 3))]}


def draw_placement(draw, number, tool, roles):
    placement = {"id": f"p{number}", "tool": tool, "layer": "data", "status": draw.choice(["existing", "planned"]),
                 "roles": roles}
    if draw.random() < 0.15:
        placement["status"] = "retiring"
    if draw.random() < 0.8:
        placement["monthly_cost"] = draw.choice([0, 10, 10, 20, 20.5, 35.01])
    if draw.random() < 0.6:
        placement["modules"] = draw.sample(MODULES, draw.randint(1, 2))
        placement["module_costs"] = {module: draw.choice([0, 5, 10.1]) for module in placement["modules"]
                                     if draw.random() < 0.8}
    if draw.random() < 0.3:
        placement["uses"] = draw.sample(CAPABILITIES, draw.randint(0, 4))
    return placement


def draw_plan(seed):
    draw = random.Random(seed)
    facts, asked = draw.choice(ASKED)
    tools = {f"t{i}": draw_tool(draw) for i in range(3)}
    placements = []
    for number in range(draw.randint(2, 5)):
        tool = draw.choice(list(tools))
        placements.append(draw_placement(draw, number, tool, tools[tool]["roles"]))
    owners = {draw.choice(CAPABILITIES): draw.choice(placements)["id"]} if draw.random() < 0.3 else {}
    return plan(placements, tools, facts, owners=owners), asked


def cents(amount):
    return round(100 * (amount or 0))


def subsets(things):
    return chain.from_iterable(combinations(things, n) for n in range(len(things) + 1))


class Choices:
    """Every choice of what lasts in a plan, by the words of the contract."""

    def __init__(self, drawn, asked):
        scenario = drawn["scenarios"][0]
        self.tools = drawn["tools"]
        self.owners = scenario["owners"]
        self.placements = {placement["id"]: placement for placement in scenario["placements"]
                           if placement["status"] != "retiring"}
        self.asked = asked
        self.today = {name: tuple(placement.get("modules", [])) for name, placement in self.placements.items()}
        self.used = self.uses_of(self.today)

    def has(self, name, modules):
        tool = self.tools[self.placements[name]["tool"]]
        return set(tool["capabilities"]) | {offer["capability"] for offer in tool["offers"] if offer["module"] in modules}

    def uses_of(self, choice):
        return {capability for name, modules in choice.items() for capability in self.has(name, modules)
                if self.owners.get(capability, name) == name
                and capability in self.placements[name].get("uses", [capability])}

    def in_role(self, role, choice):
        return [name for name in choice if role in self.placements[name]["roles"]]

    def keeps_store(self, role, choice):
        """A hybrid's role whose store somebody bought with a module goes on having one."""
        stores = [name for name in self.in_role(role, self.today) if "profile-store" in self.has(name, self.today[name])]
        if all("profile-store" in self.has(name, ()) for name in stores):
            return True
        return any("profile-store" in self.has(name, choice[name]) for name in self.in_role(role, choice))

    def is_allowed(self, choice):
        if self.uses_of(choice) != self.used:
            return False
        if any(self.in_role(role, self.today) and not self.in_role(role, choice) for role in self.asked):
            return False
        return "cdp" not in self.asked or all(self.keeps_store(role, choice) for role in ("cdp", "warehouse"))

    def saving(self, choice):
        return sum(cents(placement.get("monthly_cost")) if name not in choice
                   else sum(cents(placement.get("module_costs", {}).get(module)) for module in self.today[name]
                            if module not in choice[name])
                   for name, placement in self.placements.items())

    def rank(self, choice):
        """The best is the least: the rules of ties, in their order."""
        return (-self.saving(choice), len(choice), sum(map(len, choice.values())),
                [name not in choice for name in self.placements],
                [module not in choice.get(name, ()) for name in self.placements for module in self.today[name]])

    def all(self):
        for names in subsets(list(self.placements)):
            yield from self.with_modules(list(names))

    def with_modules(self, names):
        if not names:
            yield {}
            return
        for modules in subsets(self.today[names[0]]):
            for rest in self.with_modules(names[1:]):
                yield {names[0]: modules, **rest}

    def answer(self):
        best = min((choice for choice in self.all() if self.is_allowed(choice)), key=self.rank)
        return {"id": "s", "keep": [name for name in self.placements if name in best],
                "cut": [name for name in self.placements if name not in best],
                "drop_modules": [{"id": name, "module": module} for name in self.placements if name in best
                                 for module in self.today[name] if module not in best[name]],
                "saving": self.saving(best) / 100,
                "unknown": [name for name, placement in self.placements.items() if "monthly_cost" not in placement]}


def check_random(folder):
    drawn = [draw_plan(seed) for seed in range(120)]
    paths = []
    for number, (content, _) in enumerate(drawn):
        paths.append(folder / f"random-{number}.strata.json")
        paths[-1].write_text(json.dumps(content), encoding="utf-8")
    done = run("cuts", "--format=json", *map(str, paths))
    if done.returncode != 0:
        return "every choice of small plans", [done.stderr.decode()]
    answers = [answer["scenarios"][0] for answer in json.loads(done.stdout)["plans"]]
    complaints = []
    for number, ((content, asked), answer) in enumerate(zip(drawn, answers, strict=True)):
        expected = Choices(content, asked).answer()
        if answer != expected:
            complaints.append(f"{number}: {answer} instead of {expected} for {json.dumps(content)}")
    return "every choice of small plans", complaints[:3]


def check_json(name, expected, *arguments, stdin):
    done = run("cuts", "--format=json", *arguments, stdin=stdin)
    answer = json.loads(done.stdout) if done.returncode == 0 else done.stderr.decode()
    return name, [] if answer == expected else [f"{answer} instead of {expected}"]


TOOLS = {"map": {"name": "Mapper", "roles": ["map"], "capabilities": ["email-send"]},
         "cdp": {"roles": ["cdp"], "capabilities": ["profile-store"],
                 "offers": [{"capability": "audience-building", "module": "engage"}, {"capability": "predictions", "module": "engage"}]}}
STACK = plan([{"id": "a", "tool": "map", "layer": "automation", "monthly_cost": 12.5},
              {"id": "b", "tool": "map", "layer": "automation", "monthly_cost": 10},
              {"id": "c", "tool": "cdp", "layer": "data", "modules": ["engage"], "module_costs": {"engage": 3},
               "uses": ["profile-store"]}], TOOLS)
TEXT = json.dumps(STACK).encode()


def answer(keep, cut, modules, saving):
    return {"plans": [{"path": "-", "scenarios": [
        {"id": "s", "keep": keep, "cut": cut, "drop_modules": modules, "saving": saving, "unknown": ["c"]}]}]}


ENGAGE = [{"id": "c", "module": "engage"}]

with TemporaryDirectory() as temporary:
    folder = Path(temporary)
    broken = folder / "broken.strata.json"
    broken.write_text("{", encoding="utf-8")
    report([
        check("what can be cut, in words", "cuts", "-", stdin=TEXT,
              out_says=["Mapper (a): 12.5", "What it is used for stays with Mapper (b).", "The module “engage” of cdp (c): 3",
                        "nothing would have it any more: Audience building", "It alone is used for this: Email.",
                        "15.5", "1 cost is unknown."]),
        check("nothing to cut", "cuts", "--pin=a", "--pin=b", "--pin=c/engage", "-", stdin=TEXT,
              out_says=["Pinned.", "Nothing can be cut."]),
        check_json("the same for programs", answer(["b", "c"], ["a"], ENGAGE, 15.5), "-", stdin=TEXT),
        check_json("a pinned placement", answer(["a", "c"], ["b"], ENGAGE, 13), "--pin=a", "-", stdin=TEXT),
        check_json("a pinned module", answer(["b", "c"], ["a"], [], 12.5), "--pin=c/engage", "-", stdin=TEXT),
        check_json("a pinned capability", answer(["b", "c"], ["a"], [], 12.5), "--pin=predictions", "-", stdin=TEXT),
        check("the examples", "cuts", *map(str, EXAMPLES), out_says=["Can be cut", "Stays"]),
        check("one scenario", "cuts", "--scenario=s", "-", stdin=TEXT, out_says=["12.5"]),
        check("no such scenario", "cuts", "--scenario=t", "-", stdin=TEXT, status=2, err_says=["“t”", "“s”"]),
        check("nothing of that name", "cuts", "--pin=c/odd", "-", stdin=TEXT, status=2, err_says=["“c/odd”", "p1/engage"]),
        check("a broken plan among others", "cuts", str(broken), "-", stdin=TEXT, status=2,
              out_says=["12.5"], err_says=["broken.strata.json"]),
        check("no plan", "cuts", status=2, err_says=["cuts --help"]),
        check("an odd format", "cuts", "--format=xml", "-", stdin=TEXT, status=2, err_says=["“xml”"]),
        check_random(folder),
    ])
