/* What is said of the settings of a kiosk. */
#ifndef READ_CONFIGURATION_WORDS_H
#define READ_CONFIGURATION_WORDS_H

#include "text/words.h"

#define WORDS_SETTING_NUMBER _("\"%s\" takes a whole number from %d to %d; it stays as it was")
#define WORDS_SETTING_TOO_LONG _("this has more than %zu characters and is left out; write it shorter")
#define WORDS_SETTING_NOT_TEXT _("expected text here; found %s")
#define WORDS_SETTING_TOO_MANY _("\"%s\" takes at most %zu; this one and those after it are left out")
#define WORDS_NO_LANGUAGE _("expected the short name of a language, such as en or cy; \"%s\" is left out")
#define WORDS_LANGUAGE_TWICE _("\"%s\" stands here a second time; it is left out")
#define WORDS_NO_PIN _("a PIN has %d to %d digits and nothing else; without a good one nobody can end the kiosk with a key")

#endif
