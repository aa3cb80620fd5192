/* Open Referral's tabular data package: a datapackage.json and tables beside it. The rows that belong to a service are put together again as the object
 * that JSON would have, and read as that. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "read/csv_rows.h"
#include "read/open_referral_parts.h"
#include "read/open_referral_tables.h"
#include "read/open_referral_words.h"
#include "text/memory.h"

enum { TELL_EVERY = 100 }; /* services */

#define NO_ROW UINT32_MAX

struct row {
    const char **cells; /* one for each column of the header; NULL: nothing in it */
    json_t *made;       /* owned, where many rows share this one; NULL */
    uint32_t line;
    uint32_t column;
};

struct table {
    const char *file;
    const char **header;
    const struct referral_column **columns; /* what the standard says of each; NULL: it has none of that name */
    size_t width;
    struct row *rows;
    size_t count;
    size_t room;
    struct names *ids;
};

/* Which rows of one table stand in the lists of which rows of another: chains. */
struct link {
    size_t child;
    size_t parent;
    uint32_t *first; /* for each row of the parent */
    uint32_t *next;  /* for each row of the child */
};

enum { LINKS_MOST = 64 }; /* there are 26, and two for each of the 16 tables that have attributes */

struct package {
    struct referral *referral;
    struct arena *arena;
    struct table tables[REFERRAL_TABLES];
    struct table *filling;
    struct link links[LINKS_MOST];
    size_t link_count;
};

static const struct referral_column *column_named(const struct referral_table *known, const char *name)
{
    for (size_t i = 0; i < known->count; i++)
        if (strcmp(known->columns[i].name, name) == 0)
            return &known->columns[i];
    return NULL;
}

static void take_header(struct package *package, struct table *table, const struct csv_row *row)
{
    const struct referral_table *known = &referral_tables[table - package->tables];
    table->width = row->count;
    table->header = arena_get(package->arena, row->count, sizeof *table->header);
    table->columns = arena_get(package->arena, row->count, sizeof *table->columns);
    for (size_t i = 0; i < row->count; i++) {
        table->header[i] = arena_copy(package->arena, row->cells[i].text, row->cells[i].length);
        table->columns[i] = column_named(known, table->header[i]);
    }
}

static bool take_row(void *data, const struct csv_row *row)
{
    struct package *package = data;
    struct table *table = package->filling;
    if (row->number == 0) {
        take_header(package, table, row);
        return true;
    }
    table->rows = memory_room(table->rows, table->count, &table->room, sizeof *table->rows);
    struct row *added = &table->rows[table->count];
    *added = (struct row){.cells = arena_get(package->arena, table->width, sizeof *added->cells), .line = row->cells[0].line, .column = row->cells[0].column};
    for (size_t i = 0; i < row->count && i < table->width; i++) {
        if (row->cells[i].length == 0)
            continue;
        added->cells[i] = arena_copy(package->arena, row->cells[i].text, row->cells[i].length);
        if (strcmp(table->header[i], "id") == 0)
            names_add(table->ids, row->cells[i].text, row->cells[i].length, (uint32_t)table->count);
    }
    return ++table->count < NO_ROW;
}

/* A path of a package stays within its folder. */
static bool stays_inside(const char *path)
{
    for (const char *part = path; part != NULL; part = strchr(part, '/') != NULL ? strchr(part, '/') + 1 : NULL)
        if (strcmp(part, "..") == 0 || strncmp(part, "../", 3) == 0)
            return false;
    return path[0] != '/' && strstr(path, "://") == NULL;
}

