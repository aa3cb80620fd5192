/* The parts of one offer on the sheet: what it is, for whom, when and where, how old all this is. */
#include <string.h>

#include "catalogue/offer.h"
#include "match/words.h"
#include "write/discreet.h"
#include "write/facts.h"
#include "write/handout_parts.h"
#include "write/handout_words.h"
#include "write/when.h"

bool offer_may_say(const struct offer_draft *draft, const char *text)
{
    return text && *text && !(draft->discreet && discreet_reveals(text));
}

bool offer_may_say_term(const struct offer_draft *draft, const char *text, const char *written)
{
    return offer_may_say(draft, text) && !(draft->discreet && discreet_reveals(written));
}

const char *offer_own_words(const struct offer_draft *draft, enum field field, const char **language)
{
    const char *written = offer_text(draft->offer, field);
    const char *text = offer_text_in(draft->offer, field, draft->sheet->catalogue->languages, language);
    /* The words that give her away are known best in English: what may not be said as it is written may not be said in another language. */
    if (written && *written && !offer_may_say(draft, written))
        return NULL;
    if (*language && !offer_may_say(draft, text)) {
        *language = NULL;
        text = written;
    }
    return offer_may_say(draft, text) ? text : NULL;
}

void offer_add_own_words(struct offer_draft *draft, enum handout_role role, const char *label, enum field field)
{
    const char *language;
    const char *text = offer_own_words(draft, field, &language);
    if (!language && strncmp(SHEET_LANGUAGE, "en", 2) != 0)
        language = "en"; /* as it is written, on a sheet that is in another language */
    handout_add(draft->sheet, (struct handout_part){.role = role, .label = label, .text = text, .language = language});
}

void offer_add(struct offer_draft *draft, enum handout_role role, const char *label, const char *text)
{
    handout_add(draft->sheet, (struct handout_part){.role = role, .label = label, .text = text});
}

static void add_title(struct offer_draft *draft)
{
    struct handout_draft *sheet = draft->sheet;
    const struct offer *offer = draft->offer;
    const char *language;
    const char *provider = offer_own_words(draft, FIELD_PROVIDER, &language);
    const char *public_name = offer_text(offer, FIELD_PUBLIC_NAME);
    /* Who states a public name says in it all that may be said: the charity behind it may be known for one thing. */
    if (draft->discreet && public_name && *public_name)
        provider = NULL;
    offer_add(draft, HANDOUT_OFFER, NULL, draft->name ? draft->name : discreet_nameless(sheet->catalogue, offer));
    if (draft->name && provider && strcmp(provider, draft->name) != 0)
        buffer_add_text(&sheet->words, provider);
    const struct term *kind = vocabulary_at(sheet->catalogue->vocabulary, LIST_KIND, offer->kind);
    if (draft->name && offer->kind != KIND_PEER_SUPPORT && offer_may_say_term(draft, kind->label, kind->written.label))
        buffer_format(&sheet->words, "%s%s", sheet->words.length > 0 ? SAY_COMMA : "", kind->label);
    handout_add_words(sheet, HANDOUT_BESIDE, NULL);
}

static void add_warnings(struct offer_draft *draft)
{
    struct handout_draft *sheet = draft->sheet;
    const struct offer *offer = draft->offer;
    struct buffer words = {0};
    if (offer->status == STATUS_UNKNOWN) {
        offer_add(draft, HANDOUT_WARNING, NULL, SAY_RUNS_UNKNOWN);
    } else if (offer->status == STATUS_ENDING && offer->ends_on.year != 0) {
        date_words(&words, offer->ends_on);
        buffer_format(&sheet->words, SAY_ENDING_ON, buffer_text(&words));
        handout_add_words(sheet, HANDOUT_WARNING, NULL);
    } else if (offer->status == STATUS_ENDING) {
        offer_add(draft, HANDOUT_WARNING, NULL, SAY_ENDING);
    }
    buffer_clear(&words);
    /* That it starts only later says where she stands now; a discreet sheet gives the start alone, among the facts. */
    if (!draft->discreet && handout_starts_later(sheet->need, offer)) {
        words_from(&words, offer->stage.from);
        buffer_format(&sheet->words, SAY_STARTS_LATER, buffer_text(&words));
        handout_add_words(sheet, HANDOUT_WARNING, NULL);
    }
    buffer_free(&words);
}

