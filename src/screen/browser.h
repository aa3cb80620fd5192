/* The state of a browser at work: what the views share and what each of them remembers. Only for this room. */
#ifndef SCREEN_BROWSER_H
#define SCREEN_BROWSER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "match/guide.h"
#include "screen/actions.h"
#include "screen/browse.h"
#include "screen/finding.h"
#include "screen/handing.h"
#include "screen/hits.h"
#include "screen/layout.h"
#include "screen/line_edit.h"
#include "screen/paper.h"
#include "screen/source.h"
#include "screen/speaking.h"
#include "screen/terminal.h"
#include "screen/view.h"
#include "text/arena.h"
#include "text/buffer.h"
#include "write/handout.h"
#include "write/sheet.h"

/* Rows whose facts are remembered: more than any screen shows, twice. */
enum { FACTS_MOST = 256 };

enum { SUGGESTIONS_MOST = 6, HISTORY_MOST = 30, WRONG_MOST = 8 };

/* Covers that stand behind one another: more than there are. */
enum { COVERS_MOST = 8 };

struct facets_state {
    size_t selected; /* line, counted over all facets, titles too */
    size_t top;
    int rows; /* of its area, as last drawn */
};

struct answers_state {
    size_t selected;
    size_t top;
    uint32_t offer;   /* that is selected, or UINT32_MAX: found again when the answers change */
    uint64_t edition; /* of the answers that this stands for */
    size_t bottom;    /* last row that was drawn whole */
    int rows;         /* of the rows' area, its columns, and the most lines of a row, as last drawn */
    int columns;
    int row_lines;
    struct arena *scratch; /* for one drawing */
    struct arena *arena;   /* holds the facts */
    struct row_facts facts[FACTS_MOST];
    uint32_t facts_offer[FACTS_MOST];
    size_t facts_count;
};

/* Offers that one was led through, one from another: who goes on for longer comes back all the same. */
enum { ENTRY_PATH_MOST = 16 };

struct entry_step {
    uint32_t offer;
    size_t line; /* that was the current one */
};

struct entry_state {
    struct paper paper;
    uint32_t offer;
    uint64_t edition;
    enum sheet_room room;
    bool kept;
    bool has_code; /* in the kiosk: there is a web address or a number to show as a code */
    int rows;
    struct entry_step path[ENTRY_PATH_MOST]; /* from the selected row's on; holds while that row stays selected */
    size_t path_count;
    uint32_t reached; /* the offer at its end */
};

struct search_state {
    struct line_edit line;
    struct need *before; /* the need when the line was opened; NULL when it is not open */
    bool stale;          /* the line has changed since it was looked at: the rest here, and the answers, are of an earlier one */
    bool wrong;          /* something in the line is not understood, or not finished */
    struct {
        size_t from;
        size_t to;
    } wrongs[WRONG_MOST]; /* terms that are not understood, bytes of the line; and what is wrong with one */
    size_t wrong_count;
    struct buffer sentence;
    struct completions completions;
    size_t counts[SUGGESTIONS_MOST]; /* how many would fit; SIZE_MAX: not to be counted */
    bool counted;
    size_t chosen; /* suggestion marked, SIZE_MAX: none */
    struct buffer history[HISTORY_MOST]; /* lines kept before, oldest first; only in memory */
    size_t history_count;
    size_t history_at;    /* history_count: the line that is being typed, which waits in draft meanwhile */
    struct buffer draft;
};

struct help_state {
    struct line_edit filter;
    struct paper paper;
    enum where from; /* where it was opened, so which actions it shows */
    bool typing;     /* printable keys were text there */
    int rows;
};

/* More than any question has, the browser's own area among them. */
enum { GUIDE_CHOICES_MOST = 12 };

struct guide_state {
    bool open;    /* perhaps behind the help or urgent help */
    bool changed; /* the need as it was before is the last step for undo */
    enum guide_question question;
    struct guide_path path;
    struct line_edit line;
    struct guide_answer offered; /* to what was typed last, when it was not clear */
    struct guide_choice choices[GUIDE_CHOICES_MOST]; /* labels translated; the row behind them passes the question over */
    size_t count;
    size_t fits[GUIDE_CHOICES_MOST]; /* how many would fit with each */
    uint64_t edition;                /* of the answers that these stand for; 0: not counted */
    size_t selected;                 /* row; SIZE_MAX: the line */
    size_t top;                      /* first row in view, and how many are */
    size_t shown;
    struct buffer area_label;
    struct buffer area_terms;
    struct buffer last_label; /* of the row behind the choices, as the kiosk says it */
};

