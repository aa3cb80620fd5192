/* `signpost diff`: what has changed between two catalogues, in words. */
#include <string.h>

#include "command/command.h"
#include "command/keeping_words.h"
#include "command/output.h"
#include "command/written_files.h"
#include "write/differences.h"

/* What one path holds. An id that stands in two files of a folder is what the first says, as in every list. */
static bool read_one(struct written_files *files, const char *path, const char *map)
{
    struct join join = {0};
    bool good = written_files_read(files, &path, 1, map, PREFER_FIRST, &join);
    join_free(&join);
    return good;
}

int command_diff(const struct options *options)
{
    struct written_files old;
    struct written_files new;
    if (options->word_count != 2) {
        complain(KEEPING_DIFF_WHAT);
        return STATUS_COULD_NOT;
    }
    if (strcmp(options->words[0], "-") == 0 && strcmp(options->words[1], "-") == 0) {
        complain(KEEPING_DIFF_STDIN);
        return STATUS_COULD_NOT;
    }
    if (!read_one(&old, options->words[0], options->map))
        return STATUS_COULD_NOT;
    if (!read_one(&new, options->words[1], options->map)) {
        written_files_free(&old);
        return STATUS_COULD_NOT;
    }
    struct differences differences = {0};
    struct arena *arena = arena_new();
    struct buffer out = {0};
    differences_find(&differences, arena, old.all, new.all);
    if (options->json)
        differences_json(&out, &differences);
    else
        differences_people(&out, &differences);
    struct output *output = output_open(options->output);
    if (output != NULL)
        output_put(output, &out);
    int status = STATUS_COULD_NOT;
    if (output != NULL && output_close(output))
        status = differences.count > 0 ? STATUS_NOTHING : STATUS_YES;
    buffer_free(&out);
    differences_free(&differences);
    arena_free(arena);
    written_files_free(&old);
    written_files_free(&new);
    return status;
}
