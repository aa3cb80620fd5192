/* Where, who and how: answers that are names of places and words of the vocabulary. */
#include <string.h>

#include "match/criteria.h"
#include "match/guide_parts.h"
#include "match/guide_words.h"
#include "match/need_parts.h"
#include "match/words.h"

enum { NAME_WORDS_MOST = 6, PLACES_MOST = 3, TERMS_MOST = 8, WORDS_TRIED_MOST = 24 };

/* Words that only lead up to the name of a place. */
#define LEADING _("i we live lives living am im is in near at from around by my our home the please near")

/* Words that turn an answer round: then it is no name. */
#define TURNING _("not no never nobody nothing without cannot cant")

/* Words that may stand between the names of a list. */
#define BETWEEN _("i we am im is are a an the my her his she he in by or and also either both with on would like please it that to be support want")

/* The need's term for a place that was found, and how a person would tell it from others of that name. */
static void offer_place(struct guide_reading *reading, place_id place)
{
    const struct gazetteer *gazetteer = reading->setting->catalogue->gazetteer;
    const char *name = gazetteer_at(gazetteer, place)->name;
    place_id around = place_around(gazetteer, place);
    struct buffer label = {0};
    struct buffer term = {0};
    if (around != PLACE_NONE)
        buffer_format(&label, GUIDE_PLACE_IN, name, gazetteer_at(gazetteer, around)->name);
    else
        buffer_add_text(&label, name);
    buffer_format(&term, "%s:", criteria[KEY_IN].key);
    need_value_line(&term, name, false);
    guide_offer(reading, buffer_text(&label), buffer_text(&term), GUIDE_NONE);
    buffer_wipe(&label);
    buffer_wipe(&term);
    buffer_free(&label);
    buffer_free(&term);
}

/* Takes the text if it is a place or a postcode; of a postcode only its outward part. */
static bool take_place(struct guide_reading *reading, const char *text, size_t length)
{
    const struct gazetteer *gazetteer = reading->setting->catalogue->gazetteer;
    struct whereabouts where = gazetteer_whereabouts(gazetteer, text, length);
    if (where.place == PLACE_NONE)
        return false;
    struct buffer term = {0};
    buffer_format(&term, "%s:", criteria[KEY_IN].key);
    need_value_line(&term, where.outcode[0] ? where.outcode : gazetteer_at(gazetteer, where.place)->name, false);
    guide_take_term(reading, buffer_text(&term));
    buffer_wipe(&term);
    buffer_free(&term);
    return true;
}

/* The parts between commas, the most local first: "12 High Street, Falkirk". */
static bool take_place_part(struct guide_reading *reading)
{
    for (const char *part = reading->text; *part; part += *part == ',') {
        size_t length = strcspn(part, ",");
        if (take_place(reading, part, length))
            return true;
        part += length;
    }
    return false;
}

/* The first words or the last words alone may be a place, which is asked and not taken: the York of "New York". Longest first. */
static void offer_inner_places(struct guide_reading *reading)
{
    const struct gazetteer *gazetteer = reading->setting->catalogue->gazetteer;
    size_t count = reading->word_count;
    size_t found = 0;
    for (size_t length = count - 1; length > 0 && count <= WORDS_TRIED_MOST && found < PLACES_MOST; length--) {
        size_t starts[] = {count - length, 0};
        for (size_t i = 0; i < 2; i++) {
            place_id place = gazetteer_whereabouts(gazetteer, reading->words[starts[i]].text, guide_span(reading, starts[i], length)).place;
            if (place != PLACE_NONE && found++ < PLACES_MOST)
                offer_place(reading, place);
        }
    }
}

static void unclear_place(struct guide_reading *reading)
{
    const struct gazetteer *gazetteer = reading->setting->catalogue->gazetteer;
    if (gazetteer_is_postcode(reading->text, strlen(reading->text))) {
        guide_unclear(reading, GUIDE_NOT_POSTCODE);
        return;
    }
    guide_unclear_here(reading);
    place_id near[PLACES_MOST];
    size_t count = gazetteer_near(gazetteer, reading->text, strlen(reading->text), near, PLACES_MOST);
    for (size_t i = 0; i < count; i++)
        offer_place(reading, near[i]);
    if (count == 0)
        offer_inner_places(reading);
}

void guide_understand_where(struct guide_reading *reading)
{
    if (take_place(reading, reading->text, strlen(reading->text)))
        return;
    size_t first = 0;
    while (first < reading->word_count && guide_word_in(reading, first, LEADING))
        first++;
    bool led = first > 0 && first < reading->word_count;
    if (led && take_place(reading, reading->words[first].text, guide_span(reading, first, reading->word_count - first)))
        return;
    if (take_place_part(reading))
        return;
    unclear_place(reading);
}

