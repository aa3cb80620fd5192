/* inotify tells of names in a folder, and of what becomes of a thing itself. Names are listened for where they may change what a path leads to: in the
 * folder of the file, in that of a link, and where a part of the way is missing. Every other folder on the way is listened to for its own sake alone:
 * what else goes on in it, such as in /tmp, would wake the program for nothing.
 * That a disk is mounted is no event in any folder: the table of mounts tells of that. */
#include "config.h"

#include "read/watch.h"

#ifdef HAVE_SYS_INOTIFY_H

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "read/load.h"
#include "read/load_files.h"
#include "text/arena.h"
#include "text/buffer.h"
#include "text/memory.h"

enum {
    LINKS_MOST = 40, /* on the way to one file, as in Linux itself: path_resolution(7) */
    EVENT_BYTES = 16 * 1024,
};

/* Names that come and go in a folder; the folder itself that goes; and what becomes of a file under its name. */
static const uint32_t names_change = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
static const uint32_t goes_away = IN_DELETE_SELF | IN_MOVE_SELF;
static const uint32_t content_changes = IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB;

/* A name in a folder that is listened to; NULL: every name there that can be part of a catalogue; "": what is listened to is a file. */
struct interest {
    int number; /* of what is listened to */
    const char *name;
};

/* What a path led to when it was last looked at. */
struct seen {
    dev_t device;
    ino_t number;
    off_t size;
    struct timespec changed;
};

struct watch {
    int descriptor;
    int mounts;       /* the table of mounts, for others to wait for; -1 when there is none */
    int mounts_heard; /* the same once more: each tells of a change once, and whoever waits has it told already */
    const char **paths;
    struct seen *seen; /* of each path */
    size_t count;
    struct arena *kept; /* holds the paths */
    struct arena *arena; /* holds the names */
    struct interest *interests;
    size_t interest_count;
    size_t interest_room;
};

/* Listens to a folder or file; nothing happens when it is not there or may not be listened to. */
static void listen(struct watch *watch, const char *path, const char *name, uint32_t events)
{
    int number = inotify_add_watch(watch->descriptor, path, events | IN_MASK_ADD);
    if (number < 0)
        return;
    watch->interests = memory_room(watch->interests, watch->interest_count, &watch->interest_room, sizeof *watch->interests);
    watch->interests[watch->interest_count++] = (struct interest){.number = number, .name = arena_text(watch->arena, name)};
}

