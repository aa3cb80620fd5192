/* Every sentence of this room but those of `signpost --linear` (linear_words.h) and those in the tables of commands and options, to be translated and
 * reworded in one place. Those that complain follow "signpost: ", so they begin small and end without a stop. */
#ifndef COMMAND_WORDS_H
#define COMMAND_WORDS_H

#include "match/words.h" /* lists, which are said the same way here */
#include "text/words.h"

/* What was typed at the shell. */
/* TRANSLATORS: options, commands, keys of a need (in:, pregnant:) and names of programs stay as they are, here and everywhere. */
#define SAY_LOOKS_LIKE_NEED _("\"%s\" looks like a need; did you mean: signpost find %s")
#define SAY_NO_COMMAND _("there is no command and no file \"%s\"; `signpost --help` lists the commands")
#define SAY_NO_COMMAND_MEANT _("there is no command and no file \"%s\"; did you mean \"%s\"?")
#define SAY_BAD_TODAY _("--today: \"%s\" is no date; write it as 2027-03-01")
#define SAY_BAD_MONTHS _("--months: \"%s\" is no number of months; write it as 12")
#define SAY_BAD_ON _("--on: \"%s\" is no date; write it as 2026-11-24, 2026-11 or 2026")
#define SAY_BAD_COLUMNS _("--columns: it can be 80, for a page, or 40, for a slip")
#define SAY_JSON_OR_PLAIN _("--json and --plain cannot go together")
#define SAY_HTML_OR_ICS _("--html and --ics cannot go together")
#define SAY_PRINT_NO_ICS _("--print prints a sheet; a calendar goes into a file, with -o")
#define SAY_PRINT_OR_OUTPUT _("--print and -o cannot go together")
#define SAY_FROM_REVEALS _("--from: these words say why she has the sheet; with --discreet, leave them out")
#define SAY_SHOW_WHAT _("show what? Name a service or an offer, such as juno/groups")
#define SAY_HAND_OUT_WHAT _("hand out what? Name offers, such as juno/groups, or a need, such as in:Falkirk pregnant:20")
#define SAY_CHECK_WHAT _("check what? Name a file: a catalogue or any other that Signpost reads, or a folder of them")
#define SAY_CHECKED_WHAT _("checked what? Name a service or an offer, such as juno or juno/groups")
#define SAY_CHECKED_BY_WHOM _("checked by whom? Add --by with a name, such as --by='Ann Lee'")
#define SAY_BAD_BY _("--by: that is no name that can stand in the file")
#define SAY_ON_FUTURE _("--on: that day is still to come")
#define SAY_JSON_OR_ICS _("--json and --ics cannot go together")
#define SAY_WHICH_PLACE _("which place? Write a name or a postcode, such as Falkirk or FK1")

/* What is there and what is not. */
#define SAY_UNKNOWN_ID _("nothing here has the id \"%s\"; `signpost find` lists all")
/* TRANSLATORS: the second %s is a list of ids: "juno, pandas or leith-dads". */
#define SAY_UNKNOWN_ID_MEANT _("nothing here has the id \"%s\"; did you mean %s?")
#define SAY_NO_PLACE _("no place is called \"%s\"")
#define SAY_NEAR_PLACES _("no place is called \"%s\"; near it are:")
#define SAY_NOTHING_FITS _("nothing in this list fits all of it; `signpost find` with the same words says what to leave out")
#define SAY_CLOSED_NOT_ON_SHEET _("%s has closed, so it is not on the sheet")
#define SAY_NO_SURE_DAY _("%s: no day on which it surely meets is known, so it is not in the calendar")
#define SAY_NO_CATALOGUE _("the catalogue cannot be read")
#define SAY_LEFT_OUT(count) \
    plural("%zu entry could not be used and was left out; `signpost check` says why", \
           "%zu entries could not be used and were left out; `signpost check` says why", count)
/* TRANSLATORS: %s is the tag of a language in the settings, such as "cy". */
#define SAY_NO_TRANSLATION _("there is no translation for \"%s\", so the kiosk does not offer it")
#define SAY_LOCK_REQUIRED _("--require-lock: the protection is not whole, so the kiosk does not start")
#define SAY_NO_SCREEN _("the screen cannot be used here; `signpost find` works everywhere")

/* While a long list is read, on standard error. */
#define SAY_PROGRESS(count) plural("Reading the list: %zu in 100, %zu entry. Ctrl-C stops.", "Reading the list: %zu in 100, %zu entries. Ctrl-C stops.", count)
#define SAY_PROGRESS_ONCE _("Reading a long list. Ctrl-C stops.")

/* The editor, whose name the first %s is. The screen shows these, so they are whole. */
#define SAY_NO_EDITOR _("Set EDITOR to the name of your editor, such as nano; there is no vi here.")
#define SAY_EDITOR_MISSING _("There is no program \"%s\" here. Set EDITOR to the name of your editor.")
#define SAY_EDITOR_EMPTY _("EDITOR has a quotation mark that is not closed.")
#define SAY_EDITOR_CANNOT_RUN _("The editor \"%s\" cannot be run: %s.")
#define SAY_EDITOR_FAILED _("The editor \"%s\" ended with a failure (%d).")
#define SAY_EDITOR_KILLED _("The editor \"%s\" was ended by a signal (%d).")
#define SAY_EDIT_NO_FILE _("There is no file \"%s\" to edit now.")

