/* What `signpost map` says, on standard error and in the comments of the mapping that it proposes. */
#ifndef COMMAND_MAP_WORDS_H
#define COMMAND_MAP_WORDS_H

#include "text/words.h"

#define SAY_MAP_WHAT _("map needs one spreadsheet, as in: signpost map list.csv -o mapping.yaml")
#define SAY_MAP_NO_ROWS _("there are no columns in \"%s\"")
#define SAY_MAP_HEAD(count) \
    plural("Proposed for %s, by the names of its columns and %zu row below them.", \
           "Proposed for %s, by the names of its columns and %zu rows below them.", count)
#define SAY_MAP_HOW _("Look through it, above all where it says \"not sure\". Then: signpost check --map THIS-FILE LIST.csv")
#define SAY_MAP_NEAR _("not sure: the name is only like one that is known")
#define SAY_MAP_VALUES _("not sure: %zu of %zu cells look like it")
#define SAY_MAP_IGNORE _("These columns are not used. If one is a field of ours, move it up.")
#define SAY_MAP_WORD_NEAR _("not sure: the nearest word")
#define SAY_MAP_WORD_NONE _("not sure: Signpost has no such word")
#define SAY_MAP_PLACE_NEAR _("not sure: perhaps %s")
#define SAY_MAP_KIND _("not sure: nothing in the list says it; see signpost-catalogue(5)")

#endif
