/* The languages of the kiosk: those of the settings for which there is a translation. */
#ifndef COMMAND_KIOSK_LANGUAGES_H
#define COMMAND_KIOSK_LANGUAGES_H

#include <stddef.h>

#include "command/opening.h"
#include "screen/kiosk.h"

struct kiosk_languages {
    const char *tags[KIOSK_LANGUAGES_MOST];  /* lent from the settings */
    const char *names[KIOSK_LANGUAGES_MOST]; /* static, or the tags */
    size_t count;
};

/* Takes the languages of the settings, speaks the first of them, and looks a word up in each, so that all translations are in memory before the lock. What
 * the opening has read in another language it reads again. Languages without a translation are left out, which is said on standard error. */
void kiosk_languages_take(struct kiosk_languages *languages, struct opening *opening);

/* The member `speak` of struct kiosk_site, whose context are the languages. */
void kiosk_languages_speak(const void *languages, size_t language);

#endif
