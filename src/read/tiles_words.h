/* What can be wrong in a layout of tiles. */
#ifndef READ_TILES_WORDS_H
#define READ_TILES_WORDS_H

#include "text/words.h"

#define WORDS_BAD_TILE _("this tile is left out: its area is unknown, its numbers or its short name will not do, or its place is taken")
/* TRANSLATORS: %s is the name of a file. */
#define WORDS_NO_TILES _("%s has no tiles that can be used")

#endif
