/* The questions of the guide, asked one after the other. */
#include <string.h>

#include "command/linear_parts.h"
#include "command/linear_words.h"
#include "match/guide.h"

enum step { STEP_NEXT, STEP_BACK, STEP_LIST, STEP_END };

static void tell_choices(struct linear *linear, const struct guide_choice *choices, size_t count)
{
    for (size_t i = 0; i < count; i++)
        linear_format(linear, LINEAR_CHOICE, i + 1, _(choices[i].label));
}

static void tell_question(struct linear *linear, enum guide_question question)
{
    const struct guide_row *row = &guide_rows[question];
    struct buffer now = {0};
    linear_say(linear, _(row->ask));
    guide_now(&now, linear->need, linear->setting, question);
    linear_capital(&now, 0);
    if (now.length > 0)
        linear_format(linear, LINEAR_NOW, buffer_text(&now));
    if (!row->amount)
        tell_choices(linear, row->choices, row->choice_count);
    linear_say(linear, _(row->hint));
    buffer_wipe(&now);
    buffer_free(&now);
}

/* Appends what the need's place lies in, the most local first, so that another place of its name is noticed. */
static void add_around(struct buffer *words, const struct gazetteer *gazetteer, place_id id)
{
    const struct place *place = gazetteer_at(gazetteer, id);
    if (strcmp(place->name, buffer_text(words)) != 0) /* it was a postcode: the place that this is in */
        buffer_format(words, "%s%s", PROMPT_COMMA, place->name);
    for (int kind = PLACE_KIND_COUNT - 1; kind >= PLACE_NATION; kind--) {
        for (size_t i = 0; i < place->ancestor_count && kind != PLACE_GROUP; i++) {
            const struct place *around = gazetteer_at(gazetteer, place->ancestors[i]);
            if ((int)around->kind == kind)
                buffer_format(words, "%s%s", PROMPT_COMMA, around->name);
        }
    }
}

/* Says back what was taken. */
static void tell_taken(struct linear *linear, enum guide_question question, const char *terms)
{
    struct buffer words = {0};
    guide_now(&words, linear->need, linear->setting, question);
    linear_capital(&words, 0);
    if (*terms == '\0') {
        linear_say(linear, LINEAR_LEFT_OPEN);
    } else if (words.length == 0) { /* terms of the grammar that are about something else */
        linear_tell_need(linear);
    } else {
        place_id place = question == GUIDE_WHERE ? need_place(linear->need) : PLACE_NONE;
        if (place != PLACE_NONE)
            add_around(&words, linear->catalogue->gazetteer, place);
        linear_format(linear, LINEAR_TAKEN, buffer_text(&words));
    }
    if (need_after_loss(linear->need) && question == GUIDE_STAGE)
        linear_say(linear, LINEAR_LOSS);
    buffer_wipe(&words);
    buffer_free(&words);
}

/* Takes the answer into the need. False when this catalogue's words do not allow it. */
static bool take(struct linear *linear, enum guide_question question, const struct guide_answer *answer)
{
    struct need *need = need_copy(linear->need);
    if (!guide_apply(need, linear->setting, question, answer)) {
        need_free(need);
        linear_say(linear, LINEAR_NOT_KNOWN);
        return false;
    }
    linear_take(linear, need);
    tell_taken(linear, question, answer->terms);
    return true;
}

static void help(struct linear *linear)
{
    linear_say_all(linear, linear_help_guide);
}

static bool ask(struct linear *linear, enum guide_question question)
{
    struct buffer prompt = {0};
    linear_prompt_add(&prompt, guide_rows[question].amount ? PROMPT_ANSWER : PROMPT_ANSWER_OR_NUMBER);
    linear_prompt_add(&prompt, PROMPT_SKIP);
    linear_prompt_add(&prompt, PROMPT_BACK);
    linear_prompt_add(&prompt, PROMPT_LIST);
    if (linear->before_count > 0)
        linear_prompt_add(&prompt, PROMPT_UNDO);
    return linear_ask(linear, &prompt, help);
}

/* What a line means: one of the things just offered by number, else an answer to the question. */
static struct guide_answer understand(const struct linear *linear, enum guide_question question, const struct guide_answer *offered)
{
    const char *text = buffer_text(&linear->line);
    size_t number = linear_number(text);
    if (offered->choice_count > 0 && number > 0 && number <= offered->choice_count)
        return guide_choose(&offered->choices[number - 1]);
    return guide_understand(question, linear->setting, text);
}

/* Asks one question until it is answered or left. *opens is what the answer leads to. */
static enum step ask_until_answered(struct linear *linear, enum guide_question question, enum guide_question *opens)
{
    struct guide_answer offered = {.opens = GUIDE_NONE};
    enum step step = STEP_END;
    *opens = GUIDE_NONE;
    tell_question(linear, question);
    while (ask(linear, question)) {
        const char *text = buffer_text(&linear->line);
        step = linear_is(text, TYPED_BACK) ? STEP_BACK : linear_is(text, TYPED_LIST) ? STEP_LIST : STEP_END;
        if (step != STEP_END)
            break;
        if (linear_is(text, TYPED_UNDO)) {
            linear_say(linear, linear_undo(linear) ? LINEAR_UNDONE : LINEAR_NOTHING_TO_UNDO);
            tell_question(linear, question);
            guide_answer_free(&offered);
            continue;
        }
        struct guide_answer answer = understand(linear, question, &offered);
        guide_answer_free(&offered);
        bool done = answer.meaning == GUIDE_SKIPPED || (answer.meaning == GUIDE_TAKEN && take(linear, question, &answer));
        if (done) {
            *opens = answer.opens;
            guide_answer_free(&answer);
            return STEP_NEXT;
        }
        if (answer.sentence) {
            linear_say(linear, answer.sentence);
            tell_choices(linear, answer.choices, answer.choice_count);
        }
        offered = answer;
    }
    guide_answer_free(&offered);
    return step;
}

bool linear_guide(struct linear *linear, bool from_last)
{
    struct guide_path path = {0};
    enum guide_question question = GUIDE_WHERE;
    for (; from_last && question < GUIDE_HOW; question++)
        guide_path_add(&path, question);
    while (question != GUIDE_NONE) {
        enum guide_question opens;
        switch (ask_until_answered(linear, question, &opens)) {
        case STEP_END:
            return false;
        case STEP_LIST:
            return true;
        case STEP_BACK:
            if (!guide_path_back(&path, &question))
                linear_say(linear, LINEAR_FIRST_QUESTION);
            break;
        case STEP_NEXT:
            guide_path_add(&path, question);
            question = guide_next(question, opens);
            break;
        }
    }
    return true;
}
