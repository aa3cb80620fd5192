/* Fifty thousand keys, pastes, clicks, sizes and scraps of nonsense, by a fixed seed. Nothing may break, and at every rest the rules must hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screen.h"

/* From a help in front of something typed to the last of the questions, and out of it. */
enum { EVENTS = 50000, REST = 1000, BACK_STEPS = 9 };

static uint32_t seed;

static uint32_t draw(uint32_t below)
{
    seed ^= seed << 13;
    seed ^= seed >> 17;
    seed ^= seed << 5;
    return seed % below;
}

static const char *const keys[] = {
    KEY_UP, KEY_DOWN, KEY_LEFT, KEY_RIGHT, KEY_HOME, KEY_END, KEY_PAGE_UP, KEY_PAGE_DOWN, KEY_DELETE, KEY_BACK_TAB, KEY_ENTER, KEY_ENTER,
    KEY_ESCAPE, KEY_ESCAPE, KEY_BACKSPACE, KEY_F1, KEY_F2, KEY_F3, KEY_F4, KEY_F6, KEY_F7, KEY_F8, KEY_F9, "\033[24~", "\t", "\t", " ", "x", "u", "u", "o", "c", "h", "j", "k", "l", "/", "?", "!", "m",
    "\001", "\005", "\013", "\025", "\027", "\004", "\014", "\033[1;5D", "\033[1;5C",
    "in:Falkirk ", "pregnant:20 ", "format:", "with:", "-online ", "\"", "child:", "14m ", "who:father ",
    "after:loss ", "baby", "pregnant", "xyz", ":", ",", "a", "e", "0", "5", "\303\251", "\345\261\261", "\314\201", "\360\237\221\266", "\377", "\033[", "\033O", "\033[200~",
    "\033[200~pasted\nlines\tand more\033[201~", "\033[201~", "\033[<", "\033[<0;1;1M", "\033]0;", "\007",
};

static void send_event(struct screen *screen)
{
    char bytes[64];
    switch (draw(20)) {
    case 0:
        snprintf(bytes, sizeof bytes, "\033[<%u;%u;%uM", draw(3) ? 0 : 64 + draw(2), 1 + draw(130), 1 + draw(35));
        screen_send(screen, bytes);
        break;
    case 1:
        if (draw(3) == 0)
            screen_resize(screen, 1 + (int)draw(45), 1 + (int)draw(150));
        break;
    case 2: {
        size_t length = 1 + draw(8);
        for (size_t i = 0; i < length; i++) {
            bytes[i] = (char)draw(256);
            /* The keys that end the program, or send it to sleep, are tested elsewhere. */
            if (bytes[i] == 3 || bytes[i] == 26 || bytes[i] == 'q')
                bytes[i] = 'a';
        }
        screen_send_bytes(screen, bytes, length);
        break;
    }
    default: screen_send(screen, keys[draw(sizeof keys / sizeof *keys)]); break;
    }
}

/* Whatever was begun ends (a report of the mouse, a paste, a terminal's answer), then there is room, then all that stands in front goes; and then the
 * rules hold. */
static void rest(struct screen *screen, int event)
{
    screen_press(screen, "M\007");
    screen_press(screen, "\033[201~\007M");
    screen_resize(screen, 24, 80);
    screen_press(screen, "\007");
    for (int i = 0; i < BACK_STEPS; i++)
        screen_press(screen, KEY_ESCAPE);
    if (!screen_runs(screen))
        return;
    screen_wait_for(screen, "Answers");
    screen_settle(screen);
    screen_check_cursor(screen);
    if (!strstr(screen_row(screen, 23), "999")) {
        screen_show(screen);
        fail_msg("urgent help is gone at event %d", event);
    }
    assert_false(screen_title_was_set(screen));
}

static struct screen *start(void)
{
    struct screen *screen = screen_open(24, 80);
    screen_make_roomy(screen);
    return screen;
}

/* A click on the hint for quitting, or that line of the help, ends the program, and rightly; a crash does not end with 0. */
static struct screen *anew(struct screen *screen, int event)
{
    int status = screen_wait_end(screen);
    if (status != 0)
        fail_msg("the program broke by event %d: %d", event, status);
    screen_stop(screen);
    return start();
}

static void nothing_breaks(void **state)
{
    (void)state;
    const char *wanted = getenv("SIGNPOST_TEST_SEED");
    seed = wanted ? (uint32_t)strtoul(wanted, NULL, 10) : 20261124;
    if (seed == 0)
        seed = 1;
    struct screen *screen = start();
    for (int event = 1; event <= EVENTS; event++) {
        send_event(screen);
        screen_take(screen, 0);
        if (event % REST == 0)
            rest(screen, event);
        if (!screen_runs(screen))
            screen = anew(screen, event);
    }
    screen_send(screen, KEY_F10);
    assert_int_equal(screen_wait_end(screen), 0);
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_breaks),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("random", tests, NULL, NULL);
}
