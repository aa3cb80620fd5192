/* The print helper of the kiosk, with scripts as printers and real signals. */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "command/lock.h"
#include "command/print_helper.h"
#include "command/print_helper_parts.h"
#include "reading.h"
#include "text/ticks.h"

enum {
    LONG_ENOUGH = 30, /* seconds, for whatever ends by itself */
    KILLS = 10,
};

static struct folder folder;

static bool yes(void *context)
{
    (void)context;
    return true;
}

/* Says yes so often. */
static bool some_times(void *context)
{
    int *left = context;
    return (*left)-- > 0;
}

static void rest(long milliseconds)
{
    nanosleep(&(struct timespec){milliseconds / 1000, milliseconds % 1000 * 1000000}, NULL);
}

/* A helper whose printer is a shell script, with the folder of the test as its $1. */
static struct print_helper *helper_for(const char *script, int seconds)
{
    const char *const words[] = {"sh", "-c", script, "printer", folder.path};
    struct print_helper *helper = print_helper_start(words, sizeof words / sizeof *words, seconds);
    assert_non_null(helper);
    return helper;
}

static bool print_text(const struct print_helper *helper, const char *text, size_t length, struct buffer *said)
{
    struct buffer sheet = {0};
    buffer_add(&sheet, text, length);
    buffer_clear(said);
    bool printed = print_helper_print(helper, &sheet, yes, NULL, said);
    buffer_free(&sheet);
    return printed;
}

/* What is in a file that a printer wrote; waits until there is something. */
static struct buffer written(const char *name)
{
    struct buffer content = {0};
    char bytes[4096];
    for (int64_t until = ticks_now() + LONG_ENOUGH * 1000; content.length == 0 && ticks_now() < until; rest(5)) {
        FILE *file = fopen(folder_path(&folder, name), "r");
        for (size_t length; file && (length = fread(bytes, 1, sizeof bytes, file)) > 0;)
            buffer_add(&content, bytes, length);
        if (file)
            fclose(file);
    }
    return content;
}

static pid_t written_process(const char *name)
{
    struct buffer content = written(name);
    pid_t process = (pid_t)strtol(buffer_text(&content), NULL, 10);
    buffer_free(&content);
    assert_true(process > 1);
    return process;
}

/* Waits until a process that may be nobody's child here has ended. */
static void expect_gone(pid_t process)
{
    int64_t until = ticks_now() + LONG_ENOUGH * 1000;
    while (kill(process, 0) == 0 && ticks_now() < until) {
        char path[64];
        char state = ' ';
        snprintf(path, sizeof path, "/proc/%ld/stat", (long)process);
        FILE *file = fopen(path, "r");
        if (file && fscanf(file, "%*d %*s %c", &state) == 1 && state == 'Z') {
            fclose(file);
            return;
        }
        if (file)
            fclose(file);
        rest(5);
    }
    assert_int_equal(kill(process, 0), -1);
}

static void a_sheet_arrives_as_it_was_made(void **state)
{
    (void)state;
    static const char text[] = "Jun\xC3\xB4 \xE2\x80\x93 meets\n\fpage two\n";
    struct print_helper *helper = helper_for("cat >\"$1/sheet\"", LONG_ENOUGH);
    struct buffer said = {0};
    for (int i = 0; i < 3; i++) {
        assert_true(print_text(helper, text, sizeof text - 1, &said));
        assert_int_equal(said.length, 0);
        struct buffer sheet = written("sheet");
        assert_string_equal(buffer_text(&sheet), text);
        buffer_free(&sheet);
    }
    print_helper_end(helper);
    buffer_free(&said);
}

static void the_longest_sheet_goes_and_a_longer_one_does_not(void **state)
{
    (void)state;
    struct print_helper *helper = helper_for("wc -c >\"$1/length\"", LONG_ENOUGH);
    struct buffer said = {0};
    char *text = malloc(PRINT_HELPER_MOST + 1);
    assert_non_null(text);
    memset(text, 'a', PRINT_HELPER_MOST + 1);
    assert_true(print_text(helper, text, PRINT_HELPER_MOST, &said));
    struct buffer length = written("length");
    assert_int_equal(strtol(buffer_text(&length), NULL, 10), PRINT_HELPER_MOST);
    assert_false(print_text(helper, text, PRINT_HELPER_MOST + 1, &said));
    assert_non_null(strstr(buffer_text(&said), "too long"));
    assert_true(print_text(helper, text, 1, &said));
    print_helper_end(helper);
    buffer_free(&said);
    buffer_free(&length);
    free(text);
}

