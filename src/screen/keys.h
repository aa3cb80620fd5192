/* Keys as the browser knows them: characters are their Unicode code point, the others have numbers behind the last one. No curses. */
#ifndef SCREEN_KEYS_H
#define SCREEN_KEYS_H

#include <stdbool.h>
#include <stdint.h>

#include "text/buffer.h"

enum press {
    PRESS_NONE = 0,
    PRESS_UP = 0x110000,
    PRESS_DOWN,
    PRESS_LEFT,
    PRESS_RIGHT,
    PRESS_PAGE_UP,
    PRESS_PAGE_DOWN,
    PRESS_HOME,
    PRESS_END,
    PRESS_WORD_LEFT,
    PRESS_WORD_RIGHT,
    PRESS_TAB,
    PRESS_BACK_TAB,
    PRESS_ENTER,
    PRESS_ESCAPE,
    PRESS_BACKSPACE,
    PRESS_DELETE,
    PRESS_F0, /* PRESS_F0 + 1 is F1 */
    PRESS_F12 = PRESS_F0 + 12,
};

#define PRESS_F(number) ((uint32_t)PRESS_F0 + (number))
#define PRESS_CONTROL(letter) ((uint32_t)(letter) & 0x1Fu)

/* Whether the key writes a character. */
bool press_is_printable(uint32_t press);

/* Whether it is printable and not the space bar: what `letters = no` takes away as a command (WCAG 2.2, 2.1.4: letters, digits, punctuation). */
bool press_is_letter(uint32_t press);

/* Appends the key's name for people: "F1", "Enter", "Ctrl-L", "x". */
void press_name(struct buffer *out, uint32_t press);

/* The same in English, whatever the reader's language: as a file has it that somebody else may read. */
void press_name_english(struct buffer *out, uint32_t press);

/* The key of a name: as press_name writes it, in English or in the reader's language, in large letters or small; one character is itself. What a terminal
 * sends for both alike is one key: Ctrl-M is Enter. PRESS_NONE when there is no such key; then *near, unless NULL, gets the name that was perhaps meant, or
 * NULL. It is lent for good. */
uint32_t press_named(const char *name, const char **near);

#endif
