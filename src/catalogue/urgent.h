/* Urgent help: who to call now, by nation, each with its date and source. */
#ifndef CATALOGUE_URGENT_H
#define CATALOGUE_URGENT_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/place.h"
#include "text/arena.h"
#include "text/date.h"

/* Texts are safe to show; NULL where not stated but for id, name, say and short. Name, short, say, hours and for may be translated. */
struct urgent_line {
    const char *id;
    const char *const *nations; /* names of the gazetteer; "United Kingdom" is everywhere */
    size_t nation_count;
    const char *topic;
    int order;
    const char *name;
    const char *short_words; /* for a bar of few columns */
    const char *say;         /* a whole sentence */
    const char *written_say; /* the same before it was translated; NULL where the line came from no file */
    const char *phone;
    const char *text;    /* the word to text … */
    const char *text_to; /* … to this number */
    const char *hours;
    const char *for_whom;
    struct date checked;
    const char *const *sources;
    size_t source_count;
    unsigned translated; /* a bit for each text that is */
};

/* In order. From memory_new; owns an arena with its lines and all texts. */
struct urgent_help {
    struct arena *arena;
    const char *owner;
    struct urgent_line *lines;
    size_t count;
};

enum urgent_translation { URGENT_TRANSLATED, URGENT_NO_SUCH_TEXT, URGENT_OTHER_NUMBERS };

/* Gives the text of that name ("say") in another language, safe to show and living as long as the line; the first one given is shown. With show
 * false nothing changes. A translation with other numbers than the text that it is of is refused: somebody is going to dial them. */
enum urgent_translation urgent_translate(struct urgent_line *line, const char *name, const char *text, bool show);

/* No lines yet, and an arena for them. */
struct urgent_help *urgent_help_new(void);

void urgent_help_free(struct urgent_help *help); /* NULL is allowed */

/* Up to room lines for someone in the place, in order: those for everywhere, and those for a nation that the place lies in (so
 * only those for everywhere for PLACE_NONE, or a place of several nations). Gives how many. */
size_t urgent_help_for(const struct urgent_help *help, const struct gazetteer *gazetteer, place_id place,
                       const struct urgent_line **lines, size_t room);

#endif