static void what_is_no_text_is_not_printed(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t length;
    } refused[] = {
        {"\x1B[2J", 4}, {"a\0b", 3}, {"\xC3", 1}, {"a\rb\n", 4}, {"a\tb", 3}, {"\xC2\x9B", 2}, {"\xE2\x80\xAE" "abc", 6}, {"\xED\xA0\x80", 3}, {"\x7F", 1}, {"", 0},
    };
    struct print_helper *helper = helper_for("cat >>\"$1/refused\"", LONG_ENOUGH);
    struct buffer said = {0};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        assert_false(print_text(helper, refused[i].text, refused[i].length, &said));
        assert_non_null(strstr(buffer_text(&said), "not a sheet"));
    }
    assert_true(print_text(helper, "good\n", 5, &said));
    struct buffer all = written("refused");
    assert_string_equal(buffer_text(&all), "good\n");
    print_helper_end(helper);
    buffer_free(&said);
    buffer_free(&all);
}

static void the_program_gets_nothing_but_the_sheet(void **state)
{
    (void)state;
    /* But for the variables that the shell makes and those of the language. */
    struct print_helper *helper = helper_for(
        "exec >\"$1/surroundings\"; env | sed 's/=.*//' | grep -v -x -E 'PWD|OLDPWD|SHLVL|_|PATH|LANG|LANGUAGE|LC_.*|TZ'; "
        "ls /proc/$$/fd | sort -n | tr '\\n' ' '; ulimit -c; grep NoNewPrivs /proc/self/status; cat",
        LONG_ENOUGH);
    struct buffer said = {0};
    assert_true(print_text(helper, "sheet\n", 6, &said));
    struct buffer all = written("surroundings");
    assert_string_equal(buffer_text(&all), "0 1 2 0\nNoNewPrivs:\t1\nsheet\n");
    print_helper_end(helper);
    buffer_free(&said);
    buffer_free(&all);
}

static void what_the_printer_says_is_told_and_safe(void **state)
{
    (void)state;
    struct print_helper *helper = helper_for("cat >/dev/null; printf '\\033[2Jno paper\\nat all' >&2; exit 3", LONG_ENOUGH);
    struct buffer said = {0};
    assert_false(print_text(helper, "sheet\n", 6, &said));
    assert_non_null(strstr(buffer_text(&said), "no paper at all"));
    assert_null(strchr(buffer_text(&said), '\x1B'));
    assert_null(strchr(buffer_text(&said), '\n'));
    print_helper_end(helper);

    helper = helper_for("yes 'very long' | head -c 100000; exit 1", LONG_ENOUGH);
    assert_false(print_text(helper, "sheet\n", 6, &said));
    assert_in_range(said.length, 1, PRINT_ANSWER_MOST);
    print_helper_end(helper);

    const char *const missing[] = {"/there/is/no/such/program"};
    helper = print_helper_start(missing, 1, LONG_ENOUGH);
    assert_false(print_text(helper, "sheet\n", 6, &said));
    assert_non_null(strstr(buffer_text(&said), "there is no program"));
    print_helper_end(helper);
    buffer_free(&said);
}

static void a_slow_printer_is_ended(void **state)
{
    (void)state;
    struct print_helper *helper = helper_for("echo $$ >\"$1/slow\"; exec sleep 1000", 1);
    struct buffer said = {0};
    assert_false(print_text(helper, "sheet\n", 6, &said));
    assert_non_null(strstr(buffer_text(&said), "too long"));
    expect_gone(written_process("slow"));
    assert_false(print_text(helper, "again\n", 6, &said));
    assert_non_null(strstr(buffer_text(&said), "took too long"));
    print_helper_end(helper);
    buffer_free(&said);
}

static void printing_can_be_stopped_and_goes_on_afterwards(void **state)
{
    (void)state;
    struct print_helper *helper = helper_for("read line; [ \"$line\" = stay ] || exit 0; echo $$ >\"$1/stopped\"; trap '' TERM; exec sleep 1000", LONG_ENOUGH * 10);
    struct buffer said = {0};
    struct buffer sheet = {0};
    buffer_add_text(&sheet, "stay\n");
    for (int times = 0; times < 3; times++) {
        int left = times;
        buffer_clear(&said);
        assert_false(print_helper_print(helper, &sheet, some_times, &left, &said));
        assert_non_null(strstr(buffer_text(&said), "stopped"));
        assert_true(print_text(helper, "go\n", 3, &said));
    }
    print_helper_end(helper);
    buffer_free(&said);
    buffer_free(&sheet);
}

