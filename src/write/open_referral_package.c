/* A catalogue → the tables of HSDS 3.0. The object of each service is taken apart into rows. */
#include <stdlib.h>
#include <string.h>

#include "catalogue/names.h"
#include "text/memory.h"
#include "write/json.h"
#include "write/open_referral_parts.h"
#include "write/uuid.h"

/* A cell for each column; NULL: empty. */
struct rows {
    const char ***items;
    size_t count;
    size_t room;
    struct names *ids;
};

struct package {
    struct arena *arena;
    struct rows tables[REFERRAL_TABLES];
};

/* Whose part an object is. */
struct owner {
    size_t table; /* REFERRAL_TABLES: nobody's */
    const char *id;
};

/* What stands where the standard wants something and nothing is known. */
static const char not_stated[] = "not stated";

/* A number as it was written, a text without NULs, which no table can hold; NULL for what is no single value or says nothing. */
static const char *cell_text(struct arena *arena, const json_t *value)
{
    enum { DIGITS = 15 };
    if (json_is_string(value)) {
        char *text = arena_copy(arena, json_string_value(value), json_string_length(value));
        for (size_t i = 0; i < json_string_length(value); i++)
            if (text[i] == '\0')
                text[i] = ' ';
        return text[0] != '\0' ? text : NULL;
    }
    if (!json_is_number(value) && !json_is_boolean(value))
        return NULL;
    char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_REAL_PRECISION(DIGITS));
    if (text == NULL)
        memory_fail();
    char *copy = arena_text(arena, text);
    free(text);
    return copy;
}

/* The id of an object; where it has none, one made of its owner's and its number. */
static const char *id_of(struct package *package, const json_t *object, size_t table, struct owner owner, size_t number)
{
    const char *own = cell_text(package->arena, json_object_get(object, "id"));
    if (own != NULL)
        return own;
    char made[UUID_TEXT];
    struct buffer name = {0};
    buffer_format(&name, "%s/%s/%zu", owner.id, referral_tables[table].name, number);
    uuid_of(made, buffer_text(&name), name.length);
    buffer_free(&name);
    return arena_text(package->arena, made);
}

/* The number of the row with that id, which is added when it is new. */
static size_t row_of(struct package *package, size_t table, const char *id)
{
    struct rows *rows = &package->tables[table];
    uint32_t found = names_find(rows->ids, id, strlen(id));
    if (found != NAMES_NONE)
        return found;
    rows->items = memory_room(rows->items, rows->count, &rows->room, sizeof *rows->items);
    rows->items[rows->count] = arena_get(package->arena, referral_tables[table].count, sizeof **rows->items);
    names_add(rows->ids, id, strlen(id), (uint32_t)rows->count);
    return rows->count++;
}

static const char *put(struct package *package, size_t table, const json_t *object, struct owner owner, size_t number);

/* The row that stands inside another. The standard wants an organisation for every service. */
static const char *put_inside(struct package *package, const json_t *object, const struct referral_column *column, struct owner owner)
{
    size_t table = referral_table_of(column->name);
    const json_t *inner = json_object_get(object, referral_table_key(table));
    if (json_is_object(inner))
        return put(package, table, inner, owner, 0);
    const char *id = cell_text(package->arena, json_object_get(object, column->name));
    if (id != NULL || !column->required)
        return id;
    char unknown[UUID_TEXT];
    uuid_of(unknown, not_stated, sizeof not_stated - 1);
    json_t *nothing = json_object();
    json_set(nothing, "id", json_text(unknown));
    id = put(package, table, nothing, owner, 0);
    json_decref(nothing);
    return id;
}

static const char *put_cell(struct package *package, const json_t *object, const struct referral_column *column, struct owner self, struct owner owner)
{
    switch (column->kind) {
    case COLUMN_OBJECT:
        return put_inside(package, object, column, self);
    case COLUMN_PARENT:
        return referral_table_of(column->name) == owner.table ? owner.id : NULL;
    case COLUMN_ANY:
        return owner.id;
    case COLUMN_ANY_TABLE:
        return owner.table < REFERRAL_TABLES ? referral_tables[owner.table].name : NULL;
    default:
        return cell_text(package->arena, json_object_get(object, column->name));
    }
}

/* Puts an object into its table, and what is in it into theirs. An object that is met again fills what was empty, such as whose it is. Gives its id. How
 * deep it goes is bounded by the tables, as in reading. */
static const char *put(struct package *package, size_t table, const json_t *object, struct owner owner, size_t number)
{
    const struct referral_table *known = &referral_tables[table];
    struct owner self = {table, id_of(package, object, table, owner, number)};
    size_t row = row_of(package, table, self.id);
    package->tables[table].items[row][0] = self.id;
    for (size_t i = 1; i < known->count; i++) {
        const struct referral_column *column = &known->columns[i];
        const char *cell = package->tables[table].items[row][i];
        if (cell == NULL)
            cell = put_cell(package, object, column, self, owner);
        package->tables[table].items[row][i] = cell == NULL && column->required && column->kind == COLUMN_TEXT ? not_stated : cell;
    }
    for (size_t child = 0; child < REFERRAL_TABLES; child++) {
        const json_t *list = json_object_get(object, referral_tables[child].list);
        for (size_t i = 0; i < json_array_size(list); i++)
            if (json_is_object(json_array_get(list, i)))
                put(package, child, json_array_get(list, i), self, i);
    }
    return self.id;
}

/* An attribute whose value is empty says nothing, and a table cannot hold it. */
static void drop_empty(json_t *service)
{
    json_t *list = json_object_get(service, "attributes");
    for (size_t i = json_array_size(list); i-- > 0;)
        if (json_string_length(json_object_get(json_object_get(json_array_get(list, i), "taxonomy_term"), "name")) == 0)
            json_array_remove(list, i);
}

