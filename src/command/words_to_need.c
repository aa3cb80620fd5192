#include "command/words_to_need.h"

#include <string.h>

#include "command/command.h"
#include "text/buffer.h"

struct need *words_to_need(const struct need_setting *setting, const struct options *options)
{
    struct need *need = need_new();
    for (size_t i = 0; i < options->word_count; i++) {
        struct need_error error = {0};
        if (!need_add(need, setting, options->words[i], &error)) {
            complain("%s", error.sentence);
            need_error_free(&error);
            need_free(need);
            return NULL;
        }
    }
    return need;
}

struct need *need_of_area(const struct need_setting *setting, const char *area)
{
    struct need *need = need_new();
    if (!area)
        return need;
    struct buffer term = {0};
    struct need_error error = {0};
    buffer_format(&term, "in:%s", area);
    if (!need_add(need, setting, buffer_text(&term), &error)) {
        complain("%s", error.sentence);
        need_error_free(&error);
    }
    buffer_free(&term);
    return need;
}
