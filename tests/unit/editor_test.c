/* The words of $EDITOR, and how each editor is told the line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "command/editor.h"

/* The words, a bar behind each; or "open" for a quote that is not closed. */
static void expect_words(const char *command, const char *expected)
{
    struct arena *arena = arena_new();
    struct buffer all = {0};
    size_t count;
    const char **words = editor_words(command, arena, &count);
    for (size_t i = 0; words && i < count; i++)
        buffer_format(&all, "%s|", words[i]);
    assert_string_equal(words ? buffer_text(&all) : "open", expected);
    buffer_free(&all);
    arena_free(arena);
}

static void words_are_split_as_a_shell_would(void **state)
{
    (void)state;
    expect_words("vi", "vi|");
    expect_words("  code\t --wait ", "code|--wait|");
    expect_words("\"/opt/my editor/ed\" -n", "/opt/my editor/ed|-n|");
    expect_words("'a \"b\\'\"c 'd\"", "a \"b\\c 'd|");
    expect_words("a\\ b \\\"c \"\\\"\"", "a b|\"c|\"|");
    expect_words("vi ''", "vi||");
    expect_words("a\\", "a\\|");
    expect_words("vi 'x", "open");
    expect_words("vi \"x", "open");
    expect_words("vi; rm -rf $HOME `x` | y > z & #", "vi;|rm|-rf|$HOME|`x`|||y|>|z|&|#|");
    expect_words("", "");
}

static void expect_place(const char *command, const char *file, uint32_t line, const char *expected)
{
    struct arena *arena = arena_new();
    struct buffer all = {0};
    size_t count;
    const char **words = editor_words(command, arena, &count);
    count = editor_add_place(words, count, &(struct position){.file = file, .line = line}, arena);
    for (size_t i = 0; i < count; i++)
        buffer_format(&all, "%s|", words[i]);
    assert_string_equal(buffer_text(&all), expected);
    buffer_free(&all);
    arena_free(arena);
}

static void every_editor_is_told_the_line_its_own_way(void **state)
{
    (void)state;
    expect_place("vi", "list.yaml", 12, "vi|+12|list.yaml|");
    expect_place("/usr/bin/vim.basic -u NONE", "a b.csv", 1, "/usr/bin/vim.basic|-u|NONE|+1|a b.csv|");
    expect_place("nano", "/srv/list.yaml", 7, "nano|+7|/srv/list.yaml|");
    expect_place("emacsclient -t", "list.yaml", 3, "emacsclient|-t|+3|list.yaml|");
    expect_place("emacs-nox", "list.yaml", 3, "emacs-nox|+3|list.yaml|");
    expect_place("code --wait", "list.yaml", 3, "code|--wait|--goto|list.yaml:3|");
    expect_place("hx", "list.yaml", 3, "hx|list.yaml:3|");
    expect_place("subl --wait", "list.yaml", 3, "subl|--wait|list.yaml:3|");
    expect_place("kate --block", "list.yaml", 3, "kate|--block|--line=3|list.yaml|");
    /* One that is not known might make a file of the name "+3". */
    expect_place("myeditor", "list.yaml", 3, "myeditor|list.yaml|");
    expect_place("vimdiffer", "list.yaml", 3, "vimdiffer|list.yaml|");
    expect_place("vi", "list.yaml", 0, "vi|list.yaml|");
    /* No file's name is taken for an option. */
    expect_place("vi", "-x.yaml", 3, "vi|+3|./-x.yaml|");
    expect_place("vi", "+4", 3, "vi|+3|./+4|");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_split_as_a_shell_would),
        cmocka_unit_test(every_editor_is_told_the_line_its_own_way),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("editor", tests, NULL, NULL);
}
