/* `signpost check`: what is wrong in a catalogue, or in any other file that the program reads, and where. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "catalogue/rules.h"
#include "command/check_files.h"
#include "command/command.h"
#include "command/output.h"
#include "command/words.h"
#include "write/find.h"
#include "write/truth.h"

/* One line that sums up, on standard error and for a terminal only: what scripts read is the list of problems. */
static void sum_up(const struct problems *problems, const struct checked_files *files)
{
    if (!isatty(STDERR_FILENO))
        return;
    size_t errors = problems_count_level(problems, PROBLEM_ERROR);
    size_t warnings = problems_count_level(problems, PROBLEM_WARNING);
    size_t advice = problems_count_level(problems, PROBLEM_ADVICE);
    struct buffer line = {0};
    if (files->catalogue) {
        buffer_format(&line, CHECK_SERVICES(files->catalogue->service_count), files->catalogue->service_count);
        buffer_add_text(&line, LIST_COMMA);
        buffer_format(&line, CHECK_OFFERS(files->catalogue->offer_count), files->catalogue->offer_count);
        buffer_add_text(&line, "; ");
    }
    buffer_format(&line, CHECK_ERRORS(errors), errors);
    buffer_add_text(&line, LIST_COMMA);
    buffer_format(&line, CHECK_WARNINGS(warnings), warnings);
    buffer_add_text(&line, LIST_COMMA);
    buffer_format(&line, CHECK_ADVICE(advice), advice);
    fprintf(stderr, "%s.\n", buffer_text(&line));
    buffer_free(&line);
}

/* Every rule in a line: its name, a tab, and the levels that it can have. */
static int list_rules(const struct options *options)
{
    struct output *output = output_open(options->output);
    struct buffer out = {0};
    if (!output)
        return STATUS_COULD_NOT;
    for (const struct rule *rule = rule_table; rule->name; rule++) {
        buffer_add_text(&out, rule->name);
        const char *between = "\t";
        for (int level = PROBLEM_ERROR; level >= PROBLEM_ADVICE; level--) {
            if (!(rule->levels & 1U << level))
                continue;
            buffer_format(&out, "%s%s", between, problem_level_word((enum problem_level)level));
            between = " ";
        }
        buffer_add_byte(&out, '\n');
    }
    output_put(output, &out);
    buffer_free(&out);
    return output_close(output) ? STATUS_YES : STATUS_COULD_NOT;
}

static bool is_bad(const struct options *options, const struct problems *problems)
{
    return options->strict ? problems_count(problems) > 0 : problems_count_level(problems, PROBLEM_ERROR) > 0;
}

int command_check(const struct options *options)
{
    if (options->rules)
        return list_rules(options);
    if (options->word_count == 0) {
        complain(SAY_CHECK_WHAT);
        return STATUS_COULD_NOT;
    }
    struct problems *problems = problems_new();
    struct checked_files files = check_files(options->words, options->word_count, options->map, problems);
    struct truth_setting truth = {.today = options->today, .months = options->months > 0 ? options->months : TRUTH_MONTHS};
    if (files.catalogue)
        truth_problems(files.catalogue, &truth, problems);
    problems_sort(problems);

    struct output *output = output_open(options->output);
    struct buffer out = {0};
    int status = STATUS_COULD_NOT;
    if (output) {
        if (options->json)
            problems_json(&out, problems);
        for (size_t i = 0; !options->json && i < problems_count(problems); i++) {
            problem_line(&out, problems_at(problems, i));
            output_put_some(output, &out);
        }
        output_put(output, &out);
        if (output_close(output) && files.all_read)
            status = is_bad(options, problems) ? STATUS_NOTHING : STATUS_YES;
        sum_up(problems, &files);
    }
    buffer_free(&out);
    catalogue_free(files.catalogue);
    problems_free(problems);
    return status;
}
