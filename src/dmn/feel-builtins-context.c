/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The built-in functions of FEEL: contexts (DMN 1.4, section 10.3.4.10).
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/feel-builtins-private.h"

#include <string.h>

/* A context in the making. */
typedef struct
{
  GPtrArray *names;
  GPtrArray *members;
} Builder;

static Builder
builder_new (void)
{
  return (Builder) { g_ptr_array_new_with_free_func (g_free), feel_items_new (0) };
}

/* What is there already gets the new value in its old place. */
static void
builder_put (Builder    *builder,
             const char *name,
             DmnValue   *value)
{
  guint at;

  if (g_ptr_array_find_with_equal_func (builder->names, name, g_str_equal, &at))
    {
      dmn_value_unref (builder->members->pdata[at]);
      builder->members->pdata[at] = dmn_value_ref (value);
      return;
    }

  g_ptr_array_add (builder->names, g_strdup (name));
  g_ptr_array_add (builder->members, dmn_value_ref (value));
}

static void
builder_put_all (Builder        *builder,
                 const DmnValue *context)
{
  for (guint i = 0; i < dmn_value_get_length (context); i++)
    builder_put (builder, dmn_value_get_name (context, i), dmn_value_get_item (context, i));
}

static DmnValue *
builder_end (Builder *builder)
{
  return dmn_value_new_context (builder->names, builder->members);
}

static DmnValue *
builder_abort (Builder  *builder,
               DmnValue *null)
{
  g_ptr_array_unref (builder->names);
  g_ptr_array_unref (builder->members);

  return null;
}

static DmnValue *
call_get_value (FeelRun         *run,
                DmnValue *const *arguments,
                guint            n_arguments)
{
  const char *key = feel_argument_get_string (arguments[1]);
  DmnValue *member;

  if (!feel_argument_is (arguments[0], DMN_KIND_CONTEXT) || key == NULL)
    return feel_builtin_refuse (run, "get value", "an argument", "a context and a string");

  member = dmn_value_get_member (arguments[0], key);

  return member != NULL ? dmn_value_ref (member) : dmn_value_new_null ();
}

static DmnValue *
entry_new (const char *key,
           DmnValue   *value)
{
  Builder builder = builder_new ();
  g_autoptr (DmnValue) name = dmn_value_new_string (key);

  builder_put (&builder, "key", name);
  builder_put (&builder, "value", value);

  return builder_end (&builder);
}

static DmnValue *
call_get_entries (FeelRun         *run,
                  DmnValue *const *arguments,
                  guint            n_arguments)
{
  GPtrArray *items;

  if (!feel_argument_is (arguments[0], DMN_KIND_CONTEXT))
    return feel_builtin_refuse (run, "get entries", "the argument", "a context");

  items = feel_items_new (0);
  for (guint i = 0; i < dmn_value_get_length (arguments[0]); i++)
    g_ptr_array_add (items, entry_new (dmn_value_get_name (arguments[0], i),
                                       dmn_value_get_item (arguments[0], i)));

  return dmn_value_new_list (items);
}

/* context (entries): the reverse of get entries () */
static DmnValue *
call_context (FeelRun         *run,
              DmnValue *const *arguments,
              guint            n_arguments)
{
  g_autoptr (DmnValue) list = feel_argument_dup_list (arguments[0]);
  Builder builder = builder_new ();

  for (guint i = 0; i < dmn_value_get_length (list); i++)
    {
      DmnValue *entry = dmn_value_get_item (list, i);
      gboolean is_context = feel_argument_is (entry, DMN_KIND_CONTEXT);
      DmnValue *key = is_context ? dmn_value_get_member (entry, "key") : NULL;
      DmnValue *value = is_context ? dmn_value_get_member (entry, "value") : NULL;

      if (value == NULL || !feel_argument_is (key, DMN_KIND_STRING))
        return builder_abort (&builder, feel_builtin_refuse (run, "context", "an entry", "a key and a value"));
      if (g_ptr_array_find_with_equal_func (builder.names, dmn_value_get_string (key), g_str_equal, NULL))
        return builder_abort (&builder, feel_run_fail (run, "context (): a key stands twice"));
      builder_put (&builder, dmn_value_get_string (key), value);
    }

  return builder_end (&builder);
}

/* context put (context, keys, value): along the keys, one context in another */
static DmnValue *
put_along (FeelRun  *run,
           DmnValue *context,
           DmnValue *keys,
           guint     index,
           DmnValue *value)
{
  DmnValue *key = dmn_value_get_item (keys, index);
  g_autoptr (DmnValue) inner = NULL;
  Builder builder;
  DmnValue *old;

  if (!feel_argument_is (context, DMN_KIND_CONTEXT) || !feel_argument_is (key, DMN_KIND_STRING))
    return feel_builtin_refuse (run, "context put", "a key", "a string that leads to a context");

  old = dmn_value_get_member (context, dmn_value_get_string (key));
  if (index + 1 == dmn_value_get_length (keys))
    inner = dmn_value_ref (value);
  else if (old != NULL)
    inner = put_along (run, old, keys, index + 1, value);
  else
    return feel_builtin_refuse (run, "context put", "a key", "one of the context");
  if (index + 1 < dmn_value_get_length (keys) && dmn_value_is_null (inner))
    return dmn_value_new_null ();

  builder = builder_new ();
  builder_put_all (&builder, context);
  builder_put (&builder, dmn_value_get_string (key), inner);

  return builder_end (&builder);
}

static DmnValue *
call_context_put (FeelRun         *run,
                  DmnValue *const *arguments,
                  guint            n_arguments)
{
  g_autoptr (DmnValue) keys = feel_argument_dup_list (arguments[1]);

  if (dmn_value_get_length (keys) == 0 || dmn_value_get_length (keys) > 64)
    return feel_builtin_refuse (run, "context put", "the list of keys", "1 to 64 long");

  return put_along (run, arguments[0], keys, 0, arguments[2]);
}

static DmnValue *
call_context_merge (FeelRun         *run,
                    DmnValue *const *arguments,
                    guint            n_arguments)
{
  g_autoptr (DmnValue) list = feel_argument_dup_list (arguments[0]);
  Builder builder = builder_new ();

  for (guint i = 0; i < dmn_value_get_length (list); i++)
    {
      if (!feel_argument_is (dmn_value_get_item (list, i), DMN_KIND_CONTEXT))
        return builder_abort (&builder, feel_builtin_refuse (run, "context merge", "an item", "a context"));
      builder_put_all (&builder, dmn_value_get_item (list, i));
    }

  return builder_end (&builder);
}

const FeelBuiltin feel_builtins_context[] = {
  { "get value", "m,key", 2, call_get_value },
  { "get entries", "m", 1, call_get_entries },
  { "context", "entries", 1, call_context },
  { "context put", "context,key,value", 3, call_context_put },
  { "context put", "context,keys,value", 3, call_context_put },
  { "context merge", "contexts", 1, call_context_merge },
  { NULL },
};