static void read_table(struct package *package, size_t number, const struct json_node *path)
{
    struct catalogue_file *file = package->referral->file;
    struct table *table = &package->tables[number];
    const char *slash = strrchr(file->file, '/');
    struct buffer name = {0};
    struct bytes bytes;
    struct stat status;
    size_t lost = 0;
    if (!stays_inside(path->text)) {
        problems_add(file->problems, PROBLEM_ERROR, "unreadable", referral_at(package->referral, path), WORDS_PACKAGE_OUTSIDE, path->text);
        return;
    }
    buffer_add(&name, file->file, slash != NULL ? (size_t)(slash - file->file) + 1 : 0);
    buffer_add_text(&name, path->text);
    table->file = arena_text(package->referral->kept, buffer_text(&name));
    buffer_free(&name);
    if (stat(table->file, &status) != 0 && strcmp(referral_tables[number].name, "service") != 0) {
        problems_add(file->problems, PROBLEM_ADVICE, "not-read", referral_at(package->referral, path), WORDS_PACKAGE_NO_TABLE, path->text);
        return;
    }
    if (!bytes_read(table->file, &bytes, file->problems))
        return;
    package->filling = table;
    csv_read(table->file, bytes.text, bytes.length, 0, file->problems, take_row, package, &lost);
    if (number == referral_table_named("service", 7)) {
        package->referral->entries += lost;
        file->left_out += lost;
    }
    bytes_free(&bytes);
}

/* Adds the rows of one column, or of a column that names any table, to the lists of those that they name. */
static void add_link(struct package *package, size_t child, size_t column, size_t parent, size_t named_by)
{
    struct table *from = &package->tables[child];
    struct table *to = &package->tables[parent];
    if (from->count == 0 || to->count == 0 || package->link_count == LINKS_MOST)
        return;
    struct link *link = &package->links[package->link_count++];
    *link = (struct link){.child = child, .parent = parent};
    link->first = arena_get(package->arena, to->count, sizeof *link->first);
    link->next = arena_get(package->arena, from->count, sizeof *link->next);
    memset(link->first, 0xFF, to->count * sizeof *link->first);
    for (size_t i = from->count; i-- > 0;) {
        const char *id = from->rows[i].cells[column];
        const char *table = named_by < from->width ? from->rows[i].cells[named_by] : NULL;
        bool other = table != NULL && referral_table_named(table, strlen(table)) < REFERRAL_TABLES && strcmp(table, referral_tables[parent].name) != 0;
        uint32_t row = id != NULL && !other ? names_find(to->ids, id, strlen(id)) : NAMES_NONE;
        if (row == NAMES_NONE)
            continue;
        link->next[i] = link->first[row];
        link->first[row] = (uint32_t)i;
    }
}

static void link_tables(struct package *package)
{
    for (size_t child = 0; child < REFERRAL_TABLES; child++) {
        const struct table *table = &package->tables[child];
        size_t named_by = 0;
        while (named_by < table->width && (table->columns[named_by] == NULL || table->columns[named_by]->kind != COLUMN_ANY_TABLE))
            named_by++;
        for (size_t i = 0; i < table->width; i++) {
            if (table->columns[i] != NULL && table->columns[i]->kind == COLUMN_PARENT)
                add_link(package, child, i, referral_table_of(table->header[i]), table->width);
            for (size_t any = 0; table->columns[i] != NULL && table->columns[i]->kind == COLUMN_ANY && any < REFERRAL_TABLES; any++)
                if (referral_table_has_attributes(any))
                    add_link(package, child, i, any, named_by);
        }
    }
}

static void set(json_t *object, const char *key, json_t *value)
{
    if (value == NULL || json_object_set_new(object, key, value) != 0)
        memory_fail();
}

/* A text, or a number where the column has numbers and it is one. */
static json_t *cell_value(const char *text, const struct referral_column *column)
{
    json_t *number = column != NULL && column->kind == COLUMN_NUMBER ? json_loads(text, JSON_DECODE_ANY, NULL) : NULL;
    if (number != NULL && json_is_number(number))
        return number;
    json_decref(number);
    return json_string(text);
}

/* Whether the rows of a table are each used by many, with much that belongs to them. */
static bool is_shared(size_t table)
{
    return table == referral_table_named("organization", 12) || table == referral_table_named("program", 7);
}

