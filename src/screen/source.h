/* Where the list comes from: its files are read again when they change, and the rest of a long list while its first part is in use. What cannot be
 * read never takes the place of what could. */
#ifndef SCREEN_SOURCE_H
#define SCREEN_SOURCE_H

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "read/watch.h"
#include "screen/listing.h"
#include "screen/reading.h"

struct browser;

enum read_why {
    READ_REST,    /* only a part was read */
    READ_CHANGED, /* the files have changed */
    READ_ASKED,   /* the person asks for it */
    READ_EDITED,  /* the person has edited a file */
};

struct source {
    struct watch *watch;     /* NULL: changes are not heard of */
    struct reading *reading; /* NULL: nothing is being read */
    enum read_why why;       /* of what is read, or was last */
    bool slow;               /* it takes long enough to tell of its progress */
    bool stopped;            /* the person has asked it to stop */
    bool adds;               /* what it says goes behind the notice that stands there */
    struct load_progress progress;
    struct listing *next;    /* has been read, and waits until no view needs the one before */
    struct listing *refused; /* what is wrong with the files as they are now, without a catalogue; NULL: what they say is what is shown */
    int64_t heard;           /* ticks when the first change was heard of that nothing has come of yet; 0: none */
    int64_t heard_last;
};

/* Begins to watch the files of the browser's list, and to read the rest of it if it is a part. */
void source_open(struct browser *browser);
void source_close(struct browser *browser);

/* What to wait for besides keys, and for how many milliseconds at most; -1: for ever. */
size_t source_waits(const struct browser *browser, struct pollfd *waits, size_t room);
int source_patience(const struct browser *browser);

/* Takes what has come from any of these. */
void source_hear(struct browser *browser);

/* Does what is due. Cheap when nothing is. */
void source_look(struct browser *browser);

/* Reads the list again, and says so when that cannot be. */
void source_read(struct browser *browser, enum read_why why);

/* Ends what is being read at once, and drops what has been read but not shown. Gives whether there was any. */
bool source_drop_reading(struct browser *browser);

/* The person has come back from an editor: reads the list again if a file was changed. What the editor's failure had to say stays in the notice. */
void source_edited(struct browser *browser, bool good);

/* Whether more of a list of which there is only a part is on its way. */
bool source_brings_more(const struct browser *browser);

/* Whether the list is being read, and the person is to know. Then source_stop stops it. */
bool source_is_slow(const struct browser *browser);
void source_stop(struct browser *browser);

/* Appends what the line for notices says of the source when there is nothing else to say; nothing when all is well. */
void source_words(const struct browser *browser, struct buffer *out);

/* What was wrong when the files were last read. */
const struct listing *source_problems(const struct browser *browser);

#endif
