#include "command/help.h"

#include <string.h>

#include "command/words.h"
#include "match/criteria.h"
#include "text/buffer.h"
#include "text/width.h"

/* Where the second column of a help text starts. */
#define HELP_COLUMN 26

/* Appends "  left    right": right starts in its column, or on a line of its own when left is too wide. */
static void help_row(struct buffer *out, const char *left, const char *right)
{
    size_t wide = width_columns(left, strlen(left)) + 2;
    buffer_format(out, "  %s", left);
    if (wide >= HELP_COLUMN) {
        buffer_add_byte(out, '\n');
        wide = 0;
    }
    for (; wide < HELP_COLUMN; wide++)
        buffer_add_byte(out, ' ');
    buffer_format(out, "%s\n", right);
}

static void help_options(struct buffer *out, unsigned allowed)
{
    buffer_format(out, "\n%s\n", HELP_OPTIONS);
    for (const struct option_row *row = option_table; row->name; row++) {
        if (!(row->commands & (allowed | OPTIONS_ALWAYS)))
            continue;
        struct buffer left = {0};
        if (row->letter)
            buffer_format(&left, "-%c, ", row->letter);
        buffer_format(&left, "--%s", row->name);
        if (row->argument)
            buffer_format(&left, "=%s", row->argument);
        help_row(out, buffer_text(&left), _(row->help));
        buffer_free(&left);
    }
}

static void help_need(struct buffer *out)
{
    buffer_format(out, "\n%s\n", HELP_NEED);
    for (size_t key = 0; key < KEY_COUNT; key++)
        help_row(out, criteria[key].example, _(criteria[key].help));
    buffer_format(out, "\n%s\n", HELP_NEED_SIGNS);
}

void help_for(struct buffer *out, const struct command *command)
{
    if (!command) {
        buffer_format(out, "%s\n\n", HELP_SIGNPOST);
        buffer_format(out, "%s\n", HELP_USAGE);
        for (const struct command *row = commands; row->name; row++) {
            struct buffer left = {0};
            buffer_format(&left, "signpost %s%s%s", row == commands ? "" : row->name, row == commands ? "" : " ", _(row->arguments));
            help_row(out, buffer_text(&left), _(row->summary));
            buffer_free(&left);
        }
        buffer_format(out, "\n%s\n", HELP_MORE);
        command = &commands[0];
    } else {
        buffer_format(out, HELP_USAGE_OF, command->name, _(command->arguments));
        buffer_add_byte(out, '\n');
        buffer_format(out, "%s\n", _(command->summary));
    }
    buffer_format(out, "\n%s\n", HELP_EXAMPLES);
    for (const char *const *example = command->examples; *example; example++)
        buffer_format(out, "  %s\n", *example);
    if (command->run == command_find || command->run == command_coverage)
        help_need(out);
    help_options(out, command->options);
    buffer_format(out, "\n%s\n", HELP_STATUS);
    buffer_format(out, "%s\n", HELP_END);
}

void help_version(struct buffer *out)
{
    buffer_format(out, "signpost %s\n", SIGNPOST_VERSION);
    buffer_format(out, "%s\n", HELP_COPYRIGHT);
    buffer_format(out, "%s\n", HELP_LICENCE);
}
