#include "command/options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/command.h"
#include "command/words.h"
#include "text/memory.h"

enum option_number {
    OPTION_CATALOGUE,
    OPTION_MAP,
    OPTION_CONFIG,
    OPTION_TODAY,
    OPTION_NEAR,
    OPTION_ALL,
    OPTION_JSON,
    OPTION_JSON_ONLY,
    OPTION_PLAIN,
    OPTION_STRICT,
    OPTION_RULES,
    OPTION_MONTHS,
    OPTION_DUE_ICS,
    OPTION_ON,
    OPTION_BY,
    OPTION_NO_COLOR,
    OPTION_NO_MOUSE,
    OPTION_LINEAR,
    OPTION_THEME,
    OPTION_KEYS,
    OPTION_REQUIRE_LOCK,
    OPTION_DISCREET,
    OPTION_HTML,
    OPTION_ICS,
    OPTION_COLUMNS,
    OPTION_FROM,
    OPTION_LANGUAGE,
    OPTION_PRINT,
    OPTION_TO,
    OPTION_SERVICE,
    OPTION_WITH_HIDDEN,
    OPTION_PREFER,
    OPTION_OUTPUT,
    OPTION_BY_FACET,
    OPTION_TILES,
    OPTION_CSV,
    OPTION_COVERAGE_HTML,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT,
};

const struct option_row option_table[OPTION_COUNT + 1] = {
    [OPTION_CATALOGUE] = {"catalogue", 0, "FILE", OPTIONS_CATALOGUE,
                          N_("read this file or folder instead of the lists that came with Signpost; may be given again")},
    [OPTION_MAP] = {"map", 0, "FILE", OPTIONS_MAP, N_("read spreadsheets by this mapping of their columns and words to ours")},
    [OPTION_CONFIG] = {"config", 0, "FILE", OPTIONS_CATALOGUE, N_("take the settings from this file alone")},
    [OPTION_TODAY] = {"today", 0, "DATE", OPTIONS_CATALOGUE | OPTIONS_MONTHS, N_("answer as on this day (2027-03-01)")},
    [OPTION_NEAR] = {"near", 0, NULL, OPTIONS_FIND, N_("also list what nearly fits, and what fails")},
    [OPTION_ALL] = {"all", 0, NULL, OPTIONS_FIND, N_("list every offer with its verdict")},
    [OPTION_JSON] = {"json", 0, NULL, OPTIONS_LIST, N_("write JSON")},
    [OPTION_JSON_ONLY] = {"json", 0, NULL, OPTIONS_JSON, N_("write JSON")},
    [OPTION_PLAIN] = {"plain", 0, NULL, OPTIONS_LIST, N_("write one line for each, with tabs between the parts")},
    [OPTION_STRICT] = {"strict", 0, NULL, OPTIONS_CHECK, N_("let warnings and advice count as problems too")},
    [OPTION_RULES] = {"rules", 0, NULL, OPTIONS_CHECK, N_("list everything that can be wrong, by name")},
    [OPTION_MONTHS] = {"months", 0, "NUMBER", OPTIONS_MONTHS, N_("take facts for old after so many months (12)")},
    [OPTION_DUE_ICS] = {"ics", 0, NULL, OPTIONS_DUE, N_("write a calendar, with a day on which to check for each provider")},
    [OPTION_ON] = {"on", 0, "DATE", OPTIONS_CHECKED, N_("when it was checked (2026-11-24, 2026-11 or 2026); else today")},
    [OPTION_BY] = {"by", 0, "NAME", OPTIONS_CHECKED, N_("who checked it")},
    [OPTION_NO_COLOR] = {"no-color", 0, NULL, OPTIONS_SCREEN, N_("use no colour and no bold")},
    [OPTION_NO_MOUSE] = {"no-mouse", 0, NULL, OPTIONS_SCREEN, N_("leave the mouse to the terminal")},
    [OPTION_LINEAR] = {"linear", 0, NULL, OPTIONS_LINEAR, N_("ask and answer line by line, for a screen reader or a braille display")},
    [OPTION_THEME] = {"theme", 0, "NAME", OPTIONS_BROWSE, N_("use these colours: the name of a theme, or a file")},
    [OPTION_KEYS] = {"keys", 0, NULL, OPTIONS_BROWSE, N_("list the keys of the screen, as the settings take them")},
    [OPTION_REQUIRE_LOCK] = {"require-lock", 0, NULL, OPTIONS_KIOSK, N_("do not start where any part of the protection is missing")},
    [OPTION_DISCREET] = {"discreet", 0, NULL, OPTIONS_HANDOUT, N_("put nothing on the sheet that says why she has it")},
    [OPTION_HTML] = {"html", 0, NULL, OPTIONS_HANDOUT, N_("write the sheet as HTML, for a browser or a printer")},
    [OPTION_ICS] = {"ics", 0, NULL, OPTIONS_HANDOUT, N_("write a calendar of when they meet, for a phone")},
    [OPTION_COLUMNS] = {"columns", 0, "NUMBER", OPTIONS_HANDOUT, N_("write text of 80 columns, or a slip of 40")},
    [OPTION_FROM] = {"from", 0, "NAME", OPTIONS_HANDOUT, N_("who gives the sheet, with a phone number; else there is a line to write on")},
    [OPTION_LANGUAGE] = {"language", 0, "CODE", OPTIONS_HANDOUT, N_("the services' own words in this language, where they have them (cy)")},
    [OPTION_PRINT] = {"print", 0, NULL, OPTIONS_HANDOUT, N_("print the sheet with the program that the settings name, else lp")},
    [OPTION_TO] = {"to", 0, "FORMAT", OPTIONS_CONVERT, N_("write yaml, csv, json, hsds-3.0, hsds-uk-3.0, either with -service, or hsds-3.0-package; else as the name behind -o ends")},
    [OPTION_SERVICE] = {"service", 0, "ID", OPTIONS_ONE, N_("write this service alone")},
    [OPTION_WITH_HIDDEN] = {"with-hidden", 0, NULL, OPTIONS_CONVERT, N_("write hidden places too: only for a file that stays with you")},
    [OPTION_PREFER] = {"prefer", 0, "WHICH", OPTIONS_MERGE, N_("where two differ take the first, the last, or the newest by its `checked`")},
    [OPTION_OUTPUT] = {"output", 'o', "FILE", OPTIONS_OUTPUT, N_("write to this file, whole or not at all")},
    [OPTION_BY_FACET] = {"by", 0, "FACET", OPTIONS_COVERAGE, N_("divide by this: format, stage, who, about, for, only, with, language, referral, day, time or status")},
    [OPTION_TILES] = {"tiles", 0, NULL, OPTIONS_COVERAGE, N_("draw the areas as a map of tiles")},
    [OPTION_CSV] = {"csv", 0, NULL, OPTIONS_COVERAGE, N_("write a table for a spreadsheet")},
    [OPTION_COVERAGE_HTML] = {"html", 0, NULL, OPTIONS_COVERAGE, N_("write a web page with maps, table and gaps")},
    [OPTION_HELP] = {"help", 'h', NULL, OPTIONS_ALWAYS, N_("show this help")},
    [OPTION_VERSION] = {"version", 0, NULL, OPTIONS_ALWAYS, N_("show which version this is")},
};

