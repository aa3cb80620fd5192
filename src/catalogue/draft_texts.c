/* Texts of an offer, and fields that are kept as they are. */
#include <string.h>

#include "catalogue/draft.h"
#include "text/memory.h"
#include "text/safe.h"

/* Long texts keep their line breaks; names, numbers and addresses of the web stand on one line. */
bool draft_keeps_lines(enum field field)
{
    switch (field) {
    case FIELD_SUMMARY:
    case FIELD_WHAT_HAPPENS:
    case FIELD_FIRST_VISIT:
    case FIELD_WHAT_THEY_SHARE:
    case FIELD_HOW_TO_JOIN:
    case FIELD_COST:
    case FIELD_WAIT:
    case FIELD_ADDRESS:
    case FIELD_HOURS:
    case FIELD_STATUS_NOTE:
    case FIELD_NOTES:
        return true;
    default:
        return false;
    }
}

/* Puts the parts into drafting->text, joined; false when they are too long. */
static bool join_parts(struct draft *draft, size_t count, bool keep_lines, const char *name)
{
    struct drafting *drafting = draft->drafting;
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        size_t more = drafting->parts[i].length;
        length = more <= DRAFT_LONGEST_TEXT ? length + more : SIZE_MAX;
        if (length > DRAFT_LONGEST_TEXT) {
            report_too_long(drafting->problems, drafting->parts[i].where, name, DRAFT_LONGEST_TEXT);
            return false;
        }
    }
    buffer_clear(&drafting->text);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buffer_add_text(&drafting->text, keep_lines ? "\n" : "; ");
        draft_add_safe(draft, drafting->parts[i], keep_lines, name);
    }
    return true;
}

void draft_text(struct draft *draft, enum field field, size_t count)
{
    struct drafting *drafting = draft->drafting;
    const char *text = NULL;
    if (count == 1 && found_is_none(drafting->parts[0])) {
        text = "";
    } else if (count > 1 || !found_is_not_stated(drafting->parts[0])) {
        if (!join_parts(draft, count, draft_keeps_lines(field), field_table[field].name)) {
            draft_fail(draft, field);
            return;
        }
        text = store_text(drafting->store, buffer_text(&drafting->text), drafting->text.length);
    }
    draft->texts_changed = draft->texts_changed || text != draft->texts[field];
    draft->texts[field] = text;
    struct position where = drafting->parts[0].where;
    draft->spots[field].line = where.line;
    draft->spots[field].column = where.column <= UINT16_MAX ? (uint16_t)where.column : 0;
}

bool draft_is_translation(const char *name, size_t length)
{
    enum { LANG = 5, LONGEST_CODE = 12 };
    if (length <= LANG || memcmp(name, "lang_", LANG) != 0)
        return false;
    const char *code = name + LANG;
    const char *end = memchr(code, '_', length - LANG);
    if (end == NULL || end - code < 2 || end - code > LONGEST_CODE)
        return false;
    for (const char *at = code; at < end; at++) {
        bool letter = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') || (*at >= '0' && *at <= '9') || *at == '-';
        if (!letter)
            return false;
    }
    return field_named(end + 1, length - (size_t)(end + 1 - name)) < FIELD_TEXT_COUNT;
}

/* The extras in a form that may be changed: a copy of those inherited. */
static void own_extras(struct draft *draft)
{
    if (draft->extras != NULL)
        return;
    draft->extra_count = draft->offer.extra_count;
    draft->extra_room = draft->extra_count + 4;
    draft->extras = memory_new(draft->extra_room, sizeof *draft->extras);
    if (draft->extra_count > 0)
        memcpy(draft->extras, draft->offer.extras, draft->extra_count * sizeof *draft->extras);
}

static void set_extra(struct draft *draft, const char *name, const char *text)
{
    size_t at = 0;
    own_extras(draft);
    while (at < draft->extra_count && strcmp(draft->extras[at].name, name) != 0)
        at++;
    if (text == NULL && at < draft->extra_count) {
        memmove(draft->extras + at, draft->extras + at + 1, (draft->extra_count - at - 1) * sizeof *draft->extras);
        draft->extra_count--;
    } else if (text != NULL) {
        if (at == draft->extra_count) {
            draft->extras = memory_room(draft->extras, draft->extra_count, &draft->extra_room, sizeof *draft->extras);
            draft->extra_count++;
        }
        draft->extras[at] = (struct offer_extra){.name = name, .text = text};
    }
}

/* Whether the entry states the field of that name itself. */
static bool states(const struct entry *entry, const char *name)
{
    for (size_t i = 0; i < entry->count; i++) {
        const struct entry_field *field = &entry->fields[i];
        if (field->name_length == strlen(name) && memcmp(field->name, name, field->name_length) == 0 && field->count > 0 &&
            field->values[0].length > 0)
            return true;
    }
    return false;
}

/* The text that a field of that name is a translation of; FIELD_COUNT when it is none. */
static enum field translated_field(const char *name)
{
    size_t length = strlen(name);
    if (!draft_is_translation(name, length))
        return FIELD_COUNT;
    const char *code = strchr(name, '_') + 1;
    const char *field = strchr(code, '_') + 1;
    return field_named(field, length - (size_t)(field - name));
}

static bool same_text(const char *left, const char *right)
{
    return left == right || (left != NULL && right != NULL && strcmp(left, right) == 0);
}

void draft_drop_translations(struct draft *draft, const struct offer *base, const struct entry *entry)
{
    for (uint32_t i = 0; i < base->extra_count; i++) {
        const char *name = base->extras[i].name;
        enum field field = translated_field(name);
        if (field != FIELD_COUNT && !same_text(draft->texts[field], offer_text(base, field)) && !states(entry, name))
            set_extra(draft, name, NULL);
    }
}

void draft_extra(struct draft *draft, const struct entry_field *field, size_t count)
{
    enum { LONGEST_NAME = 200 };
    struct drafting *drafting = draft->drafting;
    struct position where = {draft->file, field->line, field->column};
    own_extras(draft);
    if (field->name_length > LONGEST_NAME || draft->extra_count >= DRAFT_MOST_VALUES) {
        report_too_many(drafting->problems, where, "x_", DRAFT_MOST_VALUES);
        draft->failed = true;
        return;
    }
    buffer_clear(&drafting->text);
    draft_add_safe(draft, (struct found){field->name, field->name_length, where}, false, "x_");
    const char *name = store_text(drafting->store, buffer_text(&drafting->text), drafting->text.length);
    const char *text = NULL;
    if (count > 1 || !found_is_not_stated(drafting->parts[0])) {
        if (!join_parts(draft, count, true, name)) {
            draft->failed = true;
            return;
        }
        text = store_text(drafting->store, buffer_text(&drafting->text), drafting->text.length);
    }
    set_extra(draft, name, text);
}
