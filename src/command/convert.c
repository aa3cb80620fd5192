/* `signpost convert`: the same catalogue in another format. `signpost merge`: several catalogues as one. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "command/command.h"
#include "command/keeping_words.h"
#include "command/output.h"
#include "command/written_files.h"
#include "write/open_referral.h"
#include "write/written.h"
#include "write/written_hide.h"

enum format { FORMAT_NONE, FORMAT_YAML, FORMAT_CSV, FORMAT_JSON, FORMAT_HSDS, FORMAT_HSDS_UK };

static enum format format_named(const char *name)
{
    static const struct {
        const char *name;
        enum format format;
    } formats[] = {{"yaml", FORMAT_YAML}, {"yml", FORMAT_YAML}, {"csv", FORMAT_CSV}, {"json", FORMAT_JSON}, {"hsds-3.0", FORMAT_HSDS},
                 {"hsds-uk-3.0", FORMAT_HSDS_UK}};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcasecmp(name, formats[i].name) == 0)
            return formats[i].format;
    return FORMAT_NONE;
}

/* What is to be written: by --to, else by the end of the file's name, else the usual. Says so when that is no format. */
static enum format format_of(const struct options *options, enum format usual)
{
    const char *dot = options->output != NULL ? strrchr(options->output, '.') : NULL;
    enum format format = options->to != NULL ? format_named(options->to) : dot != NULL ? format_named(dot + 1) : FORMAT_NONE;
    if (options->to != NULL && format == FORMAT_NONE)
        complain(KEEPING_NO_FORMAT, options->to);
    else if (format == FORMAT_NONE && usual == FORMAT_NONE)
        complain(KEEPING_TO_WHAT);
    return format != FORMAT_NONE || options->to != NULL ? format : usual;
}

static void tell_hidden(void *data, const char *about, const char *field, struct position where)
{
    (void)data;
    fprintf(stderr, KEEPING_HIDDEN, where.file, where.line, about, field);
    fputc('\n', stderr);
}

/* A service a line where the file's name says so. */
static enum open_referral_shape shape_of(const struct options *options)
{
    const char *dot = options->output != NULL ? strrchr(options->output, '.') : NULL;
    return dot != NULL && (strcasecmp(dot, ".jsonl") == 0 || strcasecmp(dot, ".ndjson") == 0) ? SHAPE_LINES : SHAPE_PAGE;
}

/* Writes the catalogue where the options say. False, after saying why, when it cannot be. */
static bool write_out(struct written *all, const struct options *options, enum format format)
{
    struct buffer out = {0};
    bool referral = format == FORMAT_HSDS || format == FORMAT_HSDS_UK;
    if (!options->with_hidden || referral) /* what others collect is public, whatever is asked */
        written_hide(all, tell_hidden, NULL);
    if (referral)
        open_referral_write(&out, all, format == FORMAT_HSDS ? PROFILE_HSDS : PROFILE_HSDS_UK, shape_of(options));
    else if (format == FORMAT_CSV)
        written_csv(&out, all);
    else if (format == FORMAT_JSON)
        written_json(&out, all);
    else
        written_yaml(&out, all);
    for (size_t i = 0; (format == FORMAT_CSV || referral) && i < all->other_count; i++)
        complain(KEEPING_NO_ROOM, all->others[i].key.text);
    struct output *output = output_open(options->output);
    if (output != NULL)
        output_put(output, &out);
    bool good = output != NULL && output_close(output);
    buffer_free(&out);
    return good;
}

int command_convert(const struct options *options)
{
    struct written_files files;
    struct join join = {0};
    if (options->word_count == 0) {
        complain(KEEPING_CONVERT_WHAT);
        return STATUS_COULD_NOT;
    }
    enum format format = format_of(options, FORMAT_NONE);
    if (format == FORMAT_NONE)
        return STATUS_COULD_NOT;
    if (!written_files_read(&files, options->words, options->word_count, options->map, PREFER_NONE, &join)) {
        complain(KEEPING_NOT_WRITTEN);
        return STATUS_COULD_NOT;
    }
    int status = STATUS_COULD_NOT;
    if (join.open > 0) {
        written_files_tell(&join, false);
        complain(KEEPING_NOT_JOINED(join.open), join.open);
        status = STATUS_NOTHING;
    } else if (write_out(files.all, options, format)) {
        status = STATUS_YES;
    }
    join_free(&join);
    written_files_free(&files);
    return status;
}

int command_merge(const struct options *options)
{
    static const char *const prefers[] = {"first", "last", "newest"};
    struct written_files files;
    struct join join = {0};
    enum join_prefer prefer = PREFER_NONE;
    for (size_t i = 0; options->prefer != NULL && i < sizeof prefers / sizeof *prefers; i++)
        if (strcmp(options->prefer, prefers[i]) == 0)
            prefer = (enum join_prefer)(PREFER_FIRST + i);
    if (options->prefer != NULL && prefer == PREFER_NONE) {
        complain(KEEPING_NO_PREFER, options->prefer);
        return STATUS_COULD_NOT;
    }
    if (options->word_count == 0) {
        complain(KEEPING_MERGE_WHAT);
        return STATUS_COULD_NOT;
    }
    enum format format = format_of(options, FORMAT_YAML);
    if (format == FORMAT_NONE)
        return STATUS_COULD_NOT;
    if (!written_files_read(&files, options->words, options->word_count, options->map, prefer, &join)) {
        complain(KEEPING_NOT_WRITTEN);
        return STATUS_COULD_NOT;
    }
    int status = STATUS_COULD_NOT;
    written_files_tell(&join, true);
    written_files_tell(&join, false);
    if (join.open > 0) {
        complain(KEEPING_NOT_MERGED(join.open), join.open);
        status = STATUS_NOTHING;
    } else if (write_out(files.all, options, format)) {
        status = STATUS_YES;
    }
    join_free(&join);
    written_files_free(&files);
    return status;
}
