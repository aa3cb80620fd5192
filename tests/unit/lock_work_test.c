/* What a locked process goes on doing: all of its work. */
#include "config.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>
#include <poll.h>
#include <pthread.h>
#include <time.h>

#include "locked.h"
#include "read/watch.h"
#include "screen/reading.h"

enum { DEADLINE = 60000, BLOCK = 40 * 1024 * 1024 };

static const struct match_setting setting = {.today = {2026, 11, 24}, .near_miles = 30, .collate = strcoll};

static struct folder folder;
static char list[1024];
static int go[2];     /* a byte: the list may be changed */
static int answer[2]; /* a byte: it has been */

static void put_list(const char *path, int services)
{
    struct buffer table = {0};
    buffer_add_text(&table, "service,name,areas,summary\n");
    for (int i = 0; i < services; i++)
        buffer_format(&table, "s%d,Group %d,Falkirk,Somebody to talk to.\n", i, i);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(table.bytes, 1, table.length, file), table.length);
    assert_int_equal(fclose(file), 0);
    buffer_free(&table);
}

static struct load_request wish(void)
{
    static const char *path;
    path = list;
    return request_of(&path, 1);
}

/* How many services the list has, read in a thread as the screen does; -1 when it cannot be read. */
static int services_now(void)
{
    struct load_request request = wish();
    struct reading *reading = reading_start(&request, &setting);
    if (!reading)
        return -2;
    struct listing *listing = reading_end(reading);
    int count = listing->catalogue ? (int)listing->catalogue->service_count : -1;
    listing_free(listing);
    return count;
}

static int hear_and_read_again(void)
{
    const char *path = list;
    struct watch *watch = watch_open(&path, 1);
    struct pollfd waits[4];
    if (!watch || services_now() != 2)
        return 1;
    if (write(go[1], "c", 1) != 1)
        return 2;
    for (;;) {
        size_t count = watch_waits(watch, waits, 4);
        if (poll(waits, (nfds_t)count, DEADLINE) <= 0)
            return 3;
        /* A file that is put in place in two steps may be heard of twice. */
        if (watch_heard(watch) && services_now() == 3)
            break;
    }
    watch_close(watch);
    return 0;
}

/* The test's own process changes the list meanwhile, by putting another file in its place. */
static void a_changed_list_is_heard_of_and_read(void **state)
{
    (void)state;
    put_list(list, 2);
    assert_int_equal(pipe(go), 0);
    pid_t changer = fork();
    if (changer == 0) {
        char byte;
        char path[1100];
        close(go[1]);
        if (read(go[0], &byte, 1) != 1)
            _exit(1);
        snprintf(path, sizeof path, "%s.new", list);
        put_list(path, 3);
        _exit(rename(path, list) == 0 ? 0 : 2);
    }
    struct lock_got got;
    struct load_request request = wish();
    int status = in_a_locked_process(&(struct try){.request = &request, .act = hear_and_read_again}, &got);
    close(go[0]);
    close(go[1]);
    assert_int_equal(status, 0);
    assert_int_equal(waitpid(changer, &status, 0), changer);
    assert_int_equal(status, 0);
}

/* The list as signpost-fetch leaves it: a link, which leads to another folder after the lock. */
static int follow_the_link(void)
{
    if (services_now() != 2)
        return 1;
    char byte;
    if (write(go[1], "c", 1) != 1 || read(answer[0], &byte, 1) != 1)
        return 2;
    return services_now() == 3 ? 0 : 3;
}

