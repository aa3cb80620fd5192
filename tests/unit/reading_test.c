/* A list is read in a thread of its own: whole, in part, or for nobody. */
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "loading.h"
#include "screen/reading.h"

enum { SERVICES = 20000, DEADLINE = 60000 }; /* milliseconds */

static const struct match_setting setting = {.today = {2026, 11, 24}, .near_miles = 30, .collate = strcoll};

static const char *long_list(void)
{
    static const char *path;
    struct buffer table = {0};
    if (path)
        return path;
    buffer_add_text(&table, "service,name,areas,summary\n");
    for (size_t i = 0; i < SERVICES; i++)
        buffer_format(&table, "s%zu,Group %zu,Falkirk,Somebody to talk to and a cup of tea.\n", i, i);
    static char kept[1024];
    snprintf(kept, sizeof kept, "%s", folder_put(&folder, "long.csv", table.bytes, table.length));
    buffer_free(&table);
    return path = kept;
}

static struct reading *start(const char *path)
{
    const char *paths[] = {path};
    struct load_request request = request_of(paths, 1);
    struct reading *reading = reading_start(&request, &setting);
    /* It has a copy of everything. */
    paths[0] = NULL;
    assert_non_null(reading);
    return reading;
}

static void wait_for_end(struct reading *reading)
{
    struct load_progress progress = {0};
    size_t before = 0;
    while (!reading_ask(reading, &progress)) {
        assert_true(progress.bytes_done >= before && progress.bytes_done <= progress.bytes_all);
        before = progress.bytes_done;
        struct pollfd wait = {.fd = reading_descriptor(reading), .events = POLLIN};
        assert_int_equal(poll(&wait, 1, DEADLINE), 1);
    }
}

static void a_whole_list(void **state)
{
    (void)state;
    struct reading *reading = start(long_list());
    wait_for_end(reading);
    struct listing *listing = reading_end(reading);
    assert_false(listing->catalogue->part);
    assert_int_equal(listing->catalogue->service_count, SERVICES);
    struct need *need = need_new();
    assert_true(need_parse(need, matcher_need_setting(listing->matcher), "in:Falkirk", NULL));
    size_t counts[VERDICT_COUNT];
    matcher_count(listing->matcher, need, counts);
    assert_int_equal(counts[VERDICT_ASK], SERVICES);
    need_free(need);
    listing_free(listing);
}

static void a_list_that_is_stopped_is_a_part(void **state)
{
    (void)state;
    struct reading *reading = start(long_list());
    reading_stop(reading);
    wait_for_end(reading);
    struct listing *listing = reading_end(reading);
    assert_true(listing->catalogue == NULL || listing->catalogue->part);
    listing_free(listing);
}

static void a_list_that_cannot_be_read_says_why(void **state)
{
    (void)state;
    struct reading *reading = start(folder_path(&folder, "none.yaml"));
    struct listing *listing = reading_end(reading); /* waits */
    assert_null(listing->catalogue);
    assert_null(listing->matcher);
    only_problem(listing->problems, PROBLEM_ERROR, "missing");
    listing_free(listing);
}

static void nobody_need_wait(void **state)
{
    (void)state;
    reading_leave(NULL);
    for (int i = 0; i < 8; i++)
        reading_leave(start(i % 2 == 0 ? long_list() : folder_path(&folder, "none.yaml")));
    struct reading *ended = start(folder_path(&folder, "none.yaml"));
    wait_for_end(ended);
    reading_leave(ended);
}

static void several_at_once(void **state)
{
    (void)state;
    struct reading *readings[4];
    for (int i = 0; i < 4; i++)
        readings[i] = start(long_list());
    for (int i = 0; i < 4; i++) {
        struct listing *listing = reading_end(readings[i]);
        assert_int_equal(listing->catalogue->service_count, SERVICES);
        listing_free(listing);
    }
}

static struct listing *listing_with(const char *text)
{
    const char *path = folder_put_text(&folder, "small.yaml", text);
    struct load_request request = request_of(&path, 1);
    request.allow_empty = true;
    return listing_read(&request, &setting);
}

static void mistakes_are_new_or_old_wherever_they_stand(void **state)
{
    (void)state;
    struct listing *before = listing_with("services:\n  - {id: A, name: A}\n  - {id: b, name: B}\n");
    struct listing *moved = listing_with("# A line more.\nservices:\n\n  - {id: b, name: B}\n  - {id: A, name: A}\n");
    assert_false(listing_mark_fresh(moved, before->problems));
    assert_int_equal(listing_shown(moved), 1);
    assert_int_equal(listing_fresh(moved), 0);
    assert_false(listing_lacks(moved, before->catalogue));
    struct listing *worse = listing_with("services:\n  - {id: A, name: A}\n  - {id: B, name: B}\n");
    assert_true(listing_mark_fresh(worse, before->problems));
    assert_int_equal(listing_shown(worse), 2);
    assert_int_equal(listing_fresh(worse), 1);
    assert_false(listing_is_fresh(worse, 0));
    assert_true(listing_is_fresh(worse, 1));
    assert_true(listing_lacks(worse, before->catalogue));
    /* The same mistake a second time is a new one; a warning is shown when it is new. */
    struct listing *twice = listing_with("services:\n  - {id: b, name: B, colour: red}\n  - {id: A, name: A}\n  - {id: A, name: A}\n");
    assert_true(listing_mark_fresh(twice, before->problems));
    assert_int_equal(listing_fresh(twice), 2);
    assert_false(listing_lacks(twice, before->catalogue));
    assert_false(listing_mark_fresh(before, twice->problems));
    assert_int_equal(listing_shown(before), 1);
    listing_free(before);
    listing_free(moved);
    listing_free(worse);
    listing_free(twice);
}

#define test(function) cmocka_unit_test_setup(function, need_data)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(a_whole_list),
        test(a_list_that_is_stopped_is_a_part),
        test(a_list_that_cannot_be_read_says_why),
        test(nobody_need_wait),
        test(several_at_once),
        test(mistakes_are_new_or_old_wherever_they_stand),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("reading", tests, make_folder, remove_folder);
}
