/* picture COLUMNSxROWS KEYS…: what the browser shows on the shipped lists after the keys, as text, when it has come to rest; for README. Each of KEYS is the
 * name of a key as the help has it ("Enter", "F1", "Space"), or text that is typed. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "screen.h"
#include "screen/keys.h"
#include "screen_keys.h"

/* The press of that name, PRESS_NONE if it is text. */
static uint32_t press_of(const char *name)
{
    uint32_t found = PRESS_NONE;
    struct buffer words = {0};
    for (uint32_t press = PRESS_UP; press <= PRESS_F12 && found == PRESS_NONE; press++) {
        buffer_clear(&words);
        press_name(&words, press);
        if (strcmp(buffer_text(&words), name) == 0)
            found = press;
    }
    buffer_free(&words);
    return strcmp(name, "Space") == 0 ? ' ' : found;
}

int main(int count, char **arguments)
{
    int columns;
    int rows;
    if (count < 2 || sscanf(arguments[1], "%dx%d", &columns, &rows) != 2) {
        fprintf(stderr, "usage: picture COLUMNSxROWS KEYS...\n");
        return 2;
    }
    /* With no settings at all, as a new user has it; none of these keys prints or saves. */
    struct screen *screen = screen_start(&(struct screen_setting){.rows = rows, .columns = columns, .environment = {"XDG_CONFIG_HOME=/nonexistent"}});
    screen_wait_for(screen, "in the list");
    screen_settle(screen);
    for (int i = 2; i < count; i++) {
        char bytes[KEY_BYTES];
        uint32_t press = press_of(arguments[i]);
        screen_press(screen, press == PRESS_NONE ? arguments[i] : key_bytes(press, bytes));
    }
    for (int row = 0; row < rows; row++)
        puts(screen_row(screen, row));
    screen_stop(screen);
    return 0;
}
