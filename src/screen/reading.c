#include "screen/reading.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "text/arena.h"
#include "text/memory.h"
#include "text/ticks.h"

enum {
    TELL_EVERY = 250,              /* milliseconds */
    STACK_BYTES = 4 * 1024 * 1024, /* on every system, whatever it gives a thread by itself */
};

struct reading {
    struct arena *arena; /* holds the paths */
    struct load_request request;
    struct match_setting setting;
    int pipe[2];
    int64_t told; /* ticks; only the thread's */

    pthread_mutex_t lock; /* for what follows */
    pthread_cond_t ended;
    struct load_progress progress;
    struct listing *listing; /* once it has ended */
    bool stop;
    bool left; /* whoever wanted it does no more */
};

static void reading_free(struct reading *reading)
{
    listing_free(reading->listing);
    close(reading->pipe[0]);
    close(reading->pipe[1]);
    pthread_mutex_destroy(&reading->lock);
    pthread_cond_destroy(&reading->ended);
    arena_free(reading->arena);
    free(reading);
}

/* A full pipe is as good: the other end wakes up. */
static void wake(const struct reading *reading)
{
    static const char byte = 'r';
    ssize_t written = write(reading->pipe[1], &byte, 1);
    (void)written;
}

static bool note_progress(void *data, const struct load_progress *progress)
{
    struct reading *reading = data;
    pthread_mutex_lock(&reading->lock);
    reading->progress = *progress;
    bool stop = reading->stop || reading->left;
    pthread_mutex_unlock(&reading->lock);
    if (ticks_now() - reading->told >= TELL_EVERY) {
        reading->told = ticks_now();
        wake(reading);
    }
    return !stop;
}

static void *read_it(void *data)
{
    struct reading *reading = data;
    reading->told = ticks_now();
    struct listing *listing = listing_read(&reading->request, &reading->setting);
    pthread_mutex_lock(&reading->lock);
    reading->listing = listing;
    bool left = reading->left;
    if (!left) {
        wake(reading);
        pthread_cond_signal(&reading->ended);
    }
    pthread_mutex_unlock(&reading->lock);
    /* Whoever wants it frees it from here on. */
    if (left)
        reading_free(reading);
    return NULL;
}

static const char *const *copy_texts(struct arena *arena, const char *const *texts, size_t count)
{
    const char **copies = arena_get(arena, count + 1, sizeof *copies);
    for (size_t i = 0; i < count; i++)
        copies[i] = arena_text(arena, texts[i]);
    return copies;
}

/* Whatever the request asks for besides texts stays as it is. */
static void copy_request(struct reading *reading, const struct load_request *request)
{
    struct arena *arena = reading->arena;
    struct load_request *copy = &reading->request;
    size_t languages = 0;
    while (request->languages && request->languages[languages])
        languages++;
    *copy = *request;
    copy->paths = copy_texts(arena, request->paths, request->path_count);
    copy->languages = request->languages ? copy_texts(arena, request->languages, languages) : NULL;
    copy->vocabulary = arena_text(arena, request->vocabulary);
    copy->places = arena_text(arena, request->places);
    copy->outcodes = arena_text(arena, request->outcodes);
    copy->urgent = arena_text(arena, request->urgent);
    copy->explainer = arena_text(arena, request->explainer);
    copy->words = arena_text(arena, request->words);
    copy->map = arena_text(arena, request->map);
    copy->themes = arena_text(arena, request->themes);
    copy->progress = note_progress;
    copy->progress_data = reading;
    copy->keep_part = true;
}

/* Signals are for the thread that has the screen; only a crash is everybody's own. */
static bool start_thread(struct reading *reading)
{
    static const int own[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
    sigset_t blocked;
    sigset_t before;
    pthread_attr_t attributes;
    pthread_t thread;
    if (pthread_attr_init(&attributes) != 0)
        return false;
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attributes, STACK_BYTES);
    sigfillset(&blocked);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        sigdelset(&blocked, own[i]);
    pthread_sigmask(SIG_SETMASK, &blocked, &before);
    bool started = pthread_create(&thread, &attributes, read_it, reading) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    return started;
}

struct reading *reading_start(const struct load_request *request, const struct match_setting *setting)
{
    int ends[2];
    if (pipe(ends) != 0)
        return NULL;
    for (int i = 0; i < 2; i++) {
        fcntl(ends[i], F_SETFL, O_NONBLOCK);
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    }
    struct reading *reading = memory_new(1, sizeof *reading);
    reading->arena = arena_new();
    reading->setting = *setting;
    reading->pipe[0] = ends[0];
    reading->pipe[1] = ends[1];
    pthread_mutex_init(&reading->lock, NULL);
    pthread_cond_init(&reading->ended, NULL);
    copy_request(reading, request);
    if (start_thread(reading))
        return reading;
    reading_free(reading);
    return NULL;
}

int reading_descriptor(const struct reading *reading)
{
    return reading->pipe[0];
}

bool reading_ask(struct reading *reading, struct load_progress *progress)
{
    char bytes[64];
    while (read(reading->pipe[0], bytes, sizeof bytes) > 0)
        continue;
    pthread_mutex_lock(&reading->lock);
    *progress = reading->progress;
    bool ended = reading->listing != NULL;
    pthread_mutex_unlock(&reading->lock);
    return ended;
}

void reading_stop(struct reading *reading)
{
    pthread_mutex_lock(&reading->lock);
    reading->stop = true;
    pthread_mutex_unlock(&reading->lock);
}

struct listing *reading_end(struct reading *reading)
{
    pthread_mutex_lock(&reading->lock);
    while (!reading->listing)
        pthread_cond_wait(&reading->ended, &reading->lock);
    struct listing *listing = reading->listing;
    reading->listing = NULL;
    pthread_mutex_unlock(&reading->lock);
    reading_free(reading);
    return listing;
}

void reading_leave(struct reading *reading)
{
    if (!reading)
        return;
    pthread_mutex_lock(&reading->lock);
    reading->left = true;
    bool ended = reading->listing != NULL;
    pthread_mutex_unlock(&reading->lock);
    if (ended)
        reading_free(reading);
}
