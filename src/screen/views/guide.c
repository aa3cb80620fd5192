/* The guided way in: the questions of match/guide.h, one a screen, answered by a row or in words. The need that they write is the need that typing
 * writes; whatever was answered is one step for undo. */
#include "screen/views/guide.h"

#include <stdint.h>
#include <string.h>

#include "screen/line_keys.h"
#include "screen/words.h"

static void add_choice(struct guide_state *state, const char *label, const char *terms, enum guide_question opens)
{
    if (state->count < GUIDE_CHOICES_MOST)
        state->choices[state->count++] = (struct guide_choice){label, terms, opens};
}

/* The place that the browser was opened with, before the nations: where most who sit at this screen live. */
static void add_area(struct browser *browser)
{
    struct guide_state *state = &browser->guide;
    const struct guide_row *row = &guide_rows[GUIDE_WHERE];
    const struct need_term *area = browser->setting->need ? need_find(browser->setting->need, KEY_IN) : NULL;
    if (!area)
        return;
    buffer_clear(&state->area_label);
    buffer_clear(&state->area_terms);
    need_term_words(&state->area_label, browser->finding.setting, area);
    need_term_line(&state->area_terms, area);
    for (size_t i = 0; i < row->choice_count; i++)
        if (strcmp(row->choices[i].terms, buffer_text(&state->area_terms)) == 0)
            return;
    add_choice(state, buffer_text(&state->area_label), buffer_text(&state->area_terms), GUIDE_NONE);
}

/* Offers what an answer may have meant; else what the question's row in the table has. */
static void list_choices(struct browser *browser)
{
    struct guide_state *state = &browser->guide;
    const struct guide_answer *offered = &state->offered;
    const struct guide_row *row = &guide_rows[state->question];
    bool nearest = offered->choice_count > 0;
    state->count = 0;
    state->top = 0;
    state->edition = 0;
    if (!nearest && state->question == GUIDE_WHERE)
        add_area(browser);
    const struct guide_choice *choices = nearest ? offered->choices : row->choices;
    size_t count = nearest ? offered->choice_count : row->choice_count;
    for (size_t i = 0; i < count; i++)
        add_choice(state, nearest ? choices[i].label : _(choices[i].label), choices[i].terms, choices[i].opens);
}

bool guide_holds(const struct browser *browser, const struct guide_choice *choice)
{
    return *choice->terms && need_has(browser->finding.need, browser->finding.setting, choice->terms);
}

/* The row for Enter: what holds already, so that Enter changes nothing; in an open question the first. */
static size_t first_marked(const struct browser *browser)
{
    const struct guide_state *state = &browser->guide;
    if (kiosk_is(browser))
        return guide_kiosk_marked(browser);
    for (size_t i = 0; i < state->count; i++)
        if (guide_holds(browser, &state->choices[i]))
            return i;
    struct buffer now = {0};
    guide_now(&now, browser->finding.need, browser->finding.setting, state->question);
    size_t marked = now.length > 0 ? state->count : 0;
    buffer_wipe(&now);
    buffer_free(&now);
    return marked;
}

/* Takes back what was typed and said about it. */
static void ask_anew(struct browser *browser)
{
    struct guide_state *state = &browser->guide;
    line_edit_set(&state->line, "", 0);
    guide_answer_free(&state->offered);
    list_choices(browser);
    state->selected = first_marked(browser);
}

void guide_say_again(struct browser *browser)
{
    struct guide_state *state = &browser->guide;
    size_t selected = state->offered.sentence ? SIZE_MAX : state->selected;
    guide_answer_free(&state->offered);
    list_choices(browser);
    state->selected = selected;
}

static void ask(struct browser *browser, enum guide_question question)
{
    browser->guide.question = question;
    ask_anew(browser);
}

static void open(struct browser *browser)
{
    struct guide_state *state = &browser->guide;
    if (state->open)
        return;
    state->open = true;
    state->changed = false;
    /* From the answers the kiosk leads back to the last question. */
    enum guide_question last = GUIDE_WHERE;
    if (!kiosk_is(browser) || !guide_path_back(&state->path, &last))
        state->path.count = 0;
    ask(browser, last);
}

static enum happened close(struct browser *browser)
{
    struct guide_state *state = &browser->guide;
    line_edit_set(&state->line, "", 0);
    guide_answer_free(&state->offered);
    state->open = false;
    browser->focus = PANE_ANSWERS;
    return HAPPENED_LEFT;
}

