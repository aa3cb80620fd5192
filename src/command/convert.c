/* `signpost convert`: the same catalogue in another format. `signpost merge`: several catalogues as one. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "command/command.h"
#include "command/keeping_words.h"
#include "command/output.h"
#include "command/output_folder.h"
#include "command/written_files.h"
#include "write/open_referral.h"
#include "write/written.h"
#include "write/written_hide.h"

enum format { FORMAT_NONE, FORMAT_YAML, FORMAT_CSV, FORMAT_JSON, FORMAT_HSDS, FORMAT_HSDS_UK, FORMAT_HSDS_SERVICE, FORMAT_HSDS_UK_SERVICE, FORMAT_HSDS_PACKAGE };

static enum format format_named(const char *name)
{
    static const struct {
        const char *name;
        enum format format;
    } formats[] = {{"yaml", FORMAT_YAML},
                   {"yml", FORMAT_YAML},
                   {"csv", FORMAT_CSV},
                   {"json", FORMAT_JSON},
                   {"hsds-3.0", FORMAT_HSDS},
                   {"hsds-uk-3.0", FORMAT_HSDS_UK},
                   {"hsds-3.0-service", FORMAT_HSDS_SERVICE},
                   {"hsds-uk-3.0-service", FORMAT_HSDS_UK_SERVICE},
                   {"hsds-3.0-package", FORMAT_HSDS_PACKAGE}};
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

/* One service where the format is one, else a service a line where the file's name says so. */
static enum open_referral_shape shape_of(const struct options *options, enum format format)
{
    const char *dot = options->output != NULL ? strrchr(options->output, '.') : NULL;
    if (format == FORMAT_HSDS_SERVICE || format == FORMAT_HSDS_UK_SERVICE)
        return SHAPE_SERVICE;
    return dot != NULL && (strcasecmp(dot, ".jsonl") == 0 || strcasecmp(dot, ".ndjson") == 0) ? SHAPE_LINES : SHAPE_PAGE;
}

/* Leaves only the service that is asked for. Says so when there is none, or when there must be one and are several. */
static bool choose_service(struct written *all, const char *id, enum format format)
{
    size_t kept = 0;
    for (size_t i = 0; id != NULL && i < all->service_count; i++) {
        size_t length;
        const char *own = entry_text(&all->services[i].entry, "id", &length);
        if (length == strlen(id) && memcmp(own, id, length) == 0) {
            struct written_service found = all->services[i];
            all->services[i] = all->services[kept];
            all->services[kept++] = found;
        }
    }
    if (id != NULL && kept == 0) {
        complain(KEEPING_NO_SERVICE, id);
        return false;
    }
    for (size_t i = kept; id != NULL && i < all->service_count; i++)
        free(all->services[i].offers);
    if (id != NULL)
        all->service_count = kept;
    if ((format == FORMAT_HSDS_SERVICE || format == FORMAT_HSDS_UK_SERVICE) && all->service_count != 1) {
        complain(KEEPING_ONE_SERVICE(all->service_count), all->service_count);
        return false;
    }
    return true;
}

static void write_some(void *output, struct buffer *out)
{
    output_put_some(output, out);
}

static void write_text(struct output *output, struct buffer *out, const struct written *all, const struct options *options, enum format format)
{
    bool uk = format == FORMAT_HSDS_UK || format == FORMAT_HSDS_UK_SERVICE;
    switch (format) {
    case FORMAT_CSV: written_csv(out, all); break;
    case FORMAT_JSON: written_json(out, all); break;
    case FORMAT_YAML: written_yaml(out, all); break;
    default: open_referral_write(out, all, uk ? PROFILE_HSDS_UK : PROFILE_HSDS, shape_of(options, format), write_some, output); break;
    }
}

static bool write_package(const struct written *all, const struct options *options)
{
    struct package_files files = {.count = 0};
    open_referral_package(&files, all);
    bool good = output_folder(options->output, &files);
    package_files_free(&files);
    return good;
}

/* Writes the catalogue where the options say. False, after saying why, when it cannot be. */
static bool write_out(struct written *all, const struct options *options, enum format format)
{
    struct buffer out = {0};
    bool referral = format >= FORMAT_HSDS;
    if (!choose_service(all, options->service, format))
        return false;
    if (!options->with_hidden || referral) /* what others collect is public, whatever is asked */
        written_hide(all, tell_hidden, NULL);
    for (size_t i = 0; (format == FORMAT_CSV || referral) && i < all->other_count; i++)
        complain(KEEPING_NO_ROOM, all->others[i].key.text);
    if (format == FORMAT_HSDS_PACKAGE)
        return write_package(all, options);
    struct output *output = output_open(options->output);
    if (output == NULL)
        return false;
    write_text(output, &out, all, options, format);
    output_put(output, &out);
    buffer_free(&out);
    return output_close(output);
}

/* Reads, joins and writes. merge: what differs is told, decided or not. */
static int rewrite(const struct options *options, enum format format, enum join_prefer prefer, bool merge)
{
    struct written_files files;
    struct join join = {0};
    if (!written_files_read(&files, options->words, options->word_count, options->map, prefer, &join)) {
        complain(KEEPING_NOT_WRITTEN);
        return STATUS_COULD_NOT;
    }
    int status = STATUS_COULD_NOT;
    if (merge)
        written_files_tell(&join, true);
    written_files_tell(&join, false);
    if (join.open > 0) {
        if (merge)
            complain(KEEPING_NOT_MERGED(join.open), join.open);
        else
            complain(KEEPING_NOT_JOINED(join.open), join.open);
        status = STATUS_NOTHING;
    } else if (write_out(files.all, options, format)) {
        status = STATUS_YES;
    }
    join_free(&join);
    written_files_free(&files);
    return status;
}

int command_convert(const struct options *options)
{
    if (options->word_count == 0) {
        complain(KEEPING_CONVERT_WHAT);
        return STATUS_COULD_NOT;
    }
    enum format format = format_of(options, FORMAT_NONE);
    return format != FORMAT_NONE ? rewrite(options, format, PREFER_NONE, false) : STATUS_COULD_NOT;
}

int command_merge(const struct options *options)
{
    static const char *const prefers[] = {"first", "last", "newest"};
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
    return format != FORMAT_NONE ? rewrite(options, format, prefer, true) : STATUS_COULD_NOT;
}
