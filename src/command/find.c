/* `signpost find`: a need in, answers out. */
#include <stdio.h>

#include "command/command.h"
#include "command/opening.h"
#include "command/output.h"
#include "command/terminal_look.h"
#include "command/words_to_need.h"
#include "write/find.h"

static void write_answers(struct output *output, const struct options *options, struct matcher *matcher, const struct need *need)
{
    unsigned wanted = options->all ? VERDICTS_ALL : options->near ? VERDICTS_WITH_NEAR : VERDICTS_FITTING;
    struct answer_list answers = matcher_answer(matcher, need, wanted);
    struct buffer out = {0};
    if (options->json) {
        find_json_start(&out, matcher, need, &answers);
        for (size_t i = 0; i < answers.count; i++) {
            find_json_answer(&out, matcher, need, &answers.items[i], i == 0);
            output_put_some(output, &out);
        }
        find_json_end(&out, matcher, need, &answers);
    } else if (options->plain) {
        for (size_t i = 0; i < answers.count; i++) {
            find_plain_line(&out, matcher, need, &answers.items[i]);
            output_put_some(output, &out);
        }
    } else {
        find_for_people(&out, matcher, need, &answers, terminal_look(options));
    }
    output_put(output, &out);
    buffer_free(&out);
    answer_list_free(&answers);
}

int command_find(const struct options *options)
{
    struct opening opening;
    if (!opening_make(&opening, options))
        return STATUS_COULD_NOT;
    int status = STATUS_COULD_NOT;
    struct need *need = words_to_need(matcher_need_setting(opening.matcher), options);
    struct output *output = need ? output_open(options->output) : NULL;
    if (output) {
        size_t counts[VERDICT_COUNT];
        matcher_count(opening.matcher, need, counts);
        write_answers(output, options, opening.matcher, need);
        if (output_close(output))
            status = counts[VERDICT_SUITS] + counts[VERDICT_ENDING] + counts[VERDICT_ASK] > 0 ? STATUS_YES : STATUS_NOTHING;
        opening_tell_left_out(&opening);
    }
    need_free(need);
    opening_free(&opening);
    return status;
}