static void add_cell(struct buffer *out, const char *text, bool first)
{
    if (!first)
        buffer_add_byte(out, ',');
    if (text == NULL)
        return;
    size_t length = strlen(text);
    bool quoted = strpbrk(text, ",;\t\"\r\n") != NULL || text[0] == ' ' || (length > 0 && text[length - 1] == ' ');
    if (!quoted) {
        buffer_add(out, text, length);
        return;
    }
    buffer_add_byte(out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"')
            buffer_add_byte(out, '"');
        buffer_add_byte(out, *text);
    }
    buffer_add_byte(out, '"');
}

static void write_table(struct buffer *out, const struct referral_table *known, const struct rows *rows)
{
    for (size_t i = 0; i < known->count; i++)
        add_cell(out, known->columns[i].name, i == 0);
    buffer_add_text(out, "\r\n");
    for (size_t row = 0; row < rows->count; row++) {
        for (size_t i = 0; i < known->count; i++)
            add_cell(out, rows->items[row][i], i == 0);
        buffer_add_text(out, "\r\n");
    }
}

/* What the Table Schema of Frictionless calls it. */
static json_t *field_of(const struct referral_column *column, bool id)
{
    static const char *const types[] = {[COLUMN_NUMBER] = "number", [COLUMN_DATE] = "date", [COLUMN_TIME] = "time", [COLUMN_INSTANT] = "datetime",
                                        [COLUMN_ADDRESS] = NULL};
    static const char *const formats[] = {[COLUMN_ID] = "uuid",  [COLUMN_OBJECT] = "uuid", [COLUMN_PARENT] = "uuid", [COLUMN_ANY] = "uuid",
                                          [COLUMN_EMAIL] = "email", [COLUMN_ADDRESS] = "uri"};
    json_t *field = json_object();
    json_t *constraints = json_object();
    json_set(field, "name", json_text(column->name));
    json_set(field, "type", json_text(types[column->kind] != NULL ? types[column->kind] : "string"));
    if (formats[column->kind] != NULL)
        json_set(field, "format", json_text(formats[column->kind]));
    json_set(constraints, "required", json_boolean(column->required));
    json_set(constraints, "unique", json_boolean(id));
    json_set(field, "constraints", constraints);
    return field;
}

static json_t *schema_of(const struct package *package, const struct referral_table *known)
{
    json_t *schema = json_object();
    json_t *fields = json_array();
    json_t *keys = json_array();
    for (size_t i = 0; i < known->count; i++) {
        const struct referral_column *column = &known->columns[i];
        bool refers = column->kind == COLUMN_OBJECT || column->kind == COLUMN_PARENT;
        size_t other = refers ? referral_table_of(column->name) : REFERRAL_TABLES;
        json_append(fields, field_of(column, i == 0));
        if (other == REFERRAL_TABLES || package->tables[other].count == 0)
            continue;
        json_t *key = json_object();
        json_t *reference = json_object();
        json_set(key, "fields", json_text(column->name));
        json_set(reference, "resource", json_text(referral_tables[other].name));
        json_set(reference, "fields", json_text("id"));
        json_set(key, "reference", reference);
        json_append(keys, key);
    }
    json_set(schema, "primaryKey", json_text("id"));
    json_set(schema, "fields", fields);
    if (json_array_size(keys) > 0)
        json_set(schema, "foreignKeys", keys);
    else
        json_decref(keys);
    return schema;
}

static json_t *resource_of(const struct package *package, size_t table)
{
    const struct referral_table *known = &referral_tables[table];
    json_t *resource = json_object();
    json_set(resource, "name", json_text(known->name));
    json_set(resource, "path", json_text(known->file));
    json_set(resource, "format", json_text("csv"));
    json_set(resource, "mediatype", json_text("text/csv"));
    json_set(resource, "encoding", json_text("utf-8"));
    json_set(resource, "profile", json_text("tabular-data-resource"));
    json_set(resource, "schema", schema_of(package, known));
    return resource;
}

void open_referral_package(struct package_files *files, const struct written *written)
{
    struct package package = {.arena = arena_new()};
    size_t services = referral_table_named("service", 7);
    json_t *head = json_object();
    json_t *resources = json_array();
    for (size_t i = 0; i < REFERRAL_TABLES; i++)
        package.tables[i].ids = names_new();
    for (size_t i = 0; i < written->service_count; i++) {
        json_t *service = referral_make(written, i, PROFILE_HSDS, true);
        drop_empty(service);
        put(&package, services, service, (struct owner){REFERRAL_TABLES, ""}, i);
        json_decref(service);
    }
    for (size_t i = 0; i < REFERRAL_TABLES; i++) {
        struct rows *rows = &package.tables[i];
        if (rows->count > 0 || i == services) {
            struct package_file *file = &files->items[files->count++];
            file->name = referral_tables[i].file;
            write_table(&file->text, &referral_tables[i], rows);
            json_append(resources, resource_of(&package, i));
        }
        free(rows->items);
        names_free(rows->ids);
    }
    json_set(head, "name", json_text("human_services_data"));
    json_set(head, "profile", json_text("tabular-data-package"));
    json_set(head, "version", json_text("3.0.0"));
    json_set(head, "resources", resources);
    struct package_file *file = &files->items[files->count++];
    file->name = "datapackage.json";
    json_write(&file->text, head);
    buffer_add_byte(&file->text, '\n');
    arena_free(package.arena);
}

void package_files_free(struct package_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        buffer_free(&files->items[i].text);
    *files = (struct package_files){.count = 0};
}
