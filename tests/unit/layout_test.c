/* The layout: at every size everything has its place, inside the screen and apart from all else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "screen/layout.h"

static bool overlap(struct area one, struct area other)
{
    return one.row < other.row + other.rows && other.row < one.row + one.rows && one.column < other.column + other.columns &&
           other.column < one.column + one.columns;
}

static bool is_inside(struct area area, int rows, int columns)
{
    return area.row >= 0 && area.column >= 0 && area.rows >= 0 && area.columns >= 0 && area.row + area.rows <= rows && area.column + area.columns <= columns;
}

static void check(int rows, int columns, enum pane focus, int top_rows)
{
    struct layout layout = layout_for(rows, columns, focus, top_rows);
    struct area areas[8];
    size_t count = 0;
    areas[count++] = layout.top;
    areas[count++] = layout.hints;
    areas[count++] = layout.urgent;
    for (int pane = 0; pane < PANE_COUNT; pane++)
        if (layout.pane[pane].rows > 0)
            areas[count++] = layout.pane[pane];
    if (layout.tall) {
        areas[count++] = layout.search;
        areas[count++] = layout.notice;
    }
    for (size_t i = 0; i < count; i++) {
        if (!is_inside(areas[i], rows, columns))
            fail_msg("%d by %d: area %zu is not inside", columns, rows, i);
        for (size_t j = i + 1; j < count; j++)
            if (overlap(areas[i], areas[j]))
                fail_msg("%d by %d: areas %zu and %zu overlap", columns, rows, i, j);
    }
}

static void everything_is_inside_and_apart_at_every_size(void **state)
{
    (void)state;
    for (int rows = 0; rows <= 120; rows++)
        for (int columns = 0; columns <= 260; columns++)
            for (int pane = 0; pane < PANE_COUNT; pane++)
                for (int top = 1; top <= 3; top++)
                    check(rows, columns, (enum pane)pane, top);
    check(500, 200, PANE_ANSWERS, 1);
    check(32767, 32767, PANE_ENTRY, 2);
}

static void the_parts_follow_from_the_columns(void **state)
{
    (void)state;
    for (int columns = 40; columns <= 220; columns++)
        for (int pane = 0; pane < PANE_COUNT; pane++) {
            struct layout layout = layout_for(24, columns, (enum pane)pane, 1);
            int shown = 0;
            for (int i = 0; i < PANE_COUNT; i++)
                shown += layout.pane[i].rows > 0;
            assert_false(layout.too_small);
            assert_int_equal(shown, columns >= 100 ? 3 : columns >= 60 ? 2 : 1);
            assert_int_equal(layout.panes, shown);
            assert_true(layout.pane[pane].rows > 0); /* where the person is, is in view */
        }
}

static void the_least_size_is_forty_by_twelve(void **state)
{
    (void)state;
    struct layout least = layout_for(12, 40, PANE_ANSWERS, 1);
    assert_false(least.too_small);
    assert_true(least.pane[PANE_ANSWERS].rows >= 8);
    assert_true(layout_for(11, 40, PANE_ANSWERS, 1).too_small);
    assert_true(layout_for(12, 39, PANE_ANSWERS, 1).too_small);
    assert_true(layout_for(11, 300, PANE_ANSWERS, 1).too_small);
    assert_true(layout_for(0, 0, PANE_ANSWERS, 1).too_small);
}

static void urgent_help_is_on_the_last_row_wherever_there_are_two(void **state)
{
    (void)state;
    for (int rows = 2; rows < 100; rows++)
        for (int columns = 1; columns < 200; columns += 7) {
            struct layout layout = layout_for(rows, columns, PANE_FACETS, 1);
            assert_int_equal(layout.urgent.row, rows - 1);
            assert_int_equal(layout.urgent.rows, 1);
            assert_true(layout.urgent.columns > 0);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_inside_and_apart_at_every_size),
        cmocka_unit_test(the_parts_follow_from_the_columns),
        cmocka_unit_test(the_least_size_is_forty_by_twelve),
        cmocka_unit_test(urgent_help_is_on_the_last_row_wherever_there_are_two),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("layout", tests, NULL, NULL);
}
