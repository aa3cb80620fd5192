#include "screen/keys.h"

#include "screen/words.h"
#include "text/utf8.h"

bool press_is_printable(uint32_t press)
{
    return press >= 0x20 && press != 0x7F && press < PRESS_UP && !(press >= 0x80 && press < 0xA0);
}

bool press_is_letter(uint32_t press)
{
    return press_is_printable(press) && press != ' ';
}

static const char *special_name(uint32_t press)
{
    switch (press) {
    case PRESS_UP: return NAME_UP;
    case PRESS_DOWN: return NAME_DOWN;
    case PRESS_LEFT: return NAME_LEFT;
    case PRESS_RIGHT: return NAME_RIGHT;
    case PRESS_PAGE_UP: return NAME_PAGE_UP;
    case PRESS_PAGE_DOWN: return NAME_PAGE_DOWN;
    case PRESS_HOME: return NAME_HOME;
    case PRESS_END: return NAME_END;
    case PRESS_WORD_LEFT: return NAME_WORD_LEFT;
    case PRESS_WORD_RIGHT: return NAME_WORD_RIGHT;
    case PRESS_TAB: return NAME_TAB;
    case PRESS_BACK_TAB: return NAME_BACK_TAB;
    case PRESS_ENTER: return NAME_ENTER;
    case PRESS_ESCAPE: return NAME_ESCAPE;
    case PRESS_BACKSPACE: return NAME_BACKSPACE;
    case PRESS_DELETE: return NAME_DELETE;
    case ' ': return NAME_SPACE;
    default: return NULL;
    }
}

void press_name(struct buffer *out, uint32_t press)
{
    const char *name = special_name(press);
    if (name) {
        buffer_add_text(out, name);
    } else if (press > PRESS_F0 && press <= PRESS_F12) {
        buffer_format(out, "F%u", (unsigned)(press - PRESS_F0));
    } else if (press > 0 && press < 0x20) {
        buffer_format(out, NAME_CONTROL, (int)(press + '@'));
    } else {
        char bytes[4];
        buffer_add(out, bytes, utf8_write(press, bytes));
    }
}