/* The row that a long option names (in full or by a beginning that fits no other), without its "=…"; NULL. */
static const struct option_row *row_named(const char *name, unsigned allowed)
{
    size_t length = strcspn(name, "=");
    const struct option_row *found = NULL;
    for (const struct option_row *row = option_table; row->name; row++) {
        if (!(row->commands & (allowed | OPTIONS_ALWAYS)) || strncmp(row->name, name, length) != 0)
            continue;
        if (row->name[length] == '\0')
            return row;
        if (found)
            return NULL;
        found = row;
    }
    return found;
}

/* Parts the arguments: what getopt is to see goes to `formal` (room for count + 2), the rest to options->words. A single hyphen starts a
 * denied term ("-format:online"), which getopt would take for a row of letters. Gives how many are formal. */
static size_t part(struct options *options, unsigned allowed, size_t count, char **arguments, char **formal)
{
    size_t formal_count = 1;
    for (size_t i = 0; i < count; i++) {
        char *argument = arguments[i];
        if (strcmp(argument, "--") == 0) {
            while (++i < count)
                options->words[options->word_count++] = arguments[i];
            break;
        }
        bool output = strcmp(argument, "-o") == 0;
        if (strncmp(argument, "--", 2) != 0 && strcmp(argument, "-h") != 0 && !output) {
            options->words[options->word_count++] = argument;
            continue;
        }
        formal[formal_count++] = argument;
        const struct option_row *row = output ? &option_table[OPTION_OUTPUT] : argument[1] == '-' ? row_named(argument + 2, allowed) : NULL;
        if (row && row->argument && !strchr(argument, '=') && i + 1 < count)
            formal[formal_count++] = arguments[++i];
    }
    return formal_count;
}

enum { MONTHS_MOST = 1200 };

static bool take_months(struct options *options, const char *argument)
{
    char *end;
    long months = strtol(argument, &end, 10);
    if (*argument == '\0' || *end != '\0' || months < 1 || months > MONTHS_MOST) {
        complain(SAY_BAD_MONTHS, argument);
        return false;
    }
    options->months = (int)months;
    return true;
}

