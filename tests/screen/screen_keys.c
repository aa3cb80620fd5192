#include "screen_keys.h"

#include <stdbool.h>
#include <string.h>

#include "screen/actions.h"
#include "screen/keys.h"
#include "text/utf8.h"

/* As the descriptions of the terminals say. NULL: the same. */
static const struct {
    uint32_t press;
    const char *xterm;
    const char *console;
} sent[] = {
    {PRESS_UP, "\033OA", "\033[A"},
    {PRESS_DOWN, "\033OB", "\033[B"},
    {PRESS_RIGHT, "\033OC", "\033[C"},
    {PRESS_LEFT, "\033OD", "\033[D"},
    {PRESS_HOME, "\033OH", "\033[1~"},
    {PRESS_END, "\033OF", "\033[4~"},
    {PRESS_PAGE_UP, "\033[5~", NULL},
    {PRESS_PAGE_DOWN, "\033[6~", NULL},
    {PRESS_DELETE, "\033[3~", NULL},
    {PRESS_BACK_TAB, "\033[Z", "\033\t"},
    {PRESS_WORD_LEFT, "\033[1;5D", NULL},
    {PRESS_WORD_RIGHT, "\033[1;5C", NULL},
    {PRESS_TAB, "\t", NULL},
    {PRESS_ENTER, "\r", NULL},
    {PRESS_ESCAPE, "\033", NULL},
    {PRESS_BACKSPACE, "\177", NULL},
    {PRESS_F(1), "\033OP", "\033[[A"},
    {PRESS_F(2), "\033OQ", "\033[[B"},
    {PRESS_F(3), "\033OR", "\033[[C"},
    {PRESS_F(4), "\033OS", "\033[[D"},
    {PRESS_F(5), "\033[15~", "\033[[E"},
    {PRESS_F(6), "\033[17~", NULL},
    {PRESS_F(7), "\033[18~", NULL},
    {PRESS_F(8), "\033[19~", NULL},
    {PRESS_F(9), "\033[20~", NULL},
    {PRESS_F(10), "\033[21~", NULL},
    {PRESS_F(11), "\033[23~", NULL},
    {PRESS_F(12), "\033[24~", NULL},
};

static const char *bytes_of(uint32_t press, bool console, char out[KEY_BYTES])
{
    memset(out, 0, KEY_BYTES);
    for (size_t i = 0; i < sizeof sent / sizeof *sent; i++)
        if (sent[i].press == press) {
            strncpy(out, console && sent[i].console ? sent[i].console : sent[i].xterm, KEY_BYTES - 1);
            return out;
        }
    utf8_write(press, out);
    return out;
}

const char *key_bytes(uint32_t press, char out[KEY_BYTES])
{
    return bytes_of(press, false, out);
}

const char *key_bytes_of_the_console(uint32_t press, char out[KEY_BYTES])
{
    return bytes_of(press, true, out);
}

static bool quits(uint32_t press)
{
    for (size_t i = 0; i < ACTION_KEYS; i++)
        if (action_table[ACTION_QUIT].keys[i] == press)
            return true;
    return false;
}

size_t keys_of_the_table(unsigned where, uint32_t keys[KEYS_MOST])
{
    size_t count = 0;
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
        for (size_t i = 0; i < ACTION_KEYS && (action_table[action].where & where); i++) {
            uint32_t press = action_table[action].keys[i];
            bool known = press == PRESS_NONE || quits(press);
            for (size_t other = 0; other < count; other++)
                known = known || keys[other] == press;
            if (!known && count < KEYS_MOST)
                keys[count++] = press;
        }
    return count;
}
