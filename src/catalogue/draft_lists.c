/* Lists of an offer: words of the vocabulary, and places. */
#include "catalogue/draft.h"

enum { PLACES_LIST = LIST_COUNT }; /* as a list of the store */

static struct numbers *numbers_of(struct offer *offer, enum field field)
{
    switch (field) {
    case FIELD_AREAS:
        return &offer->areas;
    case FIELD_AREAS_MAYBE:
        return &offer->areas_maybe;
    case FIELD_FORMATS:
        return &offer->formats;
    case FIELD_FORMATS_MAYBE:
        return &offer->formats_maybe;
    case FIELD_FOR:
        return &offer->for_groups;
    case FIELD_ABOUT:
        return &offer->about;
    case FIELD_WITH:
        return &offer->with;
    case FIELD_WITHOUT:
        return &offer->without;
    case FIELD_LANGUAGES:
        return &offer->languages;
    case FIELD_REFERRAL:
        return &offer->referral;
    default:
        return NULL;
    }
}

static struct nearest nearest_words(struct draft *draft, enum vocabulary_list list, struct found found)
{
    struct nearest nearest = {.count = 0};
    const struct term *near[3];
    if (draft_may_look_near(draft->drafting))
        nearest.count = vocabulary_near(draft->drafting->vocabulary, list, found.text, found.length, near, 3);
    for (size_t i = 0; i < nearest.count; i++)
        nearest.names[i] = near[i]->id;
    return nearest;
}

struct nearest draft_nearest_places(struct drafting *drafting, struct found found)
{
    struct nearest nearest = {.count = 0};
    place_id near[3];
    if (draft_may_look_near(drafting))
        nearest.count = gazetteer_near(drafting->gazetteer, found.text, found.length, near, 3);
    for (size_t i = 0; i < nearest.count; i++)
        nearest.names[i] = gazetteer_at(drafting->gazetteer, near[i])->name;
    return nearest;
}

/* The number of a word in its list. False after the problem that it is unknown. */
static bool word_number(struct draft *draft, enum field field, struct found found, uint32_t *number)
{
    struct drafting *drafting = draft->drafting;
    enum vocabulary_list list = (enum vocabulary_list)field_table[field].list;
    if (store_recall(drafting->store, list, found.text, found.length, number))
        return true;
    const struct term *term = vocabulary_find(drafting->vocabulary, list, found.text, found.length);
    if (term == NULL) {
        report_unknown_word(drafting->problems, found, field_table[field].name, nearest_words(draft, list, found));
        return false;
    }
    *number = term->index;
    store_learn(drafting->store, list, found.text, found.length, term->index);
    return true;
}

static bool place_number(struct draft *draft, struct found found, uint32_t *number)
{
    struct drafting *drafting = draft->drafting;
    if (store_recall(drafting->store, PLACES_LIST, found.text, found.length, number))
        return true;
    *number = gazetteer_find(drafting->gazetteer, found.text, found.length);
    if (*number == PLACE_NONE) {
        report_unknown_area(drafting->problems, found, draft_nearest_places(drafting, found));
        return false;
    }
    store_learn(drafting->store, PLACES_LIST, found.text, found.length, *number);
    return true;
}

static void set_list(struct draft *draft, enum field field, size_t count)
{
    struct drafting *drafting = draft->drafting;
    struct numbers *numbers = numbers_of(&draft->offer, field);
    bool places = field_table[field].is == IS_PLACES;
    if (count == 1 && (found_is_not_stated(drafting->parts[0]) || found_is_none(drafting->parts[0]))) {
        *numbers = (struct numbers){.stated = found_is_none(drafting->parts[0])};
        return;
    }
    struct numbers fresh = {.items = drafting->numbers, .stated = true};
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        struct found found = drafting->parts[i];
        uint32_t number = 0;
        if (found_is_not_stated(found) || found_is_none(found)) {
            report_none_with_others(drafting->problems, found, field_table[field].name);
            good = false;
        } else if (!(places ? place_number(draft, found, &number) : word_number(draft, field, found, &number))) {
            good = false;
        } else if (!numbers_have(fresh, number)) {
            drafting->numbers[fresh.count++] = number;
        }
    }
    if (!good)
        draft_fail(draft, field);
    fresh.items = store_numbers(drafting->store, drafting->numbers, fresh.count);
    *numbers = fresh;
}

void draft_words(struct draft *draft, enum field field, size_t count)
{
    set_list(draft, field, count);
}

void draft_places(struct draft *draft, enum field field, size_t count)
{
    set_list(draft, field, count);
}

void draft_word(struct draft *draft, enum field field, size_t count)
{
    const struct found *found = draft_only(draft, field, count);
    if (found == NULL)
        return;
    bool stated = !found_is_not_stated(*found);
    uint32_t number = 0;
    if (stated && !word_number(draft, field, *found, &number)) {
        draft_fail(draft, field);
        return;
    }
    if (field == FIELD_KIND)
        draft->offer.kind = stated ? (enum kind)number : KIND_PEER_SUPPORT;
    else if (field == FIELD_WHO)
        draft->offer.who = stated ? (enum who)number : WHO_NOT_STATED;
    else
        draft->offer.status = stated ? (enum status)number : STATUS_UNKNOWN;
}
