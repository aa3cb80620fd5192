/* Open Referral as it is written: every entry is taken over, nothing is judged. */
#include <string.h>

#include "read/catalogue_files.h"
#include "read/written.h"
#include "text/memory.h"

struct taking {
    struct written *written;
    const char *file; /* of the last entry, kept */
};

/* The tables of a package have names of their own, which live no longer than the reading. */
static struct entry copy_of(struct taking *taking, const struct entry *entry)
{
    struct entry copy = written_copy(taking->written->arena, entry);
    if (strcmp(taking->file, entry->file) != 0)
        taking->file = arena_text(taking->written->arena, entry->file);
    copy.file = taking->file;
    return copy;
}

static void take_service(void *data, const struct entry *service, const struct entry *offers, size_t count)
{
    struct taking *taking = data;
    struct written_service *added = written_add_service(taking->written, copy_of(taking, service));
    for (size_t i = 0; i < count; i++)
        written_add_offer(taking->written, added, copy_of(taking, &offers[i]));
}

static void take_block(void *data, const char *block, const char *list, const struct entry *entry)
{
    struct taking *taking = data;
    struct written *written = taking->written;
    struct entry copy = copy_of(taking, entry);
    if (strcmp(block, "catalogue") == 0) {
        written->head = copy;
    } else if (strcmp(block, "places") == 0) {
        written->places = memory_room(written->places, written->place_count, &written->place_room, sizeof *written->places);
        written->places[written->place_count++] = copy;
    } else {
        written->terms = memory_room(written->terms, written->term_count, &written->term_room, sizeof *written->terms);
        written->terms[written->term_count++] = (struct written_term){.list = arena_copy(written->arena, list, strlen(list)), .entry = copy};
    }
}

void written_read_open_referral(struct written *written, const char *file, const struct bytes *bytes, struct problems *problems)
{
    const char *name = arena_text(written->arena, file);
    struct taking taking = {.written = written, .file = name};
    const struct entry_taker taker = {.data = &taking, .service = take_service, .block = take_block};
    struct catalogue_file reading = {
        .file = name,
        .bytes = bytes,
        .problems = problems,
        .gazetteer = written->gazetteer,
        .vocabulary = written->vocabulary,
        .taker = &taker,
        .keep = true,
    };
    read_catalogue_json(&reading);
}
