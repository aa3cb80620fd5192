/* `signpost kiosk`: the list for whoever walks up to the screen. Everything is read once; then the process gives up what it does not need, says to staff
 * what protection it got, and takes the screen. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "command/browse_sheets.h"
#include "command/command.h"
#include "command/kiosk_languages.h"
#include "command/lock.h"
#include "command/opening.h"
#include "command/print_helper.h"
#include "command/settings.h"
#include "command/terminal_look.h"
#include "command/themes.h"
#include "command/words.h"
#include "command/words_to_need.h"
#include "screen/browse.h"
#include "text/memory.h"

static struct kiosk_site site_of(const struct kiosk_settings *settings, const struct kiosk_languages *languages)
{
    return (struct kiosk_site){
        .welcome = settings->welcome,
        .neutral = settings->neutral,
        .neutral_count = settings->neutral_count,
        .quiet_seconds = settings->quiet_seconds,
        .warning_seconds = settings->warning_seconds,
        .pin = settings->pin,
        .count_visits = settings->count_visits,
        .languages = languages->names,
        .language_count = languages->count,
        .speak = kiosk_languages_speak,
        .context = languages,
    };
}

/* A printer that takes longer than so many seconds for a sheet is given up. */
enum { PRINTING_SECONDS = 60 };

/* The process that prints, as the locked one cannot; NULL where nothing is to be printed. */
static struct print_helper *helper_of(const struct configuration *settings)
{
    if (!settings->kiosk.print || settings->print_count == 0)
        return NULL;
    struct print_helper *helper = print_helper_start(settings->print, settings->print_count, PRINTING_SECONDS);
    if (!helper)
        complain(SAY_NOT_PRINTED, strerror(errno));
    return helper;
}

static struct browse_sheets sheets_of(const struct configuration *settings, const struct print_helper *helper)
{
    return (struct browse_sheets){
        .context = helper,
        .from = settings->from,
        .print_html = settings->print_html,
        .print = helper ? print_helper_print : NULL,
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
    struct kiosk_languages languages;
    kiosk_languages_take(&languages, opening);
    struct kiosk_site site = site_of(&settings->kiosk, &languages);
    struct buffer protection = {0};
    struct need *need = need_of_area(matcher_need_setting(opening->matcher), settings->area);
    struct themes themes;
    themes_open(&themes, settings, opening->unused);
    struct listing *listing = listing_new(opening->problems, opening->catalogue, opening->matcher);
    opening->problems = NULL;
    opening->catalogue = NULL;
    opening->matcher = NULL;
    struct print_helper *helper = helper_of(settings);
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
                .sheets = sheets_of(settings, helper),
                .area = settings->area,
                .kiosk = &site,
            },
            &why);
    else
        listing_free(listing);
    if (why)
        complain("%s", why);
    print_helper_end(helper);
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
