#include "write/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/offer.h"
#include "match/criteria.h"
#include "text/memory.h"
#include "write/questions.h"
#include "write/sheet_parts.h"
#include "write/words.h"

static void add_line(struct sheet_draft *draft, struct sheet_line line)
{
    draft->sheet.lines = memory_room(draft->sheet.lines, draft->sheet.count, &draft->room, sizeof *draft->sheet.lines);
    draft->sheet.lines[draft->sheet.count++] = line;
}

void sheet_add_of(struct sheet_draft *draft, enum sheet_role role, size_t offer, const char *text)
{
    if (!text || !*text)
        return;
    if (draft->heading)
        add_line(draft, (struct sheet_line){SHEET_HEADING, NULL, draft->heading, OFFER_NONE});
    draft->heading = NULL;
    add_line(draft, (struct sheet_line){role, NULL, text, offer});
}

void sheet_add(struct sheet_draft *draft, enum sheet_role role, const char *label, const char *text)
{
    size_t count = draft->sheet.count;
    sheet_add_of(draft, role, OFFER_NONE, text);
    if (draft->sheet.count > count)
        draft->sheet.lines[draft->sheet.count - 1].label = label;
}

void sheet_add_words(struct sheet_draft *draft, enum sheet_role role, const char *label)
{
    if (draft->words.length > 0)
        sheet_add(draft, role, label, arena_copy(draft->arena, draft->words.bytes, draft->words.length));
    buffer_clear(&draft->words);
}

void sheet_add_field(struct sheet_draft *draft, enum sheet_role role, const char *label, enum field field)
{
    const char *text = catalogue_text(draft->catalogue, draft->offer, field);
    sheet_add(draft, role, label, text && !*text && role == SHEET_FACT ? FACT_NONE : text);
}

static void add_title(struct sheet_draft *draft)
{
    const struct offer *offer = draft->offer;
    bool hide = draft->setting.public_names;
    const char *name = hide ? catalogue_public_name(draft->catalogue, offer) : catalogue_name(draft->catalogue, offer);
    const char *provider = catalogue_text(draft->catalogue, offer, FIELD_PROVIDER);
    sheet_add(draft, SHEET_TITLE, NULL, name);
    if (!hide && provider && strcmp(provider, name) != 0)
        sheet_add_field(draft, SHEET_BESIDE, NULL, FIELD_PROVIDER);
    if (offer->kind != KIND_PEER_SUPPORT)
        sheet_add(draft, SHEET_BESIDE, NULL, vocabulary_at(draft->catalogue->vocabulary, LIST_KIND, offer->kind)->label);
    struct buffer date = {0};
    date_words(&date, offer->ends_on);
    if (offer_closed(offer, matcher_today(draft->matcher))) {
        sheet_add(draft, SHEET_NOTE, NULL, NOTE_CLOSED);
    } else if (offer->status == STATUS_ENDING && date.length > 0) {
        buffer_format(&draft->words, NOTE_ENDING_ON, buffer_text(&date));
        sheet_add_words(draft, SHEET_NOTE, NULL);
    } else if (offer->status == STATUS_ENDING) {
        sheet_add(draft, SHEET_NOTE, NULL, NOTE_ENDING);
    } else if (offer->status == STATUS_UNKNOWN) {
        sheet_add(draft, SHEET_NOTE, NULL, NOTE_RUNS_UNKNOWN);
    }
    buffer_free(&date);
}

static void add_own_words(struct sheet_draft *draft)
{
    draft->heading = HEADING_WHAT_HAPPENS;
    sheet_add_field(draft, SHEET_TEXT, NULL, FIELD_WHAT_HAPPENS);
    draft->heading = HEADING_FIRST_VISIT;
    sheet_add_field(draft, SHEET_TEXT, NULL, FIELD_FIRST_VISIT);
    draft->heading = HEADING_WHAT_THEY_SHARE;
    sheet_add_field(draft, SHEET_TEXT, NULL, FIELD_WHAT_THEY_SHARE);
    draft->heading = NULL;
}

