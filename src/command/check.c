/* `signpost check`: what is wrong in a catalogue, and where. */
#include <stdio.h>
#include <unistd.h>

#include "command/command.h"
#include "command/opening.h"
#include "command/output.h"
#include "read/load.h"
#include "text/words.h"
#include "write/find.h"

/* One line that sums up, on standard error and for a terminal only: what scripts read is the list of problems. */
static void sum_up(const struct problems *problems, const struct catalogue *catalogue)
{
    if (!isatty(STDERR_FILENO))
        return;
    size_t services = catalogue ? catalogue->service_count : 0;
    size_t offers = catalogue ? catalogue->offer_count : 0;
    fprintf(stderr, plural("%zu service", "%zu services", services), services);
    fprintf(stderr, plural(", %zu offer", ", %zu offers", offers), offers);
    size_t errors = problems_count_level(problems, PROBLEM_ERROR);
    size_t warnings = problems_count_level(problems, PROBLEM_WARNING);
    fprintf(stderr, plural("; %zu error", "; %zu errors", errors), errors);
    fprintf(stderr, plural(", %zu warning", ", %zu warnings", warnings), warnings);
    fputs(".\n", stderr);
}

int command_check(const struct options *options)
{
    if (options->word_count == 0) {
        complain(_("check what? Name a catalogue: a YAML or CSV file, or a folder of them"));
        return STATUS_COULD_NOT;
    }
    struct load_request request = {.paths = options->words, .path_count = options->word_count, .allow_empty = true};
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
