/* The grammar of a need: a line of terms, or one argument of a command line. */
#include <stdlib.h>
#include <string.h>

#include "match/criteria.h"
#include "match/need_parts.h"
#include "match/words.h"
#include "text/fold.h"
#include "text/memory.h"
#include "text/safe.h"

/* The words of a value that may follow without quotes, in bytes: longer than any name. */
enum { RUN_LONGEST = 160 };

struct scan {
    const struct need_setting *setting;
    struct need *need;
    struct need_error *error; /* may be NULL */
    const char *line;
    size_t at;
    size_t end;
    bool one_term; /* an argument: spaces do not end it */
    bool denied;   /* the term being read begins with "-" */
};

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (unsigned char)byte >= 0x80;
}

static void skip_spaces(struct scan *scan)
{
    while (scan->at < scan->end && is_space(scan->line[scan->at]))
        scan->at++;
}

static bool fail_at(struct scan *scan, size_t from, size_t to)
{
    if (scan->error) {
        scan->error->at = from;
        scan->error->length = to - from;
    }
    return false;
}

/* A web address ("https://…") and a time ("10:30") have a colon and no key. */
bool need_key_at(const char *text, size_t length, size_t *key_length)
{
    size_t at = 0;
    bool letters = false;
    while (at < length && (is_letter(text[at]) || (at > 0 && (text[at] == '-' || text[at] == '_' || (text[at] >= '0' && text[at] <= '9'))))) {
        letters = letters || is_letter(text[at]);
        at++;
    }
    if (!letters || at == length || text[at] != ':' || (length - at > 2 && text[at + 1] == '/' && text[at + 2] == '/'))
        return false;
    *key_length = at;
    return true;
}

/* Whether what begins here cannot be part of an unquoted value: a term of its own. In an argument only a key that is known is one. */
static bool term_begins(const struct scan *scan, size_t at)
{
    size_t key_length;
    if (!scan->one_term && (scan->line[at] == '-' || scan->line[at] == '"'))
        return true;
    if (!need_key_at(scan->line + at, scan->end - at, &key_length))
        return false;
    return !scan->one_term || key_named(scan->line + at, key_length) != KEY_COUNT;
}

/* Where an unquoted value that begins at `at` must end at the latest. */
static size_t run_end(const struct scan *scan)
{
    size_t at = scan->at;
    while (at < scan->end && scan->line[at] != '"') {
        if (at > scan->at && is_space(scan->line[at - 1]) && !is_space(scan->line[at]) && term_begins(scan, at))
            break;
        at++;
    }
    while (at > scan->at && is_space(scan->line[at - 1]))
        at--;
    return at;
}

static bool run_may_end(const struct scan *scan, size_t at, size_t last)
{
    if (scan->line[at - 1] == ',') /* a comma joins: folding would make nothing of one at the end */
        return false;
    return at == last || scan->line[at] == ',' || (!scan->one_term && is_space(scan->line[at]) && !is_space(scan->line[at - 1]));
}

/* The end of the unquoted value at scan->at: the longest run of words and commas that is known as a whole, else one word (of an
 * argument: all up to a comma). */
static size_t value_end(const struct scan *scan, enum key key)
{
    size_t last = run_end(scan);
    size_t longest = last;
    if (longest - scan->at > RUN_LONGEST)
        longest = scan->at + RUN_LONGEST;
    struct arena *arena = arena_new();
    size_t end = longest;
    for (; end > scan->at; end--) {
        struct need_value value = {0};
        if (run_may_end(scan, end, last) && criteria[key].parse(key, scan->setting, arena, scan->line + scan->at, end - scan->at, &value, NULL))
            break;
    }
    arena_wipe(arena);
    arena_free(arena);
    if (end > scan->at)
        return end;
    end = scan->at;
    while (end < last && scan->line[end] != ',' && (scan->one_term || !is_space(scan->line[end])))
        end++;
    return end;
}

struct found_values {
    struct need_value *items;
    size_t count;
};

