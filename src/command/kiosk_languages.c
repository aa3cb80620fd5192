#include "command/kiosk_languages.h"

#include <libintl.h>

#include "catalogue/catalogue.h"
#include "command/command.h"
#include "command/language.h"
#include "command/words.h"
#include "screen/listing.h"

void kiosk_languages_speak(const void *context, size_t language)
{
    const struct kiosk_languages *languages = context;
    language_choose(languages->tags[language]);
    language_codes(); /* the request has these */
}

static void gather(struct kiosk_languages *languages, const struct kiosk_settings *settings)
{
    for (size_t i = 0; i < settings->language_count; i++) {
        const char *tag = settings->languages[i];
        if (!language_is_there(tag)) {
            complain(SAY_NO_TRANSLATION, tag);
            continue;
        }
        languages->tags[languages->count] = tag;
        languages->names[languages->count++] = language_name(tag);
    }
}

/* What cannot be read again now stays in the language in which it was read. */
static void read_again(struct opening *opening)
{
    struct listing *listing = listing_read(&opening->request, &opening->match);
    if (listing->catalogue) {
        matcher_free(opening->matcher);
        catalogue_free(opening->catalogue);
        problems_free(opening->problems);
        opening->matcher = listing->matcher;
        opening->catalogue = listing->catalogue;
        opening->problems = listing->problems;
        *listing = (struct listing){.problems = problems_new()};
    }
    listing_free(listing);
}

void kiosk_languages_take(struct kiosk_languages *languages, struct opening *opening)
{
    *languages = (struct kiosk_languages){0};
    gather(languages, &opening->settings.kiosk);
    if (languages->count == 0)
        return;
    opening->request.languages = language_codes();
    for (size_t language = languages->count; language-- > 0;) {
        kiosk_languages_speak(languages, language);
        gettext("Signpost");
    }
    read_again(opening);
}