static void a_dead_helper_is_told_at_once(void **state)
{
    (void)state;
    struct print_helper *helper = helper_for("echo $PPID >\"$1/idle\"; cat >/dev/null", LONG_ENOUGH);
    struct buffer said = {0};
    assert_true(print_text(helper, "sheet\n", 6, &said));
    pid_t process = written_process("idle");
    kill(process, SIGKILL);
    assert_int_equal(waitpid(process, NULL, 0), process);
    for (int i = 0; i < 2; i++) {
        assert_false(print_text(helper, "sheet\n", 6, &said));
        assert_non_null(strstr(buffer_text(&said), "staff"));
    }
    print_helper_end(helper);

    /* In the middle of a sheet. */
    helper = helper_for("kill -9 $PPID; exec sleep 1000", LONG_ENOUGH);
    assert_false(print_text(helper, "sheet\n", 6, &said));
    assert_non_null(strstr(buffer_text(&said), "staff"));
    print_helper_end(helper);
    buffer_free(&said);
}

/* Stopped, it neither ends nor answers. */
static void a_helper_that_hangs_is_given_up(void **state)
{
    (void)state;
    struct print_helper *helper = helper_for("echo $PPID >\"$1/hangs\"; kill -STOP $PPID; cat >/dev/null", 1);
    struct buffer said = {0};
    assert_false(print_text(helper, "sheet\n", 6, &said));
    assert_non_null(strstr(buffer_text(&said), "staff"));
    pid_t process = written_process("hangs");
    kill(process, SIGCONT);
    print_helper_end(helper);
    assert_int_equal(waitpid(process, NULL, 0), process);
    buffer_free(&said);
}

static void killed_at_any_time_it_never_hangs_the_kiosk(void **state)
{
    (void)state;
    struct buffer said = {0};
    for (int i = 0; i < KILLS; i++) {
        struct print_helper *helper = helper_for("echo $PPID >\"$1/killed\"; cat >/dev/null", LONG_ENOUGH);
        remove(folder_path(&folder, "killed"));
        assert_true(print_text(helper, "sheet\n", 6, &said));
        pid_t process = written_process("killed");
        pid_t killer = fork();
        if (killer == 0) {
            nanosleep(&(struct timespec){0, i * 4000000L}, NULL);
            kill(process, SIGKILL);
            _exit(0);
        }
        bool printed = true;
        while (printed)
            printed = print_text(helper, "sheet\n", 6, &said);
        assert_non_null(strstr(buffer_text(&said), "staff"));
        print_helper_end(helper);
        assert_int_equal(waitpid(killer, NULL, 0), killer);
        assert_int_equal(waitpid(process, NULL, 0), process);
    }
    buffer_free(&said);
}

static void it_ends_with_the_kiosk_and_ends_the_program(void **state)
{
    (void)state;
    pid_t kiosk = fork();
    if (kiosk == 0) {
        struct print_helper *helper = helper_for("echo $PPID >\"$1/left\"; echo $$ >\"$1/left_printer\"; exec sleep 1000", LONG_ENOUGH * 10);
        struct buffer said = {0};
        print_text(helper, "sheet\n", 6, &said);
        _exit(1);
    }
    pid_t helper = written_process("left");
    pid_t printer = written_process("left_printer");
    kill(kiosk, SIGKILL);
    assert_int_equal(waitpid(kiosk, NULL, 0), kiosk);
    expect_gone(helper);
    expect_gone(printer);
}

