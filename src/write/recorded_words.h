/* Why `signpost checked` does not change a file: after "signpost: ". */
#ifndef WRITE_RECORDED_WORDS_H
#define WRITE_RECORDED_WORDS_H

#include "text/words.h"

/* TRANSLATORS: the first %s is a file, %u a line, and the last %s one of the reasons below. */
#define RECORD_REFUSED _("%s:%u: this was not changed: %s; write it there by hand")
#define RECORD_OTHER _("%s was not changed: more than that value would differ afterwards; write it there by hand")
#define RECORD_MOVED _("%s has changed since it was read; nothing was written; run this again")

#define REFUSE_NO_TEXT _("the value is no text on a line of its own")
#define REFUSE_LINES _("the value goes on over several lines")
#define REFUSE_KEY _("the name of the field is not written plainly")
#define REFUSE_PLACE _("there is no sure place for a new line")
#define REFUSE_BELOW _("an empty cell below means \"as above\", so the next row would change too; record the whole service, or fill that cell")
#define REFUSE_QUOTES _("a quotation mark stands in an odd place")

#endif