static enum happened finish(struct browser *browser)
{
    struct guide_state *state = &browser->guide;
    if (kiosk_is(browser)) {
        guide_path_add(&state->path, state->question);
        answers_rewind(browser);
    }
    enum happened happened = close(browser);
    browser_uncover_all(browser); /* to the answers, whatever it was opened from */
    if (state->changed && finding_settle(&browser->finding) && kiosk_may(browser, ACTION_UNDO))
        browser_say(browser, SAY_GUIDE_DONE, browser_key_name(browser, ACTION_UNDO));
    return happened;
}

/* The first change of the need is the step for undo. */
static void change(struct browser *browser, struct need *need)
{
    struct guide_state *state = &browser->guide;
    struct finding *finding = &browser->finding;
    if (!state->changed && !need_is_same(finding->need, need)) {
        finding_keep_tried(finding, need_copy(finding->need));
        state->changed = true;
    }
    finding_try(finding, need);
}

void guide_drop(struct browser *browser, size_t term)
{
    struct need *need = need_copy(browser->finding.need);
    need_remove(need, term);
    change(browser, need);
}

/* Says which place was understood: there is more than one Newport. */
static void say_place(struct browser *browser)
{
    const struct gazetteer *gazetteer = browser->finding.catalogue->gazetteer;
    place_id place = need_place(browser->finding.need);
    place_id around = place == PLACE_NONE ? PLACE_NONE : place_around(gazetteer, place);
    if (around != PLACE_NONE)
        browser_say(browser, SAY_GUIDE_PLACE, gazetteer_at(gazetteer, place)->name, gazetteer_at(gazetteer, around)->name);
}

static enum happened go_on(struct browser *browser, enum guide_question opens)
{
    struct guide_state *state = &browser->guide;
    enum guide_question next = guide_next(state->question, opens);
    if (next == GUIDE_NONE)
        return finish(browser);
    guide_path_add(&state->path, state->question);
    ask(browser, next);
    return HAPPENED_SEEN;
}

static enum happened take(struct browser *browser, const struct guide_answer *answer)
{
    enum guide_question question = browser->guide.question;
    struct need *need = need_copy(browser->finding.need);
    if (!guide_apply(need, browser->finding.setting, question, answer)) {
        need_free(need);
        browser_say(browser, "%s", SAY_GUIDE_NOT_KNOWN);
        return HAPPENED_SEEN;
    }
    change(browser, need);
    if (question == GUIDE_WHERE)
        say_place(browser);
    else if (question == GUIDE_STAGE && need_after_loss(browser->finding.need))
        browser_say(browser, "%s", SAY_GUIDE_LOSS);
    return go_on(browser, answer->opens);
}

static enum happened choose(struct browser *browser, size_t row)
{
    const struct guide_state *state = &browser->guide;
    if (row >= state->count)
        return go_on(browser, GUIDE_NONE);
    struct guide_answer answer = guide_choose(&state->choices[row]);
    enum happened happened = take(browser, &answer);
    guide_answer_free(&answer);
    return happened;
}

/* Whoever writes such a thing is shown whom to call, at once; the question waits behind it. */
static enum happened show_urgent(struct browser *browser)
{
    ask_anew(browser);
    browser_cover(browser, &view_urgent);
    return HAPPENED_SEEN;
}

static enum happened answer_typed(struct browser *browser)
{
    struct guide_state *state = &browser->guide;
    const char *text = buffer_text(&state->line.text);
    /* In the kiosk Enter alone answers nothing for her. */
    if (kiosk_is(browser) && *text == '\0') {
        browser_say(browser, "%s", SAY_KIOSK_HOW);
        return HAPPENED_SEEN;
    }
    if (guide_urgent(text))
        return show_urgent(browser);
    struct guide_answer answer = guide_understand(state->question, browser->finding.setting, text);
    enum happened happened = HAPPENED_SEEN;
    switch (answer.meaning) {
    case GUIDE_SKIPPED: happened = go_on(browser, GUIDE_NONE); break;
    case GUIDE_TAKEN: happened = take(browser, &answer); break;
    default:
        guide_answer_free(&state->offered);
        state->offered = answer;
        list_choices(browser);
        state->selected = SIZE_MAX;
        if (answer.choice_count == 0) /* what was typed stays, to be mended */
            return HAPPENED_SEEN;
        line_edit_set(&state->line, "", 0);
        state->selected = kiosk_is(browser) ? SIZE_MAX : 0;
        return HAPPENED_SEEN;
    }
    guide_answer_free(&answer);
    return happened;
}

bool guide_at_start(const struct browser *browser)
{
    const struct guide_state *state = &browser->guide;
    return state->path.count == 0 && state->line.text.length == 0 && !state->offered.sentence;
}

