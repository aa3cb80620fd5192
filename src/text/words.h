/* Words for people: every sentence that a person reads goes through here to be translated. */
#ifndef TEXT_WORDS_H
#define TEXT_WORDS_H

#include <libintl.h>
#include <string.h>

#define _(text) gettext(text)
#define N_(text) text
/* Where the same English has two senses: the context, which is not shown, says which, and each is translated by itself. The second is for tables: it
 * gives what text_in_context takes. */
#define in_context(context, text) text_in_context(N_in_context(context, text))
#define N_in_context(context, text) context "\004" text /* as msgctxt and msgid stand together in the .mo file of GNU gettext */

/* The translation of a text that stands behind its context, or the text. */
static inline __attribute__((format_arg(1))) const char *text_in_context(const char *both)
{
    const char *translation = gettext(both);
    const char *text = strchr(both, '\004');
    return translation != both || !text ? translation : text + 1;
}

#define plural(one, many, count) ngettext(one, many, (unsigned long)(count))

#endif
