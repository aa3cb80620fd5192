/* Narrowing the list down by what the services say, with how many would fit: the facets of the screen as two questions, which and what. */
#include <string.h>

#include "command/linear_parts.h"
#include "command/linear_words.h"
#include "match/answer.h"

static void help(struct linear *linear)
{
    linear_say_all(linear, linear_help_narrow);
}

/* Asks for one of so many, more of which can be told. */
static bool ask_number(struct linear *linear, bool more)
{
    struct buffer prompt = {0};
    linear_prompt_add(&prompt, PROMPT_CHOOSE);
    if (more)
        linear_prompt_add(&prompt, PROMPT_MORE);
    if (linear->before_count > 0)
        linear_prompt_add(&prompt, PROMPT_UNDO);
    linear_prompt_add(&prompt, PROMPT_GO_BACK_BY_ENTER);
    return linear_ask(linear, &prompt, help);
}

/* What was typed; what is nothing of these is said. *number is one from 1 to count with ENTERED_NUMBER. */
enum entered { ENTERED_NUMBER, ENTERED_BACK, ENTERED_MORE, ENTERED_UNDO, ENTERED_ELSE };

static enum entered understand(struct linear *linear, size_t count, size_t *number)
{
    const char *text = buffer_text(&linear->line);
    *number = linear_number(text);
    if (*text == '\0' || linear_is(text, TYPED_BACK_OR_LIST))
        return ENTERED_BACK;
    if (linear_is(text, TYPED_MORE))
        return ENTERED_MORE;
    if (linear_is(text, TYPED_UNDO))
        return ENTERED_UNDO;
    if (*number > 0 && *number <= count)
        return ENTERED_NUMBER;
    linear_format(linear, LINEAR_NO_SUCH_NUMBER(count), text, count);
    return ENTERED_ELSE;
}

static void undo(struct linear *linear)
{
    linear_say(linear, linear_undo(linear) ? LINEAR_UNDONE : LINEAR_NOTHING_TO_UNDO);
    linear_tell_found(linear);
}

/* Tells the values from `from` on; gives the first that was not told. */
static size_t tell_values(struct linear *linear, const struct facet *facet, size_t from)
{
    size_t end = from + LINEAR_PAGE_ROWS < facet->count ? from + LINEAR_PAGE_ROWS : facet->count;
    for (size_t i = from; i < end; i++) {
        const struct facet_value *value = &facet->values[i];
        linear_format(linear, value->chosen ? LINEAR_VALUE_CHOSEN(value->fits) : LINEAR_VALUE(value->fits), i + 1, value->label, value->fits);
    }
    if (end < facet->count)
        linear_format(linear, LINEAR_PAGE, from + 1, end, facet->count);
    return end;
}

/* Takes the value in, or out where it is chosen, and says what is looked for then. */
static void choose(struct linear *linear, const char *term)
{
    struct need *need = need_copy(linear->need);
    struct need_error error = {0};
    if (!need_toggle(need, linear->setting, term, &error)) {
        linear_format(linear, LINEAR_WRONG, error.sentence ? error.sentence : "");
        need_error_free(&error);
        need_free(need);
        return;
    }
    linear_take(linear, need);
    linear_tell_found(linear);
}

/* Lets one value of the facet be chosen. False at the end of the input. */
static bool choose_value(struct linear *linear, size_t which)
{
    struct facets facets = matcher_facets(linear->matcher, linear->need);
    const struct facet *facet = &facets.items[which];
    linear_format(linear, LINEAR_HEADING, facet->title);
    size_t told = tell_values(linear, facet, 0);
    bool heard;
    while ((heard = ask_number(linear, told < facet->count))) {
        size_t number;
        enum entered what = understand(linear, facet->count, &number);
        if (what == ENTERED_NUMBER)
            choose(linear, facet->values[number - 1].term);
        else if (what == ENTERED_UNDO)
            undo(linear);
        else if (what == ENTERED_MORE && told == facet->count)
            linear_say(linear, LINEAR_NO_MORE);
        else if (what == ENTERED_MORE)
            told = tell_values(linear, facet, told);
        if (what != ENTERED_MORE && what != ENTERED_ELSE)
            break;
    }
    facets_free(&facets);
    return heard;
}

bool linear_narrow(struct linear *linear)
{
    for (;;) {
        struct facets facets = matcher_facets(linear->matcher, linear->need);
        size_t count = facets.count;
        linear_say(linear, LINEAR_NARROW);
        for (size_t i = 0; i < count; i++)
            linear_format(linear, LINEAR_CHIP, i + 1, facets.items[i].title);
        facets_free(&facets);
        size_t number;
        if (!ask_number(linear, false))
            return false;
        switch (understand(linear, count, &number)) {
        case ENTERED_BACK: return true;
        case ENTERED_UNDO: undo(linear); break;
        case ENTERED_NUMBER:
            if (!choose_value(linear, number - 1))
                return false;
            break;
        case ENTERED_MORE: linear_say(linear, LINEAR_NO_MORE); break;
        case ENTERED_ELSE: break;
        }
    }
}
