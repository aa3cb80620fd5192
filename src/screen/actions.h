/* The one table of what a person can do: it makes the keys (key_map.h), the hints at the bottom, the help and the buttons for the mouse. No curses. */
#ifndef SCREEN_ACTIONS_H
#define SCREEN_ACTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* In the order of the table, which is the order of the hints and of the help: what is needed most comes first. */
enum action {
    ACTION_NONE,
    ACTION_HELP,
    ACTION_CHIP_DROP,
    ACTION_TAKE, /* a completion */
    ACTION_ENTER_LINE,
    ACTION_LINE_DONE,
    ACTION_PUT_BACK,
    ACTION_SEARCH,
    ACTION_GUIDE,
    ACTION_SKIP, /* a question of the guide */
    ACTION_OPEN,
    ACTION_CODE_HERE,
    ACTION_CHOOSE,
    ACTION_DO,
    ACTION_BACK,
    ACTION_ANSWER, /* a question of the guide */
    ACTION_GUIDE_END,
    ACTION_KEEP,
    ACTION_NEXT_PART,
    ACTION_SHEET, /* the sheet she takes home */
    ACTION_CODE, /* for a phone */
    ACTION_CODE_LEAVE,
    ACTION_PRINT_HERE, /* the entry, at the kiosk */
    ACTION_SWAP,
    ACTION_NEAR,
    ACTION_UNDO,
    ACTION_ORDER,
    ACTION_CHIPS,
    ACTION_DROP_LAST,
    ACTION_START_OVER,
    ACTION_URGENT,
    ACTION_EXPLAIN,
    ACTION_READER, /* of the explainer: her, or a professional */
    ACTION_LANGUAGE, /* the next one, at the kiosk */
    ACTION_LEAVE, /* quickly: the kiosk blanks the screen and forgets */
    ACTION_STAFF, /* how the kiosk is, and its end */
    ACTION_PROBLEMS,
    ACTION_EDIT,
    ACTION_RELOAD,
    ACTION_MOUSE,
    ACTION_THEME,
    ACTION_QUIT,
    ACTION_UP,
    ACTION_DOWN,
    ACTION_PAGE_UP,
    ACTION_PAGE_DOWN,
    ACTION_FIRST,
    ACTION_LAST,
    ACTION_GROUP_BEFORE,
    ACTION_GROUP_NEXT,
    ACTION_LEFT,
    ACTION_RIGHT,
    ACTION_PREVIOUS_PART,
    ACTION_CHIP_BEFORE,
    ACTION_CHIP_NEXT,
    ACTION_REDRAW,
    ACTION_SUSPEND,
    ACTION_LINE_LEFT,
    ACTION_LINE_RIGHT,
    ACTION_LINE_WORD_LEFT,
    ACTION_LINE_WORD_RIGHT,
    ACTION_LINE_HOME,
    ACTION_LINE_END,
    ACTION_LINE_DELETE_BACK,
    ACTION_LINE_DELETE_AHEAD,
    ACTION_LINE_DELETE_WORD,
    ACTION_LINE_DELETE_START,
    ACTION_LINE_DELETE_END,
    ACTION_COUNT,
};

/* Where an action works, as bits: what the keys go to. */
enum where {
    IN_FACETS = 1,
    IN_ANSWERS = 2,
    IN_ENTRY = 4,
    IN_SEARCH = 8, /* the search line */
    IN_HELP = 16,
    IN_PAGE = 32, /* a text that covers the panes: urgent help, entries left out */
    IN_SHEET = 64,   /* the sheet she takes home, and what can be done with it */
    IN_LINE = 128,   /* a line that is typed there */
    IN_CODE = 256,   /* a code for a phone */
    IN_GUIDE = 512,  /* the questions, which cover the panes */
    IN_CHIPS = 1024, /* the need as chips in the top line */
    IN_EXPLAIN = 2048, /* the explainer, which covers the panes */
    IN_WELCOME = 4096, /* the first screen of the kiosk */
    IN_NEUTRAL = 8192, /* the screen behind which somebody has left it */
    IN_WARNING = 16384, /* that which asks whether anyone is there */
    IN_STAFF = 32768, /* that of staff */
    IN_PANES = IN_FACETS | IN_ANSWERS | IN_ENTRY,
    IN_COVERS = IN_HELP | IN_PAGE | IN_SHEET | IN_CODE | IN_EXPLAIN,
    IN_TYPING = IN_SEARCH | IN_LINE | IN_GUIDE,
    IN_ALL = IN_PANES | IN_TYPING | IN_COVERS | IN_CHIPS | IN_WELCOME | IN_NEUTRAL | IN_STAFF,
    IN_TEXT = IN_TYPING | IN_HELP, /* where every printable key is text */
};

/* Whose an action is. What says nothing is not for the kiosk. */
enum action_face { FACE_BROWSER, FACE_BOTH, FACE_KIOSK };

enum { ACTION_KEYS = 4 };

struct action_row {
    const char *name;           /* stable: "search" */
    uint32_t keys[ACTION_KEYS]; /* enum press or characters, before the settings change them (key_map.h); the first usable one is shown */
    unsigned where;             /* bits of enum where */
    enum action_face face;      /* the kiosk refuses what is not for it, and the browser what is the kiosk's */
    const char *hint;           /* a word or two for the line of hints, translated when shown; NULL: not hinted */
    const char *help;           /* one line, translated when shown */
};

/* ACTION_NONE has a row with no name. */
extern const struct action_row action_table[ACTION_COUNT];

#endif
