/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the strict pass over JSON text takes, refuses, and finds.
 */

#define G_LOG_DOMAIN "strata-tests"

#include "config.h"

#include <string.h>

#include "storage/strata-json-lexer.h"

static const char * const good[] = {
  "0", "-0", " [] ", "{}\n", "\"\"", "true", "[false, null]", "\t{\"a\":\r\n1}",
  "9223372036854775807", "-9223372036854775808", "18446744073709551616", "-10000000000000000000000",
  "1e308", "-1.5E+10", "0e999", "0.0e-999", "5e-324", "123456789012345678901234567890.5",
  "{\"\":{\"\":0},\"a\":{\"a\":0}}", "[{\"a\":1},{\"a\":1}]",
  "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\uDE00\"", "\"\x7f\xe2\x80\xa8 \xf0\x9f\x98\x80\"",
};

static const struct
{
  const char *text;
  guint       line;
  guint       column;
  const char *path;
  const char *part;
} bad[] = {
  { "", 1, 1, "", "is empty" },
  { " \n ", 2, 2, "", "ends too early" },
  { "\xef\xbb\xbf{}", 1, 1, "", "byte order mark" },
  { "[\"\xff\"]", 1, 3, "[0]", "byte 2 is not UTF-8" },
  { "{\"a\": \"x\n", 1, 9, "a", "control character" },
  { "\"\xed\xa0\x80\"", 1, 2, "", "not UTF-8" },
  { "\"\xc0\xaf\"", 1, 2, "", "not UTF-8" },
  { "{\"a\":\n {\"b\": [1, 2,]}}", 2, 14, "a.b[2]", "a value is expected" },
  { "[1 2]", 1, 4, "[0]", "a comma or “]”" },
  { "{\"a\": 1 \"b\": 2}", 1, 9, "a", "a comma or “}”" },
  { "{\"a\": 1,}", 1, 9, "", "a key in double quotes" },
  { "{a: 1}", 1, 2, "", "a key in double quotes" },
  { "{'a': 1}", 1, 2, "", "a key in double quotes" },
  { "['a']", 1, 2, "[0]", "a value is expected" },
  { "// no\n1", 1, 1, "", "a value is expected" },
  { "[1, /* no */ 2]", 1, 5, "[1]", "a value is expected" },
  { "{\"a\" 1}", 1, 6, "a", "a colon" },
  { "[1]]", 1, 4, "", "nothing may follow" },
  { "{} {}", 1, 4, "", "nothing may follow" },
  { "[1}", 1, 3, "[0]", "a comma or “]”" },
  { "[NaN]", 1, 2, "[0]", "a value is expected" },
  { "[-Infinity]", 1, 3, "[0]", "a digit is missing" },
  { "[+1]", 1, 2, "[0]", "a value is expected" },
  { "[.5]", 1, 2, "[0]", "a value is expected" },
  { "[5.]", 1, 4, "[0]", "a digit is missing" },
  { "[1e]", 1, 4, "[0]", "a digit is missing" },
  { "[01]", 1, 3, "[0]", "needless zero" },
  { "[-01]", 1, 4, "[0]", "needless zero" },
  { "[0x10]", 1, 3, "[0]", "a comma" },
  { "[trux]", 1, 2, "[0]", "a value is expected" },
  { "[True]", 1, 2, "[0]", "a value is expected" },
  { "[nullx]", 1, 6, "[0]", "a comma" },
  { "{\"a\": 1, \"b\": 2, \"a\": 3}", 1, 18, "a", "occurs twice" },
  { "{\"a\": 1, \"\\u0061\": 3}", 1, 10, "a", "occurs twice" },
  { "{\"x y\": {\"\": [], \"\": 1}}", 1, 18, "[\"x y\"][\"\"]", "occurs twice" },
  { "[\"\\ud800\"]", 1, 3, "[0]", "surrogate" },
  { "[\"\\udc00\"]", 1, 3, "[0]", "surrogate" },
  { "[\"\\ud800\\n\"]", 1, 3, "[0]", "surrogate" },
  { "[\"\\ud800\\ud800\"]", 1, 3, "[0]", "surrogate" },
  { "{\"\\u0000\": 1}", 1, 3, "", "“\\u0000”" },
  { "[\"\\u12g4\"]", 1, 7, "[0]", "four hexadecimal digits" },
  { "[\"\\x41\"]", 1, 4, "[0]", "this escape" },
  { "[\"\t\"]", 1, 3, "[0]", "control character" },
  { "12345678901234567890", 1, 1, "", "12345678901234567890 fits neither" },
  { "[9223372036854775809]", 1, 2, "[0]", "fits neither" },
  { "[1e999]", 1, 2, "[0]", "1e999 is not finite" },
  { "[-1.0e309]", 1, 2, "[0]", "is not finite" },
  { "[1e-400]", 1, 2, "[0]", "too small" },
  { "[0.00001e-400]", 1, 2, "[0]", "too small" },
  { "{\"h\xc3\xa9\": \"h\xc3\xa9\", \"b\": tru", 1, 22, "b", "ends too early" },
  { "{\"a\": [1,", 1, 10, "a[1]", "ends too early" },
  { "{\"a\"", 1, 5, "a", "ends too early" },
  { "{\"a\": \"b", 1, 9, "a", "ends too early" },
  { "[\"\\u12", 1, 7, "[0]", "ends too early" },
  { "[\"\\ud83d\\", 1, 10, "[0]", "ends too early" },
  { "[-", 1, 3, "[0]", "ends too early" },
  { "[1", 1, 3, "[0]", "ends too early" },
};

