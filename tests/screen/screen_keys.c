#include "screen_keys.h"

#include <stdbool.h>
#include <string.h>

#include "screen/actions.h"
#include "screen/keys.h"
#include "text/utf8.h"

static const struct {
    uint32_t press;
    const char *bytes;
} sent[] = {
    {PRESS_UP, "\033OA"},          {PRESS_DOWN, "\033OB"},       {PRESS_RIGHT, "\033OC"},         {PRESS_LEFT, "\033OD"},
    {PRESS_HOME, "\033OH"},        {PRESS_END, "\033OF"},        {PRESS_PAGE_UP, "\033[5~"},      {PRESS_PAGE_DOWN, "\033[6~"},
    {PRESS_DELETE, "\033[3~"},     {PRESS_BACK_TAB, "\033[Z"},   {PRESS_WORD_LEFT, "\033[1;5D"},  {PRESS_WORD_RIGHT, "\033[1;5C"},
    {PRESS_TAB, "\t"},             {PRESS_ENTER, "\r"},          {PRESS_ESCAPE, "\033"},          {PRESS_BACKSPACE, "\177"},
    {PRESS_F(1), "\033OP"},        {PRESS_F(2), "\033OQ"},       {PRESS_F(3), "\033OR"},          {PRESS_F(4), "\033OS"},
    {PRESS_F(5), "\033[15~"},      {PRESS_F(6), "\033[17~"},     {PRESS_F(7), "\033[18~"},        {PRESS_F(8), "\033[19~"},
    {PRESS_F(9), "\033[20~"},      {PRESS_F(10), "\033[21~"},    {PRESS_F(11), "\033[23~"},       {PRESS_F(12), "\033[24~"},
};

const char *key_bytes(uint32_t press, char out[KEY_BYTES])
{
    memset(out, 0, KEY_BYTES);
    for (size_t i = 0; i < sizeof sent / sizeof *sent; i++)
        if (sent[i].press == press) {
            strncpy(out, sent[i].bytes, KEY_BYTES - 1);
            return out;
        }
    utf8_write(press, out);
    return out;
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
