/* Changes to files are heard of, whatever way they are made, and nothing else is. */
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/watch.h"
#include "reading.h"

enum { WAITS_MOST = 4, DEADLINE = 10000, QUIET = 100 }; /* milliseconds */

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

/* Waits for so many milliseconds, and gives whether something was heard that matters. Then takes what else is there. */
static bool hears(struct watch *watch, int milliseconds)
{
    struct pollfd waits[WAITS_MOST];
    size_t count = watch_waits(watch, waits, WAITS_MOST);
    bool heard = false;
    while (poll(waits, count, heard ? 0 : milliseconds) > 0)
        heard = watch_heard(watch) || heard;
    return heard;
}

static struct watch *watch_one(const char *path)
{
    struct watch *watch = watch_open(&path, 1);
    if (watch == NULL) {
        print_message("# skipped: the system tells of no changes\n");
        skip();
    }
    assert_false(hears(watch, QUIET));
    return watch;
}

static void expect_heard(struct watch *watch)
{
    assert_true(hears(watch, DEADLINE));
    assert_false(hears(watch, QUIET));
}

static void a_file_is_written_replaced_deleted_and_made_again(void **state)
{
    (void)state;
    const char *path = folder_put_text(&folder, "list.yaml", "one");
    struct watch *watch = watch_one(path);
    folder_put_text(&folder, "list.yaml", "two");
    expect_heard(watch);
    const char *draft = folder_put_text(&folder, "list.yaml.new", "three");
    assert_false(hears(watch, QUIET));
    assert_int_equal(rename(draft, path), 0);
    expect_heard(watch);
    /* What came under the name is heard of too. */
    folder_put_text(&folder, "list.yaml", "four");
    expect_heard(watch);
    assert_int_equal(unlink(path), 0);
    expect_heard(watch);
    folder_put_text(&folder, "list.yaml", "five");
    expect_heard(watch);
    assert_int_equal(chmod(path, 0400), 0);
    expect_heard(watch);
    watch_close(watch);
}

static void other_files_are_passed_over(void **state)
{
    (void)state;
    struct watch *watch = watch_one(folder_put_text(&folder, "mine.yaml", "one"));
    folder_put_text(&folder, ".mine.yaml.swp", "x");
    folder_put_text(&folder, "mine.yaml~", "x");
    folder_put_text(&folder, "yours.yaml", "x");
    unlink(folder_path(&folder, "yours.yaml"));
    assert_false(hears(watch, QUIET));
    watch_close(watch);
}

static void a_file_that_is_read_is_not_changed(void **state)
{
    (void)state;
    const char *path = folder_put_text(&folder, "read.yaml", "one");
    struct watch *watch = watch_one(path);
    size_t length;
    free(slurp(path, &length));
    assert_false(hears(watch, QUIET));
    watch_close(watch);
}

static void a_folder_and_what_is_in_it(void **state)
{
    (void)state;
    const char *path = folder_path(&folder, "lists");
    assert_int_equal(mkdir(path, 0700), 0);
    folder_put_text(&folder, "lists/a.yaml", "one");
    struct watch *watch = watch_one(path);
    folder_put_text(&folder, "lists/a.yaml", "two");
    expect_heard(watch);
    folder_put_text(&folder, "lists/b.csv", "x");
    expect_heard(watch);
    folder_put_text(&folder, "lists/readme.txt", "x");
    folder_put_text(&folder, "lists/.hidden.yaml", "x");
    assert_false(hears(watch, QUIET));
    assert_int_equal(mkdir(folder_path(&folder, "lists/more"), 0700), 0);
    expect_heard(watch);
    folder_put_text(&folder, "lists/more/c.yml", "x");
    expect_heard(watch);
    watch_close(watch);
}

static void a_folder_on_the_way_goes_and_comes_back(void **state)
{
    (void)state;
    assert_int_equal(mkdir(folder_path(&folder, "disk"), 0700), 0);
    assert_int_equal(mkdir(folder_path(&folder, "disk/lists"), 0700), 0);
    const char *path = folder_put_text(&folder, "disk/lists/list.yaml", "one");
    struct watch *watch = watch_one(path);
    assert_int_equal(rename(folder_path(&folder, "disk"), folder_path(&folder, "away")), 0);
    expect_heard(watch);
    /* What has gone away is no business of ours any more. */
    folder_put_text(&folder, "away/lists/list.yaml", "two");
    assert_false(hears(watch, QUIET));
    assert_int_equal(mkdir(folder_path(&folder, "disk"), 0700), 0);
    expect_heard(watch);
    assert_int_equal(mkdir(folder_path(&folder, "disk/lists"), 0700), 0);
    expect_heard(watch);
    folder_put_text(&folder, "disk/lists/list.yaml", "three");
    expect_heard(watch);
    folder_put_text(&folder, "disk/lists/list.yaml", "four");
    expect_heard(watch);
    watch_close(watch);
}

