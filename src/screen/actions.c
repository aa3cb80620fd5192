#include "screen/actions.h"

#include "screen/keys.h"
#include "screen/words.h"

const struct action_row action_table[ACTION_COUNT] = {
    [ACTION_HELP] = {"help", {PRESS_F(1), '?'}, IN_PANES | IN_SEARCH | IN_PAGE | IN_SHEET | IN_CODE | IN_GUIDE | IN_CHIPS, true, N_("help"), N_("Show what each key does, and do it from there.")},
    [ACTION_CHIP_DROP] = {"take-away", {PRESS_DELETE, PRESS_BACKSPACE, PRESS_ENTER}, IN_CHIPS, true, N_("take away"), N_("Take this choice away; undo brings it back.")},
    [ACTION_TAKE] = {"take", {PRESS_TAB}, IN_SEARCH, true, N_("take this"), N_("Take the suggestion that is marked, or the first one.")},
    [ACTION_ENTER_LINE] = {"enter-line", {PRESS_ENTER}, IN_SEARCH, true, N_("done"), N_("Keep what is in the search line and go to the answers.")},
    [ACTION_LINE_DONE] = {"line-done", {PRESS_ENTER}, IN_LINE, true, N_("done"), N_("Take what is typed.")},
    [ACTION_PUT_BACK] = {"put-back", {PRESS_ESCAPE}, IN_SEARCH, true, N_("put back"), N_("Leave the search line; everything is as it was before.")},
    [ACTION_SEARCH] = {"search", {'/', PRESS_F(4)}, IN_PANES | IN_CHIPS, true, N_("search"), N_("Type what you look for: words, or terms such as in:Falkirk.")},
    [ACTION_GUIDE] = {"guide", {PRESS_F(2)}, IN_PANES | IN_SEARCH | IN_PAGE | IN_CHIPS, true, N_("guide me"), N_("Be asked where, when, who and how; each can be skipped.")},
    [ACTION_SKIP] = {"skip", {PRESS_TAB}, IN_GUIDE, true, N_("skip"), N_("Skip this question; what was chosen stays.")},
    [ACTION_OPEN] = {"open", {PRESS_ENTER}, IN_ANSWERS, true, N_("open"), N_("Read the whole entry; or drop the term that nothing fits.")},
    [ACTION_CHOOSE] = {"choose", {PRESS_ENTER, ' '}, IN_FACETS, true, N_("choose"), N_("Choose this, or take the choice away again.")},
    [ACTION_DO] = {"do", {PRESS_ENTER}, IN_HELP | IN_SHEET, true, N_("do it"), N_("Do what is marked.")},
    [ACTION_BACK] = {"back", {PRESS_ESCAPE}, IN_PANES | IN_COVERS | IN_LINE | IN_GUIDE | IN_CHIPS, true, N_("back"), N_("Go one step back.")},
    [ACTION_ANSWER] = {"answer", {PRESS_ENTER}, IN_GUIDE, true, N_("answer"), N_("Answer with what is marked, or with what you have typed.")},
    [ACTION_GUIDE_END] = {"see-answers", {PRESS_F(2)}, IN_GUIDE, true, N_("see the answers"), N_("See what fits so far; the other questions are skipped.")},
    [ACTION_NEXT_PART] = {"next-part", {PRESS_TAB}, IN_PANES | IN_SHEET | IN_CHIPS, true, N_("next part"), N_("Go to the next part: narrow down, answers, entry.")},
    [ACTION_KEEP] = {"keep", {' '}, IN_ANSWERS | IN_ENTRY, true, N_("keep"), N_("Keep this one, marked *; or let it go again.")},
    [ACTION_SHEET] = {"sheet", {'p', PRESS_F(5)}, IN_PANES, true, N_("sheet"), N_("Make a sheet of what is kept: print it, save it, take it home.")},
    [ACTION_CODE_HERE] = {"code-here", {PRESS_ENTER}, IN_ENTRY, true, N_("code"), N_("Show its address as a code for the camera of a phone.")},
    [ACTION_CODE] = {"code", {PRESS_F(11)}, IN_PANES | IN_SHEET, true, NULL, N_("Show the address as a code for the camera of a phone.")},
    [ACTION_CODE_LEAVE] = {"code-leave", {PRESS_ENTER, PRESS_BACKSPACE, PRESS_LEFT, PRESS_F(11)}, IN_CODE, true, NULL, N_("Leave the code.")},
    [ACTION_SWAP] = {"swap", {' '}, IN_CODE, true, N_("swap"), N_("Swap dark and light, where the camera finds no code.")},
    [ACTION_NEAR] = {"near", {'x', PRESS_F(6)}, IN_PANES, true, N_("near"), N_("Show what nearly fits and why it does not; or hide it.")},
    [ACTION_UNDO] = {"undo", {'u', PRESS_F(7)}, IN_PANES | IN_CHIPS, true, N_("undo"), N_("Undo the last change of what you look for.")},
    [ACTION_ORDER] = {"order", {'o', PRESS_F(12)}, IN_PANES, true, N_("order"), N_("Order the answers by how they fit, or by name.")},
    [ACTION_CHIPS] = {"choices", {PRESS_CONTROL('G')}, IN_PANES, true, N_("choices"), N_("Go to your choices at the top, to take any of them away.")},
    [ACTION_DROP_LAST] = {"drop-last", {PRESS_BACKSPACE}, IN_PANES, true, N_("drop last"), N_("Take the last choice away; undo brings it back.")},
    [ACTION_START_OVER] = {"start-over", {'c', PRESS_DELETE}, IN_PANES, true, N_("start over"), N_("Take every choice away; undo brings them back.")},
    [ACTION_URGENT] = {"urgent", {PRESS_F(9), '!'}, IN_PANES | IN_TYPING | IN_HELP | IN_SHEET | IN_CODE | IN_CHIPS, true, NULL, N_("Show all the urgent help, with numbers and hours.")},
    [ACTION_PROBLEMS] = {"problems", {PRESS_F(3)}, IN_PANES | IN_HELP, false, NULL, N_("Show what is wrong in the list, and where.")},
    [ACTION_EDIT] = {"edit", {'e', PRESS_CONTROL('E')}, IN_ANSWERS | IN_ENTRY | IN_PAGE, false, N_("edit"), N_("Open the file of the list at this entry in your editor.")},
    [ACTION_RELOAD] = {"reload", {PRESS_CONTROL('R')}, IN_PANES | IN_PAGE, false, NULL, N_("Read the files of the list again.")},
    [ACTION_MOUSE] = {"mouse", {'m', PRESS_F(8)}, IN_PANES | IN_COVERS | IN_GUIDE | IN_CHIPS, false, NULL, N_("Mouse on or off. Off: the terminal can select text.")},
    [ACTION_QUIT] = {"quit", {'q', PRESS_F(10), PRESS_CONTROL('C')}, IN_ALL, false, N_("quit"), N_("Leave Signpost. Nothing about your search is kept.")},
    [ACTION_UP] = {"up", {PRESS_UP, 'k', PRESS_CONTROL('P')}, IN_ALL, true, NULL, N_("One up.")},
    [ACTION_DOWN] = {"down", {PRESS_DOWN, 'j', PRESS_CONTROL('N')}, IN_ALL, true, NULL, N_("One down.")},
    [ACTION_PAGE_UP] = {"page-up", {PRESS_PAGE_UP}, IN_PANES | IN_COVERS | IN_GUIDE, true, NULL, N_("One page up.")},
    [ACTION_PAGE_DOWN] = {"page-down", {PRESS_PAGE_DOWN}, IN_PANES | IN_COVERS | IN_GUIDE, true, NULL, N_("One page down.")},
    [ACTION_FIRST] = {"first", {PRESS_HOME}, IN_PANES | IN_COVERS | IN_CHIPS, true, NULL, N_("To the first.")},
    [ACTION_LAST] = {"last", {PRESS_END}, IN_PANES | IN_COVERS | IN_CHIPS, true, NULL, N_("To the last.")},
    [ACTION_LEFT] = {"left", {PRESS_LEFT, 'h'}, IN_PANES, true, NULL, N_("To the part on the left.")},
    [ACTION_RIGHT] = {"right", {PRESS_RIGHT, 'l'}, IN_PANES, true, NULL, N_("To the part on the right.")},
    [ACTION_PREVIOUS_PART] = {"previous-part", {PRESS_BACK_TAB}, IN_PANES | IN_CHIPS, true, NULL, N_("Go to the part before.")},
    [ACTION_CHIP_BEFORE] = {"choice-before", {PRESS_LEFT, 'h'}, IN_CHIPS, true, NULL, N_("To the choice before.")},
    [ACTION_CHIP_NEXT] = {"choice-after", {PRESS_RIGHT, 'l'}, IN_CHIPS, true, NULL, N_("To the choice after.")},
    [ACTION_REDRAW] = {"redraw", {PRESS_CONTROL('L')}, IN_ALL, true, NULL, N_("Draw the whole screen anew.")},
    [ACTION_SUSPEND] = {"suspend", {PRESS_CONTROL('Z')}, IN_ALL, false, NULL, N_("Go to the shell for a while; fg comes back.")},
    [ACTION_LINE_LEFT] = {"line-left", {PRESS_LEFT, PRESS_CONTROL('B')}, IN_TYPING, true, NULL, N_("One letter to the left.")},
    [ACTION_LINE_RIGHT] = {"line-right", {PRESS_RIGHT, PRESS_CONTROL('F')}, IN_TYPING, true, NULL, N_("One letter to the right.")},
    [ACTION_LINE_WORD_LEFT] = {"line-word-left", {PRESS_WORD_LEFT}, IN_TYPING, true, NULL, N_("One word to the left.")},
    [ACTION_LINE_WORD_RIGHT] = {"line-word-right", {PRESS_WORD_RIGHT}, IN_TYPING, true, NULL, N_("One word to the right.")},
    [ACTION_LINE_HOME] = {"line-start", {PRESS_HOME, PRESS_CONTROL('A')}, IN_TYPING, true, NULL, N_("To the start of the line.")},
    [ACTION_LINE_END] = {"line-end", {PRESS_END, PRESS_CONTROL('E')}, IN_TYPING, true, NULL, N_("To the end of the line.")},
    [ACTION_LINE_DELETE_BACK] = {"line-delete-back", {PRESS_BACKSPACE}, IN_TYPING | IN_HELP, true, NULL, N_("Delete the letter before the cursor.")},
    [ACTION_LINE_DELETE_AHEAD] = {"line-delete-ahead", {PRESS_DELETE, PRESS_CONTROL('D')}, IN_TYPING, true, NULL, N_("Delete the letter at the cursor.")},
    [ACTION_LINE_DELETE_WORD] = {"line-delete-word", {PRESS_CONTROL('W')}, IN_TYPING | IN_HELP, true, NULL, N_("Delete the word before the cursor.")},
    [ACTION_LINE_DELETE_START] = {"line-delete-start", {PRESS_CONTROL('U')}, IN_TYPING | IN_HELP, true, NULL, N_("Delete all before the cursor.")},
    [ACTION_LINE_DELETE_END] = {"line-delete-end", {PRESS_CONTROL('K')}, IN_TYPING, true, NULL, N_("Delete all behind the cursor.")},
};

static bool usable(uint32_t press, bool letters, bool typing)
{
    if (press == PRESS_NONE || (typing && press_is_printable(press)))
        return false;
    return letters || !press_is_letter(press);
}

enum action action_for(uint32_t press, enum where where, bool letters, bool typing)
{
    if (!usable(press, letters, typing))
        return ACTION_NONE;
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        const struct action_row *row = &action_table[action];
        if (!(row->where & (unsigned)where))
            continue;
        for (int i = 0; i < ACTION_KEYS; i++)
            if (row->keys[i] == press)
                return (enum action)action;
    }
    return ACTION_NONE;
}

uint32_t action_key(enum action action, bool letters, bool typing)
{
    for (int i = 0; i < ACTION_KEYS; i++)
        if (usable(action_table[action].keys[i], letters, typing))
            return action_table[action].keys[i];
    return PRESS_NONE;
}

void action_keys(struct buffer *out, enum action action, bool letters, bool typing)
{
    size_t start = out->length;
    for (int i = 0; i < ACTION_KEYS; i++) {
        if (!usable(action_table[action].keys[i], letters, typing))
            continue;
        if (out->length > start)
            buffer_add_text(out, NAME_OR);
        press_name(out, action_table[action].keys[i]);
    }
}