/* Of the visit at the kiosk; in the browser nothing. */
struct kiosk_state {
    size_t welcome_row; /* marked on the first screen */
    size_t welcome_top; /* the first in view there, and how many are */
    size_t welcome_shown;
    size_t way; /* marked where nothing fits, counted from 1; 0: none */
    bool left; /* somebody left quickly while something printed */
    bool touched;       /* there has been a visitor */
    bool counted;
    int seconds;        /* left of the warning */
    int64_t escaped[2]; /* ticks of the last presses of Esc, with nothing between; the older first */
    int escapes;
    char pin[KIOSK_PIN_MOST]; /* as far as it is typed */
    size_t pin_length;
};

/* Of the kiosk, whoever uses it. In ticks where it is about time. */
struct kiosk_machine {
    int64_t touched; /* last */
    int64_t left;    /* when a visit was forgotten last */
    bool burst;      /* what is typed on since then is still coming */
    bool unswept;    /* what libraries, heap and stack hold of it has not been overwritten */
    unsigned wrong;  /* PINs */
    int64_t closed_until; /* to staff, as there were too many of these */
    unsigned visits; /* of the day */
    struct date day;
};

struct browser {
    const struct browse_setting *setting;
    struct listing *listing; /* what is shown */
    struct source source;
    struct speaking speaking; /* at the kiosk */
    place_id area; /* the site's own, PLACE_NONE */
    struct finding finding;
    struct layout layout;
    struct hits hits;
    enum pane focus;
    const struct view *cover; /* in front of the panes, or NULL */
    const struct view *under[COVERS_MOST]; /* covers that the cover was opened from, the last one last */
    size_t under_count;
    bool searching;           /* the search line has the keys */
    bool on_chips;            /* the chips have them, while there are any */
    size_t chip;              /* that is marked */
    enum action wanted;       /* with HAPPENED_DO */
    struct buffer notice;     /* shown until the next key */
    struct facets_state facets;
    struct answers_state answers;
    struct entry_state entry;
    struct search_state search;
    struct help_state help;
    struct handing_state handing;
    struct code_state code;
    struct guide_state guide;
    struct kiosk_state kiosk;
    struct kiosk_machine machine;
    struct paper page; /* of urgent help, of the entries left out, or of the explainer */
    size_t theme;
    void (*page_writer)(struct browser *); /* who wrote on it */
    int page_rows;
    enum reader explained_to; /* of the explainer, while it is in front */
    bool plain;
};

/* Begins a visit, ends it by overwriting and freeing all that it left, and ends one to begin another: of the one before nothing stays. visit.c */
void browser_begin_visit(struct browser *browser);
void browser_end_visit(struct browser *browser);
void browser_forget_visit(struct browser *browser);

/* The same, and what is answered from now on is answered as on that day. */
void browser_begin_day(struct browser *browser, struct date today);

/* Asks staff for the PIN, if the site has one and not too many wrong ones were tried. */
void staff_open(struct browser *browser);

/* Takes what has come while something prints, when the screen stays as it is whatever its size becomes: *input is what the person did, or INPUT_NONE. False: the
 * program is to end, which is left for the manager to find. */
bool browser_while_printing(struct browser *browser, struct input *input);

/* The view that has the keys. */
const struct view *browser_view(const struct browser *browser);

/* Whether printable keys are text now. */
bool browser_typing(const struct browser *browser);

