#include "write/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/offer.h"
#include "text/memory.h"
#include "write/facts.h"
#include "write/questions.h"
#include "write/words.h"

/* A sheet under construction. */
struct draft {
    struct sheet sheet;
    size_t room;
    struct arena *arena;
    struct matcher *matcher;
    const struct catalogue *catalogue;
    const struct offer *offer;
    struct buffer words;
    const char *heading; /* waits until something stands under it */
};

static void add(struct draft *draft, enum sheet_role role, const char *label, const char *text)
{
    if (!text || !*text)
        return;
    if (draft->heading) {
        const char *heading = draft->heading;
        draft->heading = NULL;
        add(draft, SHEET_HEADING, NULL, heading);
    }
    draft->sheet.lines = memory_room(draft->sheet.lines, draft->sheet.count, &draft->room, sizeof *draft->sheet.lines);
    draft->sheet.lines[draft->sheet.count++] = (struct sheet_line){role, label, text};
}

/* Adds what stands in draft->words, with a capital at its start unless it is a label's fact, and empties it. */
static void add_words(struct draft *draft, enum sheet_role role, const char *label)
{
    if (draft->words.length > 0)
        add(draft, role, label, arena_copy(draft->arena, draft->words.bytes, draft->words.length));
    buffer_clear(&draft->words);
}

static void add_text(struct draft *draft, enum sheet_role role, const char *label, enum field field)
{
    add(draft, role, label, catalogue_text(draft->catalogue, draft->offer, field));
}

static void add_terms(struct draft *draft, const char *label, enum vocabulary_list list, struct numbers numbers)
{
    facts_terms(&draft->words, draft->catalogue, list, numbers);
    add_words(draft, SHEET_FACT, label);
}

static void add_title(struct draft *draft, struct sheet_setting setting)
{
    const struct offer *offer = draft->offer;
    add(draft, SHEET_TITLE, NULL, (setting.by_heart ? catalogue_public_name : catalogue_name)(draft->catalogue, offer));
    if (!setting.by_heart)
        add_text(draft, SHEET_BESIDE, NULL, FIELD_PROVIDER);
    if (offer->kind != KIND_PEER_SUPPORT)
        add(draft, SHEET_BESIDE, NULL, vocabulary_at(draft->catalogue->vocabulary, LIST_KIND, offer->kind)->label);
    if (offer->status == STATUS_ENDING) {
        struct buffer date = {0};
        date_words(&date, offer->ends_on);
        if (date.length > 0)
            buffer_format(&draft->words, NOTE_ENDING_ON, buffer_text(&date));
        else
            buffer_add_text(&draft->words, NOTE_ENDING);
        buffer_free(&date);
        add_words(draft, SHEET_NOTE, NULL);
    } else if (offer->status == STATUS_UNKNOWN) {
        add(draft, SHEET_NOTE, NULL, NOTE_RUNS_UNKNOWN);
    } else if (offer->status == STATUS_CLOSED) {
        add(draft, SHEET_NOTE, NULL, NOTE_CLOSED);
    }
}

