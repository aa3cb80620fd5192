#include "read/mapping_guess.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "catalogue/field.h"
#include "read/csv_rows.h"
#include "read/open_referral_text.h"
#include "text/buffer.h"
#include "text/date.h"
#include "text/fold.h"

enum {
    ROWS_MOST = 500,
    COLUMNS_MOST = 200,
    WORDS_MOST = 60,
    VALUE_MOST = 200, /* bytes of a cell that may be a word */
};

/* What columns are called in the spreadsheets of charities and councils; folded. */
static const struct {
    const char *header;
    const char *field;
} known[] = {
    {"service name", "name"}, {"group name", "name"}, {"name of service", "name"}, {"name of group", "name"}, {"title", "name"}, {"service", "name"},
    {"activity", "name"}, {"group", "name"}, {"organisation", "provider"}, {"organization", "provider"}, {"charity", "provider"}, {"run by", "provider"},
    {"organisation name", "provider"}, {"delivered by", "provider"}, {"lead organisation", "provider"}, {"description", "summary"}, {"about the service", "summary"},
    {"details", "summary"}, {"what is it", "summary"}, {"what it does", "summary"}, {"purpose", "summary"}, {"what we do", "summary"}, {"service description", "summary"}, {"overview", "summary"},
    {"area", "areas"}, {"areas covered", "areas"}, {"area covered", "areas"}, {"council", "areas"}, {"council area", "areas"}, {"local authority", "areas"},
    {"region", "areas"}, {"locality", "areas"}, {"health board", "areas"}, {"where", "areas"}, {"venue", "meets_place"}, {"location", "meets_place"},
    {"town", "meets_place"}, {"venue name", "meets_place"}, {"building", "meets_place"}, {"address", "meets_address"}, {"street", "meets_address"},
    {"venue address", "meets_address"}, {"address 1", "meets_address"}, {"address line 1", "meets_address"}, {"address 2", "meets_address"},
    {"address line 2", "meets_address"}, {"post code", "meets_postcode"}, {"postcode", "meets_postcode"}, {"postal code", "meets_postcode"}, {"telephone", "phone"}, {"tel", "phone"},
    {"tel no", "phone"}, {"phone number", "phone"}, {"telephone number", "phone"}, {"contact number", "phone"}, {"mobile", "phone"}, {"e mail", "email"},
    {"email address", "email"}, {"contact email", "email"}, {"website", "web"}, {"web site", "web"}, {"url", "web"}, {"web address", "web"}, {"link", "web"},
    {"web page", "web"}, {"type", "formats"}, {"type of support", "formats"}, {"format", "formats"}, {"support type", "formats"}, {"how", "formats"}, {"target group", "who"}, {"audience", "who"},
    {"for whom", "who"}, {"who is it for", "who"}, {"who for", "who"}, {"day", "when"}, {"days", "when"}, {"time", "when"}, {"times", "when"}, {"day and time", "when"}, {"when is it", "when"},
    {"opening hours", "hours"}, {"opening times", "hours"}, {"cost", "cost"}, {"price", "cost"}, {"fee", "cost"}, {"charge", "cost"}, {"language", "languages"},
    {"how to join", "how_to_join"}, {"how to access", "how_to_join"}, {"how to refer", "how_to_join"}, {"access", "how_to_join"}, {"referral route", "referral"},
    {"referrals", "referral"}, {"waiting list", "wait"}, {"waiting time", "wait"}, {"last checked", "checked"}, {"last updated", "checked"}, {"date checked", "checked"},
    {"updated", "checked"}, {"checked on", "checked"}, {"checked by", "checked_by"}, {"comments", "notes"}, {"internal notes", "notes"}, {"note", "notes"},
    {"latitude", "meets_latitude"}, {"lat", "meets_latitude"}, {"longitude", "meets_longitude"}, {"long", "meets_longitude"}, {"lng", "meets_longitude"},
    {"id", "service"}, {"service id", "service"}, {"ref", "service"}, {"reference", "service"}, {"topic", "about"}, {"topics", "about"}, {"condition", "about"},
    {"features", "with"}, {"facilities", "with"},
};

struct guessing {
    struct arena *arena;
    struct guess *guess;
    char **cells; /* of ROWS_MOST rows, COLUMNS_MOST each; NULL for an empty one */
};

