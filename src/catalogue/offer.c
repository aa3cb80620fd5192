/* What an offer says, asked in one place. */
#include "catalogue/offer.h"

#include <stddef.h>

const char *offer_text(const struct offer *offer, enum field field)
{
    for (uint32_t i = 0; i < offer->text_count; i++) {
        if (offer->texts[i].field == field)
            return offer->texts[i].text;
    }
    return NULL;
}

const char *offer_name(const struct offer *offer)
{
    const char *name = offer_text(offer, FIELD_NAME);
    return name != NULL && name[0] != '\0' ? name : offer->id;
}

const char *offer_public_name(const struct offer *offer)
{
    const char *name = offer_text(offer, FIELD_PUBLIC_NAME);
    return name != NULL && name[0] != '\0' ? name : offer_name(offer);
}

bool numbers_have(struct numbers numbers, uint32_t item)
{
    for (uint32_t i = 0; i < numbers.count; i++) {
        if (numbers.items[i] == item)
            return true;
    }
    return false;
}

bool kind_is_answer(enum kind kind)
{
    return kind != KIND_RELATED && kind != KIND_DIRECTORY;
}

bool offer_closed(const struct offer *offer, struct date today)
{
    if (offer->status == STATUS_CLOSED)
        return true;
    return offer->ends_on.year != 0 && date_last_day(offer->ends_on) < date_days(today);
}
