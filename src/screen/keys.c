#include "screen/keys.h"

#include <string.h>

#include "screen/words.h"
#include "text/fold.h"
#include "text/utf8.h"

bool press_is_printable(uint32_t press)
{
    return press >= 0x20 && press != 0x7F && press < PRESS_UP && !(press >= 0x80 && press < 0xA0);
}

bool press_is_letter(uint32_t press)
{
    return press_is_printable(press) && press != ' ';
}

static const struct {
    uint32_t press;
    const char *name;
} names[] = {
    {PRESS_UP, NAME_UP},
    {PRESS_DOWN, NAME_DOWN},
    {PRESS_LEFT, NAME_LEFT},
    {PRESS_RIGHT, NAME_RIGHT},
    {PRESS_PAGE_UP, NAME_PAGE_UP},
    {PRESS_PAGE_DOWN, NAME_PAGE_DOWN},
    {PRESS_HOME, NAME_HOME},
    {PRESS_END, NAME_END},
    {PRESS_WORD_LEFT, NAME_WORD_LEFT},
    {PRESS_WORD_RIGHT, NAME_WORD_RIGHT},
    {PRESS_TAB, NAME_TAB},
    {PRESS_BACK_TAB, NAME_BACK_TAB},
    {PRESS_ENTER, NAME_ENTER},
    {PRESS_ESCAPE, NAME_ESCAPE},
    {PRESS_BACKSPACE, NAME_BACKSPACE},
    {PRESS_DELETE, NAME_DELETE},
    {' ', NAME_SPACE},
};

enum { NAMES = sizeof names / sizeof *names };

static const char *special_name(uint32_t press)
{
    for (size_t i = 0; i < NAMES; i++)
        if (names[i].press == press)
            return names[i].name;
    return NULL;
}

/* Appends the name, translated or in English. */
static void add_name(struct buffer *out, uint32_t press, bool english)
{
    const char *name = special_name(press);
    if (name) {
        buffer_add_text(out, english ? name : _(name));
    } else if (press > PRESS_F0 && press <= PRESS_F12) {
        buffer_format(out, "F%u", (unsigned)(press - PRESS_F0));
    } else if (press > 0 && press < 0x20) {
        buffer_format(out, english ? NAME_CONTROL : _(NAME_CONTROL), (int)(press + '@'));
    } else {
        char bytes[4];
        buffer_add(out, bytes, utf8_write(press, bytes));
    }
}

void press_name(struct buffer *out, uint32_t press)
{
    add_name(out, press, false);
}

void press_name_english(struct buffer *out, uint32_t press)
{
    add_name(out, press, true);
}

/* Whether the folded name is one of the two names of the key. */
static bool is_named(uint32_t press, const char *folded)
{
    bool same = false;
    for (int english = 0; english < 2 && !same; english++) {
        struct buffer name = {0};
        struct buffer other = {0};
        add_name(&name, press, english == 1);
        fold_words(&other, buffer_text(&name), name.length);
        same = strcmp(buffer_text(&other), folded) == 0;
        buffer_free(&name);
        buffer_free(&other);
    }
    return same;
}

/* Control and a letter, as the terminal's input gives it: some of these are keys of their own. */
static uint32_t as_it_comes(uint32_t control)
{
    switch (control) {
    case PRESS_CONTROL('M'):
    case PRESS_CONTROL('J'): return PRESS_ENTER;
    case PRESS_CONTROL('I'): return PRESS_TAB;
    case PRESS_CONTROL('H'): return PRESS_BACKSPACE;
    default: return control;
    }
}

static uint32_t named(const char *folded)
{
    for (size_t i = 0; i < NAMES; i++)
        if (is_named(names[i].press, folded))
            return names[i].press;
    for (unsigned number = 1; number <= PRESS_F12 - PRESS_F0; number++)
        if (is_named(PRESS_F(number), folded))
            return PRESS_F(number);
    for (unsigned letter = 'A'; letter <= 'Z'; letter++)
        if (is_named(PRESS_CONTROL(letter), folded))
            return as_it_comes(PRESS_CONTROL(letter));
    return PRESS_NONE;
}

static const char *nearest(const char *folded)
{
    struct near_name near = near_name_of(folded);
    for (size_t i = 0; i < NAMES; i++) {
        struct buffer name = {0};
        fold_words(&name, names[i].name, strlen(names[i].name));
        if (near_name_try(&near, buffer_text(&name)))
            near.name = names[i].name;
        buffer_free(&name);
    }
    return near.name;
}

uint32_t press_named(const char *name, const char **near)
{
    size_t length = strlen(name);
    if (near)
        *near = NULL;
    if (length == 0)
        return PRESS_NONE;
    struct utf8_character character = utf8_read(name, length);
    if (!character.broken && character.length == length)
        return press_is_printable(character.code) ? character.code : PRESS_NONE;
    struct buffer folded = {0};
    fold_words(&folded, name, length);
    uint32_t press = folded.length > 0 ? named(buffer_text(&folded)) : PRESS_NONE;
    if (near && press == PRESS_NONE && folded.length > 1)
        *near = nearest(buffer_text(&folded));
    buffer_free(&folded);
    return press;
}
