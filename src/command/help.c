#include "command/help.h"

#include <string.h>

#include "match/criteria.h"
#include "text/buffer.h"
#include "text/width.h"
#include "text/words.h"

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
    buffer_format(out, "\n%s\n", _("Options:"));
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
    buffer_format(out, "\n%s\n", _("A need is made of terms; all of them must hold:"));
    for (size_t key = 0; key < KEY_COUNT; key++)
        help_row(out, criteria[key].example, _(criteria[key].help));
    buffer_format(out, "\n%s\n", _("A comma means \"or\" (in with: it means \"and\"); a hyphen in front means \"not\"."));
}

void help_for(struct buffer *out, const struct command *command)
{
    if (!command) {
        buffer_format(out, "%s\n\n", _("Signpost finds peer support in pregnancy and early parenthood: who can help, how to get in, and if not, why not."));
        buffer_format(out, "%s\n", _("Usage:"));
        for (const struct command *row = commands; row->name; row++) {
            struct buffer left = {0};
            buffer_format(&left, "signpost %s%s%s", row == commands ? "" : row->name, row == commands ? "" : " ", _(row->arguments));
            help_row(out, buffer_text(&left), _(row->summary));
            buffer_free(&left);
        }
        buffer_format(out, "\n%s\n", _("`signpost COMMAND --help` says more about each."));
        command = &commands[0];
    } else {
        buffer_format(out, _("Usage: signpost %s [OPTION…] %s\n"), command->name, _(command->arguments));
        buffer_format(out, "%s\n", _(command->summary));
    }
    buffer_format(out, "\n%s\n", _("Examples:"));
    for (const char *const *example = command->examples; *example; example++)
        buffer_format(out, "  %s\n", *example);
    if (command->run == command_find)
        help_need(out);
    help_options(out, command->options);
    buffer_format(out, "\n%s\n", _("Exit status: 0 something fits, 1 nothing found or problems found, 2 it could not be done."));
    buffer_format(out, "%s\n", _("Report bugs to: the keepers of the copy you have. In danger? Call 999."));
}

void help_version(struct buffer *out)
{
    buffer_format(out, "signpost %s\n", SIGNPOST_VERSION);
    buffer_add_text(out, "Copyright (C) 2026 the Signpost authors\n");
    buffer_add_text(out, _("Licence GPL-3.0-or-later. This is free software; there is no warranty, to the extent the law permits.\n"));
}
