/* Keys, pastes, clicks, sizes and scraps of nonsense by a seed. Nothing may break, and at every rest the rules must hold. First in the browser, then in the
 * kiosk, locked, out of which none of it may lead.
 * SIGNPOST_TEST_EVENTS says how many (`make random`: a million), SIGNPOST_TEST_SEED which, SIGNPOST_TEST_ONLY where ("*kiosk"). The keys are those of the table of actions, so what is new
 * in it is met by itself. */
#define _GNU_SOURCE /* nftw */
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "kiosk_screen.h"
#include "screen/actions.h"
#include "screen_keys.h"

enum { EVENTS = 20000, REST = 1000, BREATH = 100, QUITS = 2000, REMEMBERED = 400, BIGGEST_PASTE = 60000 };

static uint32_t seed;
static uint32_t first_seed;

static uint32_t draw(uint32_t below)
{
    seed ^= seed << 13;
    seed ^= seed >> 17;
    seed ^= seed << 5;
    return seed % below;
}

/* What was sent last, to be shown when something breaks. */
static struct {
    char bytes[REMEMBERED][32];
    unsigned long count;
} past;

static bool well;

static void remember(const char *bytes, size_t length)
{
    char *line = past.bytes[past.count++ % REMEMBERED];
    size_t at = 0;
    for (size_t i = 0; i < length && at + 5 < sizeof past.bytes[0]; i++)
        at += (size_t)snprintf(line + at, 5, bytes[i] >= 0x20 && bytes[i] < 0x7F && bytes[i] != '\\' ? "%c" : "\\%03o", (unsigned char)bytes[i]);
    line[at] = '\0';
}

static void send(struct screen *screen, const char *bytes, size_t length)
{
    remember(bytes, length);
    screen_send_bytes(screen, bytes, length);
}

static void send_text(struct screen *screen, const char *text)
{
    send(screen, text, strlen(text));
}

/* Bits of needs, characters of every width, and the beginnings and ends of what a terminal may send. */
static const char *const scraps[] = {
    "in:Falkirk ", "pregnant:20 ", "format:", "with:", "-online ", "\"", "child:", "14m ", "who:father ", "after:loss ", "only:young-parents ", "befriending",
    "xyz", ":", ",", "a", "e", "0", "5", "9", "\303\251", "\345\261\261", "\314\201", "\360\237\221\266", "\360\237\221\251\342\200\215\360\237\221\247", "\377", "\305",
    "\033[", "\033O", "\033[200~", "\033[201~", "\033[<", "\033[M", "\033]0;", "\033P", "\007", "\033\\", "\033[I", "\033[O", "\033[?1;2c", "\033[>41;354;0c",
    "\033]11;rgb:0000/0000/0000\033\\", "\033[24;80R", "\033[1;9Q", "\033[200~pasted\nlines\tand more\033[201~", "\033[200~q\033[A\033[201~",
};

static void send_mouse(struct screen *screen)
{
    char bytes[64];
    unsigned button = draw(3) ? 0 : draw(2) ? 64 + draw(2) : draw(256);
    snprintf(bytes, sizeof bytes, "\033[<%u;%u;%u%c", button, draw(10) ? 1 + draw(130) : draw(70000), draw(10) ? 1 + draw(35) : draw(70000), draw(5) ? 'M' : 'm');
    send_text(screen, bytes);
}

/* The keys that end or stop a program, which would work in the moment in which the terminal is its owner's again; those are sent by intent. */
static char harmless(uint32_t byte)
{
    return byte == 3 || byte == 19 || byte == 26 || byte == 28 || byte == 'q' ? 'a' : (char)byte;
}

static void send_bytes(struct screen *screen)
{
    char bytes[8];
    size_t length = 1 + draw(sizeof bytes);
    for (size_t i = 0; i < length; i++)
        bytes[i] = harmless(draw(256));
    send(screen, bytes, length);
}

/* Most are short. Before a long one ends what was begun: as keys, one by one, it would take minutes. */
static void send_paste(struct screen *screen)
{
    static char paste[BIGGEST_PASTE];
    size_t length = draw(50) ? draw(40) : draw(BIGGEST_PASTE);
    if (length > 40) {
        screen_settle(screen);
        screen_press(screen, "M\007");
    }
    for (size_t i = 0; i < length; i++)
        paste[i] = harmless(draw(4) ? ' ' + draw(95) : draw(256));
    send_text(screen, "\033[200~");
    send(screen, paste, length);
    send_text(screen, "\033[201~");
}

