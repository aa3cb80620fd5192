/* A spreadsheet as it is written: rows become services and their offers, each with what it states in the end; what all offers of a service say alike
 * stands on the service, as a person would write it in YAML. */
#include <stdlib.h>
#include <string.h>

#include "catalogue/draft.h"
#include "catalogue/names.h"
#include "catalogue/words.h"
#include "read/csv_rows.h"
#include "read/csv_sheet.h"
#include "read/sheet_blocks.h"
#include "read/words.h"
#include "read/written.h"
#include "text/memory.h"

/* A service whose rows are being gathered. */
struct gathered {
    const char *id;
    const struct entry_field *name;     /* the first that a row states */
    const struct entry_field *unused;   /* what the service says and no offer takes over */
    size_t unused_count;
    struct entry *rows; /* what each offer is in the end; `id` is the offer's, or not there */
    size_t count;
    size_t room;
};

struct reading {
    struct written *written;
    struct arena *scratch; /* of one row */
    struct csv_sheet sheet;
    struct names *ids;
    struct gathered *services;
    size_t count;
    size_t room;
    struct mapped *mapped; /* NULL: the columns are ours */
};

static bool is(const struct entry_field *field, const char *name)
{
    return strlen(name) == field->name_length && memcmp(name, field->name, field->name_length) == 0;
}

static bool is_list(const struct entry_field *field)
{
    static const char *const lists[] = {"terms", "synonyms", "inside", "also", "holds"};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (is(field, lists[i]))
            return true;
    enum field known = field_named(field->name, field->name_length);
    return known != FIELD_COUNT && (field_table[known].is == IS_WORDS || field_table[known].is == IS_PLACES || field_table[known].is == IS_SESSIONS);
}

/* A cell of several values as those values. */
static void split_lists(struct arena *arena, struct entry *entry)
{
    struct entry_field *fields = arena_get(arena, entry->count, sizeof *fields);
    for (size_t i = 0; i < entry->count; i++) {
        fields[i] = entry->fields[i];
        if (fields[i].count != 1 || !is_list(&fields[i]))
            continue;
        enum draft_split split = is(&fields[i], "when") ? SPLIT_LINES : SPLIT_LIST;
        struct found part;
        size_t count = 0;
        struct part_walk walk = {.value = fields[i].values};
        while (part_next(&walk, split, &part))
            count++;
        struct entry_value *values = arena_get(arena, count, sizeof *values);
        size_t kept = 0;
        walk = (struct part_walk){.value = fields[i].values};
        while (part_next(&walk, split, &part))
            if (part.length > 0)
                values[kept++] = (struct entry_value){part.text, part.length, part.where.line, part.where.column, 0};
        fields[i].values = values;
        fields[i].count = kept;
    }
    entry->fields = fields;
}

/* The entry without fields of these names, and with one put first when it is there. */
static struct entry rearranged(struct arena *arena, const struct entry *entry, const char *const *without, const struct entry_field *first)
{
    struct entry made = *entry;
    struct entry_field *fields = arena_get(arena, entry->count + 1, sizeof *fields);
    made.count = 0;
    made.fields = fields;
    if (first != NULL)
        fields[made.count++] = *first;
    for (size_t i = 0; i < entry->count; i++) {
        bool left = false;
        for (size_t name = 0; without[name] != NULL; name++)
            left = left || is(&entry->fields[i], without[name]);
        if (!left)
            fields[made.count++] = entry->fields[i];
    }
    return made;
}

static struct entry_field renamed(const struct entry_field *field, const char *name)
{
    struct entry_field made = *field;
    made.name = name;
    made.name_length = strlen(name);
    return made;
}

