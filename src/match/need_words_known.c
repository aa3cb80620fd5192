/* Places, days and words of the vocabulary: the values of a need that are found by name. */
#include <string.h>

#include "match/criteria.h"
#include "match/need_parts.h"
#include "match/need_values.h"
#include "match/words.h"
#include "text/fold.h"

enum { MEANT_MOST = 3 };

/* The words as a line can hold them: the grammar has no way to write a quote, and folding makes nothing of one. */
static const char *without_quotes(struct arena *arena, const char *words)
{
    char *copy = arena_text(arena, words);
    char *to = copy;
    for (const char *from = copy; *from; from++) {
        if (*from != '"')
            *to++ = *from;
    }
    *to = '\0';
    return copy;
}

static void find_whereabouts(const struct need_setting *setting, struct arena *arena, const char *text, size_t length, struct need_value *value)
{
    const struct gazetteer *gazetteer = setting->catalogue->gazetteer;
    value->where = gazetteer_whereabouts(gazetteer, text, length);
    if (value->where.place == PLACE_NONE)
        return;
    if (value->where.outcode[0])
        value->words = arena_text(arena, value->where.outcode);
    else
        value->words = without_quotes(arena, gazetteer_at(gazetteer, value->where.place)->name);
}

/* Where another key has exactly this word, that is what was meant: with:creche for about:creche. */
static void meant_elsewhere(enum key key, const struct need_setting *setting, const char *text, size_t length, struct need_error *error)
{
    struct arena *arena = arena_new();
    for (enum key other = 0; other < KEY_COUNT; other++) {
        struct need_value value = {0};
        if (other == key || (criteria[other].list < 0 && other != KEY_IN) || other == KEY_ONLY || other == KEY_STATUS)
            continue;
        if (criteria[other].parse(other, setting, arena, text, length, &value, NULL))
            need_meant(error, other, value.words);
    }
    arena_wipe(arena);
    arena_free(arena);
}

/* The outward part of what looks like a postcode: the rest is said back to nobody. */
static size_t outward_length(const char *text, size_t length)
{
    size_t letters = 0;
    for (size_t i = 0; i < length; i++)
        letters += text[i] != ' ';
    if (letters < 5)
        return length;
    for (size_t left = 3; left > 0 && length > 0; length--)
        left -= text[length - 1] != ' ';
    while (length > 0 && text[length - 1] == ' ')
        length--;
    return length;
}

bool parse_place(enum key key, const struct need_setting *setting, struct arena *arena, const char *text, size_t length, struct need_value *value,
                 struct need_error *error)
{
    find_whereabouts(setting, arena, text, length, value);
    if (value->where.place != PLACE_NONE)
        return true;
    if (!error)
        return false;
    const struct gazetteer *gazetteer = setting->catalogue->gazetteer;
    if (gazetteer_is_postcode(text, length)) {
        need_wrong(error, WRONG_POSTCODE, need_typed(error, text, outward_length(text, length)));
        return false;
    }
    place_id near[MEANT_MOST];
    size_t count = gazetteer_near(gazetteer, text, length, near, MEANT_MOST);
    need_wrong(error, WRONG_PLACE, need_typed(error, text, length));
    meant_elsewhere(key, setting, text, length, error);
    for (size_t i = 0; i < count; i++)
        need_meant(error, key, gazetteer_at(gazetteer, near[i])->name);
    return false;
}

static void take_term_value(struct arena *arena, struct need_value *value, const struct term *term)
{
    value->number = term->index;
    value->words = arena_text(arena, term->id);
}

bool parse_term(enum key key, const struct need_setting *setting, struct arena *arena, const char *text, size_t length, struct need_value *value,
                struct need_error *error)
{
    const struct vocabulary *vocabulary = setting->catalogue->vocabulary;
    enum vocabulary_list list = (enum vocabulary_list)criteria[key].list;
    const struct term *term = vocabulary_find(vocabulary, list, text, length);
    if (term) {
        take_term_value(arena, value, term);
        return true;
    }
    if (!error)
        return false;
    const struct term *near[MEANT_MOST];
    size_t count = vocabulary_near(vocabulary, list, text, length, near, MEANT_MOST);
    need_wrong(error, WRONG_WORD, need_typed(error, text, length), criteria[key].key);
    meant_elsewhere(key, setting, text, length, error);
    for (size_t i = 0; i < count; i++)
        need_meant(error, key, near[i]->id);
    return false;
}