static void add_words_of_their_own(struct draft *draft)
{
    add_text(draft, SHEET_TEXT, NULL, FIELD_SUMMARY);
    draft->heading = HEADING_WHAT_HAPPENS;
    add_text(draft, SHEET_TEXT, NULL, FIELD_WHAT_HAPPENS);
    draft->heading = HEADING_FIRST_VISIT;
    add_text(draft, SHEET_TEXT, NULL, FIELD_FIRST_VISIT);
    draft->heading = HEADING_WHAT_THEY_SHARE;
    add_text(draft, SHEET_TEXT, NULL, FIELD_WHAT_THEY_SHARE);
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

static void add_reasons(struct draft *draft, const struct need *need, size_t offer)
{
    if (!need || need_count(need) == 0 || !kind_is_answer(draft->offer->kind))
        return;
    struct reasons reasons = matcher_explain(draft->matcher, need, offer, draft->arena);
    draft->heading = why_heading(reasons.verdict);
    static const enum sheet_role roles[] = {[VALUE_NO] = SHEET_NO, [VALUE_ASK] = SHEET_ASK, [VALUE_YES] = SHEET_YES};
    for (size_t i = 0; i < reasons.count; i++)
        add(draft, roles[reasons.items[i].value], NULL, reasons.items[i].say);
    draft->heading = NULL;
}

static void add_meetings(struct draft *draft)
{
    for (uint32_t i = 0; i < draft->offer->session_count; i++)
        add(draft, SHEET_FACT, i == 0 ? FACT_WHEN : "", draft->offer->sessions[i].words);
    for (uint32_t i = 0; i < draft->offer->meeting_count; i++) {
        const struct meeting *meeting = &draft->offer->meetings[i];
        if (meeting->hidden) {
            add(draft, SHEET_FACT, FACT_MEETS_AT, FACT_HIDDEN_PLACE);
            continue;
        }
        const char *parts[] = {meeting->place, meeting->address, meeting->postcode};
        for (size_t part = 0; part < 3; part++)
            if (parts[part] && *parts[part])
                buffer_format(&draft->words, "%s%s", draft->words.length > 0 ? LIST_COMMA : "", parts[part]);
        add_words(draft, SHEET_FACT, FACT_MEETS_AT);
    }
}

static void add_facts(struct draft *draft)
{
    const struct offer *offer = draft->offer;
    draft->heading = HEADING_FACTS;
    facts_areas(&draft->words, draft->catalogue, offer->areas);
    add_words(draft, SHEET_FACT, FACT_COVERS);
    facts_area_names(&draft->words, draft->catalogue, offer->areas_maybe);
    add_words(draft, SHEET_FACT, FACT_PERHAPS_PARTS);
    facts_stage(&draft->words, offer->stage);
    add_words(draft, SHEET_FACT, FACT_STAGE);
    facts_stage(&draft->words, offer->stage_maybe);
    add_words(draft, SHEET_FACT, FACT_PERHAPS);
    facts_who(&draft->words, draft->catalogue, offer->who);
    add_words(draft, SHEET_FACT, FACT_FOR);
    add_terms(draft, FACT_ONLY_FOR, LIST_FOR, offer->for_groups);
    facts_years(&draft->words, offer->parent_age);
    if (offer->parent_age.from < 0 && offer->parent_age.to < 0)
        facts_years(&draft->words, offer->parent_age_maybe);
    add_words(draft, SHEET_FACT, FACT_PARENT_AGE);
    add_terms(draft, FACT_HOW, LIST_FORMATS, offer->formats);
    add_terms(draft, FACT_PERHAPS_ALSO, LIST_FORMATS, offer->formats_maybe);
    add_terms(draft, offer->about_only == STATED_YES ? FACT_ONLY_ABOUT : FACT_ABOUT, LIST_ABOUT, offer->about);
    add_terms(draft, FACT_WITH, LIST_WITH, offer->with);
    add_terms(draft, FACT_WITHOUT, LIST_WITH, offer->without);
    add_terms(draft, FACT_LANGUAGES, LIST_LANGUAGES, offer->languages);
    add_meetings(draft);
    facts_years(&draft->words, offer->group_size);
    add_words(draft, SHEET_FACT, FACT_GROUP_SIZE);
    add_text(draft, SHEET_FACT, FACT_COST, FIELD_COST);
    add_text(draft, SHEET_FACT, FACT_WAIT, FIELD_WAIT);
    draft->heading = NULL;
}

static void add_contact(struct draft *draft)
{
    draft->heading = HEADING_CONTACT;
    add_text(draft, SHEET_TEXT, NULL, FIELD_HOW_TO_JOIN);
    add_terms(draft, FACT_REFERRAL, LIST_REFERRAL, draft->offer->referral);
    add_text(draft, SHEET_FACT, FACT_PHONE, FIELD_PHONE);
    add_text(draft, SHEET_FACT, FACT_TEXT, FIELD_TEXT);
    add_text(draft, SHEET_FACT, FACT_EMAIL, FIELD_EMAIL);
    add_text(draft, SHEET_FACT, FACT_WEB, FIELD_WEB);
    add_text(draft, SHEET_FACT, FACT_ADDRESS, FIELD_ADDRESS);
    add_text(draft, SHEET_FACT, FACT_OPEN, FIELD_HOURS);
    draft->heading = NULL;
}

static void add_questions(struct draft *draft)
{
    if (!kind_is_answer(draft->offer->kind))
        return;
    const char *questions[QUESTION_COUNT];
    size_t count = questions_of(draft->offer, questions);
    draft->heading = HEADING_QUESTIONS;
    for (size_t i = 0; i < count; i++)
        add(draft, SHEET_ASK, NULL, questions[i]);
    draft->heading = NULL;
    not_stated_words(&draft->words, draft->offer);
    add_words(draft, SHEET_NOTE, NULL);
}

static void add_other_offers(struct draft *draft)
{
    const struct service *service = offer_service(draft->catalogue, draft->offer);
    draft->heading = HEADING_OTHERS;
    for (uint32_t i = 0; i < service->offer_count; i++) {
        const struct offer *other = &draft->catalogue->offers[service->first_offer + i];
        if (other != draft->offer && other->status != STATUS_CLOSED)
            add(draft, SHEET_TEXT, NULL, catalogue_name(draft->catalogue, other));
    }
    draft->heading = NULL;
}

static void add_age_and_source(struct draft *draft, bool staff)
{
    const struct offer *offer = draft->offer;
    draft->heading = HEADING_TRUST;
    add(draft, SHEET_NOTE, NULL, sheet_age(offer, matcher_today(draft->matcher), draft->arena));
    add_text(draft, SHEET_FACT, FACT_SOURCE, FIELD_SOURCE);
    add_text(draft, SHEET_FACT, FACT_CHECKED_BY, FIELD_CHECKED_BY);
    if (staff) {
        add_text(draft, SHEET_FACT, FACT_STATUS_NOTE, FIELD_STATUS_NOTE);
        add_text(draft, SHEET_FACT, FACT_NOTES, FIELD_NOTES);
        if (offer->where.line > 0) {
            const char *slash = strrchr(offer->where.file, '/');
            buffer_format(&draft->words, FACT_FILE_LINE, slash ? slash + 1 : offer->where.file, offer->where.line);
            add_words(draft, SHEET_FACT, FACT_IN_THE_LIST);
        }
    }
    draft->heading = NULL;
}

struct sheet sheet_of(struct matcher *matcher, const struct need *need, size_t offer, struct sheet_setting setting, struct arena *arena)
{
    const struct catalogue *catalogue = matcher_catalogue(matcher);
    struct draft draft = {.arena = arena, .matcher = matcher, .catalogue = catalogue, .offer = &catalogue->offers[offer]};
    add_title(&draft, setting);
    add_words_of_their_own(&draft);
    add_reasons(&draft, need, offer);
    add_contact(&draft);
    if (!setting.narrow)
        add_questions(&draft);
    add_facts(&draft);
    add_other_offers(&draft);
    add_age_and_source(&draft, setting.staff);

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
