#include "command/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command/linear.h"
#include "command/words.h"
#include "text/buffer.h"
#include "text/ticks.h"
#include "text/width.h"

/* What is over sooner than the first needs no word. Milliseconds. */
enum { WORTH_TELLING = 500, TELL_EVERY = 200 };

static void tell_in_place(struct progress *progress, const struct load_progress *how_far)
{
    size_t hundredths = how_far->bytes_all > 0 ? (size_t)((double)how_far->bytes_done / (double)how_far->bytes_all * 100) : 0;
    struct buffer words = {0};
    buffer_format(&words, SAY_PROGRESS(how_far->services), hundredths, how_far->services);
    int columns = (int)width_columns(buffer_text(&words), words.length);
    int rest = progress->columns > columns ? progress->columns - columns : 0;
    fprintf(stderr, "\r%s%*s", buffer_text(&words), rest, "");
    fflush(stderr);
    progress->columns = columns;
    buffer_free(&words);
}

static bool tell(void *data, const struct load_progress *how_far)
{
    struct progress *progress = data;
    int64_t now = ticks_now();
    if (now - progress->began < WORTH_TELLING || (progress->told != 0 && (!progress->in_place || now - progress->told < TELL_EVERY)))
        return true;
    progress->told = now;
    if (progress->in_place)
        tell_in_place(progress, how_far);
    else
        fprintf(stderr, "%s\n", SAY_PROGRESS_ONCE);
    return true;
}

void progress_start(struct progress *progress, const struct options *options, struct load_request *request)
{
    const char *term = getenv("TERM");
    bool moves = term && *term && strcmp(term, "dumb") != 0;
    *progress = (struct progress){.in_place = moves && !linear_wanted(options), .began = ticks_now()};
    if (!isatty(STDERR_FILENO))
        return;
    request->progress = tell;
    request->progress_data = progress;
}

void progress_end(struct progress *progress)
{
    if (progress->columns == 0)
        return;
    fprintf(stderr, "\r%*s\r", progress->columns, "");
    fflush(stderr);
    progress->columns = 0;
}
