/* What the actions do that are no view's own: going from part to part, changing the need, opening what stands in front. */
#include "screen/browser.h"
#include "screen/signals.h"
#include "screen/terminal.h"
#include "screen/words.h"

void browser_uncover_all(struct browser *browser)
{
    browser->cover = NULL;
    browser->under_count = 0;
}

void browser_uncover(struct browser *browser)
{
    browser->cover = browser->under_count > 0 ? browser->under[--browser->under_count] : NULL;
}

/* A view stands only once among those behind one another: opened again, it goes to the front, and what stood over it is gone. */
void browser_cover(struct browser *browser, const struct view *view)
{
    if (view == &view_help && browser->cover != &view_help) {
        browser->help.from = browser_view(browser)->where;
        browser->help.typing = browser_typing(browser);
    }
    size_t at = 0;
    while (at < browser->under_count && browser->under[at] != view)
        at++;
    if (at < browser->under_count)
        browser->under_count = at;
    else if (browser->cover && browser->cover != view && browser->under_count < COVERS_MOST)
        browser->under[browser->under_count++] = browser->cover;
    browser->cover = view;
    if (view->open)
        view->open(browser);
}

void browser_focus(struct browser *browser, enum pane pane)
{
    browser->focus = pane;
    browser->on_chips = false;
}

/* Where Tab leads. Beside each other the parts follow as they stand; on a narrow screen Tab brings the facets and goes back, for Enter opens the entry. */
enum pane browser_next_part(const struct browser *browser, int step)
{
    if (browser->layout.panes == 3)
        return (enum pane)(((int)browser->focus + step + PANE_COUNT) % PANE_COUNT);
    return browser->focus == PANE_ANSWERS ? PANE_FACETS : PANE_ANSWERS;
}

/* From the chips back to the part below them. */
static void go_to_part(struct browser *browser, int step)
{
    if (browser_view(browser) != &view_chips)
        browser->focus = browser_next_part(browser, step);
    browser->on_chips = false;
}

static void go_sideways(struct browser *browser, int step)
{
    int pane = (int)browser->focus + step;
    if (pane >= 0 && pane < PANE_COUNT)
        browser->focus = (enum pane)pane;
}

static void go_back(struct browser *browser)
{
    if (browser_view(browser) == &view_chips) {
        browser->on_chips = false;
        return;
    }
    if (browser->focus == PANE_ENTRY && entry_go_back(browser))
        return;
    if (browser->focus == PANE_ANSWERS && kiosk_is(browser)) {
        kiosk_ask_again(browser);
        return;
    }
    if (browser->focus == PANE_ANSWERS)
        browser_say(browser, SAY_NO_STEP_BACK, browser_key_name(browser, ACTION_QUIT));
    browser->focus = PANE_ANSWERS;
}

/* Who asks what is near wants to see it: the mark goes to the first of it. */
static void show_near(struct browser *browser)
{
    struct finding *finding = &browser->finding;
    finding_set_near(finding, true);
    finding_look(finding);
    answers_follow(browser);
    size_t near = finding->answers.counts[VERDICT_NEAR];
    browser_say(browser, SAY_NEAR_NOW(near), near, browser_key_name(browser, ACTION_NEAR));
    browser->focus = PANE_ANSWERS;
    if (finding_first_near(finding) != SIZE_MAX)
        answers_select(browser, finding_first_near(finding));
}

static void toggle_near(struct browser *browser)
{
    struct finding *finding = &browser->finding;
    if (finding->with_near)
        finding_set_near(finding, false);
    else if (finding->answers.counts[VERDICT_NEAR] > 0)
        show_near(browser);
    else
        browser_say(browser, "%s", need_after_loss(finding->need) ? SAY_NO_NEAR_AFTER_LOSS : SAY_NO_NEAR);
}

static void undo(struct browser *browser)
{
    browser_say(browser, "%s", finding_undo(&browser->finding) ? SAY_UNDONE : SAY_NOTHING_TO_UNDO);
}

void browser_drop_term(struct browser *browser, size_t term)
{
    if (term >= need_count(browser->finding.need)) {
        browser_say(browser, "%s", SAY_NOTHING_TO_DROP);
        return;
    }
    struct buffer words = {0};
    need_term_words(&words, browser->finding.setting, need_at(browser->finding.need, term));
    if (browser->guide.open)
        guide_drop(browser, term);
    else
        finding_drop(&browser->finding, term);
    if (kiosk_is(browser))
        browser_say(browser, SAY_KIOSK_DROPPED, buffer_text(&words));
    else
        browser_say(browser, SAY_DROPPED, buffer_text(&words), browser_key_name(browser, ACTION_UNDO));
    buffer_wipe(&words);
    buffer_free(&words);
}

static void start_over(struct browser *browser)
{
    if (need_count(browser->finding.need) == 0) {
        browser_say(browser, "%s", SAY_NOTHING_TO_DROP);
        return;
    }
    finding_start_over(&browser->finding);
    browser_say(browser, SAY_STARTED_OVER, browser_key_name(browser, ACTION_UNDO));
}

static void start_guide(struct browser *browser)
{
    if (browser->searching)
        search_close(browser);
    browser->on_chips = false;
    browser_cover(browser, &view_guide);
}

static void go_to_chips(struct browser *browser)
{
    if (need_count(browser->finding.need) == 0)
        browser_say(browser, "%s", SAY_NOTHING_TO_DROP);
    browser->on_chips = need_count(browser->finding.need) > 0;
    browser->chip = 0;
}

