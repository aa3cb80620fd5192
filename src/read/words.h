/* The sentences of this room. Each is one line of `signpost check`, after file, line and column and before the problem's name. */
#ifndef READ_WORDS_H
#define READ_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/place.h"
#include "catalogue/problem.h"
#include "catalogue/words.h"
#include "text/words.h"

/* Files. %s is the path as it was given. */
#define WORDS_MISSING _("there is no file or folder \"%s\"")
#define WORDS_FORBIDDEN _("\"%s\" may not be read by you")
#define WORDS_UNREADABLE _("\"%s\" cannot be read: %s")
#define WORDS_IS_FOLDER _("\"%s\" is a folder, not a file")
#define WORDS_IS_PIPE _("\"%s\" is a pipe, not a file")
#define WORDS_IS_DEVICE _("\"%s\" is a device, not a file")
#define WORDS_IS_SOCKET _("\"%s\" is a socket, not a file")
#define WORDS_TOO_LARGE _("\"%s\" is too large: a file may have %zu MB")
#define WORDS_BINARY _("\"%s\" is no text: it has a NUL byte")
#define WORDS_OTHER_UNICODE _("\"%s\" is saved as %s; save it as UTF-8")
#define WORDS_EMPTY _("\"%s\" is empty")
#define WORDS_NO_CATALOGUE _("there is no .yaml, .yml, .csv or .json file in the folder \"%s\"")
#define WORDS_TOO_DEEP_FOLDER _("\"%s\" lies too many folders deep and is not looked at")
#define WORDS_NO_SERVICES _("there are no services in \"%s\"")
#define WORDS_NONE_USABLE _("no entry can be used; the first mistake is this: %s")
#define WORDS_CANCELLED _("reading \"%s\" was stopped")

/* Text of any kind. */
#define WORDS_NOT_UTF8(count) \
    plural("this is not UTF-8, so a mark stands in its place; save the file as UTF-8", \
           "%zu places in this file are not UTF-8, this one first; marks stand in their place; save the file as UTF-8", count)
#define WORDS_CONTROLS(count) \
    plural("a character here cannot be shown; a mark stands in its place", \
           "%zu characters in this file cannot be shown, this one first; marks stand in their place", count)

/* YAML. */
/* xgettext:no-c-format */
#define WORDS_DIRECTIVE _("a line that begins with % is not used in these files; take it out")
#define WORDS_ANCHOR _("an anchor (&) is not used in these files; write the value out, or put it in quotes")
#define WORDS_ALIAS _("an alias (*) is not used in these files; write the value out, or put it in quotes")
#define WORDS_TAG _("a tag (!) is not used in these files; take it out, or put the value in quotes")
#define WORDS_MERGE _("a merge key (<<) is not used in these files; write the fields out")
#define WORDS_TOO_DEEP _("this is nested more than %u deep")
#define WORDS_TAB _("a tab cannot indent a line; use spaces")
#define WORDS_NOT_INDENTED _("this line is inside the brackets that open in line %u, so it must be indented; is the closing one missing?")
#define WORDS_QUOTES_NOT_INDENTED _("the text in quotes that begins here goes on in line %u, which is not indented; is the closing quotation mark missing?")
#define WORDS_AFTER_QUOTES _("nothing can stand here, after the quotes that open in line %u; is their closing quotation mark missing?")
#define WORDS_COMMENT_TOUCHES _("a space must stand before #")
#define WORDS_BLANK_LINE _("this blank line has more spaces than the text that follows it; take them out")
#define WORDS_QUESTION_IN_BRACKETS _("text that begins with ? must stand in quotes within brackets")
#define WORDS_DASH_IN_BRACKETS _("a lone - cannot stand in brackets; put it in quotes")
#define WORDS_DOES_NOT_BELONG _("this does not belong to what stands above; check the indentation")
#define WORDS_SECOND_DOCUMENT _("a second document begins here and is not read; put it in a file of its own")
#define WORDS_NOT_A_MAPPING _("expected fields such as \"services:\"; found %s")
#define WORDS_ITEM_NOT_A_MAPPING _("expected an entry with fields such as \"name:\"; found %s")
#define WORDS_NOTHING_BUT_COMMENTS _("there is nothing here but comments")
#define WORDS_KEY_NOT_TEXT _("the name of a field must be text; found %s")
#define WORDS_DUPLICATE_KEY _("\"%s\" stands here a second time; it is also in line %u")
#define WORDS_NESTED_VALUE _("\"%s\" takes text or a list of texts; found %s")
#define WORDS_VOCABULARY_NOT_A_MAPPING _("\"vocabulary\" takes lists of words by name, such as \"formats:\"; found %s")
#define WORDS_GROUP_NOT_A_MAPPING _("\"%s\" takes fields of its own, as in {from: ..., to: ...}; found %s")
#define WORDS_UNKNOWN_BLOCK _("unknown block \"%s\"")
#define WORDS_UNKNOWN_BLOCK_NEAR _("unknown block \"%s\"; did you mean \"%s\"?")

