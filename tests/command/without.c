/* without PIECE… -- PROGRAM [ARG…]: runs a program on a kernel that lacks pieces of the lock. Status 77 when that cannot be done here. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../unit/without_pieces.h"

enum { CANNOT_DO_THAT = 77 };

static bool take_away_named(const char *name)
{
    for (int piece = 0; piece < LOCK_PIECES; piece++)
        if (strcmp(piece_names[piece], name) == 0)
            return take_piece_away((enum lock_piece)piece);
    fprintf(stderr, "without: there is no piece \"%s\"\n", name);
    return false;
}

int main(int count, char **arguments)
{
    int at = 1;
    /* The way to all others comes last. */
    bool calls = false;
    for (; at < count && strcmp(arguments[at], "--") != 0; at++) {
        bool last = strcmp(arguments[at], piece_names[LOCK_CALLS]) == 0;
        calls = calls || last;
        if (!last && !take_away_named(arguments[at]))
            return CANNOT_DO_THAT;
    }
    if (calls && !take_away_named(piece_names[LOCK_CALLS]))
        return CANNOT_DO_THAT;
    if (at + 1 < count)
        execvp(arguments[at + 1], arguments + at + 1);
    perror("without");
    return CANNOT_DO_THAT;
}
