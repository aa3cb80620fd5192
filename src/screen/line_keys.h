/* The actions of the table that edit a line, for every view in which a line is typed. */
#ifndef SCREEN_LINE_KEYS_H
#define SCREEN_LINE_KEYS_H

#include <stdbool.h>

#include "screen/actions.h"
#include "screen/line_edit.h"

/* Does the action to the line; *changed says whether anything came of it. False: it is none that edits a line. */
bool line_act(struct line_edit *line, enum action action, bool *changed);

#endif