static bool take(void *data, const struct csv_row *row)
{
    struct guessing *guessing = data;
    struct guess *guess = guessing->guess;
    if (row->number == 0) {
        guess->column_count = row->count < COLUMNS_MOST ? row->count : COLUMNS_MOST;
        guess->columns = arena_get(guessing->arena, guess->column_count, sizeof *guess->columns);
        guessing->cells = arena_get(guessing->arena, ROWS_MOST * guess->column_count, sizeof *guessing->cells);
        for (size_t i = 0; i < guess->column_count; i++)
            guess->columns[i].header = arena_copy(guessing->arena, row->cells[i].text, row->cells[i].length);
        return true;
    }
    for (size_t i = 0; i < row->count && i < guess->column_count; i++)
        if (row->cells[i].length > 0)
            guessing->cells[guess->rows * guess->column_count + i] = arena_copy(guessing->arena, row->cells[i].text, row->cells[i].length);
    return ++guess->rows < ROWS_MOST;
}

static const char *cell(const struct guessing *guessing, size_t row, size_t column)
{
    return guessing->cells[row * guessing->guess->column_count + column];
}

static void guess_by_name(struct guess_column *column)
{
    struct buffer folded = {0};
    fold_words(&folded, column->header, strlen(column->header));
    const char *name = buffer_text(&folded);
    enum field field = field_named(column->header, strlen(column->header));
    if (field != FIELD_COUNT && field != FIELD_ID) {
        column->field = field_table[field].name;
        column->by = GUESS_NAME;
    }
    for (size_t i = 0; i < sizeof known / sizeof known[0] && column->by != GUESS_NAME && folded.length > 0; i++)
        if (strcmp(known[i].header, name) == 0) {
            column->field = known[i].field;
            column->by = GUESS_NAME;
        }
    struct near_name near = near_name_of(name);
    for (size_t i = 0; i < sizeof known / sizeof known[0] && column->by == GUESS_NONE && folded.length > 3; i++)
        near_name_try(&near, known[i].header);
    for (size_t i = 0; i < sizeof known / sizeof known[0] && column->by == GUESS_NONE && near.name != NULL; i++)
        if (strcmp(known[i].header, near.name) == 0) {
            column->field = known[i].field;
            column->by = GUESS_NEAR;
        }
    for (size_t i = 0; i < sizeof known / sizeof known[0] && column->by == GUESS_NONE; i++) {
        size_t length = strlen(known[i].header);
        const char *at = length > 4 ? strstr(name, known[i].header) : NULL;
        if (at != NULL && (at == name || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0')) {
            column->field = known[i].field;
            column->by = GUESS_NEAR;
        }
    }
    buffer_free(&folded);
}

enum look { LOOK_POSTCODE, LOOK_PHONE, LOOK_EMAIL, LOOK_WEB, LOOK_DATE, LOOK_PLACE, LOOK_COUNT };
static const char *const look_fields[LOOK_COUNT] = {"meets_postcode", "phone", "email", "web", "checked", "areas"};

static bool looks(enum look look, const char *text, const struct gazetteer *gazetteer)
{
    size_t length = strlen(text);
    size_t start;
    size_t phone;
    struct date date;
    switch (look) {
    case LOOK_POSTCODE:
        return gazetteer_is_postcode(text, length);
    case LOOK_PHONE:
        return length < 40 && phone_in_text(text, length, &start, &phone);
    case LOOK_EMAIL:
        return length < VALUE_MOST && strchr(text, '@') != NULL && strpbrk(text, " \n") == NULL;
    case LOOK_WEB:
        return strncasecmp(text, "http://", 7) == 0 || strncasecmp(text, "https://", 8) == 0 || strncasecmp(text, "www.", 4) == 0;
    case LOOK_DATE:
        return length < 30 && date_parse(text, length, &date);
    case LOOK_PLACE:
        return length < VALUE_MOST && gazetteer_find(gazetteer, text, length) != PLACE_NONE;
    case LOOK_COUNT:
        break;
    }
    return false;
}

static const enum vocabulary_list word_lists[] = {LIST_FORMATS, LIST_WHO, LIST_LANGUAGES, LIST_ABOUT, LIST_WITH, LIST_REFERRAL, LIST_STATUS, LIST_KIND, LIST_FOR};

/* What separates words in the cells of a column: the mark that stands in most of them. */
static const char *separator(const struct guessing *guessing, size_t column)
{
    static const char *const marks[] = {";", ",", "/", "|"};
    size_t best = 0;
    size_t most = 0;
    for (size_t mark = 0; mark < 4; mark++) {
        size_t count = 0;
        for (size_t row = 0; row < guessing->guess->rows; row++)
            count += cell(guessing, row, column) != NULL && strstr(cell(guessing, row, column), marks[mark]) != NULL;
        if (count > most) {
            best = mark;
            most = count;
        }
    }
    return marks[best];
}

/* The next word of a cell, blanks around it cut off; "" when there is none between two marks. NULL behind the last. */
static const char *next_word(struct arena *arena, const char **at, const char *mark)
{
    if (*at == NULL)
        return NULL;
    const char *from = *at;
    size_t length = strcspn(from, mark);
    *at = from[length] != '\0' ? from + length + 1 : NULL;
    while (length > 0 && strchr(" \t\n\r", *from) != NULL) {
        from++;
        length--;
    }
    while (length > 0 && strchr(" \t\n\r", from[length - 1]) != NULL)
        length--;
    return arena_copy(arena, from, length);
}

static void guess_by_values(struct guessing *guessing, size_t number, const struct gazetteer *gazetteer, const struct vocabulary *vocabulary)
{
    struct guess_column *column = &guessing->guess->columns[number];
    size_t looked[LOOK_COUNT] = {0};
    enum { LISTS = sizeof word_lists / sizeof word_lists[0] };
    size_t words[LISTS] = {0};
    const char *mark = separator(guessing, number);
    for (size_t row = 0; row < guessing->guess->rows; row++) {
        const char *text = cell(guessing, row, number);
        if (text == NULL)
            continue;
        column->filled++;
        for (size_t look = 0; look < LOOK_COUNT; look++)
            looked[look] += looks((enum look)look, text, gazetteer);
        const char *at = text;
        const char *first = strlen(text) < VALUE_MOST ? next_word(guessing->arena, &at, mark) : "";
        for (size_t list = 0; list < LISTS; list++)
            words[list] += *first != '\0' && vocabulary_find(vocabulary, word_lists[list], first, strlen(first)) != NULL;
    }
    if (column->by != GUESS_NONE)
        return;
    for (size_t look = 0; look < LOOK_COUNT; look++)
        if (looked[look] > column->fitting) {
            column->fitting = looked[look];
            column->field = look_fields[look];
        }
    for (size_t list = 0; list < LISTS; list++)
        if (words[list] > column->fitting) {
            column->fitting = words[list];
            column->field = vocabulary_list_name(word_lists[list]);
        }
    if (column->fitting * 2 > column->filled)
        column->by = GUESS_VALUES;
    else
        column->field = NULL;
}

static bool word_is_new(const struct guess_column *column, const char *text)
{
    for (size_t i = 0; i < column->word_count; i++)
        if (strcasecmp(column->words[i].theirs, text) == 0)
            return false;
    return *text != '\0' && column->word_count < WORDS_MOST;
}

/* A place that is not known stays a silence: the nearest name may be at the other end of the country. */
static void guess_place(struct guess_column *column, const struct gazetteer *gazetteer, const char *text)
{
    place_id near;
    if (gazetteer_find(gazetteer, text, strlen(text)) != PLACE_NONE || !word_is_new(column, text))
        return;
    struct guess_word word = {.theirs = text};
    if (gazetteer_near(gazetteer, text, strlen(text), &near, 1) > 0)
        word.ours = gazetteer_at(gazetteer, near)->name;
    column->words[column->word_count++] = word;
}

static void guess_word(struct guessing *guessing, struct guess_column *column, const struct vocabulary *vocabulary, enum vocabulary_list list,
                       const char *text)
{
    const struct term *near;
    if (vocabulary_find(vocabulary, list, text, strlen(text)) != NULL || !word_is_new(column, text))
        return;
    struct guess_word word = {.theirs = text};
    const char *rest = text;
    if (vocabulary_near(vocabulary, list, text, strlen(text), &near, 1) > 0)
        word.ours = near->id;
    /* "Weekly group": one of its words is one of ours. */
    for (const char *part = next_word(guessing->arena, &rest, " "); part != NULL && word.ours == NULL; part = next_word(guessing->arena, &rest, " ")) {
        const struct term *term = *part != '\0' ? vocabulary_find(vocabulary, list, part, strlen(part)) : NULL;
        word.ours = term != NULL ? term->id : NULL;
    }
    column->words[column->word_count++] = word;
}

/* Words of theirs that are none of ours. */
static void guess_words(struct guessing *guessing, size_t number, const struct gazetteer *gazetteer, const struct vocabulary *vocabulary)
{
    struct guess_column *column = &guessing->guess->columns[number];
    enum field field = column->field != NULL ? field_named(column->field, strlen(column->field)) : FIELD_COUNT;
    if (field == FIELD_COUNT || (field_table[field].is != IS_WORDS && field_table[field].is != IS_WORD && field_table[field].is != IS_PLACES))
        return;
    bool place = field_table[field].is == IS_PLACES;
    column->place = place;
    const char *mark = separator(guessing, number);
    if (*mark != ';' && field_table[field].is != IS_WORD)
        column->split = mark;
    column->words = arena_get(guessing->arena, WORDS_MOST, sizeof *column->words);
    for (size_t row = 0; row < guessing->guess->rows; row++) {
        const char *at = cell(guessing, row, number);
        if (at == NULL || strlen(at) > VALUE_MOST)
            continue;
        for (const char *word = next_word(guessing->arena, &at, mark); word != NULL; word = next_word(guessing->arena, &at, mark))
            if (place)
                guess_place(column, gazetteer, word);
            else
                guess_word(guessing, column, vocabulary, (enum vocabulary_list)field_table[field].list, word);
    }
}

/* Fields that several columns may make together; of the others the first column is the field. */
static bool may_be_several(const char *name)
{
    static const char *const names[] = {"summary", "meets_address", "notes", "when", "phone", "hours", "how_to_join", "cost", "address", NULL};
    for (const char *const *several = names; *several != NULL; several++)
        if (strcmp(*several, name) == 0)
            return true;
    enum field field = field_named(name, strlen(name));
    return field != FIELD_COUNT && field_table[field].is == IS_WORDS;
}

static void drop_seconds(struct guess *guess)
{
    for (size_t i = 0; i < guess->column_count; i++)
        for (size_t other = 0; other < i && guess->columns[i].field != NULL; other++)
            if (guess->columns[other].field != NULL && strcmp(guess->columns[other].field, guess->columns[i].field) == 0 &&
                !may_be_several(guess->columns[i].field)) {
                /* A name that is surely one goes before one that is only like it. */
                size_t loses = guess->columns[i].by < guess->columns[other].by ? other : i;
                guess->columns[loses].field = NULL;
                guess->columns[loses].by = GUESS_NONE;
            }
}

/* No list is without names: failing all else, the first column of text that is no other field. */
static void find_name(struct guess *guess)
{
    struct guess_column *first = NULL;
    for (size_t i = 0; i < guess->column_count; i++) {
        struct guess_column *column = &guess->columns[i];
        if (column->field != NULL && strcmp(column->field, "name") == 0)
            return;
        if (first == NULL && column->field == NULL && column->filled * 2 > guess->rows)
            first = column;
    }
    if (first == NULL)
        return;
    first->field = "name";
    first->by = GUESS_VALUES;
    first->fitting = first->filled;
}

bool mapping_guess(struct arena *arena, const char *file, const struct bytes *bytes, const struct gazetteer *gazetteer,
                   const struct vocabulary *vocabulary, struct problems *problems, struct guess *guess)
{
    struct guessing guessing = {.arena = arena, .guess = guess};
    *guess = (struct guess){.columns = NULL};
    csv_read(file, bytes->text, bytes->length, 0, problems, take, &guessing, NULL);
    if (guess->column_count == 0)
        return false;
    for (size_t i = 0; i < guess->column_count; i++) {
        guess_by_name(&guess->columns[i]);
        guess_by_values(&guessing, i, gazetteer, vocabulary);
    }
    drop_seconds(guess);
    find_name(guess);
    for (size_t i = 0; i < guess->column_count; i++)
        guess_words(&guessing, i, gazetteer, vocabulary);
    return true;
}
