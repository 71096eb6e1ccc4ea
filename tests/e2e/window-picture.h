/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program draws itself when a test asks it to.
 */

#pragma once

void watch_for_pictures (void);
