#include "screen/theme.h"

#include <curses.h>

enum { NONE = 0 };

/* Without colours bold and reverse are all there is. Underline and dim are lost on the Linux console, so nothing uses them. */
const struct theme_role theme_roles[ROLE_COUNT] = {
    [ROLE_TEXT] = {"text", NONE},
    [ROLE_PROGRAM] = {"program", THEME_BOLD},
    [ROLE_CHIP] = {"chip", NONE},
    [ROLE_COUNTS] = {"counts", THEME_BOLD},
    [ROLE_PANE] = {"pane", THEME_BOLD},
    [ROLE_HEADING] = {"heading", THEME_BOLD},
    [ROLE_NAME] = {"name", NONE},
    [ROLE_SELECTED] = {"selected", THEME_REVERSE},
    [ROLE_CHOSEN] = {"chosen", THEME_BOLD},
    [ROLE_ASK] = {"ask", NONE},
    [ROLE_FAILS] = {"fails", NONE},
    [ROLE_LABEL] = {"label", NONE},
    [ROLE_NOTE] = {"note", NONE},
    [ROLE_EDIT] = {"edit", NONE},
    [ROLE_WRONG] = {"wrong", THEME_BOLD},
    [ROLE_NOTICE] = {"notice", NONE},
    [ROLE_KEY] = {"key", THEME_BOLD},
    [ROLE_HINT] = {"hint", NONE},
    [ROLE_URGENT] = {"urgent", THEME_BOLD},
    /* Not for themes. */
    [ROLE_CODE_LIGHT] = {NULL, THEME_REVERSE},
    [ROLE_CODE_DARK] = {NULL, NONE},
};

static struct {
    bool can_colour;
    bool started; /* curses has been told of colours */
    bool code; /* the pairs for a code are made */
    attr_t attributes[ROLE_COUNT];
    short pairs[ROLE_COUNT]; /* 0: the terminal's own colours */
} drawn;

static attr_t curses_attributes(unsigned attributes)
{
    return (attributes & THEME_BOLD ? A_BOLD : 0) | (attributes & THEME_REVERSE ? A_REVERSE : 0) | (attributes & THEME_UNDERLINE ? A_UNDERLINE : 0);
}

static bool has_own_colours(const struct theme *theme)
{
    for (int role = 0; role < ROLE_THEMED; role++)
        if (theme->looks[role].colours.foreground != THEME_OWN)
            return true;
    return false;
}

/* The pair that the terminal can show. */
static const struct theme_pair *shown(const struct theme_look *look)
{
    bool all = look->colours.foreground < COLORS && look->colours.background < COLORS;
    return all ? &look->colours : &look->stand_in;
}

/* Roles of the same colours share a pair, for between two pairs curses sends both colours anew. */
static short number_of_pair(const struct theme *theme, int role)
{
    const struct theme_pair *pair = shown(&theme->looks[role]);
    if (pair->foreground == THEME_OWN)
        return 0;
    int first = 0;
    while (shown(&theme->looks[first])->foreground != pair->foreground || shown(&theme->looks[first])->background != pair->background)
        first++;
    if (first == role)
        init_pair((short)(role + 1), (short)pair->foreground, (short)pair->background);
    return (short)(first + 1);
}

/* Tells curses of colours, once they are needed: where no theme has any and no code is shown, no sequence of colour is ever sent. */
static bool start_colours(void)
{
    if (drawn.can_colour && !drawn.started) {
        drawn.started = true;
        drawn.can_colour = start_color() == OK && use_default_colors() == OK && COLOR_PAIRS > ROLE_COUNT;
    }
    return drawn.can_colour;
}

void theme_take(const struct theme *theme)
{
    bool coloured = (drawn.started || has_own_colours(theme)) && start_colours();
    for (int role = 0; role < ROLE_COUNT; role++) {
        bool themed = coloured && role < ROLE_THEMED;
        drawn.attributes[role] = curses_attributes(themed ? shown(&theme->looks[role])->attributes : theme_roles[role].attributes);
        drawn.pairs[role] = themed ? number_of_pair(theme, role) : 0;
    }
    drawn.code = false;
    bkgdset((chtype)' ' | (chtype)COLOR_PAIR(drawn.pairs[ROLE_TEXT]));
}

void theme_start(bool colour, const struct theme *theme)
{
    drawn.can_colour = colour && has_colors();
    drawn.started = false;
    theme_take(theme);
}

bool theme_can_change(void)
{
    return drawn.can_colour;
}

/* Black and white for a code, whatever the theme (TERMINAL.md, "QR facts": a camera reads no other way round). Taken from the cube of the 256 colours, which
 * no palette changes, where there is one. */
bool theme_code_in_colour(void)
{
    if (!start_colours())
        return false;
    if (!drawn.code) {
        drawn.code = true;
        short black = COLORS >= 256 ? 16 : COLOR_BLACK;
        short white = COLORS >= 256 ? 231 : COLORS >= 16 ? 15 : COLOR_WHITE;
        init_pair(ROLE_CODE_LIGHT + 1, black, white);
        init_pair(ROLE_CODE_DARK + 1, white, black);
        for (int role = ROLE_CODE_LIGHT; role <= ROLE_CODE_DARK; role++) {
            drawn.attributes[role] = A_NORMAL;
            drawn.pairs[role] = (short)(role + 1);
        }
    }
    return true;
}

void theme_end(void)
{
    bkgdset(' ');
    attr_set(A_NORMAL, 0, NULL);
}

void theme_use(enum role role)
{
    if (role >= ROLE_THEMED)
        theme_code_in_colour();
    attr_set(drawn.attributes[role], drawn.pairs[role], NULL);
}
