#include "command/words_to_need.h"

#include <string.h>

#include "command/command.h"

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
