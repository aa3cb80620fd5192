#include "command/command.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "command/words.h"

static const char *const browse_examples[] = {"signpost", "signpost services.yaml", NULL};
static const char *const find_examples[] = {
    "signpost find in:Falkirk pregnant:20 format:one-to-one",
    "signpost find 'in:Scottish Borders' child:14m --near",
    "signpost find in:Paisley with:creche --json",
    NULL,
};
static const char *const show_examples[] = {"signpost show juno/groups", "signpost show juno --json", NULL};
static const char *const handout_examples[] = {
    "signpost handout juno/groups pandas/groups --discreet",
    "signpost handout in:Falkirk pregnant:20 --html -o sheet.html",
    "signpost handout juno --columns=40 --from='Ann, health visitor, 01632 960001'",
    NULL,
};
static const char *const coverage_examples[] = {
    "signpost coverage in:Scotland",
    "signpost coverage --by=stage in:Lothian format:one-to-one",
    "signpost coverage --tiles in:Scotland only:young-parents",
    "signpost coverage in:Wales --html -o coverage.html",
    NULL,
};
static const char *const check_examples[] = {"signpost check services.yaml", "signpost check --json services.yaml", NULL};
static const char *const due_examples[] = {"signpost due services.yaml", "signpost due --months=6 --ics -o due.ics services.yaml", NULL};
static const char *const checked_examples[] = {"signpost checked juno --by='Ann Lee' services.yaml", NULL};
static const char *const convert_examples[] = {"signpost convert services.yaml -o services.csv", "signpost convert --to json services.yaml", NULL};
static const char *const diff_examples[] = {"signpost diff services.yaml services.yaml", "signpost diff --json services.yaml services.yaml", NULL};
static const char *const merge_examples[] = {"signpost merge services.yaml services.yaml -o all.yaml",
                                             "signpost merge --prefer newest services.yaml services.yaml", NULL};
static const char *const map_examples[] = {"signpost map list.csv", "signpost map list.csv -o mapping.yaml", NULL};
static const char *const kiosk_examples[] = {"signpost kiosk --require-lock", NULL};
static const char *const places_examples[] = {"signpost places Paisley", "signpost places FK1", NULL};

const struct command commands[] = {
    {"browse", N_("[FILE…]"), N_("look through the list on the screen (what runs when no command is named)"),
     OPTIONS_MAP | OPTIONS_CATALOGUE | OPTIONS_SCREEN | OPTIONS_LINEAR | OPTIONS_BROWSE, browse_examples, command_browse},
    {"find", N_("[NEED…]"), N_("list what she can use, and why"),
     OPTIONS_MAP | OPTIONS_CATALOGUE | OPTIONS_LIST | OPTIONS_FIND | OPTIONS_SCREEN | OPTIONS_OUTPUT, find_examples, command_find},
    {"show", N_("ID…"), N_("show everything about one service or offer"), OPTIONS_MAP | OPTIONS_CATALOGUE | OPTIONS_JSON | OPTIONS_SCREEN | OPTIONS_OUTPUT,
     show_examples, command_show},
    {"handout", N_("[ID…] [NEED…]"), N_("make a sheet for her to take home, or print it"), OPTIONS_MAP | OPTIONS_CATALOGUE | OPTIONS_HANDOUT | OPTIONS_OUTPUT,
     handout_examples, command_handout},
    {"check", N_("FILE…"), N_("say what is wrong in a catalogue, and where"), OPTIONS_MAP | OPTIONS_CHECK | OPTIONS_MONTHS | OPTIONS_JSON | OPTIONS_OUTPUT, check_examples,
     command_check},
    {"due", N_("[FILE…]"), N_("say what to check next, and whom to ask"),
     OPTIONS_MAP | OPTIONS_CATALOGUE | OPTIONS_MONTHS | OPTIONS_DUE | OPTIONS_JSON | OPTIONS_OUTPUT, due_examples, command_due},
    {"checked", N_("ID [FILE…]"), N_("note in the file that a service was checked"), OPTIONS_CATALOGUE | OPTIONS_CHECKED, checked_examples,
     command_checked},
    {"coverage", N_("[NEED…]"), N_("say what there is in each area, and what is missing"), OPTIONS_MAP | OPTIONS_CATALOGUE | OPTIONS_COVERAGE | OPTIONS_JSON | OPTIONS_OUTPUT,
     coverage_examples, command_coverage},
    {"convert", N_("FILE…"), N_("write a catalogue in another format"), OPTIONS_MAP | OPTIONS_CONVERT | OPTIONS_ONE | OPTIONS_OUTPUT, convert_examples, command_convert},
    {"diff", N_("OLD NEW"), N_("say in words what has changed in a catalogue"), OPTIONS_MAP | OPTIONS_JSON | OPTIONS_OUTPUT, diff_examples, command_diff},
    {"merge", N_("FILE…"), N_("make one catalogue of several, and say where they differ"), OPTIONS_MAP | OPTIONS_CONVERT | OPTIONS_MERGE | OPTIONS_OUTPUT,
     merge_examples, command_merge},
    {"map", N_("FILE"), N_("propose how the columns of somebody's spreadsheet are read"), OPTIONS_OUTPUT, map_examples, command_map},
    {"kiosk", "", N_("ask and answer whoever walks up to the screen, locked and forgetful"), OPTIONS_CATALOGUE | OPTIONS_SCREEN | OPTIONS_KIOSK, kiosk_examples,
     command_kiosk},
    {"places", N_("TEXT…"), N_("say which place a name or a postcode means"), OPTIONS_LIST | OPTIONS_OUTPUT, places_examples, command_places},
    {NULL, NULL, NULL, 0, NULL, NULL},
};

const struct command *command_named(const char *name)
{
    for (const struct command *command = commands; command->name; command++)
        if (strcmp(command->name, name) == 0)
            return command;
    return NULL;
}

void complain(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    fputs("signpost: ", stderr);
    vfprintf(stderr, format, list);
    fputc('\n', stderr);
    va_end(list);
}