static void a_link_that_leads_elsewhere_is_followed(void **state)
{
    (void)state;
    char before[1024];
    char next[1024];
    snprintf(before, sizeof before, "%s", list);
    assert_int_equal(mkdir(folder_path(&folder, "feed"), 0700), 0);
    assert_int_equal(mkdir(folder_path(&folder, "feed/1"), 0700), 0);
    assert_int_equal(mkdir(folder_path(&folder, "feed/2"), 0700), 0);
    put_list(folder_path(&folder, "feed/1/list.csv"), 2);
    put_list(folder_path(&folder, "feed/2/list.csv"), 3);
    snprintf(list, sizeof list, "%s", folder_path(&folder, "feed/current"));
    snprintf(next, sizeof next, "%s", folder_path(&folder, "feed/next"));
    assert_int_equal(symlink("1", list), 0);
    assert_int_equal(symlink("2", next), 0);
    assert_int_equal(pipe(go), 0);
    assert_int_equal(pipe(answer), 0);
    pid_t changer = fork();
    if (changer == 0) {
        char byte;
        close(go[1]);
        _exit(read(go[0], &byte, 1) == 1 && rename(next, list) == 0 && write(answer[1], "c", 1) == 1 ? 0 : 1);
    }
    struct lock_got got;
    struct load_request request = wish();
    int status = in_a_locked_process(&(struct try){.request = &request, .act = follow_the_link}, &got);
    for (int i = 0; i < 2; i++) {
        close(go[i]);
        close(answer[i]);
    }
    snprintf(list, sizeof list, "%s", before);
    assert_int_equal(status, 0);
    assert_int_equal(waitpid(changer, &status, 0), changer);
    assert_int_equal(status, 0);
}

static int large_memory(void)
{
    char *block = malloc(BLOCK);
    if (!block)
        return 1;
    memset(block, 'x', BLOCK);
    char *larger = realloc(block, (size_t)BLOCK * 2);
    if (!larger || larger[BLOCK - 1] != 'x')
        return 2;
    memset(larger + BLOCK, 'y', BLOCK);
    volatile char last = larger[(size_t)BLOCK * 2 - 1];
    free(larger);
    return last == 'y' ? 0 : 3;
}

static int time_and_place(void)
{
    time_t now = time(NULL);
    struct tm parts;
    struct timespec clock;
    bool good = now > 0 && localtime_r(&now, &parts) && clock_gettime(CLOCK_MONOTONIC, &clock) == 0 && mktime(&parts) == now;
    good = good && nanosleep(&(struct timespec){0, 1000000}, NULL) == 0;
    return good ? 0 : 1;
}

static int another_language(void)
{
    return setlocale(LC_ALL, "C.UTF-8") && setlocale(LC_MESSAGES, "C") ? 0 : 1;
}

static void *name_itself(void *data)
{
    prctl(PR_SET_NAME, "kiosk", 0UL, 0UL, 0UL);
    void *block = malloc(BLOCK);
    bool good = block != NULL;
    free(block);
    *(bool *)data = good;
    return NULL;
}

static int many_threads(void)
{
    for (int i = 0; i < 50; i++) {
        pthread_t thread;
        bool good = false;
        if (pthread_create(&thread, NULL, name_itself, &good) != 0 || pthread_join(thread, NULL) != 0 || !good)
            return 1;
    }
    return 0;
}

static int own_signals(void)
{
    static volatile sig_atomic_t heard;
    (void)heard;
    struct sigaction ignored = {.sa_handler = SIG_IGN};
    sigaction(SIGTERM, &ignored, NULL);
    return raise(SIGTERM) == 0 && kill(getpid(), SIGTERM) == 0 ? 0 : 1;
}

static void all_its_work_goes_on(void **state)
{
    (void)state;
    static int (*const acts[])(void) = {large_memory, time_and_place, another_language, many_threads, own_signals};
    struct lock_got got;
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        int status = in_a_locked_process(&(struct try){.act = acts[i]}, &got);
        if (status != 0)
            print_error("act %zu\n", i);
        assert_int_equal(status, 0);
    }
}

static int end_by_abort(void)
{
    abort();
}

static int end_by_reading_nothing(void)
{
    static char *volatile nothing;
    raise(SIGSEGV);
    return nothing == NULL ? 0 : 1;
}

static void a_crash_is_what_it_is(void **state)
{
    (void)state;
    struct lock_got got;
    int status = in_a_locked_process(&(struct try){.act = end_by_abort}, &got);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGABRT);
    assert_false(WCOREDUMP(status));
    status = in_a_locked_process(&(struct try){.act = end_by_reading_nothing}, &got);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGSEGV);
    assert_false(WCOREDUMP(status));
}

