/* The sentences of `signpost due`. */
#ifndef WRITE_DUE_WORDS_H
#define WRITE_DUE_WORDS_H

#include "text/words.h"
#include "write/words.h"

/* TRANSLATORS: the first %s is an id, the second the name of a service or an offer. */
#define DUE_ITEM _("%s: %s.")
#define DUE_NEVER _("Nobody has noted when this was checked.")
/* TRANSLATORS: %s is a date. */
#define DUE_CHECKED_IN _("Last checked in %s.")
#define DUE_CHECKED_ON _("Last checked on %s.")
#define DUE_ENDS _("Ends on %s.")
#define DUE_ENDED _("Ended on %s.")
#define DUE_NO_CONTACT _("No contact is known.")
/* TRANSLATORS: %s is the name of a provider: an event of a calendar. */
#define DUE_EVENT _("Check with %s")
#define DUE_BETWEEN _("; ")

#endif
