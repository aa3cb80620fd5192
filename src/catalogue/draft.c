/* A draft: every field of an entry finds its meaning here, whatever file it came from. */
#include "catalogue/draft.h"

#include <stdlib.h>
#include <string.h>

#include "text/memory.h"

void draft_start(struct draft *draft, struct drafting *drafting, const struct offer *base, const char *file, bool row)
{
    draft->drafting = drafting;
    draft->offer = *base;
    draft->row = row;
    draft->file = file;
    draft->texts_changed = false;
    draft->extras = NULL;
    draft->extra_count = draft->extra_room = 0;
    draft->stated = 0;
    draft->broken = 0;
    draft->failed = false;
    memset(draft->texts, 0, sizeof draft->texts);
    memset(draft->spots, 0, sizeof draft->spots);
    for (uint32_t i = 0; i < base->text_count; i++) {
        draft->texts[base->texts[i].field] = base->texts[i].text;
        draft->spots[base->texts[i].field] = base->texts[i];
    }
}

void draft_fail(struct draft *draft, enum field field)
{
    draft->broken |= FIELD_BIT(field);
    draft->failed = true;
}

/* The field of that name. Entries of a file mostly have the same fields at the same places, so that is looked at first. */
static enum field field_here(struct drafting *drafting, size_t place, const struct entry_field *field)
{
    bool remembered = place < DRAFT_COLUMNS && field->name_length > 0 && field->name_length < sizeof drafting->columns[0].name;
    if (remembered && drafting->columns[place].length == field->name_length &&
        memcmp(drafting->columns[place].name, field->name, field->name_length) == 0)
        return drafting->columns[place].field;
    enum field found = field_named(field->name, field->name_length);
    if (found == FIELD_COUNT && field->name_length == 5 && memcmp(field->name, "meets", 5) == 0)
        found = FIELD_MEETS_PLACE; /* `meets: Paisley Abbey` */
    if (remembered) {
        memcpy(drafting->columns[place].name, field->name, field->name_length);
        drafting->columns[place].length = field->name_length;
        drafting->columns[place].field = found;
    }
    return found;
}

/* Whether a problem with a field's name is still to be told: in a spreadsheet it is the header's, once for all rows. */
static bool tell_once(struct draft *draft, const struct entry_field *field, char what)
{
    if (!draft->row)
        return true;
    struct buffer key = {0};
    buffer_add_byte(&key, what);
    buffer_add(&key, draft->file, strlen(draft->file) + 1);
    buffer_add(&key, field->name, field->name_length);
    bool told = !names_add(draft->drafting->told, key.bytes, key.length, 0);
    buffer_free(&key);
    return !told;
}

static struct found name_found(const struct draft *draft, const struct entry_field *field)
{
    return (struct found){.text = field->name, .length = field->name_length, .where = {draft->file, field->line, field->column}};
}

static void unknown_field(struct draft *draft, const struct entry_field *field, enum field found)
{
    if (!tell_once(draft, field, 'u'))
        return;
    enum field near = found == FIELD_COUNT && draft_may_look_near(draft->drafting) ? field_near(field->name, field->name_length) : FIELD_COUNT;
    const char *name = near != FIELD_COUNT ? field_table[near].name : NULL;
    if (draft->row && (found == FIELD_ID || near == FIELD_ID))
        name = "service"; /* the column that holds the id */
    report_unknown_field(draft->drafting->problems, name_found(draft, field), name);
}

static enum draft_split split_of(enum field_is is)
{
    switch (is) {
    case IS_WORDS:
    case IS_PLACES:
    case IS_MEETING:
        return SPLIT_LIST;
    case IS_SESSIONS:
        return SPLIT_LINES;
    case IS_TEXT:
    case IS_WORD:
    case IS_POINT:
    case IS_YEARS:
    case IS_YES_OR_NO:
    case IS_DATE:
    case IS_ID:
        break;
    }
    return SPLIT_NONE;
}

static void too_many(struct draft *draft, const struct entry_field *field, enum field found)
{
    struct position where = {draft->file, field->line, field->column};
    report_too_many(draft->drafting->problems, where, field_table[found].name, DRAFT_MOST_VALUES);
    draft_fail(draft, found);
}

