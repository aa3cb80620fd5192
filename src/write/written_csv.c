#include <stdlib.h>
#include <string.h>

#include "catalogue/draft.h"
#include "catalogue/names.h"
#include "text/memory.h"
#include "write/written.h"

/* The columns, in the order in which they come first in the list. */
struct columns {
    const char **names; /* lent by the catalogue or static */
    size_t *lengths;
    size_t count;
    size_t room;
    size_t length_room;
    struct names *known;
};

struct sheet {
    struct arena *arena; /* of one service at a time */
    struct buffer *out;
    struct columns columns;
    const struct written *written;
    struct buffer *cells; /* one for each column */
};

static size_t column(struct columns *columns, const char *name, size_t length)
{
    uint32_t number = names_find(columns->known, name, length);
    if (number != NAMES_NONE)
        return number;
    columns->names = memory_room(columns->names, columns->count, &columns->room, sizeof *columns->names);
    columns->lengths = memory_room(columns->lengths, columns->count, &columns->length_room, sizeof *columns->lengths);
    columns->names[columns->count] = name;
    columns->lengths[columns->count] = length;
    names_add(columns->known, name, length, (uint32_t)columns->count);
    return columns->count++;
}

static size_t column_named(struct columns *columns, const char *name)
{
    return column(columns, name, strlen(name));
}

static bool is(const struct entry_field *field, const char *name)
{
    return strlen(name) == field->name_length && memcmp(name, field->name, field->name_length) == 0;
}

static void add_columns(struct columns *columns, const struct entry *entry, const char *id)
{
    for (size_t i = 0; i < entry->count; i++) {
        const struct entry_field *field = &entry->fields[i];
        if (is(field, "meets"))
            column_named(columns, "meets_place");
        else if (is(field, "id"))
            column_named(columns, id);
        else if (field->count > 0)
            column(columns, field->name, field->name_length);
    }
}

/* Whether a service says something that none of its offers takes over; it gets a row of its own then. */
static struct entry unused(struct arena *arena, const struct written_service *service)
{
    struct entry entry = service->entry;
    struct entry_field *fields = arena_get(arena, entry.count, sizeof *fields);
    entry.count = 0;
    entry.fields = fields;
    for (size_t i = 0; i < service->entry.count && service->offer_count > 0; i++) {
        const struct entry_field *field = &service->entry.fields[i];
        bool used = is(field, "id") || is(field, "name");
        for (size_t offer = 0; offer < service->offer_count && !used; offer++) {
            struct entry whole = written_offer(arena, service, offer);
            for (size_t f = 0; f < whole.count && !used; f++)
                used = whole.fields[f].values == field->values;
        }
        if (!used && field->count > 0)
            fields[entry.count++] = *field;
    }
    return entry;
}

static void find_columns(struct sheet *sheet)
{
    struct columns *columns = &sheet->columns;
    const struct written *written = sheet->written;
    bool blocks = written->head.count > 0 || written->term_count > 0 || written->place_count > 0;
    bool several = false;
    for (size_t i = 0; i < written->service_count; i++) {
        const struct written_service *service = &written->services[i];
        several = several || service->offer_count > 0;
        arena_clear(sheet->arena);
        blocks = blocks || unused(sheet->arena, service).count > 0;
    }
    if (blocks)
        column_named(columns, "block");
    column_named(columns, "service");
    column_named(columns, "name");
    if (several) {
        column_named(columns, "offer");
        column_named(columns, "offer_name");
    }
    for (size_t i = 0; i < written->service_count; i++) {
        const struct written_service *service = &written->services[i];
        add_columns(columns, &service->entry, "service");
        for (size_t offer = 0; offer < service->offer_count; offer++)
            add_columns(columns, &service->offers[offer], "offer");
    }
    add_columns(columns, &written->head, "word");
    for (size_t i = 0; i < written->place_count; i++)
        add_columns(columns, &written->places[i], "word");
    for (size_t i = 0; i < written->term_count; i++) {
        column_named(columns, "list");
        add_columns(columns, &written->terms[i].entry, "word");
    }
}

/* What a spreadsheet would run as a formula begins with one of these; a mark before it keeps it text, and csv_sheet.c takes it away again. Where marks
 * stand there already it is one more. HARDENING.md 2.5; CATALOGUE.md, "CSV". */
static bool needs_guard(const char *text, size_t length)
{
    size_t marks = 0;
    while (marks < length && text[marks] == '\'')
        marks++;
    return marks < length && text[marks] != '\0' && strchr("=+-@\t\r", text[marks]) != NULL;
}

static void write_cell(struct buffer *out, const struct buffer *cell)
{
    const char *text = buffer_text(cell);
    bool quoted = cell->length > 0 && (text[0] == ' ' || text[cell->length - 1] == ' ');
    for (size_t i = 0; i < cell->length && !quoted; i++)
        quoted = strchr(",;\"\t\r\n", text[i]) != NULL;
    if (quoted)
        buffer_add_byte(out, '"');
    if (needs_guard(text, cell->length))
        buffer_add_byte(out, '\'');
    for (size_t i = 0; i < cell->length; i++) {
        if (text[i] == '"')
            buffer_add_byte(out, '"');
        buffer_add_byte(out, text[i]);
    }
    if (quoted)
        buffer_add_byte(out, '"');
}

