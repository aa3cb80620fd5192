/* Words for people: every sentence that a person reads goes through here to be translated. */
#ifndef TEXT_WORDS_H
#define TEXT_WORDS_H

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) text
#define plural(one, many, count) ngettext(one, many, (unsigned long)(count))

#endif