/* Says something in the line for notices until the next key. */
void browser_say(struct browser *browser, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Draws the whole screen as things stand: for where something takes long. */
void browser_draw(struct browser *browser);

/* Puts a view in front of all panes, and goes back to what it was opened from. */
void browser_cover(struct browser *browser, const struct view *view);
void browser_uncover(struct browser *browser);

/* Takes away all that stands in front. */
void browser_uncover_all(struct browser *browser);

/* Whether the action does something in this place and state: an undo with nothing to undo does not. */
bool browser_offers(const struct browser *browser, enum action action, enum where where);

/* The name of the first usable key of an action, for a sentence; where it has none, that of the help. Lent until the next call but three. */
const char *browser_key_name(const struct browser *browser, enum action action);

/* Gives the keys to a part. */
void browser_focus(struct browser *browser, enum pane pane);

/* The part to which Tab leads (step 1), or Shift-Tab (step -1). */
enum pane browser_next_part(const struct browser *browser, int step);

/* Does the action, if it works where the keys go now. The one place through which every key, click and line of the help goes. False: the browser is
 * to end. */
bool browser_do(struct browser *browser, enum action action);

/* Does what follows from what a view says has happened. False: the browser is to end. */
bool browser_after(struct browser *browser, enum happened happened);

/* Takes a term of the need away and says so. */
void browser_drop_term(struct browser *browser, size_t term);

/* Puts the answers into that order and says so. */
void browser_set_order(struct browser *browser, enum finding_order order);

/* The place whose urgent help is shown: the need's, else the site's. */
place_id browser_place(const struct browser *browser);

/* The offer of the selected row of the answers, or UINT32_MAX. */
uint32_t browser_row_offer(const struct browser *browser);

/* The offer that is meant by keeping, showing and the like: the one that is read in the entry when the keys go there, else the one of the row. */
uint32_t browser_selected_offer(const struct browser *browser);

/* Whether the current line of the entry leads to another offer. */
bool entry_leads_on(const struct browser *browser);

/* Goes to that offer, and back to the one before. False: there is none. */
bool entry_go_on(struct browser *browser);
bool entry_go_back(struct browser *browser);

/* In a list that was read again: the offer that one was led to from that of the row; OFFER_NONE when it is gone. */
void entry_led_to(struct browser *browser, size_t offer);

/* Opens the search line with a text typed already, "" for none. */
void search_open(struct browser *browser, const char *bytes, size_t length);

/* Puts a term at the end of the search line: from the help. */
void search_insert_term(struct browser *browser, const char *term);

/* Opens the sheet of what is kept, else of the offer that is selected; says so when there is neither. */
void handing_open(struct browser *browser);

/* Whether there is anything to put on a sheet. */
bool handing_has_offers(const struct browser *browser);

/* The sheet as it stands; lives in the arena. */
struct handout handing_handout(const struct browser *browser, struct arena *arena);

/* Overwrites and frees what the sheet and the codes remember. */
void handing_end(struct browser *browser);
void code_end(struct browser *browser);

/* Shows the codes of what is on the sheet when that is open, else of the offer that is selected; says so when there are none. */
void code_open(struct browser *browser);

/* Marks a row of the answers. */
void answers_select(struct browser *browser, size_t row);

/* Nobody has gone to a row yet: the first is marked, whatever comes. */
void answers_rewind(struct browser *browser);

/* Brings the answers' selection in line after the answers have changed. */
void answers_follow(struct browser *browser);

/* Appends what is to be said of the choice that is marked among the facets: what it would lead to where that is no plain count, and what it means. */
void facets_say(struct browser *browser, struct buffer *out);

/* The term of the selected value, lent until the need changes, or NULL; and the line of a term becomes the selected one, if there is one. */
const char *facets_selected_term(struct browser *browser);
void facets_select_term(struct browser *browser, const char *term);

/* Opens the editor at the entry that is selected, or in the list of problems at the one that is marked. */
void browser_edit(struct browser *browser);

/* Where that would be: a file and a line, or {0}. */
struct position browser_edit_place(const struct browser *browser);

/* The problem on which the mark of the problem list is, or NULL. */
const struct problem *problems_marked(const struct browser *browser);

/* Rows that the top line wants on a screen of so many columns: more than one where the need does not fit into one. */
int top_rows(struct browser *browser, int columns);
void top_draw(struct browser *browser);

/* The lines below the panes, and those for searching and for notices. */
void bars_draw(struct browser *browser);

/* Takes a term away without a step of its own: while questions are asked. */
void guide_drop(struct browser *browser, size_t term);

/* Whether Esc would leave the questions. */
bool guide_at_start(const struct browser *browser);

/* Overwrites and frees what was typed. */
void guide_end(struct browser *browser);

/* The chip that is marked, or SIZE_MAX when the chips have not the keys. */
size_t chips_marked(const struct browser *browser);

/* Ends the search line and keeps what is understood of it. */
void search_close(struct browser *browser);

/* Looks at what the line means, if that has changed: for whoever is to see it or act on it. */
void search_look(struct browser *browser);

/* Draws the search line while it is open, and what lies below it. */
void search_draw(struct browser *browser, struct area area, bool has_keys);

/* Overwrites and frees what was typed. */
void search_end(struct browser *browser);

#endif
