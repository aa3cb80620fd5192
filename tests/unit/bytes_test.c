/* Files as they are met: text, and everything that is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <errno.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>

#include "read/bytes.h"
#include "reading.h"

static struct folder folder;

static int make_folder(void **state)
{
    (void)state;
    folder = folder_new();
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    folder_remove(folder.path);
    return 0;
}

static void assert_reads(const char *path, const char *text, size_t length, bool had_mark)
{
    struct problems *problems = problems_new();
    struct bytes bytes;
    assert_true(bytes_read(path, &bytes, problems));
    assert_int_equal(problems_count(problems), 0);
    assert_int_equal(bytes.length, length);
    assert_memory_equal(bytes.text, text, length);
    assert_int_equal(bytes.text[length], '\0');
    assert_int_equal(bytes.had_mark, had_mark);
    bytes_free(&bytes);
    assert_null(bytes.text);
    problems_free(problems);
}

/* Refused with this name, the path in its sentence and the words. */
static void assert_refused(const char *path, const char *name, const char *words)
{
    struct problems *problems = problems_new();
    struct bytes bytes;
    assert_false(bytes_read(path, &bytes, problems));
    assert_null(bytes.text);
    const struct problem *problem = only_problem(problems, PROBLEM_ERROR, name);
    assert_string_equal(problem->where.file, path);
    assert_int_equal(problem->where.line, 0);
    if (strstr(problem->sentence, path) == NULL || strstr(problem->sentence, words) == NULL)
        fail_msg("\"%s\" should name %s and say \"%s\"", problem->sentence, path, words);
    problems_free(problems);
}

static void test_reads_text(void **state)
{
    (void)state;
    static const char text[] = "services:\r\n  - name: Caf\xC3\xA9\n";
    assert_reads(folder_put_text(&folder, "a.yaml", text), text, sizeof text - 1, false);
    assert_reads(folder_put_text(&folder, "empty", ""), "", 0, false);
}

static void test_takes_the_mark_away(void **state)
{
    (void)state;
    assert_reads(folder_put_text(&folder, "mark.csv", "\xEF\xBB\xBFservice,name\n"), "service,name\n", 13, true);
    assert_reads(folder_put_text(&folder, "only.csv", "\xEF\xBB\xBF"), "", 0, true);
    assert_reads(folder_put_text(&folder, "half.csv", "\xEF\xBB"), "\xEF\xBB", 2, false);
}

/* Around the size of what is looked at first, the end of the file must be seen and no byte lost. */
static void test_reads_every_size(void **state)
{
    (void)state;
    static const size_t sizes[] = {1, 65533, 65534, 65535, 65536, 65537, 65539, 131072, 300001};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        char *text = malloc(sizes[i] + 3);
        assert_non_null(text);
        memcpy(text, "\xEF\xBB\xBF", 3);
        for (size_t at = 0; at < sizes[i]; at++)
            text[3 + at] = (char)('a' + at * 7 % 26);
        assert_reads(folder_put(&folder, "size", text + 3, sizes[i]), text + 3, sizes[i], false);
        assert_reads(folder_put(&folder, "size", text, sizes[i] + 3), text + 3, sizes[i], true);
        free(text);
    }
}

/* The system says that it has no bytes, but it has. */
static void test_reads_what_grows(void **state)
{
    (void)state;
    struct problems *problems = problems_new();
    struct bytes bytes;
    if (access("/proc/self/status", R_OK) != 0) {
        print_message("# skipped: there is no /proc here\n");
        problems_free(problems);
        skip();
    }
    assert_true(bytes_read("/proc/self/status", &bytes, problems));
    assert_non_null(strstr(bytes.text, "Name:"));
    bytes_free(&bytes);
    problems_free(problems);
}

static void test_refuses_what_is_not_there(void **state)
{
    (void)state;
    assert_refused(folder_path(&folder, "nowhere.yaml"), "missing", "no file or folder");
    folder_put_text(&folder, "file", "x");
    assert_refused(folder_path(&folder, "file/inside.yaml"), "missing", "no file or folder");
    assert_int_equal(symlink("nowhere.yaml", folder_path(&folder, "dangling")), 0);
    assert_refused(folder_path(&folder, "dangling"), "missing", "no file or folder");
}

/* The superuser may read everything, so it becomes somebody else for a moment. */
static void test_refuses_what_may_not_be_read(void **state)
{
    (void)state;
    enum { NOBODY = 65534 };
    uid_t user = geteuid();
    const char *path = folder_put_text(&folder, "secret.yaml", "x: y\n");
    assert_int_equal(chmod(path, 0), 0);
    assert_int_equal(chmod(folder.path, 0711), 0);
    if (user == 0 && (seteuid(NOBODY) != 0 || access(folder.path, F_OK) != 0)) {
        print_message("# skipped: the superuser may read everything\n");
        skip();
    }
    assert_refused(path, "unreadable", "may not be read");
    assert_int_equal(seteuid(user), 0);
}

static void test_refuses_what_is_no_file(void **state)
{
    (void)state;
    assert_refused(folder.path, "not-a-file", "folder");
    assert_int_equal(mkfifo(folder_path(&folder, "pipe.csv"), 0600), 0);
    assert_refused(folder_path(&folder, "pipe.csv"), "not-a-file", "pipe");
    assert_refused("/dev/null", "not-a-file", "device");
    assert_refused("/dev/zero", "not-a-file", "device");
}

