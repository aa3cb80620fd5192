/* The vocabulary that ships or that a site keeps: a file with a `vocabulary:` block and nothing else. */
#include "read/catalogue_files.h"
#include "read/read_blocks.h"
#include "read/words.h"
#include "read/yaml.h"
#include "text/arena.h"

struct reading {
    struct catalogue_file *file;
    struct arena *arena;
};

static bool take_value(void *data, const struct yaml_node *key, const struct yaml_node *value, size_t item)
{
    struct reading *reading = data;
    arena_clear(reading->arena);
    if (block_named(key->text, key->length) == BLOCK_VOCABULARY)
        block_vocabulary(reading->file, reading->arena, value);
    else if (item == 0)
        block_tell_unknown(reading->file, key);
    return true;
}

void read_vocabulary(struct catalogue_file *file)
{
    struct reading reading = {.file = file, .arena = arena_new()};
    yaml_read(file->file, file->bytes->text, file->bytes->length, file->problems, take_value, &reading);
    arena_free(reading.arena);
    if (file->met == 0)
        problems_add(file->problems, PROBLEM_ERROR, "empty-file", (struct position){.file = file->file}, WORDS_NO_VOCABULARY, file->file);
}
