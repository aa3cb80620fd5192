/* Which values a facet has: those that offers state, and those that the need names. */
#include <stdlib.h>
#include <string.h>

#include "match/bits.h"
#include "match/facet_parts.h"
#include "match/need_values.h"
#include "text/memory.h"

static void mark_terms(struct stated *stated, const struct vocabulary *vocabulary, enum vocabulary_list list, struct numbers numbers)
{
    if (!stated->terms[list])
        stated->terms[list] = memory_new(vocabulary_count(vocabulary, list), sizeof *stated->terms[list]);
    for (uint32_t i = 0; i < numbers.count; i++)
        stated->terms[list][numbers.items[i]] = true;
}

static void mark_places(struct stated *stated, const struct gazetteer *gazetteer, struct numbers areas)
{
    for (uint32_t i = 0; i < areas.count; i++) {
        if (stated->places[areas.items[i]])
            continue;
        const struct place *place = gazetteer_at(gazetteer, areas.items[i]);
        stated->places[areas.items[i]] = true;
        for (size_t j = 0; j < place->ancestor_count; j++)
            stated->places[place->ancestors[j]] = true;
    }
}

static void mark_offer(struct stated *stated, const struct catalogue *catalogue, const struct offer *offer)
{
    const struct vocabulary *vocabulary = catalogue->vocabulary;
    struct numbers status = {(uint32_t[]){offer->status}, 1, true};
    mark_terms(stated, vocabulary, LIST_FORMATS, offer->formats);
    mark_terms(stated, vocabulary, LIST_FORMATS, offer->formats_maybe);
    mark_terms(stated, vocabulary, LIST_ABOUT, offer->about);
    mark_terms(stated, vocabulary, LIST_FOR, offer->for_groups);
    mark_terms(stated, vocabulary, LIST_WITH, offer->with);
    mark_terms(stated, vocabulary, LIST_WITH, offer->without);
    mark_terms(stated, vocabulary, LIST_LANGUAGES, offer->languages);
    mark_terms(stated, vocabulary, LIST_REFERRAL, offer->referral);
    mark_terms(stated, vocabulary, LIST_STATUS, status);
    mark_places(stated, catalogue->gazetteer, offer->areas);
    mark_places(stated, catalogue->gazetteer, offer->areas_maybe);
    stated->fathers = stated->fathers || offer->who == WHO_FATHERS;
    stated->sessions = stated->sessions || offer->session_count > 0;
}

struct stated *stated_of(const struct matcher *matcher)
{
    const struct catalogue *catalogue = matcher->catalogue;
    struct stated *stated = memory_new(1, sizeof *stated);
    stated->places = memory_new(gazetteer_count(catalogue->gazetteer), sizeof *stated->places);
    for (size_t i = 0; i < catalogue->offer_count; i++) {
        if (bits_have(matcher->answerable, i))
            mark_offer(stated, catalogue, &catalogue->offers[i]);
    }
    return stated;
}

void stated_free(struct stated *stated)
{
    if (!stated)
        return;
    for (size_t i = 0; i < LIST_COUNT; i++)
        free(stated->terms[i]);
    free(stated->places);
    free(stated);
}

/* Whether a term of the need, denied or not, names the word. */
static bool need_names(const struct need *need, enum key key, uint32_t number)
{
    for (size_t i = 0; i < need_count(need); i++) {
        const struct need_term *term = need_at(need, i);
        for (size_t j = 0; term->key == key && j < term->count; j++) {
            if (term->values[j].number == number)
                return true;
        }
    }
    return false;
}

static void add_keyed(struct facet_making *making, const char *label, enum key key, const char *words, const char *definition)
{
    struct buffer term = {0};
    buffer_format(&term, "%s:%s", criteria[key].key, words);
    facet_add(making, label, buffer_text(&term), definition, 0);
    buffer_free(&term);
}