/* The words of a list that the answer names, each once: the longest name from each place on. False when the answer turns them round. */
static bool names_in(const struct guide_reading *reading, enum vocabulary_list list, const struct term **found, size_t *count)
{
    const struct vocabulary *vocabulary = reading->setting->catalogue->vocabulary;
    *count = 0;
    for (size_t at = 0; at < reading->word_count;) {
        const struct term *term = NULL;
        size_t length = reading->word_count - at < NAME_WORDS_MOST ? reading->word_count - at : NAME_WORDS_MOST;
        for (; length > 0 && !term; length--)
            term = vocabulary_find(vocabulary, list, reading->words[at].text, guide_span(reading, at, length));
        if (!term && guide_word_in(reading, at, TURNING))
            return false;
        bool known = false;
        for (size_t i = 0; term && i < *count; i++)
            known = known || found[i] == term;
        if (term && !known && *count < TERMS_MOST)
            found[(*count)++] = term;
        at += term ? length + 1 : 1;
    }
    return true;
}

static void unclear_name(struct guide_reading *reading, enum key key)
{
    const struct vocabulary *vocabulary = reading->setting->catalogue->vocabulary;
    const struct term *near[PLACES_MOST];
    guide_unclear_here(reading);
    if (guide_any_word_in(reading, TURNING))
        return;
    size_t from = 0;
    while (from + 1 < reading->word_count && guide_word_in(reading, from, BETWEEN))
        from++;
    enum vocabulary_list list = (enum vocabulary_list)criteria[key].list;
    size_t count = vocabulary_near(vocabulary, list, reading->words[from].text, strlen(reading->words[from].text), near, PLACES_MOST);
    for (size_t i = 0; i < count; i++) {
        struct buffer term = {0};
        buffer_format(&term, "%s:%s", criteria[key].key, near[i]->id);
        guide_offer(reading, near[i]->label, buffer_text(&term), GUIDE_NONE);
        buffer_free(&term);
    }
}

void guide_understand_who(struct guide_reading *reading)
{
    const struct term *found[TERMS_MOST];
    size_t count;
    if (!names_in(reading, LIST_PERSON, found, &count) || count == 0) {
        unclear_name(reading, KEY_WHO);
        return;
    }
    struct buffer term = {0};
    for (size_t i = 0; i < count; i++) {
        buffer_clear(&term);
        buffer_format(&term, "%s:%s", criteria[KEY_WHO].key, found[i]->id);
        if (count > 1)
            guide_offer(reading, found[i]->label, buffer_text(&term), GUIDE_NONE);
    }
    if (count > 1)
        guide_which(reading);
    else
        guide_take_term(reading, buffer_text(&term));
    buffer_free(&term);
}

/* Numbers of choices, one or several: "1 and 3". The terms are joined as alternatives; one that writes nothing leaves all open. */
static bool take_numbers(struct guide_reading *reading)
{
    const struct guide_row *row = &guide_rows[reading->question];
    struct buffer line = {0};
    bool open = false;
    bool understood = true;
    for (size_t i = 0; understood && i < reading->word_count; i++) {
        const struct guide_word *word = &reading->words[i];
        size_t number = word->length == 1 && *word->text > '0' && *word->text <= '9' ? (size_t)(*word->text - '0') : 0;
        understood = (number > 0 && number <= row->choice_count) || guide_word_in(reading, i, BETWEEN);
        if (!understood || number == 0)
            continue;
        const char *value = strchr(row->choices[number - 1].terms, ':');
        open = open || !value;
        if (value && line.length == 0)
            buffer_add_text(&line, row->choices[number - 1].terms);
        else if (value)
            buffer_format(&line, ",%s", value + 1);
    }
    if (understood && open)
        guide_take(reading, "", GUIDE_NONE);
    else if (understood && line.length > 0)
        guide_take_term(reading, buffer_text(&line));
    else
        understood = false;
    buffer_free(&line);
    return understood;
}

void guide_understand_how(struct guide_reading *reading)
{
    const struct term *found[TERMS_MOST];
    size_t count;
    if (take_numbers(reading))
        return;
    if (!names_in(reading, LIST_FORMATS, found, &count) || count == 0) {
        unclear_name(reading, KEY_FORMAT);
        return;
    }
    struct buffer line = {0};
    buffer_format(&line, "%s:", criteria[KEY_FORMAT].key);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buffer_add_byte(&line, ',');
        need_value_line(&line, found[i]->id, false);
    }
    guide_take_term(reading, buffer_text(&line));
    buffer_free(&line);
}