/* Appends a value unless it is there already; one that is one too many is an error. */
static bool found_add(struct scan *scan, struct found_values *found, const struct need_value *value)
{
    for (size_t i = 0; i < found->count; i++) {
        if (strcmp(found->items[i].words, value->words) == 0)
            return true;
    }
    if (found->count == NEED_VALUES_MOST) {
        need_wrong(scan->error, WRONG_MANY, (unsigned)NEED_VALUES_MOST);
        return false;
    }
    found->items[found->count++] = *value;
    return true;
}

static bool parse_value(struct scan *scan, enum key key, size_t from, size_t to, struct found_values *found)
{
    while (to > from && is_space(scan->line[to - 1]))
        to--;
    while (from < to && is_space(scan->line[from]))
        from++;
    if (from == to)
        return true;
    struct need_value value = {0};
    if (!criteria[key].parse(key, scan->setting, scan->need->arena, scan->line + from, to - from, &value, scan->error)) {
        need_wrong_meant(scan->error, key);
        if (scan->denied)
            need_meant_denied(scan->error);
        return fail_at(scan, from, to);
    }
    return found_add(scan, found, &value) || fail_at(scan, from, to);
}

/* Reads the values after "key:" into found. A comma joins; a space after the colon or a comma is allowed where a value follows. */
static bool parse_values(struct scan *scan, enum key key, struct found_values *found)
{
    for (;;) {
        size_t before = scan->at;
        skip_spaces(scan);
        if (scan->at == scan->end || (scan->at > before && scan->line[scan->at] != '"' && term_begins(scan, scan->at))) {
            scan->at = before;
            return true;
        }
        size_t from = scan->at;
        size_t to;
        if (scan->line[from] == '"') {
            from++;
            to = from;
            while (to < scan->end && scan->line[to] != '"')
                to++;
            scan->at = to < scan->end ? to + 1 : to;
        } else {
            to = value_end(scan, key);
            scan->at = to;
        }
        if (!parse_value(scan, key, from, to, found))
            return false;
        if (scan->at == scan->end || scan->line[scan->at] != ',')
            return true;
        scan->at++;
    }
}

static bool take_values(struct scan *scan, enum key key, const struct found_values *found, size_t from)
{
    if (found->count == 0) {
        const char *typed = need_typed(scan->error, criteria[key].key, strlen(criteria[key].key));
        need_wrong(scan->error, WRONG_EMPTY, typed, criteria[key].example);
        return fail_at(scan, from, scan->at);
    }
    if (scan->need->count == NEED_TERMS_MOST) {
        need_wrong(scan->error, WRONG_MANY, (unsigned)NEED_TERMS_MOST);
        return fail_at(scan, from, scan->at);
    }
    struct need_value *values = arena_get(scan->need->arena, found->count, sizeof *values);
    memcpy(values, found->items, found->count * sizeof *values);
    need_append(scan->need, (struct need_term){.key = key, .denied = scan->denied, .values = values, .count = found->count});
    return true;
}

static bool parse_keyed(struct scan *scan, enum key key, size_t from)
{
    struct found_values found = {.items = memory_new(NEED_VALUES_MOST, sizeof *found.items)};
    bool understood = parse_values(scan, key, &found);
    understood = understood && take_values(scan, key, &found, from);
    memory_wipe(found.items, NEED_VALUES_MOST * sizeof *found.items);
    free(found.items);
    return understood;
}

static bool unknown_key(struct scan *scan, size_t from, size_t length)
{
    const char *typed = need_typed(scan->error, scan->line + from, length);
    enum key near[3];
    size_t count = scan->error ? keys_near(scan->line + from, length, near, 3) : 0;
    need_wrong(scan->error, count > 0 ? WRONG_KEY : WRONG_KEY_HINT, typed);
    size_t rest = from + length + 1;
    size_t rest_length = 0;
    while (rest + rest_length < scan->end && (scan->one_term || !is_space(scan->line[rest + rest_length])))
        rest_length++;
    for (size_t i = 0; i < count; i++) {
        /* The value is kept where it stands under that key too; else an example shows what can stand there. */
        struct need_value value = {0};
        if (rest_length > 0 && criteria[near[i]].parse(near[i], scan->setting, scan->need->arena, scan->line + rest, rest_length, &value, NULL))
            need_meant(scan->error, near[i], value.words);
        else
            need_meant_term(scan->error, criteria[near[i]].example);
    }
    need_wrong_meant(scan->error, KEY_COUNT);
    if (scan->denied)
        need_meant_denied(scan->error);
    return fail_at(scan, from, from + length);
}