static void write_row(struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->columns.count; i++) {
        if (i > 0)
            buffer_add_byte(sheet->out, ',');
        write_cell(sheet->out, &sheet->cells[i]);
        buffer_clear(&sheet->cells[i]);
    }
    buffer_add_text(sheet->out, "\r\n");
}

/* What stands between several values in a cell: what the catalogue puts between those of a text. */
static const char *between(const struct entry_field *field)
{
    enum field known = field_named(field->name, field->name_length);
    if (known == FIELD_WHEN)
        return "; ";
    if (known < FIELD_TEXT_COUNT)
        return draft_keeps_lines(known) ? "\n" : "; ";
    bool kept = known == FIELD_COUNT && ((field->name_length > 2 && memcmp(field->name, "x_", 2) == 0) ||
                                         draft_is_translation(field->name, field->name_length));
    return kept ? "\n" : ";";
}

static void set_cell(struct sheet *sheet, size_t number, const struct entry_field *field)
{
    struct buffer *cell = &sheet->cells[number];
    for (size_t i = 0; i < field->count; i++) {
        struct part_walk walk = {.value = &field->values[i]};
        struct found part = {.text = field->values[i].text, .length = field->values[i].length};
        if (field->count > 1)
            part_next(&walk, SPLIT_NONE, &part); /* as the catalogue puts them together, without blanks at their ends */
        if (cell->length > 0 && part.length > 0)
            buffer_add_text(cell, between(field));
        buffer_add(cell, part.text, part.length);
    }
}

static void set_text(struct sheet *sheet, const char *name, const char *text)
{
    buffer_add_text(&sheet->cells[column_named(&sheet->columns, name)], text);
}

static void set_entry(struct sheet *sheet, const struct entry *entry, const char *id)
{
    for (size_t i = 0; i < entry->count; i++) {
        const struct entry_field *field = &entry->fields[i];
        size_t number = is(field, "id") ? column_named(&sheet->columns, id) : column(&sheet->columns, field->name, field->name_length);
        if (field->count > 0)
            set_cell(sheet, number, field);
    }
}

/* The parts of a place, on one line, each cut from the next. */
static void set_meetings(struct sheet *sheet, const struct entry *above, const struct entry *offer)
{
    struct written_meeting *old;
    struct written_meeting *new;
    size_t old_count = written_meetings(sheet->arena, above, false, &old);
    size_t new_count = written_meetings(sheet->arena, offer, false, &new);
    old_count = written_meetings_kept(old, old_count);
    new_count = written_meetings_kept(new, new_count);
    size_t count = old_count > new_count ? old_count : new_count;
    bool same = old_count == new_count;
    for (size_t i = 0; i < count && same; i++)
        for (size_t part = 0; part < MEETING_PARTS; part++)
            same = same && old[i].parts[part].length == new[i].parts[part].length &&
                   (old[i].parts[part].length == 0 || memcmp(old[i].parts[part].text, new[i].parts[part].text, old[i].parts[part].length) == 0);
    for (size_t part = 0; part < MEETING_PARTS && !same; part++) {
        bool said = false;
        bool hidden = part == MEETING_PARTS - 1;
        for (size_t i = 0; i < count; i++)
            said = said || (i < old_count && old[i].parts[part].length > 0) || (i < new_count && new[i].parts[part].length > 0);
        if (!said)
            continue;
        struct buffer *cell = &sheet->cells[column_named(&sheet->columns, field_table[FIELD_MEETS_PLACE + part].name)];
        for (size_t i = 0; i < count; i++) {
            const struct written_text *text = i < new_count ? &new[i].parts[part] : NULL;
            buffer_add_text(cell, i > 0 ? "; " : "");
            if (text != NULL && text->length > 0) {
                size_t start = cell->length;
                part_kept_whole(cell, text->text, text->length);
                for (size_t at = start; at < cell->length; at++)
                    if (cell->bytes[at] == '\n' || cell->bytes[at] == '\r')
                        cell->bytes[at] = ' ';
                if (cell->bytes[cell->length - 1] == '\\')
                    buffer_add_byte(cell, ' ');
            } else if (hidden || (i < old_count && old[i].parts[part].length > 0)) {
                buffer_add_text(cell, "not stated");
            }
        }
    }
}

/* A field of which the row above says something and this one nothing. */
static void set_silence(struct sheet *sheet, const struct entry_field *field)
{
    size_t number = column(&sheet->columns, field->name, field->name_length);
    bool headed = is(field, "checked") || is(field, "source");
    const struct entry_field *head = headed ? entry_says(&sheet->written->head, is(field, "checked") ? "checked" : "source") : NULL;
    if (head != NULL)
        set_cell(sheet, number, head);
    else if (!field_says_not_stated(field))
        buffer_add_text(&sheet->cells[number], "not stated");
}

