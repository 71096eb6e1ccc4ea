/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a fuzz target is: one function that is handed bytes, whatever they are.
 * It may refuse them; it may not crash, leak, or break a promise of its own.
 */

#pragma once

#include <gio/gio.h>

/* The fuzzer's own name for it. */
int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);