/* CSV. */
#define WORDS_QUOTE_INSIDE _("a quotation mark stands inside a cell; put the whole cell in quotes and double each mark in it")
#define WORDS_QUOTE_ENDED _("text follows a closing quotation mark; double each mark inside a cell (this cell begins in line %u)")
#define WORDS_QUOTE_OPEN _("this quotation mark is never closed")
#define WORDS_QUOTE_SHADOW _("this row is not used: it may belong to the cell with no closing quotation mark in line %u")
#define WORDS_ROW_TOO_LONG _("this row is longer than %zu KB")
#define WORDS_WINDOWS_1252 _("this file is not UTF-8; it was read as Windows-1252, from this line on")
#define WORDS_TOO_MANY_CELLS _("this row has %zu cells, but the first row has %zu; text with a separator in it must stand in quotes")
#define WORDS_TOO_FEW_CELLS _("this row has %zu cells, but the first row has %zu; the rest count as empty")
#define WORDS_TOO_MANY_COLUMNS _("the first row has %zu columns; at most %u are read")
#define WORDS_MISSING_COLUMN _("there is no column \"%s\"; the first row must name the columns")
#define WORDS_NO_SEPARATOR _("there is no column \"%s\", and nothing separates columns; expected a comma, a semicolon or a tab")
#define WORDS_UNNAMED_COLUMN _("this column has no name in the first row, so it is not used")
#define WORDS_DUPLICATE_COLUMN _("the column \"%s\" stands here a second time; this one is not used")

/* Vocabulary, places, postcodes, urgent help. */
#define WORDS_NO_VOCABULARY _("there are no words in \"%s\"; it should have a block \"vocabulary:\"")
#define WORDS_NO_PLACES _("there are no places in \"%s\"")
#define WORDS_NO_OUTCODES _("there are no postcodes in \"%s\"")
#define WORDS_NO_URGENT_HELP _("there is no urgent help in \"%s\"; it should have \"urgent_help:\" and lines in it")
#define WORDS_MISSING_FIELD _("\"%s\" is missing here, so this line of urgent help is left out")
#define WORDS_NO_EXPLAINER _("nothing in \"%s\" says what peer support is; it should have a list \"explainer:\"")
#define WORDS_MISSING_IN_PART _("\"%s\" is missing here, so this part of the explainer is left out")

/* Settings. */
#define WORDS_UNKNOWN_SETTING _("unknown setting \"%s\"")
#define WORDS_UNKNOWN_SETTING_NEAR _("unknown setting \"%s\"; did you mean \"%s\"?")
#define WORDS_BAD_SETTING _("\"%s\" cannot be that; it stays as it was")

/* Keys and themes. */
#define WORDS_KEY_NOT_TEXT_OR_LIST _("expected the name of a key, such as F6, or a list of them; [] means none")
#define WORDS_UNKNOWN_ROLE _("nothing on the screen has the name \"%s\"")
#define WORDS_UNKNOWN_ROLE_NEAR _("nothing on the screen has the name \"%s\"; did you mean \"%s\"?")
#define WORDS_BAD_LOOK _("\"%s\" takes fields, as in {foreground: white, background: black}")
#define WORDS_UNKNOWN_PART _("unknown field \"%s\"; there are foreground, background, attributes and stand_in")
#define WORDS_UNKNOWN_PART_NEAR _("unknown field \"%s\"; did you mean \"%s\"?")
#define WORDS_NO_COLOUR _("expected a colour: a name such as bright cyan, a number up to 255, or \"#d7d7ff\" in quotes")
#define WORDS_UNKNOWN_COLOUR _("\"%s\" is no colour; write a name such as bright cyan, a number up to 255, or \"#d7d7ff\"")
#define WORDS_UNKNOWN_COLOUR_NEAR _("\"%s\" is no colour; did you mean \"%s\"?")
#define WORDS_STAND_IN _("\"%s\" cannot stand in; only black, red, green, yellow, blue, magenta, cyan and white can")
#define WORDS_UNKNOWN_ATTRIBUTE _("\"%s\" is no attribute; there are bold, reverse and underline, and [] for none")
#define WORDS_UNKNOWN_ATTRIBUTE_NEAR _("\"%s\" is no attribute; did you mean \"%s\"?")
#define WORDS_HALF_A_PAIR _("\"%s\" needs a foreground and a background; the terminal's own beside one of these may be unreadable")
#define WORDS_HARD_TO_READ _("\"%s\" is hard to read: its contrast is %d.%d to 1 somewhere, and 4.5 is needed")

/* Adds the problem of a place that nobody knows, with the nearest known ones. */
void words_unknown_place(struct problems *problems, const struct gazetteer *gazetteer, struct found found);

/* "text", "a list", "fields": what was found where something else was expected. */
enum words_found { FOUND_TEXT, FOUND_LIST, FOUND_MAPPING, FOUND_NOTHING };
const char *words_found(enum words_found found);

/* Adds the problem of what libyaml could not understand, in words for a person. `message` and `context` are libyaml's (context may be
 * NULL), `byte` stands where it stopped (0 at the end), `opened` is the line in which the thing began. */
void words_syntax(struct problems *problems, struct position where, const char *message, const char *context, char byte,
                  unsigned opened);

#endif