static const char *why_heading(enum verdict verdict)
{
    switch (verdict) {
    case VERDICT_SUITS: return HEADING_SUITS;
    case VERDICT_ENDING: return HEADING_ENDING;
    case VERDICT_ASK: return HEADING_ASK;
    case VERDICT_NEAR: return HEADING_NEAR;
    default: return HEADING_NO;
    }
}

/* What fails first, then what is to be asked, then what holds: where room is short, the first lines are those that decide. */
static void add_reasons(struct sheet_draft *draft, const struct reasons *reasons)
{
    static const enum sheet_role roles[] = {[VALUE_NO] = SHEET_NO, [VALUE_ASK] = SHEET_ASK, [VALUE_YES] = SHEET_YES};
    draft->heading = why_heading(reasons->verdict);
    for (enum value value = VALUE_NO; value <= VALUE_YES; value++)
        for (size_t i = 0; i < reasons->count; i++)
            if (reasons->items[i].value == value)
                sheet_add(draft, roles[value], NULL, reasons->items[i].say);
    draft->heading = NULL;
}

static bool says(const struct sheet_draft *draft, enum field field)
{
    const char *text = catalogue_text(draft->catalogue, draft->offer, field);
    return text && *text;
}

/* A translation may spell what is hidden in another way. */
static bool hides_address(const struct sheet_draft *draft)
{
    const char *shown = catalogue_text(draft->catalogue, draft->offer, FIELD_ADDRESS);
    return offer_hides(draft->offer, shown) || offer_hides(draft->offer, offer_text(draft->offer, FIELD_ADDRESS));
}

enum contact_part { CONTACT_FIRST = 1, CONTACT_REST = 2 };

/* How to join, and the ways to get in touch. The first part is what a person needs to begin: what to do, and a number to call; without a number,
 * an address to write to. */
static void add_contact(struct sheet_draft *draft, unsigned parts)
{
    bool number = says(draft, FIELD_PHONE) || says(draft, FIELD_TEXT);
    const struct {
        enum field field;
        const char *label;
        bool first;
    } ways[] = {
        {FIELD_PHONE, FACT_PHONE, true},     {FIELD_TEXT, FACT_TEXT, true},        {FIELD_WEB, FACT_WEB, !number},
        {FIELD_EMAIL, FACT_EMAIL, !number}, {FIELD_ADDRESS, FACT_ADDRESS, false}, {FIELD_HOURS, FACT_OPEN, false},
    };
    bool any = false;
    draft->heading = parts == CONTACT_REST ? HEADING_MORE_CONTACT : draft->setting.room == SHEET_TIGHT ? NULL : HEADING_CONTACT;
    if (parts & CONTACT_FIRST) {
        sheet_add_field(draft, SHEET_TEXT, NULL, FIELD_HOW_TO_JOIN);
        sheet_add_terms(draft, FACT_REFERRAL, LIST_REFERRAL, draft->offer->referral);
    }
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        bool hidden = ways[i].field == FIELD_ADDRESS && hides_address(draft);
        any = any || (says(draft, ways[i].field) && !hidden);
        if ((parts & (ways[i].first ? CONTACT_FIRST : CONTACT_REST)) && !hidden)
            sheet_add_field(draft, SHEET_FACT, ways[i].label, ways[i].field);
    }
    if (!any && (parts & CONTACT_FIRST))
        sheet_add(draft, SHEET_TEXT, NULL, NO_CONTACT);
    draft->heading = NULL;
}

/* Whether a reason that is to be asked asks the same. */
static bool asked_already(const struct reasons *reasons, const struct question *question)
{
    for (size_t i = 0; i < reasons->count; i++)
        for (enum key key = 0; reasons->items[i].value == VALUE_ASK && key < KEY_COUNT; key++)
            if ((question->keys & (1ul << key)) && strcmp(reasons->items[i].about, criteria[key].key) == 0)
                return true;
    return false;
}

