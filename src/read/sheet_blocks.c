#include "read/sheet_blocks.h"

#include <string.h>

#include "catalogue/field.h"

static const char *const names[] = {"service", "offer", "offer_name", "meets", "block", "list", "word", "title", "maintained_by", "terms", "label",
                                    "definition", "synonyms", "yes", "no", "ask", "iso", "loss", "inside", "also", "holds", "latitude",
                                    "longitude", NULL};
enum { OF_OFFERS = 4 }; /* so many of them belong to offers */
static const char *const needed[] = {"service", "name", NULL};

const struct csv_columns sheet_columns = {.names = names, .needed = needed, .fields = true};

static bool is(const struct entry_field *field, const char *name)
{
    return strlen(name) == field->name_length && memcmp(name, field->name, field->name_length) == 0;
}

enum sheet_block sheet_block_of(const struct entry *row, const struct entry_value **where)
{
    static const char *const words[] = {"", "catalogue", "vocabulary", "places", "service"};
    const struct entry_value *value = csv_sheet_value(row, "block");
    *where = value;
    for (size_t i = 0; value != NULL && i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == value->length && memcmp(words[i], value->text, value->length) == 0)
            return (enum sheet_block)i;
    return value == NULL ? SHEET_OFFER : SHEET_UNKNOWN;
}

/* Whether a column belongs to rows that are no offers. */
static bool of_blocks(const struct entry_field *field)
{
    static const char prefix[] = "lang_";
    for (size_t i = OF_OFFERS; names[i] != NULL; i++)
        if (is(field, names[i]))
            return true;
    if (field->name_length <= sizeof prefix || memcmp(field->name, prefix, sizeof prefix - 1) != 0)
        return false;
    const char *text = memchr(field->name + sizeof prefix - 1, '_', field->name_length - sizeof prefix + 1);
    static const char *const said[] = {"label", "definition", "synonyms", "yes", "no", "ask"};
    size_t length = text != NULL ? field->name_length - (size_t)(text + 1 - field->name) : 0;
    for (size_t i = 0; i < sizeof said / sizeof *said && length > 0; i++)
        if (strlen(said[i]) == length && memcmp(said[i], text + 1, length) == 0)
            return true;
    return false;
}

struct entry sheet_block_entry(struct arena *arena, const struct entry *row, enum sheet_block block)
{
    struct entry entry = *row;
    struct entry_field *fields = arena_get(arena, row->count, sizeof *fields);
    bool offer = block == SHEET_OFFER;
    bool blocks = false; /* without the column `block` these names are columns that nobody knows */
    for (size_t i = 0; i < row->count; i++)
        blocks = blocks || is(&row->fields[i], "block");
    entry.fields = fields;
    entry.count = 0;
    for (size_t i = 0; i < row->count; i++) {
        struct entry_field field = row->fields[i];
        if (is(&field, "block") || (block == SHEET_VOCABULARY && is(&field, "list")))
            continue;
        if (field.count == 0 && (!offer || (blocks && of_blocks(&field))))
            continue;
        if (block == SHEET_VOCABULARY && is(&field, "word")) {
            field.name = "id";
            field.name_length = strlen(field.name);
        }
        fields[entry.count++] = field;
    }
    return entry;
}