static void test_refuses_a_socket(void **state)
{
    (void)state;
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    const char *path = folder_path(&folder, "socket");
    if (strlen(path) >= sizeof address.sun_path) {
        print_message("# skipped: the path of the folder is too long for a socket\n");
        skip();
    }
    memcpy(address.sun_path, path, strlen(path) + 1);
    int listening = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_true(listening >= 0);
    assert_int_equal(bind(listening, (struct sockaddr *)&address, sizeof address), 0);
    assert_refused(path, "not-a-file", "socket");
    close(listening);
}

static void test_refuses_other_encodings(void **state)
{
    (void)state;
    assert_refused(folder_put(&folder, "a", "\xFF\xFEs\0e\0", 6), "encoding", "UTF-16");
    assert_refused(folder_put(&folder, "b", "\xFE\xFF\0s\0e", 6), "encoding", "UTF-16");
    assert_refused(folder_put(&folder, "c", "\xFF\xFE\0\0s\0\0\0", 8), "encoding", "UTF-32");
    assert_refused(folder_put(&folder, "d", "\0\0\xFE\xFF\0\0\0s", 8), "encoding", "UTF-32");
    /* Without a mark it looks like what it is not: text. */
    assert_refused(folder_put(&folder, "e", "s\0e\0r\0", 6), "not-text", "NUL byte");
}

static const char *put_hole(const char *name, off_t size)
{
    const char *path = folder_put_text(&folder, name, "");
    assert_int_equal(truncate(path, size), 0);
    return path;
}

static void test_refuses_what_is_no_text(void **state)
{
    (void)state;
    assert_refused(folder_put(&folder, "elf", "\x7F""ELF\x02\x01\x01\0\0\0", 10), "not-text", "NUL byte");
    /* A gigabyte of nothing is refused by its first bytes: its memory is never asked for. */
    assert_refused(put_hole("hole.yaml", (off_t)1 << 30), "not-text", "NUL byte");
    assert_refused(put_hole("larger.yaml", ((off_t)1 << 30) + 1), "too-large", "1024 MB");
    assert_refused(put_hole("huge.csv", (off_t)1 << 34), "too-large", "1024 MB");
}

/* Runs the reading of standard input with another file in its place. */
static void with_input(int descriptor, void (*check)(void))
{
    int kept = dup(STDIN_FILENO);
    assert_true(dup2(descriptor, STDIN_FILENO) >= 0);
    close(descriptor);
    check();
    assert_true(dup2(kept, STDIN_FILENO) >= 0);
    close(kept);
}

enum { PIPED = 300000 }; /* more than a pipe holds */

static void check_piped(void)
{
    struct problems *problems = problems_new();
    struct bytes bytes;
    assert_true(bytes_read("-", &bytes, problems));
    assert_int_equal(bytes.length, PIPED);
    for (size_t i = 0; i < PIPED; i++)
        assert_int_equal(bytes.text[i], 'a' + (char)(i % 26));
    bytes_free(&bytes);
    problems_free(problems);
}

/* A writer that is slower than the reader, and a pipe that says "not now" rather than wait. */
static void test_reads_a_pipe_as_input(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
    pid_t writer = fork();
    assert_true(writer >= 0);
    if (writer == 0) {
        close(ends[0]);
        for (size_t i = 0; i < PIPED; i++) {
            char letter = (char)('a' + i % 26);
            if (write(ends[1], &letter, 1) != 1)
                _exit(1);
        }
        _exit(0);
    }
    close(ends[1]);
    with_input(ends[0], check_piped);
    int status = -1;
    assert_int_equal(waitpid(writer, &status, 0), writer);
    assert_int_equal(status, 0);
}

static void check_folder(void)
{
    assert_refused("-", "not-a-file", "folder");
}

static void test_refuses_a_folder_as_input(void **state)
{
    (void)state;
    int descriptor = open(folder.path, O_RDONLY);
    assert_true(descriptor >= 0);
    with_input(descriptor, check_folder);
}

static void test_leaves_no_file_open(void **state)
{
    (void)state;
    int before = dup(STDIN_FILENO);
    close(before);
    assert_reads(folder_put_text(&folder, "again", "x"), "x", 1, false);
    assert_refused(folder_put(&folder, "nul", "\0", 1), "not-text", "NUL byte");
    assert_refused(folder.path, "not-a-file", "folder");
    int after = dup(STDIN_FILENO);
    close(after);
    assert_int_equal(before, after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_text),
        cmocka_unit_test(test_takes_the_mark_away),
        cmocka_unit_test(test_reads_every_size),
        cmocka_unit_test(test_reads_what_grows),
        cmocka_unit_test(test_refuses_what_is_not_there),
        cmocka_unit_test(test_refuses_what_may_not_be_read),
        cmocka_unit_test(test_refuses_what_is_no_file),
        cmocka_unit_test(test_refuses_a_socket),
        cmocka_unit_test(test_refuses_other_encodings),
        cmocka_unit_test(test_refuses_what_is_no_text),
        cmocka_unit_test(test_reads_a_pipe_as_input),
        cmocka_unit_test(test_refuses_a_folder_as_input),
        cmocka_unit_test(test_leaves_no_file_open),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