/* Groups of the vocabulary, and fathers. */
bool parse_only(enum key key, const struct need_setting *setting, struct arena *arena, const char *text, size_t length, struct need_value *value,
                struct need_error *error)
{
    if (parse_term(key, setting, arena, text, length, value, NULL))
        return true;
    const struct term *who = vocabulary_find(setting->catalogue->vocabulary, LIST_WHO, text, length);
    if (who && who->index == WHO_FATHERS) {
        value->number = ONLY_FATHERS;
        value->words = arena_text(arena, who->id);
        return true;
    }
    if (error)
        parse_term(key, setting, arena, text, length, value, error);
    return false;
}

/* "loss", or any topic of loss by its name: what matters is that there was one. */
bool parse_after(enum key key, const struct need_setting *setting, struct arena *arena, const char *text, size_t length, struct need_value *value,
                 struct need_error *error)
{
    const struct term *topic = vocabulary_find(setting->catalogue->vocabulary, LIST_ABOUT, text, length);
    struct buffer folded = {0};
    fold_key(&folded, text, length);
    bool loss = (topic && topic->loss) || strcmp(buffer_text(&folded), "loss") == 0 || strcmp(buffer_text(&folded), "aloss") == 0;
    buffer_wipe(&folded);
    buffer_free(&folded);
    if (loss) {
        value->words = arena_text(arena, "loss");
        return true;
    }
    need_wrong(error, WRONG_AFTER, need_typed(error, text, length));
    need_meant(error, key, "loss");
    return false;
}

/* The days as people write them; English first, then as translated. */
static const char *const day_words[7] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
static const char *const day_names[7] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
static const char *const part_words[3] = {"morning", "afternoon", "evening"};

const char *day_word(uint32_t weekday)
{
    return day_words[weekday % 7];
}

const char *part_word(uint32_t part)
{
    return part_words[part % 3];
}

/* The index of the only one of the names that begins with the text, of which it takes three letters; or count. */
static uint32_t name_begun(const char *text, size_t length, const char *const *names, uint32_t count)
{
    struct buffer folded = {0};
    fold_key(&folded, text, length);
    uint32_t found = count;
    uint32_t begun = 0;
    for (uint32_t i = 0; i < count && folded.length >= 3; i++) {
        struct buffer name = {0};
        fold_key(&name, names[i], strlen(names[i]));
        if (strncmp(buffer_text(&name), buffer_text(&folded), folded.length) == 0) {
            found = i;
            begun++;
        }
        buffer_free(&name);
    }
    buffer_wipe(&folded);
    buffer_free(&folded);
    return begun == 1 ? found : count;
}

static bool parse_name(enum key key, struct arena *arena, const char *text, size_t length, struct need_value *value, struct need_error *error,
                       const char *const *names, const char *const *words, uint32_t count)
{
    value->number = name_begun(text, length, names, count);
    if (value->number < count) {
        value->words = arena_text(arena, words[value->number]);
        return true;
    }
    need_wrong(error, WRONG_WORD, need_typed(error, text, length), criteria[key].key);
    struct buffer typed = {0};
    fold_key(&typed, text, length);
    for (uint32_t i = 0; i < count && error; i++) {
        if (fold_slips(buffer_text(&typed), names[i], 2) <= 2 || fold_slips(buffer_text(&typed), words[i], 1) <= 1)
            need_meant(error, key, words[i]);
    }
    buffer_wipe(&typed);
    buffer_free(&typed);
    if (error && !error->meant[0])
        need_meant_term(error, criteria[key].example);
    return false;
}

bool parse_day(enum key key, const struct need_setting *setting, struct arena *arena, const char *text, size_t length, struct need_value *value,
               struct need_error *error)
{
    (void)setting;
    const char *names[7]; /* in the language of the run, as a whole and without what they all begin with, as in "dydd Llun" */
    const char *last[7];
    for (uint32_t day = 0; day < 7; day++) {
        names[day] = words_weekday(day);
        const char *space = strrchr(names[day], ' ');
        last[day] = space ? space + 1 : names[day];
    }
    if (name_begun(text, length, day_names, 7) == 7) {
        uint32_t day = name_begun(text, length, names, 7);
        day = day < 7 ? day : name_begun(text, length, last, 7);
        if (day < 7)
            return parse_name(key, arena, day_words[day], strlen(day_words[day]), value, error, day_names, day_words, 7);
    }
    return parse_name(key, arena, text, length, value, error, day_names, day_words, 7);
}

bool parse_time(enum key key, const struct need_setting *setting, struct arena *arena, const char *text, size_t length, struct need_value *value,
                struct need_error *error)
{
    (void)setting;
    return parse_name(key, arena, text, length, value, error, part_words, part_words, 3);
}

/* Free text has no key; the row is never reached by one. */
bool parse_free_words(enum key key, const struct need_setting *setting, struct arena *arena, const char *text, size_t length, struct need_value *value,
                      struct need_error *error)
{
    (void)key;
    (void)setting;
    (void)error;
    value->words = arena_copy(arena, text, length);
    return true;
}