static void apply_known(struct draft *draft, const struct entry_field *field, enum field found)
{
    enum field_is is = field_table[found].is;
    size_t count = draft_parts(draft, field, split_of(is));
    if (count == 0)
        return; /* left out, or as above */
    draft->stated |= FIELD_BIT(found);
    draft->broken &= ~FIELD_BIT(found);
    draft->at[found] = draft->drafting->parts[0].where;
    if (count == SIZE_MAX) {
        too_many(draft, field, found);
        return;
    }
    switch (is) {
    case IS_TEXT:
        draft_text(draft, found, count);
        break;
    case IS_WORDS:
        draft_words(draft, found, count);
        break;
    case IS_WORD:
        draft_word(draft, found, count);
        break;
    case IS_PLACES:
        draft_places(draft, found, count);
        break;
    case IS_POINT:
        draft_point(draft, found, count);
        break;
    case IS_YEARS:
        draft_years(draft, found, count);
        break;
    case IS_YES_OR_NO:
        draft_yes_or_no(draft, found, count);
        break;
    case IS_DATE:
        draft_date(draft, found, count);
        break;
    case IS_SESSIONS:
        draft_sessions(draft, found, count);
        break;
    case IS_MEETING:
    case IS_ID:
        break;
    }
}

static bool named_in(const char *const *names, const struct entry_field *field)
{
    for (; names != NULL && *names != NULL; names++) {
        if (strlen(*names) == field->name_length && memcmp(*names, field->name, field->name_length) == 0)
            return true;
    }
    return false;
}

static bool is_kept(const struct entry_field *field)
{
    return (field->name_length > 2 && memcmp(field->name, "x_", 2) == 0) || draft_is_translation(field->name, field->name_length);
}

static void apply_kept(struct draft *draft, const struct entry_field *field)
{
    size_t count = draft_parts(draft, field, SPLIT_NONE);
    if (count != SIZE_MAX && count > 0)
        draft_extra(draft, field, count);
    else if (count == SIZE_MAX)
        report_too_many(draft->drafting->problems, (struct position){draft->file, field->line, field->column}, "x_", DRAFT_MOST_VALUES);
    draft->failed = draft->failed || count == SIZE_MAX;
}

void draft_apply(struct draft *draft, const struct entry *entry, const char *const *but)
{
    const struct entry_field *meeting[MEETING_FIELDS] = {NULL};
    bool meets = false;
    for (size_t i = 0; i < entry->count; i++) {
        const struct entry_field *field = &entry->fields[i];
        if (named_in(but, field))
            continue;
        enum field found = field_here(draft->drafting, i, field);
        bool is_meeting = found != FIELD_COUNT && field_table[found].is == IS_MEETING;
        size_t part = is_meeting ? (size_t)found - FIELD_MEETS_PLACE : 0;
        if (found == FIELD_COUNT && is_kept(field)) {
            apply_kept(draft, field);
        } else if (found == FIELD_COUNT || found == FIELD_ID) {
            unknown_field(draft, field, found);
        } else if ((draft->stated & FIELD_BIT(found)) != 0 || (is_meeting && meeting[part] != NULL)) {
            if (tell_once(draft, field, 'r'))
                report_repeated_field(draft->drafting->problems, name_found(draft, field));
        } else if (is_meeting) {
            meeting[part] = field;
            meets = true;
        } else {
            apply_known(draft, field, found);
        }
    }
    if (meets)
        draft_meetings(draft, meeting);
    draft_check(draft);
}

static void finish_texts(struct draft *draft)
{
    uint32_t count = 0;
    for (size_t i = 0; i < FIELD_TEXT_COUNT; i++)
        count += draft->texts[i] != NULL ? 1 : 0;
    struct offer_text *texts = arena_get(draft->drafting->arena, count > 0 ? count : 1, sizeof *texts);
    draft->offer.texts = texts;
    draft->offer.text_count = count;
    for (size_t i = 0; i < FIELD_TEXT_COUNT; i++) {
        if (draft->texts[i] != NULL)
            *texts++ = (struct offer_text){
                .field = (uint16_t)i, .column = draft->spots[i].column, .line = draft->spots[i].line, .text = draft->texts[i]};
    }
}

static void finish_extras(struct draft *draft)
{
    struct offer_extra *extras = arena_get(draft->drafting->arena, draft->extra_count + 1, sizeof *extras);
    if (draft->extra_count > 0)
        memcpy(extras, draft->extras, draft->extra_count * sizeof *extras);
    draft->offer.extras = extras;
    draft->offer.extra_count = (uint32_t)draft->extra_count;
}

void draft_finish(struct draft *draft)
{
    if (draft->texts_changed)
        finish_texts(draft);
    if (draft->extras != NULL)
        finish_extras(draft);
    draft_drop(draft);
}

void draft_drop(struct draft *draft)
{
    free(draft->extras);
    draft->extras = NULL;
}
