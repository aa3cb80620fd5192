#include "write/handout.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/offer.h"
#include "text/memory.h"
#include "write/discreet.h"
#include "write/handout_parts.h"
#include "write/handout_words.h"
#include "write/links.h"

/* More lines than any nation has. */
enum { MOST_URGENT_LINES = 40 };

void handout_add(struct handout_draft *draft, struct handout_part part)
{
    bool has_text = part.text && *part.text;
    if (!has_text && part.role != HANDOUT_FROM)
        return;
    struct handout *handout = &draft->handout;
    handout->parts = memory_room(handout->parts, handout->count, &draft->room, sizeof *handout->parts);
    handout->parts[handout->count++] = part;
}

const char *handout_keep(struct handout_draft *draft, struct buffer *words)
{
    const char *kept = arena_copy(draft->arena, buffer_text(words), words->length);
    buffer_clear(words);
    return kept;
}

void handout_add_words(struct handout_draft *draft, enum handout_role role, const char *label)
{
    if (draft->words.length > 0)
        handout_add(draft, (struct handout_part){.role = role, .label = label, .text = handout_keep(draft, &draft->words)});
}

bool handout_starts_later(const struct need *need, const struct offer *offer)
{
    static const enum key keys[] = {KEY_PREGNANT, KEY_DUE, KEY_CHILD, KEY_BORN};
    struct stage_point from = offer->stage.from;
    if (!need || need_after_loss(need) || from.unit == STAGE_NOT_STATED)
        return false;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const struct need_term *term = need_find(need, keys[i]);
        if (!term || term->count == 0)
            continue;
        struct moment moment = term->values[0].moment;
        if (moment.any)
            return moment.pregnant && from.unit != STAGE_PREGNANT_WEEKS;
        return !stage_reached(moment, from);
    }
    return false;
}

static place_id place_of(const struct handout_draft *draft)
{
    place_id place = draft->need ? need_place(draft->need) : PLACE_NONE;
    return place != PLACE_NONE ? place : draft->setting.place;
}

/* The sentence of a line. On a discreet sheet what names a reason becomes plain help, and help for those who live with abuse is left out:
 * whoever hurts her may read it. A word to text is a service's name, so it goes too. */
static void add_help(struct handout_draft *draft, const struct urgent_line *line, const char *hours)
{
    bool discreet = draft->setting.discreet;
    struct buffer link = {0};
    if (discreet && line->topic && strcmp(line->topic, "abuse") == 0)
        return;
    if (!discreet || (!discreet_reveals(line->say) && !discreet_reveals(line->written_say)))
        buffer_add_text(&draft->words, line->say);
    else if (line->phone)
        buffer_format(&draft->words, URGENT_CALL, line->phone);
    if (draft->words.length == 0)
        return;
    struct handout_part part = {.role = HANDOUT_HELP, .text = handout_keep(draft, &draft->words), .label = hours};
    if (link_phone(&link, line->phone))
        part.link = handout_keep(draft, &link);
    handout_add(draft, part);
    buffer_free(&link);
}

static bool same_hours(const char *left, const char *right)
{
    return left && right && strcmp(left, right) == 0;
}

/* In their order, but that those open at the same hours as the first that states any stand together under those hours: what most lines share is said once. */
static void add_help_by_hours(struct handout_draft *draft, const struct urgent_line *const *lines, size_t count)
{
    const char *shared = NULL;
    size_t first = 0;
    while (first < count && !lines[first]->hours)
        add_help(draft, lines[first++], NULL);
    if (first < count) {
        shared = lines[first]->hours;
        buffer_format(&draft->words, URGENT_OPEN, shared);
        handout_add_words(draft, HANDOUT_HOURS, NULL);
    }
    for (size_t i = first; i < count; i++)
        if (same_hours(lines[i]->hours, shared))
            add_help(draft, lines[i], NULL);
    bool more = false;
    for (size_t i = first; i < count; i++)
        more = more || !same_hours(lines[i]->hours, shared);
    if (more)
        handout_add(draft, (struct handout_part){.role = HANDOUT_HOURS, .text = URGENT_ALSO});
    for (size_t i = first; i < count; i++)
        if (!same_hours(lines[i]->hours, shared))
            add_help(draft, lines[i], lines[i]->hours);
}

static void add_urgent_help(struct handout_draft *draft)
{
    const struct urgent_line *lines[MOST_URGENT_LINES];
    const struct catalogue *catalogue = draft->catalogue;
    size_t count = catalogue->urgent ? urgent_help_for(catalogue->urgent, catalogue->gazetteer, place_of(draft), lines, MOST_URGENT_LINES) : 0;
    handout_add(draft, (struct handout_part){.role = HANDOUT_URGENT, .text = URGENT_HEADING});
    /* A catalogue without its urgent help still has to say the one number that holds in every nation. */
    if (count == 0)
        handout_add(draft, (struct handout_part){.role = HANDOUT_HELP, .text = URGENT_DANGER, .link = "tel:999"});
    add_help_by_hours(draft, lines, count);
}

/* Who gives it, unless that says on a discreet sheet why she has it. */
static void add_from(struct handout_draft *draft)
{
    const char *from = draft->setting.from;
    bool may = from && !(draft->setting.discreet && discreet_reveals(from));
    handout_add(draft, (struct handout_part){.role = HANDOUT_FROM, .label = FROM_LABEL, .text = arena_text(draft->arena, may ? from : "")});
}

static void add_offers(struct handout_draft *draft, const size_t *offers, size_t count)
{
    for (int later = 0; later < 2; later++)
        for (size_t i = 0; i < count; i++)
            if (handout_starts_later(draft->need, &draft->catalogue->offers[offers[i]]) == (later == 1))
                handout_add_offer(draft, offers[i]);
}

struct handout handout_of(struct matcher *matcher, const struct need *need, const size_t *offers, size_t count, struct handout_setting setting,
                          struct arena *arena)
{
    struct handout_draft draft = {
        .arena = arena,
        .matcher = matcher,
        .catalogue = matcher_catalogue(matcher),
        .need = need && need_count(need) > 0 ? need : NULL,
        .setting = setting,
    };
    if (setting.language) {
        draft.languages[0] = setting.language;
        draft.in_language = *draft.catalogue;
        draft.in_language.languages = draft.languages;
        draft.catalogue = &draft.in_language;
    }
    handout_add(&draft, (struct handout_part){.role = HANDOUT_TITLE, .text = setting.discreet ? SHEET_TITLE_DISCREET : SHEET_TITLE});
    date_words(&draft.words, matcher_today(matcher));
    handout_add_words(&draft, HANDOUT_DATE, NULL);
    add_from(&draft);
    add_offers(&draft, offers, count);
    add_urgent_help(&draft);

    struct handout handout = {.count = draft.handout.count};
    handout.parts = arena_get(arena, draft.handout.count, sizeof *handout.parts);
    memcpy(handout.parts, draft.handout.parts, draft.handout.count * sizeof *handout.parts);
    free(draft.handout.parts);
    buffer_wipe(&draft.words); /* a question of the need may have stood there */
    buffer_free(&draft.words);
    return handout;
}