/* From what was typed to the question as it was; from a question to the one before; from the first out, and then nothing has been answered. */
static enum happened back(struct browser *browser)
{
    struct guide_state *state = &browser->guide;
    if (state->line.text.length > 0 || state->offered.sentence) {
        ask_anew(browser);
        return HAPPENED_SEEN;
    }
    enum guide_question before;
    if (guide_path_back(&state->path, &before)) {
        ask(browser, before);
        return HAPPENED_SEEN;
    }
    if (state->changed) {
        finding_undo(&browser->finding);
        browser_say(browser, "%s", SAY_GUIDE_LEFT);
    }
    return close(browser);
}

/* The row whose number is typed, or SIZE_MAX. Where an amount is asked for, a number is one. */
static size_t row_typed(const struct guide_state *state)
{
    const char *text = buffer_text(&state->line.text);
    if (guide_rows[state->question].amount || text[0] < '1' || text[0] > '9' || text[1])
        return SIZE_MAX;
    size_t row = (size_t)(text[0] - '1');
    return row < state->count ? row : SIZE_MAX;
}

/* What was said about another answer goes; a number marks its row. */
static void has_changed(struct browser *browser)
{
    struct guide_state *state = &browser->guide;
    bool empty = state->line.text.length == 0;
    state->selected = row_typed(state);
    if (state->offered.sentence && state->selected == SIZE_MAX && !empty) {
        guide_answer_free(&state->offered);
        list_choices(browser);
        state->selected = row_typed(state);
    }
    if (empty)
        state->selected = state->offered.choice_count > 0 && !kiosk_is(browser) ? 0 : first_marked(browser);
}

static enum happened move(struct browser *browser, long rows)
{
    struct guide_state *state = &browser->guide;
    bool typed = state->line.text.length > 0;
    long at = state->selected == SIZE_MAX ? -1 : (long)state->selected;
    long last = (long)guide_row_count(browser) - 1;
    long least = typed ? -1 : 0;
    at = at + rows < least ? least : at + rows > last ? last : at + rows;
    state->selected = at < 0 ? SIZE_MAX : (size_t)at;
    return HAPPENED_SEEN;
}

static enum happened act(struct browser *browser, enum action action)
{
    struct guide_state *state = &browser->guide;
    bool changed = false;
    if (line_act(&state->line, action, &changed)) {
        if (changed)
            has_changed(browser);
        return HAPPENED_SEEN;
    }
    long page = state->shown > 1 ? (long)state->shown - 1 : 1;
    switch (action) {
    case ACTION_ANSWER: return state->selected == SIZE_MAX ? answer_typed(browser) : choose(browser, state->selected);
    case ACTION_SKIP: return go_on(browser, GUIDE_NONE);
    case ACTION_GUIDE_END: return finish(browser);
    case ACTION_BACK: return back(browser);
    case ACTION_UP: return move(browser, -1);
    case ACTION_DOWN: return move(browser, 1);
    case ACTION_PAGE_UP: return move(browser, -page);
    case ACTION_PAGE_DOWN: return move(browser, page);
    default: return HAPPENED_NOTHING;
    }
}

static enum happened type(struct browser *browser, const char *bytes, size_t length)
{
    struct guide_state *state = &browser->guide;
    /* In the kiosk a digit is an answer at once. */
    if (kiosk_is(browser) && state->line.text.length == 0 && length == 1 && *bytes >= '1' && *bytes <= '9')
        return (size_t)(*bytes - '1') < guide_row_count(browser) ? choose(browser, (size_t)(*bytes - '1')) : HAPPENED_SEEN;
    if (!line_edit_insert(&browser->guide.line, bytes, length))
        browser_say(browser, "%s", SAY_PASTE_CUT);
    has_changed(browser);
    return HAPPENED_SEEN;
}

static enum happened click(struct browser *browser, enum hit_kind kind, size_t number)
{
    return kind == HIT_CHOICE ? choose(browser, number) : HAPPENED_NOTHING;
}

static void wheel(struct browser *browser, int lines)
{
    move(browser, lines);
}

void guide_end(struct browser *browser)
{
    struct guide_state *state = &browser->guide;
    line_edit_wipe(&state->line);
    guide_answer_free(&state->offered);
    buffer_free(&state->area_label);
    buffer_free(&state->area_terms);
    buffer_wipe(&state->last_label);
    buffer_free(&state->last_label);
}

const struct view view_guide = {.name = "guide",
                                .where = IN_GUIDE,
                                .can = VIEW_TAKES_TEXT | VIEW_COVERS,
                                .open = open,
                                .draw = guide_draw,
                                .act = act,
                                .type = type,
                                .click = click,
                                .wheel = wheel};
