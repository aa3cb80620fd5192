/* What is said of mapping files. */
#ifndef READ_MAPPING_WORDS_H
#define READ_MAPPING_WORDS_H

#include "text/words.h"

#define WORDS_MAPPED_TWICE _("\"%s\" stands in this mapping already; the first counts")
#define WORDS_MAPPING_NOT_FIELDS _("\"%s\" takes lines of its own below it, each \"theirs: ours\"")
#define WORDS_MAPPING_UNKNOWN _("unknown part \"%s\"; a mapping has columns, ignore, join, split, words and constants")
#define WORDS_MAPPING_EMPTY _("\"%s\" names no columns; it should have \"columns:\" with lines such as \"Service name: name\"")
#define WORDS_COLUMN_NOT_MAPPED _("the mapping says nothing of the column \"%s\", so it is not used")
#define WORDS_COLUMN_NOT_THERE _("the spreadsheet has no column \"%s\"")

#endif
