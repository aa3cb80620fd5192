#include "command/keys.h"

#include <string.h>

#include "command/command.h"
#include "command/output.h"
#include "command/settings.h"
#include "command/words.h"
#include "screen/keys.h"
#include "text/buffer.h"

struct key_map keys_of(const struct configuration *settings, struct problems *problems)
{
    struct key_map map = key_map_default(settings->letters);
    key_map_change(&map, settings->key_wishes, settings->key_wish_count, problems);
    return map;
}

/* A sign that YAML has a use for stands in quotes. */
static void add_key(struct buffer *out, uint32_t press)
{
    bool sign = press_is_letter(press) && press < 0x80 && !strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", (int)press);
    const char *quote = !sign ? "" : press == '\'' ? "\"" : "'";
    buffer_add_text(out, quote);
    press_name_english(out, press);
    buffer_add_text(out, quote);
}

static void add_action(struct buffer *out, const struct key_map *map, enum action action)
{
    if (action_table[action].face == FACE_KIOSK)
        return;
    buffer_format(out, "  # %s\n  %s: [", _(action_table[action].help), action_table[action].name);
    for (int i = 0; i < ACTION_KEYS && map->keys[action][i]; i++) {
        buffer_add_text(out, i > 0 ? ", " : "");
        add_key(out, map->keys[action][i]);
    }
    buffer_add_text(out, "]\n");
}

int keys_list(const struct options *options)
{
    struct configuration settings;
    struct problems *problems = problems_new();
    if (!settings_read(&settings, options, problems)) {
        problems_free(problems);
        return STATUS_COULD_NOT;
    }
    size_t told = problems_count(problems);
    struct key_map map = keys_of(&settings, problems);
    settings_tell(problems, told);
    struct buffer text = {0};
    buffer_format(&text, "# %s\nkeys:\n", SAY_KEYS_HEAD);
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
        add_action(&text, &map, (enum action)action);
    struct output *output = output_open(NULL);
    output_put(output, &text);
    buffer_free(&text);
    problems_free(problems);
    configuration_free(&settings);
    return output_close(output) ? STATUS_YES : STATUS_COULD_NOT;
}
