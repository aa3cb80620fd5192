/* `signpost show`: everything about one service or offer. */
#include <stdlib.h>

#include "command/command.h"
#include "command/ids.h"
#include "command/opening.h"
#include "command/output.h"
#include "command/terminal_look.h"
#include "command/words.h"
#include "write/find.h"

int command_show(const struct options *options)
{
    if (options->word_count == 0) {
        complain(SAY_SHOW_WHAT);
        return STATUS_COULD_NOT;
    }
    struct opening opening;
    if (!opening_make(&opening, options))
        return STATUS_COULD_NOT;
    size_t *offers;
    size_t unknown;
    size_t count = ids_to_offers(opening.catalogue, options->words, options->word_count, &offers, &unknown);
    int status = unknown > 0 || count == 0 ? STATUS_NOTHING : STATUS_YES;
    struct output *output = count > 0 ? output_open(options->output) : NULL;
    if (output) {
        struct buffer out = {0};
        if (options->json)
            show_json(&out, opening.matcher, offers, count);
        for (size_t i = 0; !options->json && i < count; i++) {
            if (i > 0)
                buffer_add_byte(&out, '\n');
            show_for_people(&out, opening.matcher, offers[i], terminal_look(options));
        }
        output_put(output, &out);
        buffer_free(&out);
        if (!output_close(output))
            status = STATUS_COULD_NOT;
    } else if (count > 0) {
        status = STATUS_COULD_NOT;
    }
    free(offers);
    opening_free(&opening);
    return status;
}