/* What somebody who has taken over the kiosk's process could send. */
static void packets_of_garbage_are_refused(void **state)
{
    (void)state;
    static char packet[PRINT_HELPER_MOST + 100];
    const char *const words[] = {"sh", "-c", "cat >>\"$1/garbage\"", "printer", folder.path};
    int ends[2];
    assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends), 0);
    pid_t process = fork();
    if (process == 0)
        print_helper_live(&(struct print_work){.words = words, .count = 5, .seconds = LONG_ENOUGH, .orders = ends[1]});
    close(ends[1]);
    static const struct {
        uint32_t claimed;
        size_t sent; /* behind the head; or less than it */
    } wrong[] = {{5, 4}, {4, 5}, {0, 3}, {PRINT_HELPER_MOST + 1, PRINT_HELPER_MOST + 1}, {PRINT_HELPER_MOST + 50, PRINT_HELPER_MOST + 50},
                 {UINT32_MAX, 8}, {UINT32_MAX, PRINT_HELPER_MOST + 80}};
    struct {
        struct print_answer head;
        char said[PRINT_ANSWER_MOST];
    } answer;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct print_order order = {.number = (uint32_t)i + 1, .length = wrong[i].claimed};
        memset(packet, 'x', sizeof packet);
        memcpy(packet, &order, sizeof order);
        assert_int_equal(write(ends[0], packet, sizeof order + wrong[i].sent), sizeof order + wrong[i].sent);
        assert_true(read(ends[0], &answer, sizeof answer) > (ssize_t)sizeof answer.head);
        assert_int_equal(answer.head.number, i + 1);
        assert_int_equal(answer.head.printed, 0);
    }
    assert_int_equal(write(ends[0], "abc", 3), 3);
    assert_int_equal(read(ends[0], &answer, sizeof answer), sizeof answer.head);
    assert_int_equal(answer.head.number, 0);
    /* A wish to stop what is over is no order; after all that a good sheet is printed. */
    struct print_order stop = {.number = 77};
    assert_int_equal(write(ends[0], &stop, sizeof stop), sizeof stop);
    struct print_order good = {.number = 78, .length = 5};
    memcpy(packet, &good, sizeof good);
    memcpy(packet + sizeof good, "good\n", 5);
    assert_int_equal(write(ends[0], packet, sizeof good + 5), sizeof good + 5);
    assert_int_equal(read(ends[0], &answer, sizeof answer), sizeof answer.head);
    assert_int_equal(answer.head.number, 78);
    assert_int_equal(answer.head.printed, 1);
    struct buffer all = written("garbage");
    assert_string_equal(buffer_text(&all), "good\n");
    buffer_free(&all);
    close(ends[0]);
    int status = -1;
    assert_int_equal(waitpid(process, &status, 0), process);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

/* A second order while the first is being printed comes from no kiosk of ours. */
static void a_second_order_ends_the_helper(void **state)
{
    (void)state;
    const char *const words[] = {"sh", "-c", "echo $$ >\"$1/first\"; exec sleep 1000", "printer", folder.path};
    int ends[2];
    assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends), 0);
    pid_t process = fork();
    if (process == 0)
        print_helper_live(&(struct print_work){.words = words, .count = 5, .seconds = LONG_ENOUGH * 10, .orders = ends[1]});
    close(ends[1]);
    struct {
        struct print_order head;
        char text[4];
    } order = {{.number = 1, .length = 4}, "abc\n"};
    assert_int_equal(write(ends[0], &order, sizeof order), sizeof order);
    pid_t printer = written_process("first");
    assert_int_equal(write(ends[0], &order, sizeof order), sizeof order);
    int status = -1;
    assert_int_equal(waitpid(process, &status, 0), process);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    expect_gone(printer);
    close(ends[0]);
}

static void a_locked_kiosk_prints(void **state)
{
    (void)state;
    pid_t kiosk = fork();
    if (kiosk == 0) {
        struct print_helper *helper = helper_for("read line; [ \"$line\" != fail ] || { echo broken; exit 1; }; cat >\"$1/locked\"; echo done >>\"$1/locked\"", LONG_ENOUGH);
        struct buffer said = {0};
        struct lock_got got;
        lock_now(&(struct lock_wish){0}, &got);
        bool good = print_text(helper, "sheet\n", 6, &said);
        good = !print_text(helper, "fail\n", 5, &said) && strstr(buffer_text(&said), "broken") && good;
        _exit(good ? 0 : 1);
    }
    int status = -1;
    assert_int_equal(waitpid(kiosk, &status, 0), kiosk);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    struct buffer sheet = written("locked");
    assert_string_equal(buffer_text(&sheet), "done\n");
    buffer_free(&sheet);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sheet_arrives_as_it_was_made),
        cmocka_unit_test(the_longest_sheet_goes_and_a_longer_one_does_not),
        cmocka_unit_test(what_is_no_text_is_not_printed),
        cmocka_unit_test(the_program_gets_nothing_but_the_sheet),
        cmocka_unit_test(what_the_printer_says_is_told_and_safe),
        cmocka_unit_test(a_slow_printer_is_ended),
        cmocka_unit_test(printing_can_be_stopped_and_goes_on_afterwards),
        cmocka_unit_test(a_dead_helper_is_told_at_once),
        cmocka_unit_test(a_helper_that_hangs_is_given_up),
        cmocka_unit_test(killed_at_any_time_it_never_hangs_the_kiosk),
        cmocka_unit_test(it_ends_with_the_kiosk_and_ends_the_program),
        cmocka_unit_test(packets_of_garbage_are_refused),
        cmocka_unit_test(a_second_order_ends_the_helper),
        cmocka_unit_test(a_locked_kiosk_prints),
    };
    /* As the kiosk does before it starts the helper. */
    cmocka_set_message_output(CM_OUTPUT_TAP);
    folder = folder_new();
    lock_clean_environment();
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    folder_remove(folder.path);
    return failed;
}
