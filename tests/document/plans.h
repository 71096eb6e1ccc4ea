/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans for tests: from text, and changed at random.
 */

#pragma once

#include <string.h>

#include "storage/strata-json-reader.h"
#include "storage/strata-json-writer.h"
#include "storage/strata-plan-file.h"

#define PLAN                                                                            \
  "{'format':'strata-plan','version':1,'title':'Corpus',"                               \
  "'facts':{'mau':5,'channels':['email','push'],'notes':{'mau':'guess'}},"              \
  "'tools':{'own':{'name':'Own','roles':['cdp','map'],'x-tool':1},"                     \
  "'other':{'roles':['map'],'offers':[{'capability':'c','module':'m'}]}},"              \
  "'scenarios':[{'id':'today','title':'Today','x-list':[1,2],'placements':["            \
  "{'id':'p1','tool':'own','layer':'data','roles':['cdp'],'x-key':{'a':1}},"            \
  "{'id':'p2','tool':'other','layer':'automation','start_day':5},"                      \
  "{'id':'p3','tool':'other','layer':'automation','monthly_cost':10}],"                 \
  "'flows':[{'from':'p1','to':'p2','carries':'events','x-flow':null},"                  \
  "{'from':'p2','to':'p3','carries':'results'}],"                                       \
  "'owners':{'email-send':'p2'},"                                                       \
  "'accepted':[{'code':'a/b','tools':['p1'],'reason':'why'}]},"                         \
  "{'id':'target','placements':[{'id':'p1','tool':'own','layer':'data'}]}]}"

/* Reads JSON that may be written with ' in place of ". */
static inline StrataValue *
value_from_json (const char *json)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  StrataValue *value = strata_json_reader_parse (bytes, "test", &error);

  g_assert_no_error (error);

  return value;
}

static inline StrataPlan *
plan_from_json (const char *json)
{
  g_autoptr (StrataValue) value = value_from_json (json);
  g_autoptr (GError) error = NULL;
  StrataPlan *plan = strata_plan_new (value, &error);

  g_assert_no_error (error);

  return plan;
}

static inline char *
plan_to_text (StrataPlan *plan)
{
  g_autoptr (GBytes) bytes = strata_plan_file_to_bytes (plan);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* A value in one line, with ' in place of "; "-" for none. */
static inline char *
value_to_line (StrataValue *value)
{
  g_autoptr (GBytes) bytes = value != NULL ? strata_json_writer_to_bytes (value) : NULL;
  GString *line = NULL;

  if (value == NULL)
    return g_strdup ("-");

  line = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_string_truncate (line, line->len - 1);
  while (g_string_replace (line, "\n ", "\n", 0) > 0)
    continue;
  g_string_replace (line, "\n", "", 0);
  g_string_replace (line, ": ", ":", 0);
  g_string_replace (line, "\"", "'", 0);

  return g_string_free (line, FALSE);
}

static inline StrataPlan *
plan_with (StrataPlan *plan,
           StrataEdit *edit)
{
  g_autoptr (GError) error = NULL;
  StrataPlan *changed = strata_plan_apply (plan, edit, &error);

  g_assert_no_error (error);

  return changed;
}

/* Adds operations written one a line: `= PATH JSON` sets, `- PATH` unsets,
 * `+ PATH@POSITION JSON` inserts, `> PATH@POSITION` moves. */
static inline StrataEdit *
edit_from_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  StrataEdit *edit = strata_edit_new ("Edit");

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], " ", 3);
      g_auto (GStrv) place = g_strsplit (parts[1], "@", 2);
      guint position = place[1] != NULL ? (guint) g_ascii_strtoull (place[1], NULL, 10) : 0;
      g_autoptr (StrataValue) value = parts[2] != NULL ? value_from_json (parts[2]) : NULL;

      if (*parts[0] == '=')
        strata_edit_set (edit, place[0], value);
      else if (*parts[0] == '-')
        strata_edit_unset (edit, place[0]);
      else if (*parts[0] == '+')
        strata_edit_insert (edit, place[0], position, value);
      else
        strata_edit_move (edit, place[0], position);
    }

  return edit;
}

static inline StrataPlan *
plan_with_lines (StrataPlan *plan,
                 const char *lines)
{
  g_autoptr (StrataEdit) edit = edit_from_lines (lines);

  return plan_with (plan, edit);
}

/* What a random change is made of. `%p` becomes a placement's id, `%q`
 * another one's, `%s` a scenario's, `%n` a number, `%w` a word. */
