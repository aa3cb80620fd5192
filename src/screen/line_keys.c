#include "screen/line_keys.h"

bool line_act(struct line_edit *line, enum action action, bool *changed)
{
    static bool (*const edits[ACTION_COUNT])(struct line_edit *) = {
        [ACTION_LINE_LEFT] = line_edit_left,
        [ACTION_LINE_RIGHT] = line_edit_right,
        [ACTION_LINE_WORD_LEFT] = line_edit_word_left,
        [ACTION_LINE_WORD_RIGHT] = line_edit_word_right,
        [ACTION_LINE_HOME] = line_edit_home,
        [ACTION_LINE_END] = line_edit_end,
        [ACTION_LINE_DELETE_BACK] = line_edit_delete_back,
        [ACTION_LINE_DELETE_AHEAD] = line_edit_delete_ahead,
        [ACTION_LINE_DELETE_WORD] = line_edit_delete_word,
        [ACTION_LINE_DELETE_START] = line_edit_delete_start,
        [ACTION_LINE_DELETE_END] = line_edit_delete_end,
    };
    if (!edits[action])
        return false;
    *changed = edits[action](line);
    return true;
}