/* The environment as the kiosk finds it, and as it leaves it: 0 when that is right, else the number of what is not. */
static int look_at_environment(int open_before)
{
    static const char *const gone[] = {"HOME",    "TERMINFO",      "TERMINFO_DIRS",   "LINES",         "COLUMNS",       "ESCDELAY", "LD_PRELOAD",
                                       "LD_LIBRARY_PATH", "NCURSES_NO_UTF8_ACS", "MALLOC_PERTURB_", "GLIBC_TUNABLES", "EDITOR", "SIGNPOST_AREA",
                                       "SIGNPOST_CATALOGUE", "XDG_CONFIG_HOME", "LOCPATH", "LC_TIME", "SIGNPOST_LOCALE"};
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
        if (getenv(gone[i]))
            return (int)i + 1;
    if (strcmp(getenv("TERM"), "xterm-256color") != 0 || strcmp(getenv("LANG"), "cy_GB.UTF-8") != 0 || strcmp(getenv("LANGUAGE"), "cy:gd") != 0)
        return 50;
    if (strcmp(getenv("PATH"), "/usr/local/bin:/usr/bin:/bin") != 0 || strcmp(getenv("TZ"), ":/etc/localtime") != 0)
        return 51;
    if (strcmp(getenv("SIGNPOST_DATA"), "/usr/share/signpost") != 0 || strcmp(getenv("NCURSES_GPM_TERMS"), "none") != 0)
        return 52;
    if (write(open_before, "x", 1) >= 0)
        return 53;
    return 0;
}

static void little_is_left_of_the_environment(void **state)
{
    (void)state;
    static const char *const given[][2] = {
        {"HOME", "/root"}, {"TERMINFO", "/tmp"}, {"TERMINFO_DIRS", "/tmp"}, {"LINES", "5"}, {"COLUMNS", "5"}, {"ESCDELAY", "9999"}, {"LD_PRELOAD", "/tmp/x.so"},
        {"LD_LIBRARY_PATH", "/tmp"}, {"NCURSES_NO_UTF8_ACS", "1"}, {"NCURSES_GPM_TERMS", "linux"}, {"MALLOC_PERTURB_", "7"}, {"GLIBC_TUNABLES", "x=y"},
        {"EDITOR", "vi"}, {"SIGNPOST_AREA", "Falkirk"}, {"SIGNPOST_CATALOGUE", "/etc/passwd"}, {"XDG_CONFIG_HOME", "/tmp"}, {"LOCPATH", "/tmp"},
        {"TERM", "xterm-256color"}, {"LANG", "cy_GB.UTF-8"}, {"LANGUAGE", "cy:gd"}, {"LC_TIME", "../../tmp/x"}, {"TZ", "../../../tmp/zone"}, {"PATH", "/tmp"},
        {"SIGNPOST_DATA", "/usr/share/signpost"}, {"SIGNPOST_LOCALE", "tmp"},
    };
    pid_t process = fork();
    if (process == 0) {
        int open_before = dup(STDOUT_FILENO);
        for (size_t i = 0; i < sizeof given / sizeof *given; i++)
            setenv(given[i][0], given[i][1], 1);
        lock_clean_environment();
        _exit(look_at_environment(open_before));
    }
    int status = -1;
    assert_int_equal(waitpid(process, &status, 0), process);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_changed_list_is_heard_of_and_read),
        cmocka_unit_test(a_link_that_leads_elsewhere_is_followed),
        cmocka_unit_test(all_its_work_goes_on),
        cmocka_unit_test(a_crash_is_what_it_is),
        cmocka_unit_test(little_is_left_of_the_environment),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    folder = folder_new();
    snprintf(list, sizeof list, "%s", folder_path(&folder, "list.csv"));
    tzset();
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    folder_remove(folder.path);
    return failed;
}
