/* `signpost checked`: notes in the file that a service was checked, and changes nothing else in it. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/command.h"
#include "command/ids.h"
#include "command/opening.h"
#include "command/output.h"
#include "command/words.h"
#include "read/load_files.h"
#include "text/memory.h"
#include "text/safe.h"
#include "write/recorded.h"
#include "write/replace.h"

enum { LONGEST_NAME = 200 }; /* bytes of who checked it */

/* Whether it can stand in a line of a file as it is. */
static bool is_name(const char *by)
{
    struct buffer safe = {0};
    size_t length = strlen(by);
    unsigned unsafe = safe_text(&safe, by, length, false);
    bool good = length > 0 && length <= LONGEST_NAME && unsafe == 0 && by[0] != ' ' && by[length - 1] != ' ' && strcmp(buffer_text(&safe), by) == 0;
    buffer_free(&safe);
    return good;
}

/* What the command line lacks, said. */
static bool is_whole(const struct options *options)
{
    if (options->word_count == 0)
        complain(SAY_CHECKED_WHAT);
    else if (!options->by)
        complain(SAY_CHECKED_BY_WHOM);
    else if (!is_name(options->by))
        complain(SAY_BAD_BY);
    else if (options->on.year != 0 && date_days(options->on) > date_days(options->today))
        complain(SAY_ON_FUTURE);
    else
        return true;
    return false;
}

/* Where everything of the service stands. */
static struct position *positions_of(const struct catalogue *catalogue, const struct service *service)
{
    struct position *rows = memory_new(service->offer_count, sizeof *rows);
    for (uint32_t i = 0; i < service->offer_count; i++)
        rows[i] = catalogue->offers[service->first_offer + i].where;
    return rows;
}

/* The new text of a file whose name may not say what it is. */
static bool make_text(struct buffer *out, struct recorded *recorded, const struct buffer *before, struct buffer *why)
{
    enum file_kind kind = file_kind_of(recorded->file);
    size_t mark = before->length >= 3 && memcmp(before->bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    for (int sheet = kind == FILE_CSV; sheet <= (kind == FILE_YAML ? 0 : 1); sheet++) {
        buffer_clear(out);
        buffer_clear(why);
        buffer_add(out, buffer_text(before), mark);
        struct buffer text = {0};
        recorded->sheet = sheet != 0;
        bool good = recorded_write(&text, recorded, buffer_text(before) + mark, before->length - mark, why);
        buffer_add(out, buffer_text(&text), text.length);
        buffer_free(&text);
        if (good)
            return true;
    }
    return false;
}

/* Changes the file; says why where it cannot. */
static bool change_file(struct recorded *recorded)
{
    struct buffer before = {0};
    struct buffer after = {0};
    struct buffer why = {0};
    struct replacing *replacing = replace_open(recorded->file, &before);
    enum replaced replaced = REPLACE_FAILED;
    if (!replacing) {
        complain(SAY_CANNOT_CHANGE, recorded->file, strerror(errno));
    } else if (!make_text(&after, recorded, &before, &why)) {
        complain("%s", buffer_text(&why));
    } else {
        replaced = replace_with(replacing, &after);
        if (replaced == REPLACE_CHANGED)
            complain(SAY_CHANGED_MEANWHILE, recorded->file);
        else if (replaced == REPLACE_FAILED)
            complain(SAY_CANNOT_CHANGE, recorded->file, strerror(errno));
    }
    replace_close(replacing);
    buffer_free(&before);
    buffer_free(&after);
    buffer_free(&why);
    return replaced == REPLACED;
}

/* Records one offer, or all of a service where the id has no stroke. */
static bool record(const struct catalogue *catalogue, const struct options *options, size_t number, const char *id)
{
    const struct offer *offer = &catalogue->offers[number];
    const struct service *service = offer_service(catalogue, offer);
    struct date day = options->on.year != 0 ? options->on : options->today;
    struct buffer date = {0};
    date_iso(&date, day);
    struct position *rows = positions_of(catalogue, service);
    struct recorded recorded = {
        .file = service->where.file,
        .service = service->where,
        .offers = &offer->where,
        .offer_count = strchr(id, '/') ? 1 : 0,
        .rows = rows,
        .row_count = service->offer_count,
        .checked = buffer_text(&date),
        .by = options->by,
    };
    bool good = change_file(&recorded);
    if (good) {
        struct buffer said = {0};
        struct buffer words = {0};
        date_words(&words, day);
        buffer_format(&said, day.day != 0 ? CHECKED_ON : CHECKED_IN, id, buffer_text(&words), options->by, service->where.file);
        printf("%s\n", buffer_text(&said));
        buffer_free(&said);
        buffer_free(&words);
    }
    free(rows);
    buffer_free(&date);
    return good;
}

int command_checked(const struct options *options)
{
    if (!is_whole(options))
        return STATUS_COULD_NOT;
    /* A limit on the size of files, like a full disk, is to be an error of writing and not the end of the program. */
    signal(SIGXFSZ, SIG_IGN);
    struct options one = opening_with_files(options, 1);
    struct opening opening;
    int status = STATUS_COULD_NOT;
    if (opening_make(&opening, &one)) {
        size_t *offers;
        size_t unknown;
        size_t count = ids_to_offers(opening.catalogue, options->words, 1, &offers, &unknown);
        if (count == 0)
            status = STATUS_NOTHING;
        else if (record(opening.catalogue, options, offers[0], options->words[0]) && fflush(stdout) == 0)
            status = STATUS_YES;
        free(offers);
        opening_free(&opening);
    }
    free(one.catalogues);
    return status;
}