static void send_size(struct screen *screen)
{
    int rows = draw(4) ? 1 + (int)draw(60) : 1 + (int)draw(500);
    int columns = 1 + (int)draw(200);
    past.count++;
    snprintf(past.bytes[(past.count - 1) % REMEMBERED], sizeof past.bytes[0], "size %d by %d", rows, columns);
    screen_resize(screen, rows, columns);
}

/* The key that stops it must find it there: in a terminal that is its owner's again the system would throw away what was written last. */
static void send_key(struct screen *screen, uint32_t press)
{
    char bytes[KEY_BYTES];
    bool stops = press == action_table[ACTION_SUSPEND].keys[0];
    if (stops)
        screen_settle(screen);
    if (screen_runs(screen))
        send_text(screen, key_bytes(press, bytes));
    if (stops)
        screen_settle(screen);
}

static void send_event(struct screen *screen)
{
    static uint32_t keys[KEYS_MOST];
    static size_t count;
    if (count == 0)
        count = keys_of_the_table(UINT32_MAX, keys);
    switch (draw(24)) {
    case 0:
    case 1: send_mouse(screen); break;
    case 2:
        if (draw(3) == 0)
            send_size(screen);
        break;
    case 3: send_bytes(screen); break;
    case 4:
        if (draw(4) == 0)
            send_paste(screen);
        break;
    case 5:
    case 6:
    case 7:
    case 8: send_text(screen, scraps[draw(sizeof scraps / sizeof *scraps)]); break;
    case 9:
        if (draw(QUITS / 24) == 0)
            send_text(screen, draw(2) ? KEY_F10 : "q");
        break;
    default: send_key(screen, keys[draw((uint32_t)count)]); break;
    }
}

/* Whatever was begun ends (a report of the mouse, a paste, a terminal's answer), then there is room, then all that stands in front goes; and then the
 * rules hold. */
static void rest(struct screen *screen, unsigned long event)
{
    enum { STEPS_BACK = 12 }; /* from a help in front of something typed to the last of the questions, and out of it */
    screen_press(screen, "M\007");
    screen_press(screen, "\033[201~\007M");
    screen_resize(screen, 24, 80);
    screen_press(screen, "\007");
    for (int i = 0; i < STEPS_BACK; i++)
        screen_press(screen, KEY_ESCAPE);
    if (!screen_runs(screen))
        return;
    screen_wait_for(screen, "Answers");
    screen_settle(screen);
    screen_check_cursor(screen);
    if (!strstr(screen_row(screen, 23), "999")) {
        screen_show(screen);
        fail_msg("urgent help is gone at event %lu", event);
    }
    assert_false(screen_title_was_set(screen));
    screen_forget(screen);
}

/* The sheet is printed by a program that does nothing, and the editor is another; in a folder of its own, so what is saved goes with it. */
static struct screen *start(const char *configuration)
{
    struct screen *screen = screen_start(&(struct screen_setting){
        .rows = 24, .columns = 80, .arguments = {"--config", configuration}});
    screen_wait_for(screen, "in the list");
    screen_settle(screen);
    screen_make_roomy(screen);
    return screen;
}

static void show_the_end_of_the_output(struct screen *screen)
{
    size_t length;
    const char *output = screen_output(screen, &length);
    for (size_t i = length > 8192 ? length - 8192 : 0; i < length; i++)
        fputc(output[i] == '\033' ? '^' : output[i], stderr);
}

/* A click on the hint for quitting, or that line of the help, ends the program, and rightly; a crash does not end with 0. */
static struct screen *anew(struct screen *screen, unsigned long event, const char *configuration)
{
    int status = screen_wait_end(screen);
    tcflag_t modes = screen_modes(screen).c_lflag;
    bool restored = !screen_is_other_page(screen) && !screen_mouse(screen) && screen_cursor_is_visible(screen) &&
                    (modes & (ICANON | ECHO | ISIG)) == (ICANON | ECHO | ISIG);
    if (status != 0 || !restored) {
        show_the_end_of_the_output(screen);
        fail_msg("by event %lu the program %s: %d", event, status ? "broke" : "left the terminal as it was not", status);
    }
    screen_stop(screen);
    return start(configuration);
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *place)
{
    (void)about;
    (void)kind;
    (void)place;
    return remove(path);
}

