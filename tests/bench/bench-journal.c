/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An edit of a plan of 1,000 placements, with and without its journal.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "bench.h"
#include "document/strata-document.h"
#include "storage/strata-local-disk.h"
#include "storage/strata-plan-file.h"

#define N_PLACEMENTS 1000
#define N_EDITS      100

typedef struct
{
  StrataDocument *document;
  gint64          day;
} Bench;

static StrataPlan *
make_plan (void)
{
  g_autoptr (GString) json = g_string_new ("{\"format\": \"strata-plan\", \"version\": 1,"
                                           " \"tools\": {\"t\": {\"roles\": [\"map\"]}},"
                                           " \"scenarios\": [{\"id\": \"s\", \"placements\": [");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  StrataPlan *plan;

  for (guint i = 0; i < N_PLACEMENTS; i++)
    g_string_append_printf (json, "%s{\"id\": \"p%u\", \"tool\": \"t\", \"layer\": \"automation\"}", i > 0 ? "," : "", i);
  g_string_append (json, "]}]}");
  bytes = g_string_free_to_bytes (g_steal_pointer (&json));
  plan = strata_plan_file_parse (bytes, "bench", &error);
  g_assert_no_error (error);
  return plan;
}

/* A hundred at a time: one is too short to be measured. */
static void
edit (gpointer data)
{
  Bench *bench = data;

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (StrataEdit) step = strata_edit_new ("Bench");
      g_autoptr (StrataValue) day = strata_value_new_integer (bench->day++ % 3000);

      strata_edit_set (step, "scenarios/s/placements/p500/start_day", day);
      g_assert_true (strata_document_apply (bench->document, step, NULL, NULL));
    }
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("strata-bench-XXXXXX", &error);
  g_autoptr (StrataDisk) disk = strata_local_disk_new ();
  g_autoptr (StrataPlan) plan = make_plan ();
  g_autoptr (StrataDocument) plain = strata_document_new (plan);
  g_autoptr (StrataDocument) journaled = strata_document_new (plan);
  Bench without = { plain };
  Bench with = { journaled };
  double baseline;

  g_assert_no_error (error);
  strata_document_set_journal (journaled, strata_journal_new (disk, folder, STRATA_SYNCER_DELAY));
  baseline = bench_measure (edit, &without) / N_EDITS;
  bench_report ("edit-journaled-1000", bench_measure (edit, &with) / N_EDITS, "edit-1000", baseline);

  strata_document_close (journaled);
  g_rmdir (folder);
  return 0;
}