static void a_link_is_followed_and_may_be_turned(void **state)
{
    (void)state;
    assert_int_equal(mkdir(folder_path(&folder, "old"), 0700), 0);
    assert_int_equal(mkdir(folder_path(&folder, "new"), 0700), 0);
    folder_put_text(&folder, "old/list.yaml", "one");
    folder_put_text(&folder, "new/list.yaml", "two");
    assert_int_equal(symlink("old", folder_path(&folder, "current")), 0);
    assert_int_equal(symlink("current/../current/list.yaml", folder_path(&folder, "linked.yaml")), 0);
    struct watch *watch = watch_one(folder_path(&folder, "linked.yaml"));
    folder_put_text(&folder, "old/list.yaml", "three");
    expect_heard(watch);
    assert_int_equal(symlink("new", folder_path(&folder, "next")), 0);
    assert_int_equal(rename(folder_path(&folder, "next"), folder_path(&folder, "current")), 0);
    expect_heard(watch);
    folder_put_text(&folder, "new/list.yaml", "four");
    expect_heard(watch);
    folder_put_text(&folder, "old/list.yaml", "five");
    assert_false(hears(watch, QUIET));
    watch_close(watch);
}

static void links_in_a_circle_end(void **state)
{
    (void)state;
    assert_int_equal(symlink("circle.yaml", folder_path(&folder, "circle.yaml")), 0);
    struct watch *watch = watch_one(folder_path(&folder, "circle.yaml"));
    assert_int_equal(unlink(folder_path(&folder, "circle.yaml")), 0);
    expect_heard(watch);
    watch_close(watch);
}

/* A few more than the system keeps for one who does not read them. */
static int most_events(void)
{
    FILE *file = fopen("/proc/sys/fs/inotify/max_queued_events", "r");
    int most = 16384;
    if (file != NULL && fscanf(file, "%d", &most) != 1)
        most = 16384;
    if (file != NULL)
        fclose(file);
    return most < 100000 ? most + 10 : 100000;
}

static void more_changes_than_the_system_remembers(void **state)
{
    (void)state;
    const char *path = folder_put_text(&folder, "busy.yaml", "");
    struct watch *watch = watch_one(path);
    const char *other = folder_put_text(&folder, "other.yaml", "");
    /* Two in turn, for of the same event twice in a row the second is dropped. */
    for (int i = 0; i < most_events(); i++)
        assert_int_equal(chmod(i % 2 == 0 ? path : other, i % 3 == 0 ? 0600 : 0644), 0);
    expect_heard(watch);
    folder_put_text(&folder, "busy.yaml", "more");
    expect_heard(watch);
    watch_close(watch);
}

static void paths_of_all_kinds(void **state)
{
    (void)state;
    char wide[2000];
    memset(wide, 'x', sizeof wide - 1);
    wide[sizeof wide - 1] = '\0';
    const char *paths[] = {"-", "", ".", "./.", wide, "/nonexistent/a/b.yaml", folder.path, "relative.yaml"};
    assert_int_equal(chdir(folder.path), 0);
    struct watch *watch = watch_open(paths, sizeof paths / sizeof *paths);
    if (watch != NULL)
        watch_heard(watch);
    watch_close(watch);
    watch_close(watch_open(paths, 0));
    watch_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_written_replaced_deleted_and_made_again),
        cmocka_unit_test(other_files_are_passed_over),
        cmocka_unit_test(a_file_that_is_read_is_not_changed),
        cmocka_unit_test(a_folder_and_what_is_in_it),
        cmocka_unit_test(a_folder_on_the_way_goes_and_comes_back),
        cmocka_unit_test(a_link_is_followed_and_may_be_turned),
        cmocka_unit_test(links_in_a_circle_end),
        cmocka_unit_test(more_changes_than_the_system_remembers),
        cmocka_unit_test(paths_of_all_kinds),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("watch", tests, make_folder, remove_folder);
}
