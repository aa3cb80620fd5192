/* What is looked for: changed, searched, and brought back. */
#include <stdlib.h>
#include <string.h>

#include "command/linear_parts.h"
#include "command/linear_words.h"
#include "match/criteria.h"

static bool same_need(const struct need *left, const struct need *right)
{
    struct buffer left_line = {0};
    struct buffer right_line = {0};
    need_line(&left_line, left);
    need_line(&right_line, right);
    bool same = strcmp(buffer_text(&left_line), buffer_text(&right_line)) == 0;
    buffer_wipe(&left_line);
    buffer_wipe(&right_line);
    buffer_free(&left_line);
    buffer_free(&right_line);
    return same;
}

bool linear_take(struct linear *linear, struct need *need)
{
    if (same_need(need, linear->need)) {
        need_free(need);
        return false;
    }
    if (linear->before_count == LINEAR_UNDO_MOST) {
        need_free(linear->before[0]);
        memmove(linear->before, linear->before + 1, (LINEAR_UNDO_MOST - 1) * sizeof *linear->before);
        linear->before_count--;
    }
    linear->before[linear->before_count++] = linear->need;
    linear->need = need;
    return true;
}

bool linear_undo(struct linear *linear)
{
    if (linear->before_count == 0)
        return false;
    need_free(linear->need);
    linear->need = linear->before[--linear->before_count];
    return true;
}

/* Takes away the terms of a key that are not denied. */
static void remove_key(struct need *need, enum key key)
{
    for (size_t i = need_count(need); i-- > 0;) {
        if (need_at(need, i)->key == key && !need_at(need, i)->denied)
            need_remove(need, i);
    }
}

/* Adds a term as choosing it would: a person is in one place, at one stage, of one age; formats are alternatives. */
static bool add_term(struct need *need, const struct need_setting *setting, const struct need_term *term, struct need_error *error)
{
    struct buffer line = {0};
    bool understood = true;
    need_term_line(&line, term);
    if (!need_has(need, setting, buffer_text(&line))) {
        if (criteria[term->key].joins == FACET_NONE && term->key != KEY_WORDS && !term->denied)
            remove_key(need, term->key);
        understood = need_toggle(need, setting, buffer_text(&line), error);
    }
    buffer_wipe(&line);
    buffer_free(&line);
    return understood;
}

/* Where bare words are the name of a place, says how to mean it. */
static void hint_place(struct linear *linear, const struct need *added, const char *terms)
{
    const struct gazetteer *gazetteer = linear->catalogue->gazetteer;
    for (size_t i = 0; i < need_count(added); i++) {
        if (need_at(added, i)->key != KEY_WORDS)
            return;
    }
    place_id place = gazetteer_find(gazetteer, terms, strlen(terms));
    if (place == PLACE_NONE)
        return;
    const char *name = gazetteer_at(gazetteer, place)->name;
    linear_format(linear, LINEAR_MEAN_PLACE, name, name);
}

bool linear_add_terms(struct linear *linear, const char *terms, bool search)
{
    struct need *added = need_new();
    struct need *need = need_copy(linear->need);
    struct need_error error = {0};
    bool understood = need_parse(added, linear->setting, terms, &error);
    for (size_t i = need_count(need); understood && search && i-- > 0;) {
        if (need_at(need, i)->key == KEY_WORDS)
            need_remove(need, i);
    }
    for (size_t i = 0; understood && i < need_count(added); i++)
        understood = add_term(need, linear->setting, need_at(added, i), &error);
    if (understood) {
        if (!linear_take(linear, need))
            linear_say(linear, LINEAR_ALREADY);
        hint_place(linear, added, terms);
    } else {
        linear_format(linear, LINEAR_WRONG, error.sentence ? error.sentence : "");
        linear_say(linear, LINEAR_UNCHANGED);
        need_free(need);
    }
    need_error_free(&error);
    need_free(added);
    return understood;
}

static void tell_chips(struct linear *linear)
{
    if (need_count(linear->need) == 0)
        linear_say(linear, LINEAR_NOTHING_CHOSEN);
    for (size_t i = 0; i < need_count(linear->need); i++) {
        struct buffer chip = {0};
        need_term_words(&chip, linear->setting, need_at(linear->need, i));
        linear_capital(&chip, 0);
        linear_format(linear, LINEAR_CHIP, i + 1, buffer_text(&chip));
        buffer_wipe(&chip);
        buffer_free(&chip);
    }
}

static void take_away(struct linear *linear, size_t number)
{
    struct need *need = need_copy(linear->need);
    if (number == 0) {
        need_clear(need);
        linear_say(linear, linear_take(linear, need) ? LINEAR_ALL_TAKEN_AWAY : LINEAR_ALREADY);
        return;
    }
    struct buffer chip = {0};
    need_term_words(&chip, linear->setting, need_at(need, number - 1));
    need_remove(need, number - 1);
    linear_take(linear, need);
    linear_format(linear, LINEAR_TAKEN_AWAY, buffer_text(&chip));
    buffer_wipe(&chip);
    buffer_free(&chip);
}

static void help(struct linear *linear)
{
    linear_say_all(linear, linear_help_change);
    for (size_t key = 0; key < KEY_COUNT; key++)
        linear_format(linear, LINEAR_FACT, criteria[key].example, _(criteria[key].help));
}

static bool ask_change(struct linear *linear)
{
    struct buffer prompt = {0};
    if (need_count(linear->need) > 0) {
        linear_prompt_add(&prompt, PROMPT_TAKE_AWAY);
        linear_prompt_add(&prompt, PROMPT_TAKE_ALL_AWAY);
    }
    linear_prompt_add(&prompt, PROMPT_ADD);
    linear_prompt_add(&prompt, PROMPT_QUESTIONS);
    if (linear->before_count > 0)
        linear_prompt_add(&prompt, PROMPT_UNDO);
    linear_prompt_add(&prompt, PROMPT_GO_ON);
    return linear_ask(linear, &prompt, help);
}

/* One line of the dialogue, which was neither the end nor a step. */
static void change_by(struct linear *linear, const char *text)
{
    size_t number = linear_number(text);
    size_t count = need_count(linear->need);
    if (linear_is(text, TYPED_UNDO))
        linear_say(linear, linear_undo(linear) ? LINEAR_UNDONE : LINEAR_NOTHING_TO_UNDO);
    else if (number != SIZE_MAX && number <= count)
        take_away(linear, number);
    else if (number != SIZE_MAX && count > 0)
        linear_format(linear, LINEAR_NO_SUCH_NUMBER(count), text, count);
    else if (number != SIZE_MAX)
        linear_say(linear, LINEAR_NOTHING_CHOSEN);
    else
        linear_add_terms(linear, text, false);
}

bool linear_change(struct linear *linear)
{
    for (;;) {
        tell_chips(linear);
        if (!ask_change(linear))
            return false;
        /* The line is overwritten by the next question. */
        struct buffer text = {0};
        buffer_add_text(&text, buffer_text(&linear->line));
        bool done = text.length == 0 || linear_is(buffer_text(&text), TYPED_BACK_OR_LIST);
        bool questions = !done && linear_is(buffer_text(&text), TYPED_QUESTIONS);
        if (!done && !questions)
            change_by(linear, buffer_text(&text));
        buffer_wipe(&text);
        buffer_free(&text);
        if (done)
            return true;
        if (questions)
            return linear_guide(linear, false);
    }
}