/* `check`, summed up: "46 services, 51 offers; 0 errors, 2 warnings." */
#define CHECK_SERVICES(count) plural("%zu service", "%zu services", count)
#define CHECK_OFFERS(count) plural("%zu offer", "%zu offers", count)
#define CHECK_ERRORS(count) plural("%zu error", "%zu errors", count)
#define CHECK_WARNINGS(count) plural("%zu warning", "%zu warnings", count)
#define CHECK_ADVICE(count) plural("%zu advice", "%zu advice", count)

/* `checked`. */
/* TRANSLATORS: an id, a date, who checked it, and the name of a file. */
#define CHECKED_ON _("%s: checked on %s by %s (%s)")
#define CHECKED_IN _("%s: checked in %s by %s (%s)")
/* TRANSLATORS: the last %s is what the system says of the mistake. */
#define SAY_CANNOT_CHANGE _("%s was not changed: %s")
#define SAY_CHANGED_MEANWHILE _("%s was changed by somebody else at the same time; theirs stands, and yours was not written; run this again")

/* Writing and printing. */
/* TRANSLATORS: the last %s is what the system says of the mistake. */
#define SAY_CANNOT_WRITE _("cannot write %s: %s")
#define SAY_CANNOT_WRITE_OUT _("cannot write to standard output: %s")
#define SAY_NOT_PRINTED _("the sheet was not printed: %s")
#define SAY_NOT_PRINTED_SAYS _("the sheet was not printed; \"%s\" says: %s")
#define SAY_NOT_PRINTED_SILENT _("the sheet was not printed; \"%s\" does not say why")
#define SAY_NO_PRINT_PROGRAM _("the sheet was not printed: there is no program \"%s\" here")
#define SAY_PRINT_CANNOT_RUN _("the sheet was not printed: \"%s\" cannot be run: %s")
#define SAY_PRINT_STOPPED _("the sheet was not printed: printing was stopped")
/* TRANSLATORS: %s is one of the six sentences above. */
#define SAY_KEEP_SHEET _("%s. To keep the sheet, run this again with -o FILE in place of --print")

/* Files that the browser saves: these stand on the screen as they are. */
#define FILE_IS_FOLDER _("That is a folder. Type the name of a file in it.")
#define FILE_IS_DEVICE _("That is no file that can be written.")
#define FILE_UNREADABLE_NAME _("There is a sign in this name that cannot be read.")
#define FILE_NO_NAME _("Type a name for the file, such as sheet.txt.")
#define FILE_OTHER_HOME _("Only your own home folder has a short name: ~/sheet.txt.")
#define FILE_NO_HOME _("It is not known where your home folder is. Type the whole name of the file.")
#define FILE_NO_FOLDER _("There is no such folder.")
/* TRANSLATORS: %s is the name of a file. */
#define FILE_MAY_NOT _("You may not write there. Try your home folder: ~/%s")
#define FILE_FULL _("There is no room left there.")
#define FILE_NAME_TOO_LONG _("This name is too long.")

/* --help and --version. */
#define HELP_SIGNPOST _("Signpost finds peer support in pregnancy and early parenthood: who can help, how to get in, and if not, why not.")
#define HELP_USAGE _("Usage:")
/* TRANSLATORS: a command's name, and what follows the options: "Usage: signpost find [OPTION…] [NEED…]". */
#define HELP_USAGE_OF _("Usage: signpost %s [OPTION…] %s")
#define HELP_MORE _("`signpost COMMAND --help` says more about each.")
#define HELP_EXAMPLES _("Examples:")
#define HELP_OPTIONS _("Options:")
#define HELP_NEED _("A need is made of terms; all of them must hold:")
#define HELP_NEED_SIGNS _("A comma means \"or\" (in with: it means \"and\"); a hyphen in front means \"not\".")
#define HELP_STATUS _("Exit status: 0 something fits, 1 nothing found or problems found, 2 it could not be done.")
#define HELP_END _("Report bugs to: the keepers of the copy you have. In danger? Call 999.")
#define HELP_COPYRIGHT _("Copyright (C) 2026 the Signpost authors")
#define HELP_LICENCE _("Licence GPL-3.0-or-later. This is free software; there is no warranty, to the extent the law permits.")

/* Keys and themes. */
#define SAY_KEYS_HEAD _("Keys of Signpost, as its settings take them. An action that is left out keeps its own.")
#define SAY_UNKNOWN_THEME _("there is no theme \"%s\"; the terminal's own colours are used")
#define SAY_UNKNOWN_THEME_NEAR _("there is no theme \"%s\"; did you mean \"%s\"? The terminal's own colours are used")
#define SAY_BROKEN_THEME _("the theme \"%s\" cannot be read; the terminal's own colours are used")

#endif