/* The places of a row over those of the row above it, part by part as the catalogue reads them (draft_meetings.c). */
static size_t meetings_over(struct arena *arena, const struct entry *above, const struct entry *row, struct written_meeting **meetings)
{
    enum { PLACE = 0, POSTCODE = FIELD_MEETS_POSTCODE - FIELD_MEETS_PLACE, LATITUDE, LONGITUDE, HIDDEN };
    struct written_meeting *before;
    struct written_meeting *own;
    size_t before_count = written_meetings(arena, above, false, &before);
    size_t own_count = written_meetings(arena, row, true, &own);
    size_t count = before_count > own_count ? before_count : own_count;
    struct written_meeting *over = arena_get(arena, count, sizeof *over);
    size_t hidden = 0; /* how many places the column speaks of */
    for (size_t i = 0; i < own_count; i++)
        hidden = own[i].parts[HIDDEN].text != NULL ? i + 1 : hidden;
    for (size_t i = 0; i < count; i++) {
        if (i < before_count)
            over[i] = before[i];
        else if (i > 0)
            over[i].parts[HIDDEN] = i - 1 < before_count ? before[i - 1].parts[HIDDEN] : over[i - 1].parts[HIDDEN];
        if (i >= own_count)
            continue;
        if (own[i].parts[PLACE].length > 0 || own[i].parts[POSTCODE].length > 0)
            over[i].parts[LATITUDE] = over[i].parts[LONGITUDE] = (struct written_text){0};
        for (size_t part = 0; part < MEETING_PARTS; part++)
            if (own[i].parts[part].length > 0)
                over[i].parts[part] = own[i].parts[part];
    }
    for (size_t i = hidden; i < count && hidden > 0; i++)
        over[i].parts[HIDDEN] = over[hidden - 1].parts[HIDDEN];
    *meetings = over;
    return count;
}

/* What a row is over the row above it. */
static struct entry row_over(struct arena *arena, const struct entry *above, const struct entry *row)
{
    bool meets = false;
    for (size_t i = 0; i < row->count; i++)
        meets = meets || (field_is_meeting(&row->fields[i]) && row->fields[i].count > 0);
    if (!meets)
        return written_over(arena, above, row);
    struct written_meeting *meetings;
    size_t count = meetings_over(arena, above, row, &meetings);
    struct entry own = written_with_meetings(arena, row, meetings, count);
    struct entry nowhere = written_with_meetings(arena, above, NULL, 0);
    return written_over(arena, &nowhere, &own);
}

static struct gathered *service_of(struct reading *reading, const char *id, size_t length)
{
    uint32_t number = names_find(reading->ids, id, length);
    if (number != NAMES_NONE)
        return &reading->services[number];
    reading->services = memory_room(reading->services, reading->count, &reading->room, sizeof *reading->services);
    names_add(reading->ids, id, length, (uint32_t)reading->count);
    struct gathered *service = &reading->services[reading->count++];
    *service = (struct gathered){.id = arena_copy(reading->written->arena, id, length)};
    return service;
}

static bool is_empty_name(const struct entry_field *name)
{
    struct part_walk walk = {.value = name->values};
    struct found found;
    part_next(&walk, SPLIT_NONE, &found);
    return found_is_not_stated(found) || found_is_none(found);
}

static void take_offer(struct reading *reading, const struct entry *row)
{
    static const char *const columns[] = {"service", "offer", "offer_name", "name", "id", NULL};
    struct arena *arena = reading->scratch;
    size_t length;
    const char *id = entry_text(row, "service", &length);
    if (length == 0) {
        report_missing_id(reading->sheet.problems, (struct position){row->file, row->line, row->column}, false);
        return;
    }
    struct gathered *service = service_of(reading, id, length);
    const struct entry_field *name = entry_says(row, "name");
    const struct entry_field *own_name = entry_says(row, "offer_name");
    const struct entry_field *offer = entry_says(row, "offer");
    name = name != NULL && is_empty_name(name) ? NULL : name;
    own_name = own_name != NULL && is_empty_name(own_name) ? NULL : own_name;
    if (service->name == NULL && name != NULL) {
        struct entry kept = written_copy(reading->written->arena, &(struct entry){.fields = name, .count = 1});
        service->name = kept.fields;
    }
    struct entry_field named = renamed(own_name != NULL ? own_name : name != NULL ? name : service->name != NULL ? service->name : &row->fields[0], "name");
    if (own_name == NULL && name == NULL && service->name == NULL)
        report_missing_name(reading->sheet.problems, (struct position){row->file, row->line, row->column});
    struct entry own = rearranged(arena, row, columns, &named);
    struct entry nothing = {.file = row->file};
    struct entry over = row_over(arena, service->count > 0 ? &service->rows[service->count - 1] : &nothing, &own);
    static const char *const ids[] = {"id", NULL};
    struct entry_field with_id = offer != NULL ? renamed(offer, "id") : renamed(entry_says(row, "service"), "id");
    over = rearranged(arena, &over, ids, &with_id);
    over.line = row->line;
    over.column = row->column;
    over = written_copy(reading->written->arena, &over);
    service->rows = memory_room(service->rows, service->count, &service->room, sizeof *service->rows);
    service->rows[service->count++] = over;
}

