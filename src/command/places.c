/* `signpost places`: which place a name or a postcode means. */
#include <string.h>

#include "command/command.h"
#include "command/opening.h"
#include "command/output.h"
#include "command/words.h"
#include "read/load.h"
#include "text/safe.h"
#include "write/find.h"

#define MOST_PLACES 12

/* A catalogue with no list in it: only the gazetteer counts here. NULL when it cannot be read, which is said. */
static struct catalogue *open_places(void)
{
    struct load_request request = {.allow_empty = true};
    opening_data(&request);
    struct problems *problems = problems_new();
    struct catalogue *catalogue = load_catalogue(&request, problems);
    if (!catalogue)
        opening_tell_why(problems);
    problems_free(problems);
    return catalogue;
}

/* The words of the command line as one text: `signpost places scottish borders`. */
static void join_words(struct buffer *text, const struct options *options)
{
    for (size_t i = 0; i < options->word_count; i++)
        buffer_format(text, "%s%s", i > 0 ? " " : "", options->words[i]);
}

/* Appends what was found: the place itself, or else the nearest names. Gives whether it was the place itself. */
static bool write_places(struct buffer *out, const struct options *options, const struct gazetteer *gazetteer, const struct buffer *text)
{
    place_id places[MOST_PLACES];
    size_t count = 1;
    places[0] = gazetteer_whereabouts(gazetteer, buffer_text(text), text->length).place;
    bool found = places[0] != PLACE_NONE;
    if (!found)
        count = gazetteer_near(gazetteer, buffer_text(text), text->length, places, MOST_PLACES);
    if (!found && !options->json) {
        struct buffer safe = {0};
        safe_text(&safe, buffer_text(text), text->length, false);
        complain(count > 0 ? SAY_NEAR_PLACES : SAY_NO_PLACE, buffer_text(&safe));
        buffer_free(&safe);
    }
    if (options->json)
        places_json(out, gazetteer, places, count);
    for (size_t i = 0; !options->json && i < count; i++)
        (options->plain ? place_plain : place_line)(out, gazetteer, places[i]);
    return found;
}

int command_places(const struct options *options)
{
    if (options->word_count == 0) {
        complain(SAY_WHICH_PLACE);
        return STATUS_COULD_NOT;
    }
    struct catalogue *catalogue = open_places();
    struct output *output = catalogue ? output_open(options->output) : NULL;
    int status = STATUS_COULD_NOT;
    if (output) {
        struct buffer text = {0};
        struct buffer out = {0};
        join_words(&text, options);
        bool found = write_places(&out, options, catalogue->gazetteer, &text);
        output_put(output, &out);
        if (output_close(output))
            status = found ? STATUS_YES : STATUS_NOTHING;
        buffer_free(&out);
        buffer_wipe(&text);
        buffer_free(&text);
    }
    catalogue_free(catalogue);
    return status;
}
