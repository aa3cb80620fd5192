/* Completion: what could stand where the cursor is in a line. */
#include <stdlib.h>
#include <string.h>

#include "match/criteria.h"
#include "match/need_parts.h"
#include "match/need_values.h"
#include "match/words.h"
#include "text/arena.h"
#include "text/fold.h"
#include "text/memory.h"

/* Fewer letters than these would bring up half the list. */
enum { WORD_LETTERS = 2, PLACE_LETTERS = 3, PLACES_MOST = 12 };

struct completing {
    const struct need_setting *setting;
    struct completions *made;
    size_t room;
    size_t most;
    const char *before;   /* what stands before the value: "-format:group," */
    size_t before_length;
    struct buffer typed;  /* folded */
};

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* The term around the cursor: from is its first byte, to where it ends. Spaces in quotes belong to it. */
static void term_around(const char *line, size_t length, size_t cursor, size_t *from, size_t *to)
{
    bool quoted = false;
    *from = 0;
    for (size_t at = 0; at < cursor; at++) {
        quoted = quoted != (line[at] == '"');
        if (!quoted && is_space(line[at]))
            *from = at + 1;
    }
    *to = cursor;
    while (*to < length && (quoted || !is_space(line[*to]))) {
        quoted = quoted != (line[*to] == '"');
        (*to)++;
    }
}

/* Adds "before + key: + words" unless it is there already or there are enough. */
static void offer_completion(struct completing *completing, const char *key, const char *words, const char *label)
{
    struct completions *made = completing->made;
    if (made->count >= completing->most)
        return;
    struct buffer insert = {0};
    buffer_add(&insert, completing->before, completing->before_length);
    if (key)
        buffer_format(&insert, "%s:", key);
    if (words)
        need_value_line(&insert, words, false);
    bool known = false;
    for (size_t i = 0; i < made->count && !known; i++)
        known = strcmp(made->items[i].insert, buffer_text(&insert)) == 0;
    if (!known) {
        made->items = memory_room(made->items, made->count, &completing->room, sizeof *made->items);
        made->items[made->count++] = (struct completion){
            .insert = arena_copy(made->arena, buffer_text(&insert), insert.length),
            .label = arena_text(made->arena, label ? label : ""),
        };
    }
    buffer_wipe(&insert);
    buffer_free(&insert);
}

static bool begins(const struct completing *completing, const char *name)
{
    if (completing->typed.length == 0)
        return true;
    struct buffer folded = {0};
    if (name)
        fold_key(&folded, name, strlen(name));
    bool does = name && strncmp(buffer_text(&folded), buffer_text(&completing->typed), completing->typed.length) == 0;
    buffer_free(&folded);
    return does;
}

static void complete_keys(struct completing *completing)
{
    for (enum key key = 0; key < KEY_WORDS; key++) {
        bool fits = begins(completing, criteria[key].key);
        for (size_t i = 0; i < sizeof criteria[key].synonyms / sizeof *criteria[key].synonyms && completing->typed.length > 0; i++)
            fits = fits || (criteria[key].synonyms[i] && begins(completing, criteria[key].synonyms[i]));
        if (fits)
            offer_completion(completing, criteria[key].key, NULL, _(criteria[key].help));
    }
}

/* Ids and labels first, then other names: what a person types is mostly the beginning of what stands on the screen. */
static void complete_terms(struct completing *completing, enum key key, const char *written)
{
    const struct vocabulary *vocabulary = completing->setting->catalogue->vocabulary;
    enum vocabulary_list list = (enum vocabulary_list)criteria[key].list;
    size_t count = vocabulary_count(vocabulary, list);
    for (size_t i = 0; i < count; i++) {
        const struct term *term = vocabulary_at(vocabulary, list, i);
        bool fits = begins(completing, term->id) || begins(completing, term->label) || begins(completing, term->written.label);
        for (size_t j = 0; j < term->label_count && !fits; j++)
            fits = begins(completing, term->labels[j]);
        if (fits)
            offer_completion(completing, written, term->id, term->definition ? term->definition : term->label);
    }
    for (size_t i = 0; i < count; i++) {
        const struct term *term = vocabulary_at(vocabulary, list, i);
        for (size_t j = 0; j < term->synonym_count; j++) {
            if (begins(completing, term->synonyms[j]))
                offer_completion(completing, written, term->id, term->definition ? term->definition : term->label);
        }
    }
    if (key == KEY_ONLY && begins(completing, "fathers"))
        offer_completion(completing, written, "fathers", CHIP_FATHERS);
}

/* A place, with what lies around it: there is more than one Newport. */
static void complete_place(struct completing *completing, place_id place, const char *written)
{
    const struct gazetteer *gazetteer = completing->setting->catalogue->gazetteer;
    place_id around = place_around(gazetteer, place);
    if (around == PLACE_NONE)
        around = place_nation(gazetteer, place);
    const char *label = around != PLACE_NONE && around != place ? gazetteer_at(gazetteer, around)->name : "";
    offer_completion(completing, written, gazetteer_at(gazetteer, place)->name, label);
}

