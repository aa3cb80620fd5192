/* Every sentence of the coverage reports but the beginnings of gaps (match/coverage_words.h). Staff read them. */
#ifndef WRITE_COVERAGE_WORDS_H
#define WRITE_COVERAGE_WORDS_H

#include "text/words.h"

#define COVERAGE_TITLE _("What there is, and where")
/* TRANSLATORS: %1$s is what divides the table, such as How or Stage. */
#define COVERAGE_BY(count) plural("%1$s, in %2$zu area", "%1$s, in %2$zu areas", count)
#define COVERAGE_ALL(count) plural("Everything, in %zu area", "Everything, in %zu areas", count)
/* TRANSLATORS: %s is a need in words, such as "Pregnant, 20 weeks; not online". */
#define COVERAGE_NEED _("For: %s")
#define COVERAGE_AREA _("Area")
#define COVERAGE_COUNT _("suit")
#define COVERAGE_KEY _("2: so many suit. ?3: so many to ask. e1: so many are ending soon.")

/* Gaps. */
#define COVERAGE_GAPS _("Gaps")
#define COVERAGE_NO_GAPS _("No gaps: something suits in each of these areas.")
/* TRANSLATORS: %1$s is what is missing, such as "No one-to-one for a child of 14 months"; %2$s is an area, or several. */
#define GAP_IN _("%1$s in %2$s")
#define GAP_ANYWHERE(count) plural("%1$s in the %2$zu area", "%1$s in any of the %2$zu areas", count)
/* These follow, after "; ". */
#define GAP_ENDING(count) plural("%zu ending soon", "%zu ending soon", count)
#define GAP_TO_ASK(count) plural("%zu to ask", "%zu to ask", count)
#define GAP_EACH _("%s in each")
#define GAP_END _(".")

/* The map. */
#define MAP_SHADES _("Shades, from few to many that suit:")
#define MAP_NOTHING _("nothing")
#define MAP_ONLY_ASK _("nothing sure: some to ask, or ending soon")
/* TRANSLATORS: numbers of offers that suit. */
#define MAP_FROM_TO _("%1$zu to %2$zu")
#define MAP_NAMES _("The areas:")
/* TRANSLATORS: %1$s is an area, %2$s is such as "2 suit; 3 to ask". */
#define MAP_TILE _("%1$s: %2$s")
#define MAP_OF _("Map of %s")
#define MAP_DESCRIPTION _("Each square is an area, roughly where it lies. Its number says how many suit; a darker square has more. The table says the same.")
#define CELL_SUIT(count) plural("%zu suits", "%zu suit", count)
#define COVERAGE_MADE _("Made on %s from the list as it was that day.")
#define COVERAGE_TABLE_CAPTION _("How many suit, are ending soon, or are to ask")

#endif
