#include "screen/theme.h"

#include <curses.h>

/* The terminal's own colour. */
enum { OWN = -1 };

struct look {
    short foreground;
    short background;
    attr_t with_colour;    /* what goes with the colours */
    attr_t without_colour; /* what stands for them where there are none */
};

/* The default theme has the terminal's own colours plus bold and reverse, nothing else: they are readable on every palette, white on blue is not
 * (TERMINAL.md, "Contrast"). Underline and dim are lost on the Linux console, so nothing uses them. */
static const struct look looks[ROLE_COUNT] = {
    [ROLE_TEXT] = {OWN, OWN, A_NORMAL, A_NORMAL},
    [ROLE_PROGRAM] = {OWN, OWN, A_BOLD, A_BOLD},
    [ROLE_CHIP] = {OWN, OWN, A_NORMAL, A_NORMAL},
    [ROLE_COUNTS] = {OWN, OWN, A_BOLD, A_BOLD},
    [ROLE_PANE] = {OWN, OWN, A_BOLD, A_BOLD},
    [ROLE_HEADING] = {OWN, OWN, A_BOLD, A_BOLD},
    [ROLE_NAME] = {OWN, OWN, A_NORMAL, A_NORMAL},
    [ROLE_SELECTED] = {OWN, OWN, A_REVERSE, A_REVERSE},
    [ROLE_CHOSEN] = {OWN, OWN, A_BOLD, A_BOLD},
    [ROLE_ASK] = {OWN, OWN, A_NORMAL, A_NORMAL},
    [ROLE_FAILS] = {OWN, OWN, A_NORMAL, A_NORMAL},
    [ROLE_LABEL] = {OWN, OWN, A_NORMAL, A_NORMAL},
    [ROLE_NOTE] = {OWN, OWN, A_NORMAL, A_NORMAL},
    [ROLE_EDIT] = {OWN, OWN, A_NORMAL, A_NORMAL},
    [ROLE_WRONG] = {OWN, OWN, A_BOLD, A_BOLD},
    [ROLE_NOTICE] = {OWN, OWN, A_NORMAL, A_NORMAL},
    [ROLE_KEY] = {OWN, OWN, A_BOLD, A_BOLD},
    [ROLE_HINT] = {OWN, OWN, A_NORMAL, A_NORMAL},
    [ROLE_URGENT] = {OWN, OWN, A_BOLD, A_BOLD},
    [ROLE_CODE_LIGHT] = {OWN, OWN, A_NORMAL, A_REVERSE},
    [ROLE_CODE_DARK] = {OWN, OWN, A_NORMAL, A_NORMAL},
};

static bool in_colour;
static bool may_colour;
static enum { CODE_NOT_ASKED, CODE_IN_COLOUR, CODE_IN_REVERSE } code;

static bool has_own_colours(const struct look *look)
{
    return look->foreground != OWN || look->background != OWN;
}

/* Black and white for a code, whatever the theme (TERMINAL.md, "QR facts": a camera reads no other way round). Taken from the cube of the 256 colours, which
 * no palette changes, where there is one. */
static void code_colours(short *black, short *white)
{
    *black = COLORS >= 256 ? 16 : COLOR_BLACK;
    *white = COLORS >= 256 ? 231 : COLORS >= 16 ? 15 : COLOR_WHITE;
}

bool theme_code_in_colour(void)
{
    if (code != CODE_NOT_ASKED)
        return code == CODE_IN_COLOUR;
    /* Only now: where no code is shown and the theme has no colours, curses is never told of any. */
    bool can = may_colour && has_colors() && (in_colour || (start_color() == OK && use_default_colors() == OK));
    code = can ? CODE_IN_COLOUR : CODE_IN_REVERSE;
    if (can) {
        short black;
        short white;
        code_colours(&black, &white);
        init_pair(ROLE_CODE_LIGHT + 1, black, white);
        init_pair(ROLE_CODE_DARK + 1, white, black);
    }
    return can;
}

void theme_start(bool colour)
{
    may_colour = colour;
    code = CODE_NOT_ASKED;
    bool wanted = false;
    for (int role = 0; role < ROLE_COUNT; role++)
        wanted = wanted || has_own_colours(&looks[role]);
    /* Curses is not even told of colours when no role has any: then no sequence of colour is ever sent. */
    in_colour = colour && wanted && has_colors() && start_color() == OK && use_default_colors() == OK;
    if (!in_colour)
        return;
    for (int role = 0; role < ROLE_COUNT; role++)
        if (has_own_colours(&looks[role]))
            init_pair((short)(role + 1), looks[role].foreground, looks[role].background);
}

void theme_use(enum role role)
{
    const struct look *look = &looks[role];
    if ((role == ROLE_CODE_LIGHT || role == ROLE_CODE_DARK) && theme_code_in_colour())
        attr_set(A_NORMAL, (short)(role + 1), NULL);
    else if (in_colour)
        attr_set(look->with_colour, (short)(has_own_colours(look) ? role + 1 : 0), NULL);
    else
        attr_set(look->without_colour, 0, NULL);
}