static bool is_plain_folder(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* Puts the target of a link in front of what is left of a path. False when the name is no link. */
static bool follow_link(struct watch *watch, const char *path, const char **rest)
{
    char target[PATH_MAX];
    ssize_t length = readlink(path, target, sizeof target);
    if (length <= 0 || length == (ssize_t)sizeof target)
        return false;
    struct buffer left = {0};
    buffer_add(&left, target, (size_t)length);
    buffer_format(&left, "/%s", *rest);
    *rest = arena_copy(watch->arena, buffer_text(&left), left.length);
    buffer_free(&left);
    return true;
}

/* Listens on every step of the way to a path, through all links, as far as it goes. */
static void listen_on_the_way(struct watch *watch, const char *path)
{
    struct buffer here = {0};
    size_t links = 0;
    buffer_add_text(&here, *path == '/' ? "/" : ".");
    for (const char *rest = path + strspn(path, "/"); *rest != '\0';) {
        size_t length = strcspn(rest, "/");
        const char *name = arena_copy(watch->arena, rest, length);
        rest += length;
        rest += strspn(rest, "/");
        size_t before = here.length;
        const char *folder = arena_copy(watch->arena, buffer_text(&here), here.length);
        buffer_format(&here, "/%s", name);
        if (*rest != '\0')
            listen(watch, buffer_text(&here), "", goes_away);
        if (*rest == '\0' || !is_plain_folder(buffer_text(&here)))
            listen(watch, folder, name, names_change);
        if (!follow_link(watch, buffer_text(&here), &rest))
            continue;
        if (++links > LINKS_MOST)
            break;
        buffer_cut(&here, *rest == '/' ? 0 : before);
        buffer_add_text(&here, *rest == '/' ? "/" : "");
        rest += strspn(rest, "/");
    }
    listen(watch, path, "", content_changes);
    buffer_free(&here);
}

static void listen_to_folders(struct watch *watch, const char *const *path)
{
    struct problems *unheard = problems_new();
    struct file_list list = {.arena = arena_new()};
    file_list_make(&list, &(struct load_request){.paths = path, .path_count = 1}, unheard);
    for (size_t i = 0; i < list.folder_count; i++)
        listen(watch, list.folders[i], NULL, names_change | content_changes);
    free(list.items);
    free(list.folders);
    arena_free(list.arena);
    problems_free(unheard);
}

static struct seen look_at(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return (struct seen){0};
    if (S_ISDIR(status.st_mode)) /* of what is in it the events tell */
        return (struct seen){.device = status.st_dev, .number = status.st_ino};
    return (struct seen){.device = status.st_dev, .number = status.st_ino, .size = status.st_size, .changed = status.st_mtim};
}

static bool is_same(const struct seen *one, const struct seen *other)
{
    return one->device == other->device && one->number == other->number && one->size == other->size &&
           one->changed.tv_sec == other->changed.tv_sec && one->changed.tv_nsec == other->changed.tv_nsec;
}

/* Whether what a path leads to is not as it was; *other gets whether one leads to another thing altogether. Remembers what was seen. */
static bool look_again(struct watch *watch, bool *other)
{
    bool changed = false;
    for (size_t i = 0; i < watch->count; i++) {
        struct seen seen = look_at(watch->paths[i]);
        changed = changed || !is_same(&seen, &watch->seen[i]);
        *other = *other || seen.device != watch->seen[i].device || seen.number != watch->seen[i].number;
        watch->seen[i] = seen;
    }
    return changed;
}

/* Listens anew to whatever is on the way now. */
static void listen_anew(struct watch *watch)
{
    for (size_t i = 0; i < watch->interest_count; i++)
        inotify_rm_watch(watch->descriptor, watch->interests[i].number);
    watch->interest_count = 0;
    arena_clear(watch->arena);
    for (size_t i = 0; i < watch->count; i++) {
        listen_on_the_way(watch, watch->paths[i]);
        listen_to_folders(watch, &watch->paths[i]);
    }
}

struct watch *watch_open(const char *const *paths, size_t count)
{
    int descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (descriptor < 0)
        return NULL;
    struct watch *watch = memory_new(1, sizeof *watch);
    watch->descriptor = descriptor;
    watch->mounts = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
    watch->mounts_heard = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
    watch->kept = arena_new();
    watch->arena = arena_new();
    watch->paths = memory_new(count, sizeof *watch->paths);
    watch->seen = memory_new(count, sizeof *watch->seen);
    for (size_t i = 0; i < count; i++)
        if (strcmp(paths[i], "-") != 0)
            watch->paths[watch->count++] = arena_text(watch->kept, paths[i]);
    listen_anew(watch);
    look_again(watch, &(bool){false});
    return watch;
}

size_t watch_waits(const struct watch *watch, struct pollfd *waits, size_t room)
{
    size_t count = 0;
    if (count < room)
        waits[count++] = (struct pollfd){.fd = watch->descriptor, .events = POLLIN};
    if (count < room && watch->mounts >= 0)
        waits[count++] = (struct pollfd){.fd = watch->mounts, .events = POLLPRI};
    return count;
}

/* Whether the event matters, or tells that a folder itself has gone. Of folders that are no longer listened to there may be some word left. */
static bool matters(const struct watch *watch, const struct inotify_event *event)
{
    if (event->mask & IN_Q_OVERFLOW)
        return true;
    const char *name = event->len > 0 ? event->name : "";
    for (size_t i = 0; i < watch->interest_count; i++) {
        const struct interest *interest = &watch->interests[i];
        if (interest->number != event->wd)
            continue;
        if (event->mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED))
            return true;
        if (interest->name != NULL && strcmp(interest->name, name) == 0)
            return true;
        if (interest->name == NULL && *name != '\0' && *name != '.' && ((event->mask & IN_ISDIR) || file_kind_of(name) != FILE_UNKNOWN))
            return true;
    }
    return false;
}

/* Takes the events that have come. *moved gets whether one of those that matter is of a name that came or went. */
static bool take_events(struct watch *watch, bool *moved)
{
    union {
        struct inotify_event first; /* for its alignment */
        char bytes[EVENT_BYTES];
    } events;
    bool heard = false;
    for (;;) {
        ssize_t length = read(watch->descriptor, events.bytes, sizeof events.bytes);
        if (length < 0 && errno == EINTR)
            continue;
        if (length <= 0)
            return heard;
        for (size_t at = 0; at < (size_t)length;) {
            /* The system pads every event so that the next one is aligned: inotify(7). */
            const struct inotify_event *event = (const void *)(events.bytes + at);
            if (matters(watch, event)) {
                heard = true;
                *moved = *moved || (event->mask & ~(content_changes | IN_ISDIR)) != 0;
            }
            at += sizeof *event + event->len;
        }
    }
}

bool watch_heard(struct watch *watch)
{
    struct pollfd mounts = {.fd = watch->mounts_heard, .events = POLLPRI};
    bool moved = poll(&mounts, 1, 0) > 0;
    bool heard = take_events(watch, &moved);
    bool changed = look_again(watch, &moved);
    if (moved) {
        listen_anew(watch);
        /* What came while nobody listened. */
        changed = look_again(watch, &moved) || changed;
    }
    return heard || changed;
}

void watch_close(struct watch *watch)
{
    if (watch == NULL)
        return;
    close(watch->descriptor);
    if (watch->mounts >= 0)
        close(watch->mounts);
    if (watch->mounts_heard >= 0)
        close(watch->mounts_heard);
    arena_free(watch->kept);
    arena_free(watch->arena);
    free(watch->paths);
    free(watch->seen);
    free(watch->interests);
    free(watch);
}

#else

struct watch *watch_open(const char *const *paths, size_t count)
{
    (void)paths;
    (void)count;
    return NULL;
}

size_t watch_waits(const struct watch *watch, struct pollfd *waits, size_t room)
{
    (void)watch;
    (void)waits;
    (void)room;
    return 0;
}

bool watch_heard(struct watch *watch)
{
    (void)watch;
    return false;
}

void watch_close(struct watch *watch)
{
    (void)watch;
}

#endif
