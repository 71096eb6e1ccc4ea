/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The JSON Schema's closed sets of words and facts are those of the model.
 */

#define G_LOG_DOMAIN "strata-tests"

#include "config.h"

#include "model/strata-facts.h"
#include "storage/strata-data-dir.h"
#include "storage/strata-json-reader.h"
#include "storage/strata-local-disk.h"

static StrataValue *
load_schema (void)
{
  g_autofree char *path = strata_data_dir_build ("schema", "strata-plan.schema.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (StrataDisk) disk = strata_local_disk_new ();
  g_autoptr (GError) error = NULL;
  StrataValue *schema = strata_json_reader_load (disk, file, NULL, &error);

  g_assert_no_error (error);
  return schema;
}

/* The value below a path of member names. */
static StrataValue *
find (StrataValue *value,
      const char  *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      value = strata_value_get_member (value, names[i]);
      g_test_message ("%s", names[i]);
      g_assert_nonnull (value);
    }
  return value;
}

/* The words in the same order, and null behind them where it is allowed. */
static void
assert_words (StrataValue            *list,
              const StrataVocabulary *vocabulary,
              gboolean                nullable)
{
  guint position = 0;

  for (guint i = 0; i < vocabulary->n_words; i++)
    {
      if (vocabulary->words[i].id == NULL)
        continue;
      g_assert_cmpuint (position, <, strata_value_get_length (list));
      g_assert_cmpstr (strata_value_get_string (strata_value_get_element (list, position)), ==, vocabulary->words[i].id);
      position++;
    }
  g_assert_cmpuint (strata_value_get_length (list), ==, position + (nullable ? 1 : 0));
}

static void
test_words (void)
{
  g_autoptr (StrataValue) schema = load_schema ();

  assert_words (find (schema, "$defs/layer/enum"), &strata_layers, FALSE);
  assert_words (find (schema, "$defs/role/enum"), &strata_roles, FALSE);
  assert_words (find (schema, "$defs/flow/properties/carries/enum"), &strata_carries, FALSE);
  assert_words (find (schema, "$defs/placement/properties/status/enum"), &strata_statuses, TRUE);
  assert_words (find (schema, "$defs/placement/properties/rendering/enum"), &strata_renderings, TRUE);
}

static const char *
get_type (StrataValue *property)
{
  return strata_value_get_string (strata_value_get_element (find (property, "type"), 0));
}

static void
assert_number (const StrataFact *fact,
               StrataValue      *property,
               const char       *type)
{
  StrataValue *minimum = strata_value_get_member (property, "minimum");

  g_assert_cmpstr (get_type (property), ==, type);
  if (minimum == NULL)
    g_assert_cmpfloat (fact->minimum, <, -1e308);
  else
    g_assert_cmpfloat (strata_value_get_integer (minimum), ==, fact->minimum);
}

static void
assert_fact (const StrataFact *fact,
             StrataValue      *property)
{
  switch (fact->type)
    {
    case STRATA_FACT_INTEGER:
      assert_number (fact, property, "integer");
      break;
    case STRATA_FACT_NUMBER:
      assert_number (fact, property, "number");
      break;
    case STRATA_FACT_BOOLEAN:
      g_assert_cmpstr (get_type (property), ==, "boolean");
      break;
    case STRATA_FACT_CHOICE:
      assert_words (find (property, "enum"), fact->members, TRUE);
      break;
    case STRATA_FACT_SET:
      g_assert_cmpstr (get_type (property), ==, "array");
      assert_words (find (property, "items/enum"), fact->members, FALSE);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
test_facts (void)
{
  g_autoptr (StrataValue) schema = load_schema ();
  StrataValue *properties = find (schema, "$defs/facts/properties");
  StrataValue *price_facts = find (schema, "$defs/price/properties/fact/enum");
  guint n_numbers = 0;

  g_assert_cmpuint (strata_value_get_length (properties), ==, STRATA_N_FACTS + 1);
  for (guint i = 0; i < STRATA_N_FACTS; i++)
    {
      const StrataFact *fact = strata_fact_get (i);

      g_assert_cmpstr (strata_value_get_name (properties, i), ==, fact->key);
      assert_fact (fact, strata_value_get_element (properties, i));
      if (fact->type == STRATA_FACT_INTEGER || fact->type == STRATA_FACT_NUMBER)
        g_assert_cmpstr (strata_value_get_string (strata_value_get_element (price_facts, n_numbers++)), ==, fact->key);
    }
  g_assert_cmpuint (strata_value_get_length (price_facts), ==, n_numbers);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/words", test_words);
  g_test_add_func ("/schema/facts", test_facts);
  return g_test_run ();
}
