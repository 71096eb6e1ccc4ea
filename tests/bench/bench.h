/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What benchmarks share: medians, as ratios to something done in the same run.
 */

#pragma once

#include <glib.h>
#include <stdlib.h>
#include <time.h>

#define BENCH_SAMPLES 30

typedef void (*BenchFunction) (gpointer data);

static inline int
bench_compare (const void *a,
               const void *b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

/* Milliseconds that this thread has worked: what else the machine does at the
 * same time is not its fault. Nothing here waits for a disk. */
static inline double
bench_clock (void)
{
  struct timespec now;

  if (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now) != 0)
    g_assert_not_reached ();

  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

/* Milliseconds of one call: the median of BENCH_SAMPLES, after one to warm up. */
static inline double
bench_measure (BenchFunction function,
               gpointer      data)
{
  double samples[BENCH_SAMPLES];

  function (data);
  for (guint i = 0; i < BENCH_SAMPLES; i++)
    {
      double start = bench_clock ();

      function (data);
      samples[i] = bench_clock () - start;
    }
  qsort (samples, BENCH_SAMPLES, sizeof *samples, bench_compare);

  return samples[BENCH_SAMPLES / 2];
}

/* One line of JSON, which `dev bench` gathers into bench.json. */
static inline void
bench_report (const char *name,
              double      value,
              const char *baseline_name,
              double      baseline)
{
  g_print ("{\"name\": \"%s\", \"value\": %.4f, \"unit\": \"ms\", \"baseline\": \"%s\", \"ratio\": %.4f, \"samples\": %d}\n",
           name, value, baseline_name, baseline > 0 ? value / baseline : 0, BENCH_SAMPLES);
}

/* The same of something done `n` times in `milliseconds`, as a rate. */
static inline void
bench_report_rate (const char *name,
                   guint       n,
                   double      milliseconds,
                   const char *baseline_name,
                   double      baseline)
{
  g_print ("{\"name\": \"%s\", \"value\": %.0f, \"unit\": \"/s\", \"baseline\": \"%s\", \"ratio\": %.4f, \"samples\": %d}\n",
           name, n / milliseconds * 1000, baseline_name, baseline > 0 ? milliseconds / baseline : 0, BENCH_SAMPLES);
}
