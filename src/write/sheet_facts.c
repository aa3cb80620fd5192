/* The facts of one offer on its sheet: every field that is not among what it is, how to join it, or its own words. */
#include <string.h>

#include "match/words.h"
#include "write/facts.h"
#include "write/sheet_parts.h"
#include "write/when.h"
#include "write/words.h"

/* Days on which it next meets: enough to choose from. */
enum { NEXT_DAYS = 3 };

void sheet_add_terms(struct sheet_draft *draft, const char *label, enum vocabulary_list list, struct numbers numbers)
{
    facts_terms(&draft->words, draft->catalogue, list, numbers);
    sheet_add_words(draft, SHEET_FACT, label);
}

static void add_where(struct sheet_draft *draft)
{
    facts_areas(&draft->words, draft->catalogue, draft->offer->areas);
    sheet_add_words(draft, SHEET_FACT, FACT_COVERS);
    facts_area_names(&draft->words, draft->catalogue, draft->offer->areas_maybe);
    sheet_add_words(draft, SHEET_FACT, FACT_PERHAPS_PARTS);
}

static bool any_years(struct years years)
{
    return years.from >= 0 || years.to >= 0;
}

static void add_parent_age(struct sheet_draft *draft)
{
    const struct offer *offer = draft->offer;
    struct buffer perhaps = {0};
    facts_years(&draft->words, offer->parent_age);
    facts_years(&perhaps, offer->parent_age_maybe);
    if (any_years(offer->parent_age_maybe))
        buffer_format(&draft->words, draft->words.length > 0 ? FACT_OR_PERHAPS : FACT_ONLY_PERHAPS, buffer_text(&perhaps));
    sheet_add_words(draft, SHEET_FACT, FACT_PARENT_AGE);
    buffer_free(&perhaps);
}

static void add_for_whom(struct sheet_draft *draft)
{
    const struct offer *offer = draft->offer;
    /* After a loss no child's age is shown. */
    if (!draft->need || !need_after_loss(draft->need)) {
        facts_stage(&draft->words, offer->stage);
        sheet_add_words(draft, SHEET_FACT, FACT_STAGE);
        facts_stage(&draft->words, offer->stage_maybe);
        sheet_add_words(draft, SHEET_FACT, FACT_PERHAPS);
    }
    facts_who(&draft->words, draft->catalogue, offer->who);
    sheet_add_words(draft, SHEET_FACT, FACT_FOR);
    sheet_add_terms(draft, FACT_ONLY_FOR, LIST_FOR, offer->for_groups);
    add_parent_age(draft);
}

/* "Every Tuesday, 10am to 11:30am, at Paisley Abbey". Where it meets in secret, without the place. */
static void session_words(struct sheet_draft *draft, const struct session *session)
{
    struct buffer words = {0};
    when_words(&words, session, matcher_today(draft->matcher));
    if (session->repeat != SESSION_WORDS && session->place && !offer_has_hidden_place(draft->offer))
        buffer_format(&draft->words, FACT_WHEN_AT, buffer_text(&words), session->place);
    else if (session->repeat != SESSION_WORDS || !offer_hides(draft->offer, session->words))
        buffer_add(&draft->words, words.bytes, words.length);
    if (session->term_time && draft->catalogue->terms.count == 0)
        buffer_format(&draft->words, ". %s", FACT_TERM_TIME_ASK);
    buffer_free(&words);
}

/* The first day from `from` on that any of the sessions surely meets; year 0 when none or not known. */
static struct date next_day(const struct sheet_draft *draft, struct date from)
{
    struct date next = {0};
    for (uint32_t i = 0; i < draft->offer->session_count; i++) {
        struct date day = session_next(&draft->offer->sessions[i], from, draft->catalogue->terms);
        if (day.year != 0 && (next.year == 0 || date_days(day) < date_days(next)))
            next = day;
    }
    return next;
}

static void add_next_days(struct sheet_draft *draft)
{
    struct date day = next_day(draft, matcher_today(draft->matcher));
    for (int count = 0; count < NEXT_DAYS && day.year != 0; count++) {
        struct buffer date = {0};
        date_words(&date, day);
        if (count > 0)
            buffer_add_text(&draft->words, LIST_COMMA);
        buffer_format(&draft->words, FACT_NEXT_DAY, words_weekday(date_weekday(day)), buffer_text(&date));
        buffer_free(&date);
        day = next_day(draft, date_from_days(date_days(day) + 1));
    }
    sheet_add_words(draft, SHEET_FACT, FACT_NEXT);
}

static void add_when(struct sheet_draft *draft)
{
    const struct offer *offer = draft->offer;
    int32_t today = date_days(matcher_today(draft->matcher));
    size_t shown = 0;
    size_t repeated = 0;
    for (uint32_t i = 0; i < offer->session_count; i++) {
        const struct session *session = &offer->sessions[i];
        if (session->last.year != 0 && date_last_day(session->last) < today)
            continue;
        /* What was not understood is one line, whatever it holds. */
        session_words(draft, session);
        repeated += draft->words.length > 0 && session->repeat != SESSION_ONCE;
        sheet_add_words(draft, SHEET_FACT, shown++ == 0 ? FACT_WHEN : "");
    }
    if (offer->session_count > 0 && shown == 0)
        sheet_add(draft, SHEET_FACT, FACT_WHEN, FACT_WHEN_OVER);
    if (repeated > 0)
        add_next_days(draft);
}

