#include "write/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/offer.h"
#include "text/memory.h"
#include "text/words.h"
#include "write/facts.h"
#include "write/questions.h"

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
    add(draft, role, label, offer_text(draft->offer, field));
}

static void add_terms(struct draft *draft, const char *label, enum vocabulary_list list, struct numbers numbers)
{
    facts_terms(&draft->words, draft->catalogue, list, numbers);
    add_words(draft, SHEET_FACT, label);
}

static void add_title(struct draft *draft, struct sheet_setting setting)
{
    const struct offer *offer = draft->offer;
    add(draft, SHEET_TITLE, NULL, setting.by_heart ? offer_public_name(offer) : offer_name(offer));
    if (!setting.by_heart)
        add_text(draft, SHEET_BESIDE, NULL, FIELD_PROVIDER);
    if (offer->kind != KIND_PEER_SUPPORT)
        add(draft, SHEET_BESIDE, NULL, vocabulary_at(draft->catalogue->vocabulary, LIST_KIND, offer->kind)->label);
    if (offer->status == STATUS_ENDING) {
        buffer_add_text(&draft->words, _("This is coming to an end"));
        if (offer->ends_on.year != 0) {
            buffer_add_text(&draft->words, _(" on "));
            date_words(&draft->words, offer->ends_on);
        }
        buffer_add_text(&draft->words, _(": ask before you count on it."));
        add_words(draft, SHEET_NOTE, NULL);
    } else if (offer->status == STATUS_UNKNOWN) {
        add(draft, SHEET_NOTE, NULL, _("It is not known whether this still runs: ask."));
    } else if (offer->status == STATUS_CLOSED) {
        add(draft, SHEET_NOTE, NULL, _("This has closed."));
    }
}

static void add_words_of_their_own(struct draft *draft)
{
    add_text(draft, SHEET_TEXT, NULL, FIELD_SUMMARY);
    draft->heading = _("What happens");
    add_text(draft, SHEET_TEXT, NULL, FIELD_WHAT_HAPPENS);
    draft->heading = _("The first visit");
    add_text(draft, SHEET_TEXT, NULL, FIELD_FIRST_VISIT);
    draft->heading = _("What they share, and what they keep to themselves");
    add_text(draft, SHEET_TEXT, NULL, FIELD_WHAT_THEY_SHARE);
    draft->heading = NULL;
}

