/* The fields of a service or an offer: their names, and what each of them is. */
#include "catalogue/field.h"

#include <string.h>

#include "catalogue/vocabulary.h"
#include "text/buffer.h"
#include "text/fold.h"

const struct field_row field_table[FIELD_COUNT] = {
    [FIELD_NAME] = {.name = "name", .is = IS_TEXT},
    [FIELD_PROVIDER] = {.name = "provider", .is = IS_TEXT},
    [FIELD_PUBLIC_NAME] = {.name = "public_name", .is = IS_TEXT},
    [FIELD_SUMMARY] = {.name = "summary", .is = IS_TEXT},
    [FIELD_WHAT_HAPPENS] = {.name = "what_happens", .is = IS_TEXT},
    [FIELD_FIRST_VISIT] = {.name = "first_visit", .is = IS_TEXT},
    [FIELD_WHAT_THEY_SHARE] = {.name = "what_they_share", .is = IS_TEXT},
    [FIELD_HOW_TO_JOIN] = {.name = "how_to_join", .is = IS_TEXT},
    [FIELD_COST] = {.name = "cost", .is = IS_TEXT},
    [FIELD_WAIT] = {.name = "wait", .is = IS_TEXT},
    [FIELD_PHONE] = {.name = "phone", .is = IS_TEXT},
    [FIELD_TEXT] = {.name = "text", .is = IS_TEXT},
    [FIELD_EMAIL] = {.name = "email", .is = IS_TEXT},
    [FIELD_WEB] = {.name = "web", .is = IS_TEXT},
    [FIELD_ADDRESS] = {.name = "address", .is = IS_TEXT},
    [FIELD_HOURS] = {.name = "hours", .is = IS_TEXT},
    [FIELD_STATUS_NOTE] = {.name = "status_note", .is = IS_TEXT},
    [FIELD_CHECKED_BY] = {.name = "checked_by", .is = IS_TEXT},
    [FIELD_SOURCE] = {.name = "source", .is = IS_TEXT},
    [FIELD_NOTES] = {.name = "notes", .is = IS_TEXT, .staff = true},
    [FIELD_ID] = {.name = "id", .is = IS_ID},
    [FIELD_KIND] = {.name = "kind", .is = IS_WORD, .list = LIST_KIND},
    [FIELD_AREAS] = {.name = "areas", .is = IS_PLACES},
    [FIELD_AREAS_MAYBE] = {.name = "areas_maybe", .is = IS_PLACES},
    [FIELD_MEETS_PLACE] = {.name = "meets_place", .is = IS_MEETING},
    [FIELD_MEETS_ADDRESS] = {.name = "meets_address", .is = IS_MEETING},
    [FIELD_MEETS_POSTCODE] = {.name = "meets_postcode", .is = IS_MEETING},
    [FIELD_MEETS_LATITUDE] = {.name = "meets_latitude", .is = IS_MEETING},
    [FIELD_MEETS_LONGITUDE] = {.name = "meets_longitude", .is = IS_MEETING},
    [FIELD_MEETS_HIDDEN] = {.name = "meets_hidden", .is = IS_MEETING},
    [FIELD_FORMATS] = {.name = "formats", .is = IS_WORDS, .list = LIST_FORMATS},
    [FIELD_FORMATS_MAYBE] = {.name = "formats_maybe", .is = IS_WORDS, .list = LIST_FORMATS},
    [FIELD_WHO] = {.name = "who", .is = IS_WORD, .list = LIST_WHO},
    [FIELD_FOR] = {.name = "for", .is = IS_WORDS, .list = LIST_FOR},
    [FIELD_PARENT_AGE_FROM] = {.name = "parent_age_from", .is = IS_YEARS},
    [FIELD_PARENT_AGE_TO] = {.name = "parent_age_to", .is = IS_YEARS},
    [FIELD_PARENT_AGE_MAYBE_FROM] = {.name = "parent_age_maybe_from", .is = IS_YEARS},
    [FIELD_PARENT_AGE_MAYBE_TO] = {.name = "parent_age_maybe_to", .is = IS_YEARS},
    [FIELD_STAGE_FROM] = {.name = "stage_from", .is = IS_POINT},
    [FIELD_STAGE_TO] = {.name = "stage_to", .is = IS_POINT},
    [FIELD_STAGE_MAYBE_FROM] = {.name = "stage_maybe_from", .is = IS_POINT},
    [FIELD_STAGE_MAYBE_TO] = {.name = "stage_maybe_to", .is = IS_POINT},
    [FIELD_ABOUT] = {.name = "about", .is = IS_WORDS, .list = LIST_ABOUT},
    [FIELD_ABOUT_ONLY] = {.name = "about_only", .is = IS_YES_OR_NO},
    [FIELD_WITH] = {.name = "with", .is = IS_WORDS, .list = LIST_WITH},
    [FIELD_WITHOUT] = {.name = "without", .is = IS_WORDS, .list = LIST_WITH},
    [FIELD_LANGUAGES] = {.name = "languages", .is = IS_WORDS, .list = LIST_LANGUAGES},
    [FIELD_REFERRAL] = {.name = "referral", .is = IS_WORDS, .list = LIST_REFERRAL},
    [FIELD_GROUP_SIZE_FROM] = {.name = "group_size_from", .is = IS_YEARS},
    [FIELD_GROUP_SIZE_TO] = {.name = "group_size_to", .is = IS_YEARS},
    [FIELD_WHEN] = {.name = "when", .is = IS_SESSIONS},
    [FIELD_STATUS] = {.name = "status", .is = IS_WORD, .list = LIST_STATUS},
    [FIELD_ENDS_ON] = {.name = "ends_on", .is = IS_DATE},
    [FIELD_CHECKED] = {.name = "checked", .is = IS_DATE},
};

enum field field_named(const char *name, size_t length)
{
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        const char *known = field_table[i].name;
        if (length > 0 && known[0] == name[0] && strlen(known) == length && memcmp(known, name, length) == 0)
            return (enum field)i;
    }
    return FIELD_COUNT;
}

enum field field_near(const char *name, size_t length)
{
    enum { LONGEST = 40 }; /* no field's name comes near to this */
    enum field best = FIELD_COUNT;
    if (length == 0 || length > LONGEST)
        return best;
    struct buffer given = {0};
    struct buffer known = {0};
    fold_words(&given, name, length);
    unsigned least = fold_slips_allowed(given.length) + 1;
    for (size_t i = 0; i < FIELD_COUNT && given.length > 0; i++) {
        buffer_clear(&known);
        fold_words(&known, field_table[i].name, strlen(field_table[i].name));
        unsigned slips = fold_slips(buffer_text(&given), buffer_text(&known), least);
        if (slips < least) {
            least = slips;
            best = (enum field)i;
        }
    }
    buffer_free(&given);
    buffer_free(&known);
    return best;
}