/* The object that a row is, with all that belongs to it. How deep that goes is bounded by the tables: none comes back to itself. */
static json_t *object_of(struct package *package, size_t number, uint32_t at)
{
    struct table *table = &package->tables[number];
    struct row *row = &table->rows[at];
    if (row->made != NULL)
        return json_incref(row->made);
    json_t *object = json_object();
    for (size_t i = 0; i < table->width; i++) {
        const struct referral_column *column = table->columns[i];
        const char *cell = row->cells[i];
        enum referral_column_kind kind = column != NULL ? column->kind : COLUMN_TEXT;
        size_t other = kind == COLUMN_OBJECT ? referral_table_of(table->header[i]) : REFERRAL_TABLES;
        uint32_t found = other < REFERRAL_TABLES && cell != NULL ? names_find(package->tables[other].ids, cell, strlen(cell)) : NAMES_NONE;
        if (cell == NULL || kind == COLUMN_PARENT || kind == COLUMN_ANY)
            continue;
        if (found != NAMES_NONE)
            set(object, referral_table_key(other), object_of(package, other, found));
        else
            set(object, table->header[i], cell_value(cell, column));
    }
    for (size_t i = 0; i < package->link_count; i++) {
        const struct link *link = &package->links[i];
        if (link->parent != number || link->first[at] == NO_ROW)
            continue;
        json_t *list = json_array();
        for (uint32_t child = link->first[at]; child != NO_ROW; child = link->next[child])
            if (json_array_append_new(list, object_of(package, link->child, child)) != 0)
                memory_fail();
        set(object, referral_tables[link->child].list, list);
    }
    if (is_shared(number))
        row->made = json_incref(object);
    return object;
}

static void read_services(struct package *package)
{
    struct referral *referral = package->referral;
    struct catalogue_file *file = referral->file;
    size_t number = referral_table_named("service", 7);
    struct table *table = &package->tables[number];
    const char *name = file->file;
    file->file = table->file != NULL ? table->file : name;
    for (size_t i = 0; i < table->count && !referral->stopped; i++) {
        struct json_node node;
        arena_clear(referral->arena);
        json_t *object = object_of(package, number, (uint32_t)i);
        json_node_of(&node, referral->arena, object, table->rows[i].line, table->rows[i].column);
        referral_read_service(referral, &node);
        json_decref(object);
        if (file->tell != NULL && i % TELL_EVERY == 0 && !file->tell(file->data, (size_t)((double)file->bytes->length * (double)i / (double)table->count)))
            referral->stopped = true;
    }
    file->file = name;
}

static void package_free(struct package *package)
{
    for (size_t i = 0; i < REFERRAL_TABLES; i++) {
        struct table *table = &package->tables[i];
        for (size_t row = 0; row < table->count; row++)
            json_decref(table->rows[row].made);
        free(table->rows);
        names_free(table->ids);
    }
    arena_free(package->arena);
    free(package);
}

/* The table that a resource is: by its name, or else by the file. */
static size_t table_of(const struct json_node *resource, const struct json_node *path)
{
    const struct json_node *name = json_under(resource, "name");
    size_t table = name != NULL && name->kind == JSON_IS_TEXT ? referral_table_named(name->text, name->length) : REFERRAL_TABLES;
    for (size_t i = 0; table == REFERRAL_TABLES && i < REFERRAL_TABLES; i++)
        if (strcmp(path->text, referral_tables[i].file) == 0)
            table = i;
    return table;
}

bool referral_read_package(struct referral *referral, const struct json_node *top)
{
    const struct json_node *resources = json_list_under(top, "resources");
    if (resources == NULL)
        return false;
    struct package *package = memory_new(1, sizeof *package);
    *package = (struct package){.referral = referral, .arena = arena_new()};
    for (size_t i = 0; i < REFERRAL_TABLES; i++)
        package->tables[i].ids = names_new();
    for (size_t i = 0; i < resources->count; i++) {
        const struct json_node *path = json_under(&resources->items[i], "path");
        if (path != NULL && path->kind == JSON_IS_LIST && path->count == 1)
            path = &path->items[0];
        size_t table = path != NULL && path->kind == JSON_IS_TEXT ? table_of(&resources->items[i], path) : REFERRAL_TABLES;
        if (table < REFERRAL_TABLES && package->tables[table].file == NULL)
            read_table(package, table, path);
    }
    bool any = package->tables[referral_table_named("service", 7)].file != NULL;
    link_tables(package);
    read_services(package);
    package_free(package);
    return any;
}