void browser_set_order(struct browser *browser, enum finding_order order)
{
    finding_set_order(&browser->finding, order);
    browser_say(browser, "%s", order == ORDER_NAME ? SAY_BY_NAME_NOW : order == ORDER_NEW ? SAY_BY_NEW_NOW : SAY_BY_FIT_NOW);
}

static void toggle_mouse(struct browser *browser)
{
    terminal_set_mouse(!terminal_has_mouse());
    browser_say(browser, "%s", terminal_has_mouse() ? SAY_MOUSE_ON : SAY_MOUSE_OFF);
}

static void next_theme(struct browser *browser)
{
    const struct browse_setting *setting = browser->setting;
    if (!theme_can_change()) {
        browser_say(browser, "%s", SAY_NO_COLOURS);
        return;
    }
    browser->theme = (browser->theme + 1) % setting->theme_count;
    theme_take(&setting->themes[browser->theme]);
    browser_say(browser, SAY_THEME_NOW, setting->themes[browser->theme].name);
}

static void show_problems(struct browser *browser)
{
    if (listing_shown(source_problems(browser)) == 0 && browser->setting->unused_count == 0)
        browser_say(browser, "%s", SAY_NONE_LEFT_OUT);
    else
        browser_cover(browser, &view_problems);
}

/* What the manager does itself, whatever view has the keys. False: it is the view's. */
static bool do_own(struct browser *browser, enum action action)
{
    /* The parts are behind what covers them. */
    if (browser->cover && (action == ACTION_NEXT_PART || action == ACTION_CODE || action == ACTION_CODE_HERE))
        return false;
    switch (action) {
    case ACTION_HELP: browser_cover(browser, &view_help); break;
    case ACTION_URGENT: browser_cover(browser, &view_urgent); break;
    case ACTION_SHEET: handing_open(browser); break;
    case ACTION_CODE_HERE:
        if (!entry_go_on(browser))
            code_open(browser);
        break;
    case ACTION_CODE: code_open(browser); break;
    case ACTION_LANGUAGE:
        if (speaking_count(browser) > 0)
            speaking_choose(browser, speaking_next(browser));
        break;
    case ACTION_PRINT_HERE: kiosk_print(browser); break;
    case ACTION_LEAVE: kiosk_leave(browser); break;
    case ACTION_STAFF: staff_open(browser); break;
    case ACTION_EXPLAIN: browser_cover(browser, &view_explain); break;
    case ACTION_PROBLEMS: show_problems(browser); break;
    case ACTION_SEARCH: search_open(browser, "", 0); break;
    case ACTION_GUIDE: start_guide(browser); break;
    case ACTION_CHIPS: go_to_chips(browser); break;
    case ACTION_NEAR: toggle_near(browser); break;
    case ACTION_UNDO: undo(browser); break;
    case ACTION_ORDER: browser_set_order(browser, (browser->finding.order + 1) % ORDER_COUNT); break;
    case ACTION_DROP_LAST: browser_drop_term(browser, need_count(browser->finding.need) - 1); break;
    case ACTION_START_OVER: start_over(browser); break;
    case ACTION_MOUSE: toggle_mouse(browser); break;
    case ACTION_THEME: next_theme(browser); break;
    case ACTION_NEXT_PART: go_to_part(browser, 1); break;
    case ACTION_PREVIOUS_PART: go_to_part(browser, -1); break;
    case ACTION_LEFT: go_sideways(browser, -1); break;
    case ACTION_RIGHT: go_sideways(browser, 1); break;
    case ACTION_RELOAD: source_read(browser, READ_ASKED); break;
    case ACTION_EDIT: browser_edit(browser); break;
    case ACTION_REDRAW: terminal_repaint(); break;
    case ACTION_SUSPEND: terminal_suspend(); break;
    default: return false;
    }
    return true;
}

bool browser_while_printing(struct browser *browser, struct input *input)
{
    if (signals_ending())
        return false;
    if (!terminal_read(input, 0))
        return true;
    if (input->kind == INPUT_SIZE)
        browser_draw(browser);
    return input->kind != INPUT_LOST && input->kind != INPUT_END;
}

bool browser_after(struct browser *browser, enum happened happened)
{
    switch (happened) {
    case HAPPENED_OPEN:
        browser->focus = PANE_ENTRY;
        view_entry.open(browser);
        break;
    case HAPPENED_LEFT:
        if (browser->cover)
            browser_uncover(browser);
        else if (!browser->on_chips)
            browser->focus = PANE_ANSWERS;
        browser->on_chips = false;
        break;
    case HAPPENED_END: return false;
    case HAPPENED_DO:
        browser_uncover(browser);
        return browser_do(browser, browser->wanted);
    default: break;
    }
    return true;
}

bool browser_do(struct browser *browser, enum action action)
{
    const struct view *view = browser_view(browser);
    if (!(action_table[action].where & (unsigned)view->where) || !kiosk_may(browser, action))
        return true;
    if (action == ACTION_QUIT)
        return false;
    if (do_own(browser, action))
        return true;
    if (action == ACTION_BACK && !browser->cover) {
        if (source_is_slow(browser))
            source_stop(browser);
        else
            go_back(browser);
        return true;
    }
    return !view->act || browser_after(browser, view->act(browser, action));
}