/* Free text: one word, or a phrase in quotes. What folds to nothing ("&" does not, "…" does) says nothing and is left out. */
static bool parse_words(struct scan *scan, size_t from, size_t to, bool phrase)
{
    struct buffer folded = {0};
    fold_words(&folded, scan->line + from, to - from);
    bool empty = folded.length == 0;
    buffer_wipe(&folded);
    buffer_free(&folded);
    if (empty)
        return true;
    if (scan->need->count == NEED_TERMS_MOST) {
        need_wrong(scan->error, WRONG_MANY, (unsigned)NEED_TERMS_MOST);
        return fail_at(scan, from, to);
    }
    struct buffer safe = {0};
    safe_text(&safe, scan->line + from, to - from, false);
    struct need_value *value = arena_get(scan->need->arena, 1, sizeof *value);
    value->words = arena_copy(scan->need->arena, buffer_text(&safe), safe.length);
    value->number = phrase;
    need_append(scan->need, (struct need_term){.key = KEY_WORDS, .denied = scan->denied, .phrase = phrase, .values = value, .count = 1});
    buffer_wipe(&safe);
    buffer_free(&safe);
    return true;
}

static bool parse_free_text(struct scan *scan)
{
    size_t from = scan->at;
    if (scan->line[from] == '"') {
        size_t to = from + 1;
        while (to < scan->end && scan->line[to] != '"')
            to++;
        scan->at = to < scan->end ? to + 1 : to;
        return parse_words(scan, from + 1, to, true);
    }
    /* Of an argument that is denied, all words together are what is not wanted. */
    bool whole = scan->one_term && scan->denied;
    bool spaces = false;
    size_t to = from;
    while (to < scan->end && scan->line[to] != '"' && (whole || !is_space(scan->line[to]))) {
        spaces = spaces || is_space(scan->line[to]);
        to++;
    }
    scan->at = to;
    return parse_words(scan, from, to, spaces);
}

static bool parse_term(struct scan *scan)
{
    size_t from = scan->at;
    scan->denied = scan->line[from] == '-';
    if (scan->denied)
        scan->at++;
    if (scan->at == scan->end || (scan->denied && is_space(scan->line[scan->at])))
        return true;
    size_t key_length;
    if (!need_key_at(scan->line + scan->at, scan->end - scan->at, &key_length))
        return parse_free_text(scan);
    size_t key_from = scan->at;
    enum key key = key_named(scan->line + key_from, key_length);
    if (key == KEY_COUNT)
        return unknown_key(scan, key_from, key_length);
    scan->at += key_length + 1;
    return parse_keyed(scan, key, from);
}

/* All or nothing: when a term is not understood, those before it are taken back. */
static bool parse_all(struct scan *scan)
{
    if (scan->error)
        memset(scan->error, 0, sizeof *scan->error);
    size_t before = scan->need->count;
    for (;;) {
        skip_spaces(scan);
        if (scan->at == scan->end)
            return true;
        if (!parse_term(scan)) {
            while (scan->need->count > before)
                need_remove(scan->need, scan->need->count - 1);
            return false;
        }
    }
}

bool need_parse(struct need *need, const struct need_setting *setting, const char *line, struct need_error *error)
{
    struct scan scan = {.setting = setting, .need = need, .error = error, .line = line, .end = strlen(line)};
    return parse_all(&scan);
}

bool need_add(struct need *need, const struct need_setting *setting, const char *argument, struct need_error *error)
{
    struct scan scan = {.setting = setting, .need = need, .error = error, .line = argument, .end = strlen(argument), .one_term = true};
    return parse_all(&scan);
}