static void vocabulary_values(struct facet_making *making, enum key key)
{
    enum vocabulary_list list = (enum vocabulary_list)criteria[key].list;
    const struct vocabulary *vocabulary = making->matcher->catalogue->vocabulary;
    const bool *stated = making->matcher->stated->terms[list];
    if (key == KEY_ONLY && (making->matcher->stated->fathers || need_names(making->need, KEY_ONLY, ONLY_FATHERS)))
        add_keyed(making, CHIP_FATHERS, key, "fathers", NULL);
    for (size_t i = 0; i < vocabulary_count(vocabulary, list); i++) {
        const struct term *term = vocabulary_at(vocabulary, list, i);
        bool is_stated = list == LIST_PERSON || (stated && stated[i]);
        if (is_stated || need_names(making->need, key, (uint32_t)i))
            add_keyed(making, term->label, key, term->id, term->definition);
    }
}

/* The need's own moment, when it is none of the usual ones: "20 weeks". */
static void own_stages(struct facet_making *making)
{
    for (size_t i = 0; i < need_count(making->need); i++) {
        const struct need_term *term = need_at(making->need, i);
        struct buffer words = {0};
        if (term->key < KEY_PREGNANT || term->key > KEY_AFTER || term->denied)
            continue;
        for (size_t j = 0; j < term->count; j++) {
            struct need_term one = *term;
            one.values = &term->values[j];
            one.count = 1;
            buffer_clear(&words);
            need_term_words(&words, &making->matcher->need_setting, &one);
            add_keyed(making, buffer_text(&words), term->key, term->values[j].words, NULL);
        }
        buffer_wipe(&words);
        buffer_free(&words);
    }
}

static void stage_values(struct facet_making *making)
{
    static const struct {
        const char *words;
        unsigned count;
        char unit;
    } ages[] = {{"6w", 6, 'w'}, {"6m", 6, 'm'}, {"12m", 1, 'y'}, {"2y", 2, 'y'}, {"3y", 3, 'y'}, {"4y", 4, 'y'}};
    add_keyed(making, FACET_PREGNANT, KEY_PREGNANT, "any", NULL);
    add_keyed(making, FACET_NEW_BABY, KEY_CHILD, "0w", NULL);
    for (size_t i = 0; i < sizeof ages / sizeof *ages; i++) {
        struct buffer age = {0};
        struct buffer label = {0};
        unsigned count = ages[i].count;
        if (ages[i].unit == 'w')
            buffer_format(&age, SPAN_WEEKS(count), count);
        else if (ages[i].unit == 'm')
            buffer_format(&age, SPAN_MONTHS(count), count);
        else
            buffer_format(&age, SPAN_YEARS(count), count);
        buffer_format(&label, FACET_OLD, buffer_text(&age));
        add_keyed(making, buffer_text(&label), KEY_CHILD, ages[i].words, NULL);
        buffer_free(&age);
        buffer_free(&label);
    }
    add_keyed(making, FACET_AFTER_LOSS, KEY_AFTER, "loss", NULL);
    own_stages(making);
}

static void day_values(struct facet_making *making)
{
    for (uint32_t i = 0; i < 7; i++) {
        if (making->matcher->stated->sessions || need_names(making->need, KEY_DAY, i))
            add_keyed(making, words_weekday(i), KEY_DAY, day_word(i), NULL);
    }
}

static void time_values(struct facet_making *making)
{
    for (uint32_t i = 0; i < 3; i++) {
        if (making->matcher->stated->sessions || need_names(making->need, KEY_TIME, i))
            add_keyed(making, words_part_of_day(i), KEY_TIME, part_word(i), NULL);
    }
}

void facet_values(struct facet_making *making, enum key key)
{
    if (key == KEY_IN)
        facet_places(making);
    else if (key == KEY_PREGNANT)
        stage_values(making);
    else if (key == KEY_DAY)
        day_values(making);
    else if (key == KEY_TIME)
        time_values(making);
    else if (criteria[key].list >= 0)
        vocabulary_values(making, key);
}