static const char *why_heading(enum verdict verdict)
{
    switch (verdict) {
    case VERDICT_SUITS: return _("Why it suits");
    case VERDICT_ENDING: return _("It fits, but it is ending");
    case VERDICT_ASK: return _("What fits, and what to ask");
    case VERDICT_NEAR: return _("Nearly: what fits, and what does not");
    default: return _("Why not");
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
        add(draft, SHEET_FACT, i == 0 ? _("When") : "", draft->offer->sessions[i].words);
    for (uint32_t i = 0; i < draft->offer->meeting_count; i++) {
        const struct meeting *meeting = &draft->offer->meetings[i];
        if (meeting->hidden) {
            add(draft, SHEET_FACT, _("Meets at"), _("a place that they tell you when you join"));
            continue;
        }
        const char *parts[] = {meeting->place, meeting->address, meeting->postcode};
        for (size_t part = 0; part < 3; part++)
            if (parts[part] && *parts[part])
                buffer_format(&draft->words, "%s%s", draft->words.length > 0 ? ", " : "", parts[part]);
        add_words(draft, SHEET_FACT, _("Meets at"));
    }
}

static void add_facts(struct draft *draft)
{
    const struct offer *offer = draft->offer;
    draft->heading = _("What it says of itself");
    facts_areas(&draft->words, draft->catalogue, offer->areas);
    add_words(draft, SHEET_FACT, _("Covers"));
    facts_area_names(&draft->words, draft->catalogue, offer->areas_maybe);
    add_words(draft, SHEET_FACT, _("Perhaps parts of"));
    facts_stage(&draft->words, offer->stage);
    add_words(draft, SHEET_FACT, _("Stage"));
    facts_stage(&draft->words, offer->stage_maybe);
    add_words(draft, SHEET_FACT, _("Perhaps"));
    facts_who(&draft->words, draft->catalogue, offer->who);
    add_words(draft, SHEET_FACT, _("For"));
    add_terms(draft, _("Only for"), LIST_FOR, offer->for_groups);
    facts_years(&draft->words, offer->parent_age);
    if (offer->parent_age.from < 0 && offer->parent_age.to < 0)
        facts_years(&draft->words, offer->parent_age_maybe);
    add_words(draft, SHEET_FACT, _("Parent's age"));
    add_terms(draft, _("How"), LIST_FORMATS, offer->formats);
    add_terms(draft, _("Perhaps also"), LIST_FORMATS, offer->formats_maybe);
    add_terms(draft, offer->about_only == STATED_YES ? _("Only about") : _("About"), LIST_ABOUT, offer->about);
    add_terms(draft, _("With"), LIST_WITH, offer->with);
    add_terms(draft, _("Without"), LIST_WITH, offer->without);
    add_terms(draft, _("Languages"), LIST_LANGUAGES, offer->languages);
    add_meetings(draft);
    facts_years(&draft->words, offer->group_size);
    add_words(draft, SHEET_FACT, _("Group size"));
    add_text(draft, SHEET_FACT, _("Cost"), FIELD_COST);
    add_text(draft, SHEET_FACT, _("Waiting time"), FIELD_WAIT);
    draft->heading = NULL;
}

static void add_contact(struct draft *draft)
{
    draft->heading = _("How to get in");
    add_text(draft, SHEET_TEXT, NULL, FIELD_HOW_TO_JOIN);
    add_terms(draft, _("Who can ask"), LIST_REFERRAL, draft->offer->referral);
    add_text(draft, SHEET_FACT, _("Phone"), FIELD_PHONE);
    add_text(draft, SHEET_FACT, _("Text"), FIELD_TEXT);
    add_text(draft, SHEET_FACT, _("Email"), FIELD_EMAIL);
    add_text(draft, SHEET_FACT, _("Web"), FIELD_WEB);
    add_text(draft, SHEET_FACT, _("Address"), FIELD_ADDRESS);
    add_text(draft, SHEET_FACT, _("Open"), FIELD_HOURS);
    draft->heading = NULL;
}

static void add_questions(struct draft *draft)
{
    if (!kind_is_answer(draft->offer->kind))
        return;
    const char *questions[QUESTION_COUNT];
    size_t count = questions_of(draft->offer, questions);
    draft->heading = _("Ask them");
    for (size_t i = 0; i < count; i++)
        add(draft, SHEET_ASK, NULL, questions[i]);
    draft->heading = NULL;
    not_stated_words(&draft->words, draft->offer);
    add_words(draft, SHEET_NOTE, NULL);
}

static void add_other_offers(struct draft *draft)
{
    const struct service *service = offer_service(draft->catalogue, draft->offer);
    draft->heading = _("From the same service");
    for (uint32_t i = 0; i < service->offer_count; i++) {
        const struct offer *other = &draft->catalogue->offers[service->first_offer + i];
        if (other != draft->offer && other->status != STATUS_CLOSED)
            add(draft, SHEET_TEXT, NULL, offer_name(other));
    }
    draft->heading = NULL;
}

static void add_age_and_source(struct draft *draft, bool staff)
{
    const struct offer *offer = draft->offer;
    draft->heading = _("How far to trust this");
    add(draft, SHEET_NOTE, NULL, sheet_age(offer, matcher_today(draft->matcher), draft->arena));
    add_text(draft, SHEET_FACT, _("From"), FIELD_SOURCE);
    add_text(draft, SHEET_FACT, _("Checked by"), FIELD_CHECKED_BY);
    if (staff) {
        add_text(draft, SHEET_FACT, _("Since then"), FIELD_STATUS_NOTE);
        add_text(draft, SHEET_FACT, _("For staff"), FIELD_NOTES);
        if (offer->where.line > 0) {
            const char *slash = strrchr(offer->where.file, '/');
            buffer_format(&draft->words, _("%s, line %u"), slash ? slash + 1 : offer->where.file, offer->where.line);
            add_words(draft, SHEET_FACT, _("In the list"));
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
        return _("Nobody has noted when these facts were checked: check before you refer.");
    struct buffer words = {0};
    struct buffer date = {0};
    date_words(&date, offer->checked);
    int months = date_months_between(date_from_days(date_last_day(offer->checked)), today);
    if (offer->checked.month == 0)
        months = (today.year - offer->checked.year) * 12;
    if (months >= 24)
        buffer_format(&words, plural("Facts from %s, %d year old: check before you refer.", "Facts from %s, %d years old: check before you refer.", months / 12),
                      buffer_text(&date), months / 12);
    else if (months >= 12)
        buffer_format(&words, _("Facts from %s, more than a year old: check before you refer."), buffer_text(&date));
    else
        buffer_format(&words, _("Checked %s."), buffer_text(&date));
    const char *kept = arena_copy(arena, buffer_text(&words), words.length);
    buffer_free(&words);
    buffer_free(&date);
    return kept;
}