/* Takes one option into the options. False when its argument is not understood. */
static bool take(struct options *options, int number, const char *argument)
{
    switch (number) {
    case OPTION_CATALOGUE:
        options->catalogues[options->catalogue_count++] = argument;
        break;
    case OPTION_MAP: options->map = argument; break;
    case OPTION_CONFIG: options->config = argument; break;
    case OPTION_TODAY:
        if (!date_parse(argument, strlen(argument), &options->today) || options->today.day == 0) {
            complain(SAY_BAD_TODAY, argument);
            return false;
        }
        options->today_given = true;
        break;
    case OPTION_NEAR: options->near = true; break;
    case OPTION_ALL: options->all = true; break;
    case OPTION_JSON:
    case OPTION_JSON_ONLY: options->json = true; break;
    case OPTION_PLAIN: options->plain = true; break;
    case OPTION_STRICT: options->strict = true; break;
    case OPTION_RULES: options->rules = true; break;
    case OPTION_MONTHS: return take_months(options, argument);
    case OPTION_DUE_ICS: options->ics = true; break;
    case OPTION_ON:
        if (date_parse(argument, strlen(argument), &options->on))
            break;
        complain(SAY_BAD_ON, argument);
        return false;
    case OPTION_BY:
    case OPTION_BY_FACET: options->by = argument; break;
    case OPTION_NO_COLOR: options->no_color = true; break;
    case OPTION_NO_MOUSE: options->no_mouse = true; break;
    case OPTION_LINEAR: options->linear = true; break;
    case OPTION_THEME: options->theme = argument; break;
    case OPTION_REQUIRE_LOCK: options->require_lock = true; break;
    case OPTION_KEYS: options->keys = true; break;
    case OPTION_DISCREET: options->discreet = true; break;
    case OPTION_HTML: options->html = true; break;
    case OPTION_ICS: options->ics = true; break;
    case OPTION_COLUMNS:
        options->columns = strcmp(argument, "80") == 0 ? 80 : strcmp(argument, "40") == 0 ? 40 : 0;
        if (options->columns == 0)
            complain(SAY_BAD_COLUMNS);
        return options->columns != 0;
    case OPTION_FROM: options->from = argument; break;
    case OPTION_LANGUAGE: options->language = argument; break;
    case OPTION_PRINT: options->print = true; break;
    case OPTION_TO: options->to = argument; break;
    case OPTION_WITH_HIDDEN: options->with_hidden = true; break;
    case OPTION_SERVICE: options->service = argument; break;
    case OPTION_PREFER: options->prefer = argument; break;
    case OPTION_OUTPUT: options->output = argument; break;
    case OPTION_TILES: options->tiles = true; break;
    case OPTION_CSV: options->csv = true; break;
    case OPTION_COVERAGE_HTML: options->html = true; break;
    case OPTION_HELP: options->help = true; break;
    case OPTION_VERSION: options->version = true; break;
    default: return false;
    }
    return true;
}

bool options_read(struct options *options, unsigned allowed, size_t count, char **arguments)
{
    struct option long_options[OPTION_COUNT + 1] = {0};
    char letters[2 * OPTION_COUNT + 1] = "";
    size_t letter_count = 0;
    size_t long_count = 0;
    for (int number = 0; number < OPTION_COUNT; number++) {
        const struct option_row *row = &option_table[number];
        if (!(row->commands & (allowed | OPTIONS_ALWAYS)))
            continue;
        long_options[long_count++] = (struct option){row->name, row->argument ? required_argument : no_argument, NULL, 256 + number};
        if (row->letter) {
            letters[letter_count++] = row->letter;
            if (row->argument)
                letters[letter_count++] = ':';
        }
    }
    *options = (struct options){.today = date_today()};
    options->words = memory_new(count + 1, sizeof *options->words);
    options->catalogues = memory_new(count + 1, sizeof *options->catalogues);
    char **formal = memory_new(count + 2, sizeof *formal);
    char program[] = "signpost";
    formal[0] = program;
    size_t formal_count = part(options, allowed, count, arguments, formal);

    bool good = true;
    int number;
    optind = 0; /* glibc: start afresh */
    while (good && (number = getopt_long((int)formal_count, formal, letters, long_options, NULL)) != -1) {
        if (number == 'h')
            number = 256 + OPTION_HELP;
        else if (number == 'o')
            number = 256 + OPTION_OUTPUT;
        good = number != '?' && take(options, number - 256, optarg);
    }
    free(formal);
    if (good && options->json && options->plain) {
        complain(SAY_JSON_OR_PLAIN);
        good = false;
    }
    if (!good)
        options_free(options);
    return good;
}

void options_free(struct options *options)
{
    free(options->words);
    free(options->catalogues);
    *options = (struct options){0};
}
