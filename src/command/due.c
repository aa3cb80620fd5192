/* `signpost due`: what to check next, and whom to ask. */
#include <stdlib.h>
#include <string.h>

#include "command/command.h"
#include "command/opening.h"
#include "command/output.h"
#include "command/terminal_look.h"
#include "command/words.h"
#include "text/memory.h"
#include "write/due.h"
#include "write/truth.h"

static bool write_list(const struct options *options, const struct due_list *list)
{
    struct output *output = output_open(options->output);
    struct buffer out = {0};
    if (!output)
        return false;
    if (options->ics)
        due_calendar(&out, list);
    else if (options->json)
        due_json(&out, list);
    else
        due_for_people(&out, list, terminal_look(options).columns);
    output_put(output, &out);
    buffer_free(&out);
    return output_close(output);
}

int command_due(const struct options *options)
{
    if (options->ics && options->json) {
        complain(SAY_JSON_OR_ICS);
        return STATUS_COULD_NOT;
    }
    struct options one = opening_with_files(options, 0);
    struct opening opening;
    int status = STATUS_COULD_NOT;
    if (opening_make(&opening, &one)) {
        struct due_list list = due_list_make(opening.catalogue, options->today, options->months > 0 ? options->months : TRUTH_MONTHS);
        if (write_list(options, &list))
            status = list.count > 0 ? STATUS_YES : STATUS_NOTHING;
        due_list_free(&list);
        opening_tell_left_out(&opening);
        opening_free(&opening);
    }
    free(one.catalogues);
    return status;
}
