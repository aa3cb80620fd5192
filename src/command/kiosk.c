/* `signpost kiosk`: the list for whoever walks up to the screen. Everything is read once; then the process gives up what it does not need, says to staff
 * what protection it got, and takes the screen. */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "command/browse_sheets.h"
#include "command/command.h"
#include "command/lock.h"
#include "command/opening.h"
#include "command/settings.h"
#include "command/terminal_look.h"
#include "command/themes.h"
#include "command/words.h"
#include "command/words_to_need.h"
#include "screen/browse.h"
#include "text/memory.h"

static struct kiosk_site site_of(const struct kiosk_settings *settings)
{
    return (struct kiosk_site){
        .welcome = settings->welcome,
        .neutral = settings->neutral,
        .neutral_count = settings->neutral_count,
        .quiet_seconds = settings->quiet_seconds,
        .warning_seconds = settings->warning_seconds,
        .pin = settings->pin,
        .count_visits = settings->count_visits,
    };
}

/* Locks, and says what came of it. False: less than was asked for. */
static bool lock(const struct options *options, const struct opening *opening, struct buffer *words)
{
    struct lock_got got;
    lock_now(&(struct lock_wish){.request = &opening->request}, &got);
    lock_words(words, &got);
    fputs(buffer_text(words), stderr);
    if (!options->require_lock || lock_is_whole(&got))
        return true;
    complain("%s", SAY_LOCK_REQUIRED);
    return false;
}

static int show(const struct options *options, struct opening *opening)
{
    const struct configuration *settings = &opening->settings;
    const struct key_map keys = key_map_kiosk();
    struct kiosk_site site = site_of(&settings->kiosk);
    struct buffer protection = {0};
    struct need *need = need_of_area(matcher_need_setting(opening->matcher), settings->area);
    struct themes themes;
    themes_open(&themes, settings, opening->unused);
    struct listing *listing = listing_new(opening->problems, opening->catalogue, opening->matcher);
    opening->problems = NULL;
    opening->catalogue = NULL;
    opening->matcher = NULL;
    enum browse_end end = BROWSE_NO_TERMINAL;
    const char *why = NULL;
    bool locked = lock(options, opening, &protection);
    site.protection = buffer_text(&protection);
    site.follows_the_day = !options->today_given;
    if (locked)
        end = browse(
            &(struct browse_setting){
                .listing = listing,
                .request = &opening->request,
                .match = opening->match,
                .need = need,
                .themes = themes.items,
                .theme_count = themes.count,
                .theme = themes.chosen,
                .colour = settings->colour && terminal_may_colour(options),
                .mouse = settings->mouse,
                .keys = &keys,
                .sheets = {.from = settings->from},
                .area = settings->area,
                .kiosk = &site,
            },
            &why);
    else
        listing_free(listing);
    if (why)
        complain("%s", why);
    buffer_free(&protection);
    themes_free(&themes);
    need_free(need);
    return end == BROWSE_QUIT ? STATUS_YES : STATUS_COULD_NOT;
}

/* Keys and other programs that would stop it, or end it with a shell behind it, do nothing; the terminal's end and SIGTERM end it. What is ignored here
 * stays so when the screen is taken (screen/signals.c). */
static void ignore_stops(void)
{
    static const int stops[] = {SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU};
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        signal(stops[i], SIG_IGN);
}

int command_kiosk(const struct options *options)
{
    ignore_stops();
    memory_forgetful();
    lock_clean_environment();
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
        complain("%s", SAY_NO_SCREEN);
        return STATUS_COULD_NOT;
    }
    const char *why = NULL;
    if (!browse_is_possible(&why)) {
        complain("%s", why);
        return STATUS_COULD_NOT;
    }
    struct opening opening;
    if (!opening_make(&opening, options))
        return STATUS_COULD_NOT;
    int status = show(options, &opening);
    opening_free(&opening);
    return status;
}