static void add_questions(struct sheet_draft *draft, const struct reasons *reasons)
{
    if (!kind_is_answer(draft->offer->kind))
        return;
    const char *questions[QUESTION_COUNT];
    struct question more[MORE_QUESTIONS];
    size_t count = questions_of(draft->offer, questions);
    size_t more_count = more_questions_of(draft->offer, more);
    bool after_loss = draft->need && need_after_loss(draft->need);
    draft->heading = HEADING_QUESTIONS;
    for (size_t i = 0; i < count; i++)
        sheet_add(draft, SHEET_ASK, NULL, questions[i]);
    for (size_t i = 0; i < more_count; i++)
        /* After a loss nobody is made to ask about a child. */
        if (!asked_already(reasons, &more[i]) && !(after_loss && (more[i].keys & (1ul << KEY_AFTER))))
            sheet_add(draft, SHEET_ASK, NULL, more[i].words);
    draft->heading = NULL;
}

static void add_all(struct sheet_draft *draft, const struct reasons *reasons)
{
    enum sheet_room room = draft->setting.room;
    add_title(draft);
    if (room != SHEET_TIGHT)
        sheet_add_field(draft, SHEET_TEXT, NULL, FIELD_SUMMARY);
    if (room == SHEET_ROOMY) {
        add_reasons(draft, reasons);
        add_contact(draft, CONTACT_FIRST | CONTACT_REST);
    } else {
        add_contact(draft, CONTACT_FIRST);
        add_reasons(draft, reasons);
        if (room == SHEET_TIGHT)
            sheet_add_field(draft, SHEET_TEXT, NULL, FIELD_SUMMARY);
        add_contact(draft, CONTACT_REST);
    }
    add_questions(draft, reasons);
    sheet_add(draft, SHEET_NOTE, NULL, sheet_age(draft->offer, matcher_today(draft->matcher), draft->arena));
    add_own_words(draft);
    sheet_add_facts(draft);
    sheet_add_others(draft);
    sheet_add_trust(draft);
}

struct sheet sheet_of(struct matcher *matcher, const struct need *need, size_t offer, struct sheet_setting setting, struct arena *arena)
{
    const struct catalogue *catalogue = matcher_catalogue(matcher);
    struct sheet_draft draft = {.arena = arena,
                                .matcher = matcher,
                                .catalogue = catalogue,
                                .offer = &catalogue->offers[offer],
                                .index = offer,
                                .need = need && need_count(need) > 0 ? need : NULL,
                                .setting = setting};
    struct reasons reasons = {0};
    if (draft.need && kind_is_answer(draft.offer->kind))
        reasons = matcher_explain(matcher, need, offer, arena);
    add_all(&draft, &reasons);

    struct sheet sheet = {.count = draft.sheet.count};
    sheet.lines = arena_get(arena, draft.sheet.count, sizeof *sheet.lines);
    memcpy(sheet.lines, draft.sheet.lines, draft.sheet.count * sizeof *sheet.lines);
    free(draft.sheet.lines);
    buffer_free(&draft.words);
    return sheet;
}

const char *sheet_age(const struct offer *offer, struct date today, struct arena *arena)
{
    if (offer->checked.year == 0)
        return NOTE_AGE_NEVER;
    struct buffer words = {0};
    struct buffer date = {0};
    date_words(&date, offer->checked);
    int months = date_months_between(date_from_days(date_last_day(offer->checked)), today);
    if (offer->checked.month == 0)
        months = (today.year - offer->checked.year) * 12;
    if (months >= 24)
        buffer_format(&words, NOTE_AGE_YEARS(months / 12),
                      buffer_text(&date), months / 12);
    else if (months >= 12)
        buffer_format(&words, NOTE_AGE_YEAR, buffer_text(&date));
    else
        buffer_format(&words, NOTE_AGE_CHECKED, buffer_text(&date));
    const char *kept = arena_copy(arena, buffer_text(&words), words.length);
    buffer_free(&words);
    buffer_free(&date);
    return kept;
}