static unsigned long number_of(const char *name, unsigned long usual)
{
    const char *wanted = getenv(name);
    unsigned long number = wanted ? strtoul(wanted, NULL, 10) : 0;
    return number > 0 ? number : usual;
}

static char folder[] = "/tmp/signpost-random-XXXXXX";

static void nothing_breaks(void **state)
{
    (void)state;
    first_seed = (uint32_t)number_of("SIGNPOST_TEST_SEED", 20261124);
    seed = first_seed ? first_seed : 1;
    unsigned long events = number_of("SIGNPOST_TEST_EVENTS", EVENTS);
    const char *configuration = catalogue_file("print: [\"true\"]\nsave: no\n");
    assert_non_null(mkdtemp(folder));
    assert_int_equal(chdir(folder), 0);
    struct screen *screen = start(configuration);
    for (unsigned long event = 1; event <= events; event++) {
        send_event(screen);
        screen_take(screen, 0);
        if (event % BREATH == 0)
            screen_settle(screen);
        if (event % REST == 0)
            rest(screen, event);
        if (event % (events / 20 + 1) == 0)
            fprintf(stderr, "# %lu of %lu\n", event, events);
        if (!screen_runs(screen))
            screen = anew(screen, event, configuration);
    }
    rest(screen, events);
    screen_send(screen, KEY_F10);
    screen = anew(screen, events, configuration);
    screen_stop(screen);
    well = true;
}

/* Whatever was begun ends, and somebody leaves: then the neutral screen stands there, and behind it the first one. */
static void rest_in_the_kiosk(struct screen *screen, unsigned long event)
{
    screen_press(screen, "M\007");
    screen_press(screen, "\033[201~\007M");
    screen_resize(screen, 24, 80);
    screen_press(screen, KEY_F10);
    if (!screen_runs(screen))
        fail_msg("the kiosk has ended at event %lu", event);
    if (!kiosk_is_neutral(screen, 24)) {
        screen_show(screen);
        fail_msg("nobody can leave at event %lu", event);
    }
    usleep(BURST_IS_OVER);
    screen_press(screen, " ");
    screen_wait_for(screen, KIOSK_FIRST);
    screen_settle(screen);
    screen_check_cursor(screen);
    if (!strstr(screen_row(screen, 23), "999")) {
        screen_show(screen);
        fail_msg("urgent help is gone at event %lu", event);
    }
    assert_false(screen_title_was_set(screen));
    screen_forget(screen);
}

static void nobody_gets_out_of_the_kiosk(void **state)
{
    (void)state;
    well = false;
    past.count = 0;
    first_seed = (uint32_t)number_of("SIGNPOST_TEST_SEED", 20261125);
    seed = first_seed ? first_seed : 1;
    unsigned long events = number_of("SIGNPOST_TEST_EVENTS", EVENTS / 4);
    struct screen *screen = kiosk_start("area: Falkirk\nkiosk:\n  languages: [en, cy, gd]\n  pin: 917356284\n  quiet: 20\n  warning: 5\n", (struct screen_setting){0});
    screen_make_roomy(screen);
    for (unsigned long event = 1; event <= events; event++) {
        send_event(screen);
        screen_take(screen, 0);
        if (event % BREATH == 0)
            screen_settle(screen);
        if (event % REST == 0)
            rest_in_the_kiosk(screen, event);
        if (event % (events / 20 + 1) == 0)
            fprintf(stderr, "# %lu of %lu\n", event, events);
        if (!screen_runs(screen)) {
            show_the_end_of_the_output(screen);
            fail_msg("the kiosk has ended by event %lu: %d", event, screen_wait_end(screen));
        }
    }
    rest_in_the_kiosk(screen, events);
    screen_stop(screen);
    well = true;
}

static int show_what_was_sent(void **state)
{
    (void)state;
    for (unsigned long i = past.count > REMEMBERED ? past.count - REMEMBERED : 0; !well && i < past.count; i++)
        fprintf(stderr, "# sent: %s\n", past.bytes[i % REMEMBERED]);
    if (!well)
        fprintf(stderr, "# by seed %lu\n", (unsigned long)first_seed);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    return access(folder, F_OK) == 0 ? nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS) : 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(nothing_breaks, show_what_was_sent),
        cmocka_unit_test_teardown(nobody_gets_out_of_the_kiosk, show_what_was_sent),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const char *only = getenv("SIGNPOST_TEST_ONLY");
    if (only)
        cmocka_set_test_filter(only);
    return cmocka_run_group_tests_name("random", tests, NULL, remove_folder);
}