static void complete_places(struct completing *completing, const char *text, size_t length, const char *written)
{
    const struct gazetteer *gazetteer = completing->setting->catalogue->gazetteer;
    place_id near[PLACES_MOST];
    if (completing->typed.length == 0) {
        for (place_id place = 0; place < gazetteer_count(gazetteer); place++) {
            if (gazetteer_at(gazetteer, place)->kind == PLACE_NATION)
                complete_place(completing, place, written);
        }
        return;
    }
    struct whereabouts exact = gazetteer_whereabouts(gazetteer, text, length);
    if (exact.place != PLACE_NONE && exact.outcode[0])
        offer_completion(completing, written, exact.outcode, gazetteer_at(gazetteer, exact.place)->name);
    else if (exact.place != PLACE_NONE)
        complete_place(completing, exact.place, written);
    size_t count = gazetteer_near(gazetteer, text, length, near, PLACES_MOST);
    for (size_t i = 0; i < count; i++)
        complete_place(completing, near[i], written);
}

/* Values that are no words of the vocabulary: the usual ones, as they stand in a line. */
static void complete_usual(struct completing *completing, enum key key, const char *written)
{
    static const struct {
        enum key key;
        const char *words[8];
    } usual[] = {
        {KEY_PREGNANT, {"any", "12", "20", "28", "36"}}, {KEY_CHILD, {"any", "6w", "3m", "6m", "12m", "2y"}}, {KEY_AFTER, {"loss"}},
        {KEY_AGE, {"16", "17", "18", "19"}},             {KEY_NEAR, {"1mi", "5mi", "10mi", "10km"}},          {KEY_CHECKED, {"6m", "12m", "24m"}},
        {KEY_TIME, {"morning", "afternoon", "evening"}}, {KEY_DAY, {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}},
    };
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        for (size_t j = 0; usual[i].key == key && j < sizeof usual[i].words / sizeof *usual[i].words && usual[i].words[j]; j++) {
            const char *label = key == KEY_DAY ? words_weekday((uint32_t)j) : key == KEY_TIME ? words_part_of_day((uint32_t)j) : "";
            if (begins(completing, usual[i].words[j]) || begins(completing, label))
                offer_completion(completing, written, usual[i].words[j], label);
        }
    }
    if (completing->typed.length == 0 && (key == KEY_DUE || key == KEY_BORN || key == KEY_ON)) {
        struct buffer today = {0};
        date_iso(&today, completing->setting->today);
        offer_completion(completing, written, buffer_text(&today), _(criteria[key].help));
        buffer_free(&today);
    }
}

static void complete_values(struct completing *completing, enum key key, const char *text, size_t length, const char *written)
{
    if (key == KEY_IN)
        complete_places(completing, text, length, written);
    else if (criteria[key].list >= 0)
        complete_terms(completing, key, written);
    else
        complete_usual(completing, key, written);
}

/* No key typed yet: keys, and then whole terms whose value begins so, that nobody need know the keys. */
static void complete_term(struct completing *completing, const char *text, size_t length)
{
    complete_keys(completing);
    if (completing->typed.length < WORD_LETTERS)
        return;
    if (completing->typed.length >= PLACE_LETTERS)
        complete_places(completing, text, length, criteria[KEY_IN].key);
    for (enum key key = 0; key < KEY_WORDS; key++) {
        if (criteria[key].list >= 0 && key != KEY_ONLY && key != KEY_STATUS)
            complete_terms(completing, key, criteria[key].key);
    }
}

/* Where the value under the cursor begins: behind the colon, or the last comma that stands in no quotes. */
static size_t value_start(const char *text, size_t length, size_t from)
{
    bool quoted = false;
    for (size_t at = from; at < length; at++) {
        quoted = quoted != (text[at] == '"');
        if (!quoted && text[at] == ',')
            from = at + 1;
    }
    return from;
}

struct completions need_complete(const struct need_setting *setting, const char *line, size_t cursor, size_t most)
{
    struct completions made = {.arena = arena_new()};
    struct completing completing = {.setting = setting, .made = &made, .most = most};
    size_t length = strlen(line);
    cursor = cursor < length ? cursor : length;
    term_around(line, length, cursor, &made.from, &made.to);
    const char *term = line + made.from;
    size_t typed_length = cursor - made.from;
    size_t denied = typed_length > 0 && term[0] == '-' ? 1 : 0;
    size_t key_length = 0;
    bool keyed = need_key_at(term + denied, typed_length - denied, &key_length);
    enum key key = keyed ? key_named(term + denied, key_length) : KEY_COUNT;
    size_t value_from = keyed ? value_start(term, typed_length, denied + key_length + 1) : denied;
    size_t text_from = value_from < typed_length && term[value_from] == '"' ? value_from + 1 : value_from;
    completing.before = term;
    completing.before_length = value_from;
    fold_key(&completing.typed, term + text_from, typed_length - text_from);
    if (key != KEY_COUNT)
        complete_values(&completing, key, term + text_from, typed_length - text_from, NULL);
    else if (!keyed && text_from == value_from)
        complete_term(&completing, term + text_from, typed_length - text_from);
    buffer_wipe(&completing.typed);
    buffer_free(&completing.typed);
    return made;
}

void completions_free(struct completions *completions)
{
    if (completions->arena)
        arena_wipe(completions->arena);
    arena_free(completions->arena);
    free(completions->items);
    memset(completions, 0, sizeof *completions);
}
