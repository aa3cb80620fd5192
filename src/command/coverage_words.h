/* What `signpost coverage` says when it cannot do what was asked. */
#ifndef COMMAND_COVERAGE_WORDS_H
#define COMMAND_COVERAGE_WORDS_H

#include "text/words.h"

#define SAY_BAD_BY _("--by: it can be format, stage, who, about, for, only, with, language, referral, day, time or status, not \"%s\"")
#define SAY_ONE_FORM _("only one of --tiles, --csv, --json and --html can be asked for")
#define SAY_NO_MAP _("there is no map of this place; without --tiles there is a table")
#define SAY_NOTHING_TO_DIVIDE _("--by: no offer in this list states anything of that kind")

#endif
