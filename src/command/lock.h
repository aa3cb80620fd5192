/* The lock of the kiosk: the process gives up, for good, the power to do anything but its work. After it a visitor who has found a mistake in the program
 * can draw on this screen and read the lists, and no more: there is no program to start, no file to write, no other machine to speak to. Six pieces, each by
 * itself, because a kernel may lack any of them. signpost-kiosk(8) says what they are and what they cannot prevent. */
#ifndef COMMAND_LOCK_H
#define COMMAND_LOCK_H

#include <stdbool.h>
#include <stddef.h>

#include "read/load.h"
#include "text/buffer.h"

enum lock_piece {
    LOCK_NO_NEW_PRIVILEGES, /* no program that it started would have more rights than it has */
    LOCK_NO_CORE,           /* a crash writes no memory into a file */
    LOCK_NOT_DUMPABLE,      /* no other program of the same user can look into its memory */
    LOCK_FEW_RESOURCES,     /* no file can grow, few can be open */
    LOCK_FILES,             /* Landlock: nothing is read but what it needs, nothing written, no other machine called */
    LOCK_CALLS,             /* seccomp: the kernel ends it at the first call that is none of its work */
    LOCK_PIECES,
};

enum { LOCK_NOT_BUILT = -1 };

struct lock_got {
    bool got[LOCK_PIECES];
    int why[LOCK_PIECES]; /* of one that was not got: an errno, or LOCK_NOT_BUILT when the program was made without it */
};

/* What may still be read. All lent for the call; paths that are NULL, "-" or not there are passed over. */
struct lock_wish {
    const struct load_request *request; /* everything that it names; NULL: nothing */
    const char *const *more;            /* other files and folders */
    size_t more_count;
};

/* Reduces the environment to what the work needs, and closes every descriptor but the standard three. To be called first of all in the process that will
 * be locked: before settings are read and before anything is opened. lock_environment.c says what stays. */
void lock_clean_environment(void);

/* Closes every descriptor but the standard three and the one named; -1: no other. */
void lock_close_all_but(int kept);

/* Locks what can be locked, and says in *got what that was. To be called while the process has one thread, with everything loaded once, before the screen is
 * taken. What is read again later must stand under the wish: of a file the whole folder that it stands in is readable, as a new file takes its name there.
 * A time zone, once used, stays as it was read. */
void lock_now(const struct lock_wish *wish, struct lock_got *got);

/* Appends what staff read at the start: one line when all is there, else one for each piece that is missing, with the reason. Lines end in a line break. */
void lock_words(struct buffer *out, const struct lock_got *got);

/* Whether every piece was got. */
bool lock_is_whole(const struct lock_got *got);

#endif
