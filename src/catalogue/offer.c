/* What an offer says, asked in one place. */
#include "catalogue/offer.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

const char *offer_text(const struct offer *offer, enum field field)
{
    for (uint32_t i = 0; i < offer->text_count; i++) {
        if (offer->texts[i].field == field)
            return offer->texts[i].text;
    }
    return NULL;
}

struct position offer_text_where(const struct offer *offer, enum field field)
{
    for (uint32_t i = 0; i < offer->text_count; i++)
        if (offer->texts[i].field == field && offer->texts[i].column > 0)
            return (struct position){offer->where.file, offer->texts[i].line, offer->texts[i].column};
    return offer->where;
}

const char *offer_name(const struct offer *offer)
{
    const char *name = offer_text(offer, FIELD_NAME);
    return name != NULL && name[0] != '\0' ? name : offer->id;
}

/* Whether the name of a field that is kept is `lang_CODE_FIELD`; how a code is written in capitals makes no difference. */
static bool is_translation(const char *name, const char *code, const char *field)
{
    static const char prefix[] = "lang_";
    size_t length = strlen(code);
    if (strncmp(name, prefix, sizeof prefix - 1) != 0 || strncasecmp(name + sizeof prefix - 1, code, length) != 0)
        return false;
    const char *rest = name + sizeof prefix - 1 + length;
    return rest[0] == '_' && strcmp(rest + 1, field) == 0;
}

const char *offer_text_in(const struct offer *offer, enum field field, const char *const *languages, const char **language)
{
    const char *ignored;
    language = language != NULL ? language : &ignored;
    for (size_t i = 0; languages != NULL && languages[i] != NULL; i++) {
        for (uint32_t extra = 0; extra < offer->extra_count; extra++) {
            if (offer->extras[extra].text[0] == '\0' || !is_translation(offer->extras[extra].name, languages[i], field_table[field].name))
                continue;
            *language = languages[i];
            return offer->extras[extra].text;
        }
    }
    *language = NULL;
    return offer_text(offer, field);
}

bool offer_has_hidden_place(const struct offer *offer)
{
    for (uint32_t i = 0; i < offer->meeting_count; i++) {
        if (offer->meetings[i].hidden)
            return true;
    }
    return false;
}

bool offer_hides(const struct offer *offer, const char *text)
{
    for (uint32_t i = 0; i < offer->meeting_count && text != NULL; i++) {
        const struct meeting *meeting = &offer->meetings[i];
        const char *parts[] = {meeting->place, meeting->address, meeting->postcode};
        for (size_t part = 0; meeting->hidden && part < sizeof parts / sizeof *parts; part++) {
            if (parts[part] != NULL && parts[part][0] != '\0' && strstr(text, parts[part]) != NULL)
                return true;
        }
    }
    return false;
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

bool offer_is_old(const struct offer *offer, struct date today, int months)
{
    return offer->checked.year != 0 && date_months_between(date_from_days(date_last_day(offer->checked)), today) >= months;
}

bool offer_closed(const struct offer *offer, struct date today)
{
    if (offer->status == STATUS_CLOSED)
        return true;
    return offer->ends_on.year != 0 && date_last_day(offer->ends_on) < date_days(today);
}