static gboolean
lex (const char      *text,
     gsize            size,
     StrataJsonFault *fault)
{
  /* Copied to its exact size, for the address sanitizer. */
  g_autofree char *copy = g_memdup2 (text, size);
  g_autoptr (GBytes) bytes = g_bytes_new_static (copy, size);

  return strata_json_lex (bytes, NULL, fault);
}

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_auto (StrataJsonFault) fault = { 0 };

      g_test_message ("row %u", i);
      lex (good[i], strlen (good[i]), &fault);
      g_assert_cmpstr (fault.problem, ==, NULL);
    }
}

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_auto (StrataJsonFault) fault = { 0 };

      g_test_message ("row %u", i);
      g_assert_false (lex (bad[i].text, strlen (bad[i].text), &fault));
      g_test_message ("→ %u:%u: %s: %s", fault.line, fault.column, fault.path, fault.problem);
      g_assert_nonnull (strstr (fault.problem, bad[i].part));
      g_assert_cmpuint (fault.line, ==, bad[i].line);
      g_assert_cmpuint (fault.column, ==, bad[i].column);
      g_assert_cmpstr (fault.path, ==, bad[i].path);
    }
}

static void
test_nul (void)
{
  g_auto (StrataJsonFault) fault = { 0 };

  g_assert_false (lex ("[\"a\0b\"]", 7, &fault));
  g_assert_cmpuint (fault.offset, ==, 3);
  g_assert_nonnull (strstr (fault.problem, "byte 3 is a NUL character"));
}

/* Every beginning of a text is refused, and nothing beyond it is read. */
static void
test_truncated (void)
{
  static const char text[] = "{\"a\": [1.5e+3, \"\\ud83d\\ude00\\n\", true, null, {\"b\": -1}], \"c\": \"\xc3\xa9\"}";

  for (gsize size = 0; size < strlen (text); size++)
    {
      g_auto (StrataJsonFault) fault = { 0 };

      g_assert_false (lex (text, size, &fault));
    }
}

static char *
nest (const char *open,
      const char *close,
      guint       depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  g_string_append_c (text, '1');
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  static const struct
  {
    const char *open;
    const char *close;
  } rows[] = { { "[", "]" }, { "{\"a\":", "}" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *deep = nest (rows[i].open, rows[i].close, 64);
      g_autofree char *deeper = nest (rows[i].open, rows[i].close, 65);
      g_autofree char *deepest = nest (rows[i].open, rows[i].close, 1000000);
      g_auto (StrataJsonFault) fault = { 0 };
      g_auto (StrataJsonFault) same_fault = { 0 };

      g_assert_true (lex (deep, strlen (deep), &fault));
      g_assert_false (lex (deeper, strlen (deeper), &fault));
      g_assert_nonnull (strstr (fault.problem, "more than 64 levels"));
      g_assert_cmpuint (fault.offset, ==, 64 * strlen (rows[i].open));
      g_assert_false (lex (deepest, strlen (deepest), &same_fault));
      g_assert_cmpstr (same_fault.path, ==, fault.path);
    }
}

static const char located[] =
  "{\n"
  "  \"title\": \"[0]\",\n"
  "  \"facts\": {\"mau\": 1},\n"
  "  \"x y\": {\"a.b\": 2},\n"
  "  \"scenarios\": [\n"
  "    {\"id\": \"a\"},\n"
  "    {\n"
  "      \"id\": \"b\",\n"
  "      \"placements\": [{}, {\"layer\": 1},\n"
  "        {\"layer\": 2}]\n"
  "    }\n"
  "  ]\n"
  "}\n";

static void
test_locate (void)
{
  static const struct
  {
    const char *path;
    guint       line;
    guint       column;
  } rows[] = {
    { "", 1, 1 },
    { "title", 2, 3 },
    { "tit", 1, 1 },
    { "facts.mau", 3, 13 },
    { "facts.channels[2]", 3, 3 },
    { "[\"x y\"][\"a.b\"]", 4, 11 },
    { "scenarios[0].id", 6, 6 },
    { "scenarios[1]", 7, 5 },
    { "scenarios[1].placements[1].layer", 9, 27 },
    { "scenarios[1].placements[2].layer", 10, 10 },
    { "scenarios[1].placements[2].tool", 10, 9 },
    { "scenarios[10].placements", 5, 3 },
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static (located, strlen (located));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint line, column;

      strata_json_locate (bytes, rows[i].path, &line, &column);
      g_test_message ("%s", rows[i].path);
      g_assert_cmpuint (line, ==, rows[i].line);
      g_assert_cmpuint (column, ==, rows[i].column);
    }
}

/* Keys that all have the same g_str_hash(): with that one, or any other that
 * a file's author knows, this test would not end. */
static void
test_colliding_keys (void)
{
  GString *text = g_string_new ("{");
  g_auto (StrataJsonFault) fault = { 0 };

  for (guint i = 0; i < 1 << 18; i++)
    {
      g_string_append (text, i > 0 ? ",\"" : "\"");
      for (guint bit = 0; bit < 18; bit++)
        g_string_append (text, i & 1u << bit ? "Ez" : "FY");
      g_string_append (text, "\":0");
    }
  g_string_append_c (text, '}');
  g_assert_cmpuint (g_str_hash ("Ez"), ==, g_str_hash ("FY"));
  g_assert_true (lex (text->str, text->len, &fault));
  g_string_free (text, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-lexer/good", test_good);
  g_test_add_func ("/json-lexer/bad", test_bad);
  g_test_add_func ("/json-lexer/nul", test_nul);
  g_test_add_func ("/json-lexer/truncated", test_truncated);
  g_test_add_func ("/json-lexer/depth", test_depth);
  g_test_add_func ("/json-lexer/locate", test_locate);
  g_test_add_func ("/json-lexer/colliding-keys", test_colliding_keys);
  return g_test_run ();
}
