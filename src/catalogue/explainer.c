#include "catalogue/explainer.h"

#include <stdlib.h>
#include <string.h>

#include "text/memory.h"

struct explainer *explainer_new(void)
{
    struct explainer *explainer = memory_new(1, sizeof *explainer);
    explainer->arena = arena_new();
    return explainer;
}

void explainer_free(struct explainer *explainer)
{
    if (explainer == NULL)
        return;
    arena_free(explainer->arena);
    free(explainer);
}

const struct explainer_words *explainer_words_in(const struct explainer_part *part, const char *language)
{
    size_t length = strcspn(language, "-_.@");
    for (size_t i = 0; i < part->translation_count; i++) {
        const struct explainer_words *words = &part->translations[i];
        if (strlen(words->language) == length && memcmp(words->language, language, length) == 0)
            return words;
    }
    return &part->words;
}