/* What it is in its own words; without them, what the words for how it is done mean. */
static void add_what(struct offer_draft *draft)
{
    struct handout_draft *sheet = draft->sheet;
    const struct vocabulary *vocabulary = sheet->catalogue->vocabulary;
    const struct offer *offer = draft->offer;
    const char *language;
    if (offer_own_words(draft, FIELD_SUMMARY, &language)) {
        offer_add_own_words(draft, HANDOUT_TEXT, NULL, FIELD_SUMMARY);
    } else if (!offer_own_words(draft, FIELD_WHAT_HAPPENS, &language)) { /* else that is quoted below */
        for (uint32_t i = 0; i < offer->formats.count; i++) {
            const struct term *format = vocabulary_at(vocabulary, LIST_FORMATS, offer->formats.items[i]);
            if (offer_may_say_term(draft, format->definition, format->written.definition))
                buffer_format(&sheet->words, "%s%s", sheet->words.length > 0 ? " " : "", format->definition);
        }
        handout_add_words(sheet, HANDOUT_TEXT, NULL);
    }
    for (uint32_t i = 0; i < offer->with.count; i++) {
        const struct term *feature = vocabulary_at(vocabulary, LIST_WITH, offer->with.items[i]);
        /* Who leads it is the one feature that says, without a word of it, what the others came for. */
        bool tells = draft->discreet && strcmp(feature->id, "lived-experience") == 0;
        if (!tells && offer_may_say_term(draft, feature->yes, feature->written.yes))
            buffer_format(&sheet->words, "%s%s", sheet->words.length > 0 ? " " : "", feature->yes);
    }
    handout_add_words(sheet, HANDOUT_TEXT, NULL);
}

static void add_years(struct buffer *out, struct years years)
{
    if (years.from >= 0 && years.to >= 0)
        buffer_format(out, SAY_AGED_FROM_TO, years.from, years.to);
    else if (years.to >= 0)
        buffer_format(out, SAY_AGED_TO, years.to);
    else if (years.from >= 0)
        buffer_format(out, SAY_AGED_FROM, years.from);
}

/* "…, from birth", or "From birth" where nothing stands before it; and when it ends as a sentence of its own. */
static void add_stage(struct buffer *out, struct stage stage)
{
    struct buffer edge = {0};
    if (stage.from.unit != STAGE_NOT_STATED) {
        words_from(&edge, stage.from);
        buffer_format(out, out->length > 0 ? SAY_STARTS : SAY_STARTS_FIRST, buffer_text(&edge));
    }
    buffer_clear(&edge);
    if (stage.to.unit != STAGE_NOT_STATED) {
        words_until(&edge, stage.to);
        buffer_add_text(out, out->length > 0 ? ". " : "");
        if (stage.to.unit == STAGE_PREGNANT_WEEKS)
            buffer_format(out, SAY_ENDS_AT_WEEK, buffer_text(&edge));
        else if (stage.to.count == 0)
            buffer_add_text(out, SAY_ENDS_AT_BIRTH);
        else
            buffer_format(out, SAY_ENDS_WHEN, buffer_text(&edge));
    } else if (out->length > 0) {
        buffer_add_byte(out, '.');
    }
    buffer_free(&edge);
}

