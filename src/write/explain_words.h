/* The sentences of the explainer that do not stand in its file, to be translated and reworded in one place. */
#ifndef WRITE_EXPLAIN_WORDS_H
#define WRITE_EXPLAIN_WORDS_H

#include "text/words.h"

#define EXPLAIN_FROM _("From: %s.")
#define EXPLAIN_FROM_BETWEEN _("; ")

/* Where the file is missing: what every source says (Mind; McLeish, McCourt and Ayers, 2026). */
#define EXPLAIN_NO_FILE \
    _("Peer support is when people use what they have been through to help each other. It is not counselling, not treatment and not for an emergency.")

#endif
