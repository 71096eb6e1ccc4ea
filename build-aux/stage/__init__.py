# SPDX-License-Identifier: GPL-3.0-or-later
#
# A private stage for the program: home, buses and display that belong to a
# test or a picture alone, and of which nothing is left behind.