static void add_for(struct offer_draft *draft)
{
    struct handout_draft *sheet = draft->sheet;
    const struct offer *offer = draft->offer;
    struct buffer years = {0};
    facts_who(&sheet->words, sheet->catalogue, offer->who);
    add_years(&years, offer->parent_age);
    if (years.length > 0)
        buffer_format(&sheet->words, "%s%s", sheet->words.length > 0 ? SAY_COMMA : "", buffer_text(&years));
    buffer_free(&years);
    bool somebody = sheet->words.length > 0;
    /* After a loss no child's age stands on the sheet. */
    if (!sheet->need || !need_after_loss(sheet->need))
        add_stage(&sheet->words, offer->stage);
    handout_add_words(sheet, somebody ? HANDOUT_FACT : HANDOUT_TEXT, somebody ? LABEL_FOR : NULL);
    if (!draft->discreet && offer->for_groups.count > 0) {
        facts_terms(&sheet->words, sheet->catalogue, LIST_FOR, offer->for_groups);
        handout_add_words(sheet, HANDOUT_FACT, LABEL_ONLY_FOR);
    }
}

/* Whether its last day has passed. */
static bool session_over(const struct session *session, struct date today)
{
    return session->last.year != 0 && date_last_day(session->last) < date_days(today);
}

static void add_when(struct offer_draft *draft)
{
    struct handout_draft *sheet = draft->sheet;
    const struct terms terms = sheet->catalogue->terms;
    struct date today = matcher_today(sheet->matcher);
    struct date next = {0};
    size_t shown = 0;
    size_t repeated = 0;
    for (uint32_t i = 0; i < draft->offer->session_count; i++) {
        const struct session *session = &draft->offer->sessions[i];
        if (session_over(session, today) || (session->repeat == SESSION_WORDS && (!offer_may_say(draft, session->words) || offer_hides(draft->offer, session->words))))
            continue;
        when_words(&sheet->words, session, today);
        if (session->term_time && terms.count == 0)
            buffer_format(&sheet->words, ". %s", SAY_TERM_TIME_ASK);
        handout_add_words(sheet, HANDOUT_FACT, shown++ == 0 ? LABEL_WHEN : "");
        repeated += session->repeat != SESSION_ONCE ? 1 : 0;
        struct date day = session_next(session, today, terms);
        if (day.year != 0 && (next.year == 0 || date_days(day) < date_days(next)))
            next = day;
    }
    if (repeated > 0 && next.year != 0) {
        struct buffer date = {0};
        date_words(&date, next);
        buffer_format(&sheet->words, SAY_NEXT_DAY, words_weekday(date_weekday(next)), buffer_text(&date));
        buffer_free(&date);
        handout_add_words(sheet, HANDOUT_FACT, LABEL_NEXT);
    }
    if (shown == 0 && draft->offer->session_count > 0)
        offer_ask(draft, QUESTION_WHEN);
}

/* A place that the lines of `when` name, each once, then those under `meets`. */
static size_t add_meeting_places(struct offer_draft *draft)
{
    struct handout_draft *sheet = draft->sheet;
    const struct offer *offer = draft->offer;
    size_t shown = 0;
    for (uint32_t i = 0; i < offer->session_count; i++) {
        const char *place = offer->sessions[i].place;
        bool again = i > 0 && place && offer->sessions[i - 1].place && strcmp(place, offer->sessions[i - 1].place) == 0;
        if (offer_may_say(draft, place) && !again && !session_over(&offer->sessions[i], matcher_today(sheet->matcher)))
            offer_add(draft, HANDOUT_FACT, shown++ == 0 ? LABEL_WHERE : "", place);
    }
    for (uint32_t i = 0; i < offer->meeting_count; i++) {
        const struct meeting *meeting = &offer->meetings[i];
        const char *parts[] = {meeting->place, meeting->address, meeting->postcode};
        for (size_t part = 0; part < 3; part++)
            if (parts[part] && *parts[part])
                buffer_format(&sheet->words, "%s%s", sheet->words.length > 0 ? SAY_COMMA : "", parts[part]);
        if (offer_may_say(draft, buffer_text(&sheet->words)))
            handout_add_words(sheet, HANDOUT_FACT, shown++ == 0 ? LABEL_WHERE : "");
        buffer_clear(&sheet->words);
    }
    return shown;
}