static const char * const random_edits[] = {
  "= title '%w'",
  "= client '%w'",
  "= facts/mau %n",
  "= facts/mau_growth %n.0",
  "= facts/mau_growth %n",
  "- facts/mau",
  "- facts",
  "= facts/channels ['%w-channel']",
  "= facts/channels ['email','sms']",
  "= facts/channels ['sms','push','email']",
  "= facts/notes/%w 'n%n'",
  "= facts {'notes':{'%w':'n'},'mau':%n}",
  "= tools/%w {'roles':['cdp']}",
  "= tools/own/roles ['map','cdp']",
  "= tools/own/x-tool %n.5",
  "- tools/%w",
  "+ scenarios@0 {'id':'%s','placements':[]}",
  "+ scenarios@1 {'title':'%w','id':'%s'}",
  "- scenarios/%s",
  "> scenarios/%s@0",
  "= scenarios/%s/title '%w'",
  "= scenarios/%s/x-list [1,%n]",
  "= scenarios/%s/x-things [{'id':'%w'},{'id':'x'}]",
  "+ scenarios/%s/x-things@0 {'id':'%w%n','x':[]}",
  "- scenarios/%s/x-things/x",
  "+ scenarios/%s/placements@0 {'id':'%p','tool':'own','layer':'data'}",
  "+ scenarios/%s/placements@1 {'layer':'data','id':'%p','tool':'other','note':'%w'}",
  "- scenarios/%s/placements/%p",
  "- scenarios/%s/placements/%p",
  "> scenarios/%s/placements/%p@0",
  "> scenarios/%s/placements/%p@2",
  "= scenarios/%s/placements/%p/note '%w'",
  "= scenarios/%s/placements/%p/start_day %n",
  "= scenarios/%s/placements/%p/live_day %n",
  "= scenarios/%s/placements/%p/layer 'automation'",
  "= scenarios/%s/placements/%p/roles ['map']",
  "= scenarios/%s/placements/%p/modules ['%w','%p']",
  "- scenarios/%s/placements/%p/roles",
  "= scenarios/%s/placements/%p/x-key/%w %n",
  "= scenarios/%s/placements/%p/a~1b~0c [[{'id':'x'}]]",
  "= scenarios/%s/placements/%p {'x':1,'layer':'data','tool':'own','id':'%p'}",
  "+ scenarios/%s/flows@0 {'from':'%p','to':'%q','carries':'events'}",
  "+ scenarios/%s/flows@1 {'carries':'content','from':'%p','to':'%q','x':%n}",
  "- scenarios/%s/flows/0",
  "- scenarios/%s/flows/1",
  "= scenarios/%s/flows/0/x-flow %n",
  "- scenarios/%s/flows",
  "= scenarios/%s/owners/%w '%p'",
  "- scenarios/%s/owners/%w",
  "- scenarios/%s/owners",
  "+ scenarios/%s/accepted@0 {'code':'%w','tools':['%p'],'on':'2026-11-23'}",
  "- scenarios/%s/accepted/0",
  "= scenarios/%s/accepted/0/reason '%w'",
  "= x-top null",
  "= x-top [1,{'%w':%n}]",
  "= x-top {'%w':[true,false]}",
};

static inline void
fill_in (GString    *text,
         const char *mark,
         const char *format,
         guint       number)
{
  g_autofree char *word = g_strdup_printf ("%s%u", format, number);

  g_string_replace (text, mark, word, 0);
}

/* Draws one change; many are of a place that a plan does not have. */
static inline StrataEdit *
draw_edit (GRand *rand)
{
  g_autoptr (GString) text = g_string_new (random_edits[g_rand_int_range (rand, 0, G_N_ELEMENTS (random_edits))]);
  static const char * const scenarios[] = { "today", "target", "later" };

  g_string_replace (text, "%w-channel", g_rand_boolean (rand) ? "web" : "ads", 0);
  g_string_replace (text, "%s", scenarios[g_rand_int_range (rand, 0, 3)], 0);
  fill_in (text, "%p", "p", (guint) g_rand_int_range (rand, 1, 6));
  fill_in (text, "%q", "p", (guint) g_rand_int_range (rand, 1, 6));
  fill_in (text, "%w", "w", (guint) g_rand_int_range (rand, 0, 3));
  fill_in (text, "%n", "", (guint) g_rand_int_range (rand, 1, 9));

  return edit_from_lines (text->str);
}

/* Makes a plan that a number of drawn changes lead to. */
static inline StrataPlan *
change_at_random (StrataPlan *plan,
                  GRand      *rand,
                  guint       n_changes)
{
  StrataPlan *changed = strata_plan_ref (plan);

  for (guint i = 0; i < n_changes;)
    {
      g_autoptr (StrataEdit) edit = draw_edit (rand);
      StrataPlan *next = strata_plan_apply (changed, edit, NULL);

      if (next == NULL)
        continue;
      i++;
      strata_plan_unref (changed);
      changed = next;
    }

  return changed;
}
