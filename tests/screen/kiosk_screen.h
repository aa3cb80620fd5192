/* What tests of the kiosk share. */
#ifndef TESTS_SCREEN_KIOSK_SCREEN_H
#define TESTS_SCREEN_KIOSK_SCREEN_H

#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "screen.h"

#define KIOSK_FIRST "Find support near you"

/* What is typed within half a second behind leaving is swallowed. This is longer by what a busy machine may take to come to a key. */
enum { BURST_IS_OVER = 1500000 };

/* The kiosk with the settings, waited for until its first screen stands, in English or not. The settings' file is the one of catalogue_file. */
static struct screen *kiosk_start_in(const char *settings, struct screen_setting setting, bool english)
{
    setting.rows = setting.rows ? setting.rows : 24;
    setting.columns = setting.columns ? setting.columns : 80;
    setting.command = "kiosk";
    setting.arguments[0] = "--config";
    setting.arguments[1] = catalogue_file(settings);
    struct screen *screen = screen_start(&setting);
    screen_wait_for(screen, english ? KIOSK_FIRST : "999");
    screen_settle(screen);
    return screen;
}

static inline struct screen *kiosk_start(const char *settings, struct screen_setting setting)
{
    return kiosk_start_in(settings, setting, true);
}

/* Nothing but blanks and what says no more than the time. */
static inline bool kiosk_is_neutral(struct screen *screen, int rows)
{
    int used = 0;
    for (int row = 0; row < rows; row++) {
        const char *text = screen_row(screen, row);
        text += strspn(text, " ");
        used += *text != '\0';
        if (*text && (strlen(text) != 5 || text[2] != ':' || strspn(text, "0123456789:") != 5))
            return false;
    }
    return used == 1;
}

#endif