static void add_meetings(struct sheet_draft *draft)
{
    size_t shown = 0;
    for (uint32_t i = 0; i < draft->offer->meeting_count; i++) {
        const struct meeting *meeting = &draft->offer->meetings[i];
        const char *parts[] = {meeting->place, meeting->address, meeting->postcode};
        for (size_t part = 0; part < 3 && !meeting->hidden; part++)
            if (parts[part] && *parts[part])
                buffer_format(&draft->words, "%s%s", draft->words.length > 0 ? LIST_COMMA : "", parts[part]);
        if (draft->words.length > 0)
            sheet_add_words(draft, SHEET_FACT, shown++ == 0 ? FACT_MEETS_AT : "");
    }
    if (offer_has_hidden_place(draft->offer))
        sheet_add(draft, SHEET_FACT, shown == 0 ? FACT_MEETS_AT : "", FACT_HIDDEN_PLACE);
}

static void add_group_size(struct sheet_draft *draft)
{
    struct years size = draft->offer->group_size;
    if (size.from >= 0 && size.to < 0)
        buffer_format(&draft->words, FACT_SIZE_FROM, size.from);
    else
        facts_years(&draft->words, size);
    sheet_add_words(draft, SHEET_FACT, FACT_GROUP_SIZE);
}

/* That it ends on a day is said above all else when it is ending; a day that is only stated stands here. */
static void add_end(struct sheet_draft *draft)
{
    if (draft->offer->status != STATUS_ENDING)
        date_words(&draft->words, draft->offer->ends_on);
    sheet_add_words(draft, SHEET_FACT, FACT_ENDS_ON);
}

/* The service, where neither the offer's own name nor the provider's says it. */
static void add_service(struct sheet_draft *draft)
{
    const char *service = offer_service(draft->catalogue, draft->offer)->name;
    const char *provider = catalogue_text(draft->catalogue, draft->offer, FIELD_PROVIDER);
    bool said = strcmp(service, offer_name(draft->offer)) == 0 || (provider && strcmp(service, provider) == 0);
    if (!said && !draft->setting.public_names)
        sheet_add(draft, SHEET_FACT, FACT_PART_OF, service);
}

void sheet_add_facts(struct sheet_draft *draft)
{
    const struct offer *offer = draft->offer;
    draft->heading = HEADING_FACTS;
    add_where(draft);
    add_for_whom(draft);
    sheet_add_terms(draft, FACT_HOW, LIST_FORMATS, offer->formats);
    sheet_add_terms(draft, FACT_PERHAPS_ALSO, LIST_FORMATS, offer->formats_maybe);
    sheet_add_terms(draft, offer->about_only == STATED_YES ? FACT_ONLY_ABOUT : FACT_ABOUT, LIST_ABOUT, offer->about);
    sheet_add_terms(draft, FACT_WITH, LIST_WITH, offer->with);
    sheet_add_terms(draft, FACT_WITHOUT, LIST_WITH, offer->without);
    sheet_add_terms(draft, FACT_LANGUAGES, LIST_LANGUAGES, offer->languages);
    add_when(draft);
    add_meetings(draft);
    add_group_size(draft);
    sheet_add_field(draft, SHEET_FACT, FACT_COST, FIELD_COST);
    sheet_add_field(draft, SHEET_FACT, FACT_WAIT, FIELD_WAIT);
    add_end(draft);
    if (offer->kind == KIND_PEER_SUPPORT)
        sheet_add(draft, SHEET_FACT, FACT_KIND, vocabulary_at(draft->catalogue->vocabulary, LIST_KIND, offer->kind)->label);
    add_service(draft);
    draft->heading = NULL;
}

static bool is_own_field(const char *name)
{
    return strncmp(name, "x_", 2) == 0;
}

/* A site's own field under its own name: "x_budget_code" as "budget code". Translations are no facts of their own. */
static void add_own_fields(struct sheet_draft *draft)
{
    for (uint32_t i = 0; i < draft->offer->extra_count; i++) {
        const struct offer_extra *extra = &draft->offer->extras[i];
        if (!is_own_field(extra->name))
            continue;
        char *label = arena_text(draft->arena, extra->name + 2);
        for (char *at = label; *at; at++)
            *at = *at == '_' ? ' ' : *at;
        sheet_add(draft, SHEET_FACT, label, extra->text);
    }
}

static void add_place_in_list(struct sheet_draft *draft)
{
    const struct position *where = &draft->offer->where;
    offer_id_words(&draft->words, draft->catalogue, draft->offer);
    sheet_add_words(draft, SHEET_FACT, FACT_IN_THE_LIST);
    if (where->line == 0)
        return;
    const char *slash = strrchr(where->file, '/');
    buffer_format(&draft->words, FACT_FILE_LINE, slash ? slash + 1 : where->file, where->line);
    sheet_add_words(draft, SHEET_FACT, "");
}

void sheet_add_trust(struct sheet_draft *draft)
{
    const struct offer *offer = draft->offer;
    draft->heading = HEADING_TRUST;
    sheet_add(draft, SHEET_FACT, FACT_STATUS, vocabulary_at(draft->catalogue->vocabulary, LIST_STATUS, offer->status)->label);
    sheet_add_field(draft, SHEET_FACT, FACT_SOURCE, FIELD_SOURCE);
    sheet_add_field(draft, SHEET_FACT, FACT_CHECKED_BY, FIELD_CHECKED_BY);
    if (draft->setting.staff) {
        const char *plain = catalogue_text(draft->catalogue, offer, FIELD_PUBLIC_NAME);
        sheet_add_field(draft, SHEET_FACT, FACT_STATUS_NOTE, FIELD_STATUS_NOTE);
        sheet_add_field(draft, SHEET_FACT, FACT_NOTES, FIELD_NOTES);
        if (plain && strcmp(plain, catalogue_name(draft->catalogue, offer)) != 0)
            sheet_add(draft, SHEET_FACT, FACT_PUBLIC_NAME, plain);
        add_own_fields(draft);
        add_place_in_list(draft);
    }
    draft->heading = NULL;
}