static void add_where(struct offer_draft *draft)
{
    struct handout_draft *sheet = draft->sheet;
    const struct offer *offer = draft->offer;
    if (offer_has_hidden_place(offer)) {
        offer_add(draft, HANDOUT_FACT, LABEL_WHERE, SAY_HIDDEN_PLACE);
        return;
    }
    if (add_meeting_places(draft) > 0)
        return;
    bool from_anywhere = offer_has_format(sheet->catalogue, offer, "online") || offer_has_format(sheet->catalogue, offer, "phone");
    if (from_anywhere || offer->kind == KIND_HELPLINE)
        return;
    struct buffer areas = {0};
    for (uint32_t i = 0; i < offer->areas_maybe.count; i++) {
        const struct place *place = gazetteer_at(sheet->catalogue->gazetteer, offer->areas_maybe.items[i]);
        buffer_format(&areas, "%s%s", i > 0 ? SAY_COMMA : "", place->kind == PLACE_COUNTRY ? SAY_THE_KINGDOM : place->name);
    }
    if (offer->areas.count > 0)
        facts_areas(&sheet->words, sheet->catalogue, offer->areas);
    else if (areas.length > 0)
        buffer_format(&sheet->words, SAY_PARTS_OF, buffer_text(&areas));
    handout_add_words(sheet, HANDOUT_FACT, LABEL_WHERE);
    buffer_free(&areas);
}

static void add_age(struct offer_draft *draft)
{
    struct handout_draft *sheet = draft->sheet;
    struct date checked = draft->offer->checked;
    struct date today = matcher_today(sheet->matcher);
    if (checked.year == 0) {
        offer_add(draft, HANDOUT_AGE, NULL, AGE_NEVER);
        return;
    }
    struct buffer date = {0};
    date_words(&date, checked);
    bool old = offer_is_old(draft->offer, today, OFFER_OLD_MONTHS);
    buffer_format(&sheet->words, old ? AGE_OLD : checked.day != 0 ? AGE_CHECKED_ON : AGE_CHECKED_IN, buffer_text(&date));
    buffer_free(&date);
    handout_add_words(sheet, HANDOUT_AGE, NULL);
}

void handout_add_offer(struct handout_draft *sheet, size_t index)
{
    const struct offer *offer = &sheet->catalogue->offers[index];
    struct offer_draft draft = {.sheet = sheet, .offer = offer, .index = index, .discreet = sheet->setting.discreet};
    draft.name = draft.discreet ? discreet_name(sheet->catalogue, offer) : catalogue_name(sheet->catalogue, offer);
    add_title(&draft);
    add_warnings(&draft);
    add_what(&draft);
    offer_add_own_words(&draft, HANDOUT_SAY, THEY_SAY_WHAT_HAPPENS, FIELD_WHAT_HAPPENS);
    offer_add_own_words(&draft, HANDOUT_SAY, THEY_SAY_FIRST_VISIT, FIELD_FIRST_VISIT);
    offer_add_own_words(&draft, HANDOUT_SAY, THEY_SAY_WHAT_THEY_SHARE, FIELD_WHAT_THEY_SHARE);
    add_for(&draft);
    add_when(&draft);
    add_where(&draft);
    offer_add_own_words(&draft, HANDOUT_FACT, LABEL_COST, FIELD_COST);
    offer_add_own_words(&draft, HANDOUT_FACT, LABEL_WAIT, FIELD_WAIT);
    offer_add_joining(&draft);
    offer_add_questions(&draft);
    add_age(&draft);
    handout_add(sheet, (struct handout_part){.role = HANDOUT_CODE, .text = draft.code_words, .link = draft.code_link});
}
