/* The language of a run. */
#ifndef COMMAND_LANGUAGE_H
#define COMMAND_LANGUAGE_H

#include <stdbool.h>

/* Takes the locale from the environment (LANGUAGE, LC_ALL, LC_MESSAGES, LANG) and finds the translations, under the folder of the installation or
 * under SIGNPOST_LOCALE, for a tree that is not installed. Text is UTF-8 whatever the environment says. What a language needs is its translation
 * alone: the system need not have a locale for it. To be called once, first. */
void language_begin(void);

/* Whether the locale of the system knows an order of words. Where it is C, or the one that was asked for is not there, strcoll would put capitals first
 * and accented letters last. */
bool language_has_order(void);

/* The languages that the person reads, the one they like best first: ISO 639 codes ("cy-GB", "cy"), ended by NULL. None where that is English, which
 * everything is written in, or where the environment names none. Static. To be called after language_begin. */
const char *const *language_codes(void);

/* Speaks another language from now on, whatever the environment says: "cy" as LANGUAGE has it. What language_codes gave has the new codes. To be called
 * while the process has one thread that looks up words. */
void language_choose(const char *tag);

/* Whether there is a translation for the tag; English needs none. */
bool language_is_there(const char *tag);

/* The name of a language in itself: "Cymraeg" for "cy"; a tag that is not known is its own name. */
const char *language_name(const char *tag);

#endif
