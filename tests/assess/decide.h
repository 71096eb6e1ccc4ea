/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decisions from facts written in a line.
 */

#pragma once

#include <string.h>

#include "assess/strata-decisions.h"
#include "storage/strata-json-reader.h"
#include "workspace/strata-decision-model.h"

static inline StrataFacts *
make_facts (const char *members)
{
  g_autofree char *text = g_strdup_printf ("{%s}", members);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (StrataValue) value = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataFacts) facts = NULL;

  g_strdelimit (text, "'", '"');
  bytes = g_bytes_new (text, strlen (text));
  value = strata_json_reader_parse (bytes, "facts", &error);
  g_assert_no_error (error);
  facts = strata_facts_new (value, "facts", &error);
  g_assert_no_error (error);

  return g_steal_pointer (&facts);
}

static inline StrataDecisions *
decide (const char *members,
        DmnModel   *model)
{
  g_autoptr (StrataFacts) facts = make_facts (members);
  g_autoptr (GError) error = NULL;
  StrataDecisions *decisions = strata_decide (facts, model, model, &error);

  g_assert_no_error (error);

  return decisions;
}