static const struct entry_field *said(const struct entry *entry, const struct entry_field *like)
{
    for (size_t i = 0; i < entry->count; i++)
        if (entry->fields[i].name_length == like->name_length && memcmp(entry->fields[i].name, like->name, like->name_length) == 0)
            return &entry->fields[i];
    return NULL;
}

/* Whether a translation is not as above by itself, because the text is another. */
static bool text_is_another(const struct entry *above, const struct entry *offer, const struct entry_field *translation)
{
    size_t length;
    const char *text = field_translates(translation, &length);
    const struct entry_field like = {.name = text, .name_length = text != NULL ? length : 0};
    const struct entry_field *before = text != NULL ? said(above, &like) : NULL;
    const struct entry_field *now = text != NULL ? said(offer, &like) : NULL;
    bool silent = (before == NULL || field_says_not_stated(before)) && (now == NULL || field_says_not_stated(now));
    return text != NULL && !silent && !fields_same(before, now);
}

/* An offer's row; above is the offer in the row before of the same service, or one that says nothing. */
static void set_offer(struct sheet *sheet, const struct entry *above, const struct entry *offer)
{
    size_t length;
    for (size_t i = 0; i < above->count; i++) {
        const struct entry_field *field = &above->fields[i];
        if (!field_is_meeting(field) && !is(field, "name") && !is(field, "id") && said(offer, field) == NULL &&
            !text_is_another(above, offer, field))
            set_silence(sheet, field);
    }
    for (size_t i = 0; i < offer->count; i++) {
        const struct entry_field *field = &offer->fields[i];
        const struct entry_field *before = said(above, field);
        if (field_is_meeting(field) || is(field, "name") || is(field, "id"))
            continue;
        /* A translation is not as above where the text is another. */
        if (before == NULL || !fields_same(before, field) || field_translates(field, &length) != NULL)
            set_cell(sheet, column(&sheet->columns, field->name, field->name_length), field);
    }
    set_meetings(sheet, above, offer);
}

static void write_service(struct sheet *sheet, const struct written_service *service)
{
    const struct entry_field *name = entry_says(&service->entry, "name");
    const struct entry_field *id = entry_says(&service->entry, "id");
    struct entry above = {.file = service->entry.file};
    struct entry own = unused(sheet->arena, service);
    if (own.count > 0) {
        set_text(sheet, "block", "service");
        set_cell(sheet, column_named(&sheet->columns, "service"), id);
        set_offer(sheet, &above, &own);
        write_row(sheet);
    }
    for (size_t i = 0; i < written_offer_count(service); i++) {
        struct entry offer = written_offer(sheet->arena, service, i);
        const struct entry_field *offer_id = entry_says(&offer, "id");
        const struct entry_field *offer_name = entry_says(&offer, "name");
        if (id != NULL)
            set_cell(sheet, column_named(&sheet->columns, "service"), id);
        if (i == 0 && name != NULL)
            set_cell(sheet, column_named(&sheet->columns, "name"), name);
        if (service->offer_count > 0 && offer_id != NULL && !fields_same(offer_id, id))
            set_cell(sheet, column_named(&sheet->columns, "offer"), offer_id);
        if (service->offer_count > 0 && offer_name != NULL && !fields_same(offer_name, name))
            set_cell(sheet, column_named(&sheet->columns, "offer_name"), offer_name);
        set_offer(sheet, &above, &offer);
        write_row(sheet);
        above = offer;
    }
}

static void write_block(struct sheet *sheet, const char *block, const struct entry *entry)
{
    set_text(sheet, "block", block);
    set_entry(sheet, entry, "word");
    write_row(sheet);
}

void written_csv(struct buffer *out, const struct written *written)
{
    struct sheet sheet = {.arena = arena_new(), .out = out, .written = written, .columns = {.known = names_new()}};
    find_columns(&sheet);
    sheet.cells = memory_new(sheet.columns.count, sizeof *sheet.cells);
    buffer_add_text(out, "\xEF\xBB\xBF");
    for (size_t i = 0; i < sheet.columns.count; i++)
        buffer_add(&sheet.cells[i], sheet.columns.names[i], sheet.columns.lengths[i]);
    write_row(&sheet);
    if (written->head.count > 0)
        write_block(&sheet, "catalogue", &written->head);
    for (size_t i = 0; i < written->term_count; i++) {
        set_text(&sheet, "list", written->terms[i].list);
        write_block(&sheet, "vocabulary", &written->terms[i].entry);
    }
    for (size_t i = 0; i < written->place_count; i++)
        write_block(&sheet, "places", &written->places[i]);
    for (size_t i = 0; i < written->service_count; i++) {
        arena_clear(sheet.arena);
        write_service(&sheet, &written->services[i]);
    }
    for (size_t i = 0; i < sheet.columns.count; i++)
        buffer_free(&sheet.cells[i]);
    free(sheet.cells);
    free(sheet.columns.names);
    free(sheet.columns.lengths);
    names_free(sheet.columns.known);
    arena_free(sheet.arena);
}