static void take_block(struct reading *reading, const struct entry *row, enum sheet_block block, const struct entry_value *said)
{
    struct written *written = reading->written;
    struct entry entry = sheet_block_entry(written->arena, row, block);
    const struct entry_value *list = csv_sheet_value(row, "list");
    size_t length;
    if (block == SHEET_CATALOGUE) {
        written->head = entry;
    } else if (block == SHEET_PLACES) {
        written->places = memory_room(written->places, written->place_count, &written->place_room, sizeof *written->places);
        written->places[written->place_count++] = entry;
    } else if (block == SHEET_VOCABULARY) {
        written->terms = memory_room(written->terms, written->term_count, &written->term_room, sizeof *written->terms);
        const char *name = list != NULL ? arena_copy(written->arena, list->text, list->length) : "";
        written->terms[written->term_count++] = (struct written_term){.list = name, .entry = entry};
    } else if (block == SHEET_SERVICE && entry_text(&entry, "service", &length)[0] != '\0' && length > 0) {
        struct gathered *service = service_of(reading, entry_text(&entry, "service", &length), length);
        static const char *const without[] = {"service", NULL};
        struct entry nothing = {.file = row->file};
        struct entry unused = rearranged(written->arena, &entry, without, NULL);
        unused = row_over(written->arena, &nothing, &unused);
        service->unused = unused.fields;
        service->unused_count = unused.count;
    } else {
        problems_add(reading->sheet.problems, PROBLEM_ERROR, "unknown-block", (struct position){row->file, said->line, said->column},
                     WORDS_UNKNOWN_BLOCK, said->text);
    }
}

static bool take_row(void *data, const struct csv_row *row)
{
    struct reading *reading = data;
    struct entry lent;
    const struct entry_value *said;
    if (reading->mapped != NULL)
        row = mapped_row(reading->mapped, row);
    if (row->number == 0)
        return csv_sheet_header(&reading->sheet, row);
    if (!csv_sheet_entry(&reading->sheet, row, &lent))
        return true;
    bool is_offer = sheet_block_of(&lent, &said) == SHEET_OFFER;
    struct arena *arena = is_offer ? reading->scratch : reading->written->arena;
    struct entry entry = written_copy(arena, &lent);
    split_lists(arena, &entry);
    enum sheet_block block = sheet_block_of(&entry, &said);
    if (is_offer) {
        struct entry offer = sheet_block_entry(arena, &entry, block);
        take_offer(reading, &offer);
        arena_clear(arena);
    } else {
        take_block(reading, &entry, block, said);
    }
    return true;
}

static void add_service(struct written *written, const struct gathered *service)
{
    if (service->count == 0 || service->name == NULL)
        return;
    struct entry entry = {.file = service->rows[0].file, .line = service->rows[0].line, .column = service->rows[0].column};
    struct entry_value *id = arena_get(written->arena, 1, sizeof *id);
    struct entry_field *fields = arena_get(written->arena, service->unused_count + 1, sizeof *fields);
    *id = (struct entry_value){service->id, strlen(service->id), entry.line, entry.column, 0};
    fields[0] = (struct entry_field){"id", 2, entry.line, entry.column, id, 1};
    for (size_t i = 0; i < service->unused_count; i++)
        fields[i + 1] = service->unused[i];
    entry.fields = fields;
    entry.count = service->unused_count + 1;
    written_set_offers(written, written_add_service(written, entry), service->name, service->rows, service->count);
}

void written_read_csv(struct written *written, const char *file, const struct bytes *bytes, struct problems *problems)
{
    struct csv_columns all = sheet_columns;
    all.others = true;
    struct reading reading = {
        .written = written,
        .scratch = arena_new(),
        .sheet = {.file = arena_text(written->arena, file), .problems = problems, .known = &all},
        .ids = names_new(),
    };
    if (written->mapping != NULL)
        reading.mapped = mapped_new(written->mapping, reading.sheet.file, problems);
    csv_read(file, bytes->text, bytes->length, 0, problems, take_row, &reading, NULL);
    if (reading.mapped != NULL)
        mapped_free(reading.mapped);
    for (size_t i = 0; i < reading.count; i++) {
        add_service(written, &reading.services[i]);
        free(reading.services[i].rows);
    }
    free(reading.services);
    names_free(reading.ids);
    arena_free(reading.scratch);
    csv_sheet_free(&reading.sheet);
}
