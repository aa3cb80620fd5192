/* What tests of the questions share. */
#ifndef TESTS_SCREEN_QUESTIONS_H
#define TESTS_SCREEN_QUESTIONS_H

#include "screen.h"

static struct screen *open_guide(int rows, int columns)
{
    struct screen *screen = screen_open(rows, columns);
    screen_press(screen, KEY_F2);
    screen_wait_for(screen, "Where do you want to find support?");
    screen_settle(screen);
    screen_check_cursor(screen);
    return screen;
}

static void expect(struct screen *screen, const char *text)
{
    if (!screen_has(screen, text)) {
        screen_show(screen);
        fail_msg("it should say: %s", text);
    }
}

static void expect_not(struct screen *screen, const char *text)
{
    if (screen_has(screen, text)) {
        screen_show(screen);
        fail_msg("it should not say: %s", text);
    }
}

#endif
