#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Stacks as people buy them, of the tools of the catalogue: which overlaps are
# found, all of them, and nothing where tools are meant to go together.

import json

from command_line import run
from tap import SOURCE_ROOT, report

TOOLS = json.loads((SOURCE_ROOT / "data/catalog/tools.json").read_text(encoding="utf-8"))["tools"]
LAYERS = {**dict.fromkeys(["event-collection", "cdp", "warehouse", "transformation", "ingestion", "reverse-etl",
                           "identity-resolution", "consent", "analytics", "spreadsheet"], "data"),
          **dict.fromkeys(["map", "orchestrator", "connector", "crm", "messaging"], "automation")}

# Name; tools, with the modules that were bought; each overlap's severity, tools
# and capabilities.
STACKS = [
    ("a warehouse with dbt", "bigquery dbt looker", []),
    ("a modern data stack", "snowflake fivetran dbt hightouch metabase", []),
    ("audiences in the warehouse tool and in the MAP",
     "bigquery fivetran dbt hightouch+customer-studio customer-io",
     ["warning customer-io hightouch: audience-building journeys"]),
    ("a thin CDP, a MAP and analytics", "segment customer-io amplitude", []),
    ("a CDP with Engage, and a MAP", "segment+unify+engage braze",
     ["warning braze segment: audience-building journeys"]),
    ("a thin CDP beside a warehouse", "segment bigquery dbt", []),
    ("consent captured and enforced", "onetrust segment google-tag-manager", []),
    ("a MAP with an orchestrator", "customer-io n8n", []),
    ("a MAP with a connector", "klaviyo zapier google-sheets", []),
    ("two automation builders", "n8n make klaviyo", ["warning make n8n: workflow-automation"]),
    ("a CRM of HubSpot's alone", "hubspot customer-io", []),
    ("two MAPs", "hubspot+marketing-hub mailchimp", ["warning hubspot mailchimp: email-send journeys"]),
    ("Salesforce's CRM and MAP", "salesforce salesforce-marketing-cloud google-analytics", []),
    ("two CRMs", "salesforce hubspot+marketing-hub", ["error hubspot salesforce: crm-record"]),
    ("a shop's marketing and its order mails", "klaviyo postmark", []),
    ("two senders of transactional mail", "customer-io postmark",
     ["warning customer-io postmark: transactional-send"]),
    ("a shop", "klaviyo+sms triple-whale google-analytics dynamic-yield", []),
    ("two reverse ETL tools", "snowflake dbt hightouch census", ["warning census hightouch: reverse-sync"]),
    ("two event routers", "segment rudderstack snowflake",
     ["warning rudderstack segment: destinations event-collection reverse-sync"]),
    ("flags of two tools", "amplitude+experiment launchdarkly", ["warning amplitude launchdarkly: feature-flags"]),
    ("dbt in two schedulers", "snowflake+dbt-projects dbt", ["warning dbt snowflake: data-modelling"]),
    ("a durable and a visual orchestrator", "temporal n8n", []),
    ("an app", "appsflyer braze mixpanel", []),
    ("open source", "posthog mautic postgresql airbyte", []),
    ("Adobe's", "adobe-rtcdp adobe-journey-optimizer adobe-target adobe-analytics", []),
    ("two consent records", "cookiebot onetrust", ["error cookiebot onetrust: consent-record"]),
]


def place(words):
    tool, *modules = words.split("+")
    role = TOOLS[tool]["roles"][0]
    return {"id": tool, "tool": tool, "layer": LAYERS.get(role, "personalization"), "modules": modules}


def find_overlaps(stack):
    """Each overlap in a line, as in the table."""
    plan = {"format": "strata-plan", "version": 1, "title": "Stack",
            "scenarios": [{"id": "now", "title": "Now", "placements": [*map(place, stack.split())]}]}
    checked = json.loads(run("check", "--format=json", "-", stdin=json.dumps(plan).encode()).stdout)
    return sorted(f"{finding['severity']} {' '.join(sorted(finding['tools']))}: "
                  f"{' '.join(sorted(finding['capabilities']))}"
                  for finding in checked["plans"][0]["scenarios"][0]["findings"]
                  if finding["code"] == "overlap/capability")


def check_stack(name, stack, expected):
    found = find_overlaps(stack)
    return name, [] if found == sorted(expected) else [f"found {found}"]


report([check_stack(*row) for row in STACKS])
