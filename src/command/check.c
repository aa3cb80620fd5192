/* `signpost check`: what is wrong in a catalogue, and where. */
#include <stdio.h>
#include <unistd.h>

#include "command/command.h"
#include "command/opening.h"
#include "command/output.h"
#include "command/words.h"
#include "read/load.h"
#include "write/find.h"

/* One line that sums up, on standard error and for a terminal only: what scripts read is the list of problems. */
static void sum_up(const struct problems *problems, const struct catalogue *catalogue)
{
    if (!isatty(STDERR_FILENO))
        return;
    size_t services = catalogue ? catalogue->service_count : 0;
    size_t offers = catalogue ? catalogue->offer_count : 0;
    size_t errors = problems_count_level(problems, PROBLEM_ERROR);
    size_t warnings = problems_count_level(problems, PROBLEM_WARNING);
    struct buffer line = {0};
    buffer_format(&line, CHECK_SERVICES(services), services);
    buffer_add_text(&line, LIST_COMMA);
    buffer_format(&line, CHECK_OFFERS(offers), offers);
    buffer_add_text(&line, "; ");
    buffer_format(&line, CHECK_ERRORS(errors), errors);
    buffer_add_text(&line, LIST_COMMA);
    buffer_format(&line, CHECK_WARNINGS(warnings), warnings);
    fprintf(stderr, "%s.\n", buffer_text(&line));
    buffer_free(&line);
}

int command_check(const struct options *options)
{
    if (options->word_count == 0) {
        complain(SAY_CHECK_WHAT);
        return STATUS_COULD_NOT;
    }
    struct load_request request = {.paths = options->words, .path_count = options->word_count, .map = options->map, .allow_empty = true};
    opening_data(&request);
    struct problems *problems = problems_new();
    struct catalogue *catalogue = load_catalogue(&request, problems);
    problems_sort(problems);

    struct buffer out = {0};
    if (options->json)
        problems_json(&out, problems);
    for (size_t i = 0; !options->json && i < problems_count(problems); i++)
        problem_line(&out, problems_at(problems, i));
    struct output *output = output_open(options->output);
    int status = STATUS_COULD_NOT;
    if (output) {
        output_put(output, &out);
        bool bad = problems_count_level(problems, PROBLEM_ERROR) > 0 || (options->strict && problems_count_level(problems, PROBLEM_WARNING) > 0);
        if (output_close(output) && catalogue)
            status = bad ? STATUS_NOTHING : STATUS_YES;
        sum_up(problems, catalogue);
    }
    buffer_free(&out);
    catalogue_free(catalogue);
    problems_free(problems);
    return status;
}
