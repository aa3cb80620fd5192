#include "command/browse_sheets.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "command/output.h"
#include "command/print.h"
#include "command/words.h"
#include "text/buffer.h"
#include "text/safe.h"

static bool print(const void *context, const struct buffer *sheet, bool (*go_on)(void *), void *asker, struct buffer *said)
{
    const struct configuration *settings = context;
    return print_sheet(settings->print, settings->print_count, sheet, &(struct print_watch){go_on, asker}, said);
}

/* Appends the path that a typed name of a file means: "~/" at its start is the home folder. False with a sentence, safe to show, in *why when it cannot be
 * the name of a file. */
static bool path_of(struct buffer *path, const char *name, struct buffer *why)
{
    const char *home = getenv("HOME");
    if (*name == '\0')
        buffer_add_text(why, FILE_NO_NAME);
    else if (strstr(name, "\xEF\xBF\xBD")) /* U+FFFD: what was typed there could not be read */
        buffer_add_text(why, FILE_UNREADABLE_NAME);
    else if (strcmp(name, "~") == 0)
        buffer_add_text(why, FILE_IS_FOLDER);
    else if (strncmp(name, "~/", 2) == 0 && !(home && *home == '/'))
        buffer_add_text(why, FILE_NO_HOME);
    else if (*name == '~' && name[1] != '/')
        buffer_add_text(why, FILE_OTHER_HOME);
    else if (*name == '~')
        buffer_format(path, "%s%s", home, name + 1);
    else
        buffer_add_text(path, name);
    return path->length > 0;
}

/* Whether a file can stand there, as far as what stands there now tells. */
static bool is_place_for_file(const char *path, struct buffer *why)
{
    struct stat there;
    size_t length = strlen(path);
    if (stat(path, &there) != 0 && path[length - 1] != '/')
        return true;
    if (path[length - 1] == '/' || S_ISDIR(there.st_mode))
        buffer_add_text(why, FILE_IS_FOLDER);
    else if (!S_ISREG(there.st_mode))
        buffer_add_text(why, FILE_IS_DEVICE);
    return why->length == 0;
}

static void tell_why(struct buffer *why, const char *path, int error)
{
    const char *name = strrchr(path, '/');
    switch (error) {
    case ENOENT:
    case ENOTDIR: buffer_add_text(why, FILE_NO_FOLDER); break;
    case EACCES:
    case EPERM:
    case EROFS: buffer_format(why, FILE_MAY_NOT, name ? name + 1 : path); break;
    case ENOSPC:
    case EDQUOT: buffer_add_text(why, FILE_FULL); break;
    case ENAMETOOLONG: buffer_add_text(why, FILE_NAME_TOO_LONG); break;
    default: buffer_format(why, "%s.", strerror(error)); break;
    }
}

static void tell_where(struct buffer *where, const char *path)
{
    char *whole = realpath(path, NULL);
    const char *shown = whole ? whole : path;
    safe_text(where, shown, strlen(shown), false);
    free(whole);
}

static enum browse_saved save(const void *context, const char *name, const struct buffer *content, bool replace, struct buffer *said)
{
    (void)context;
    enum browse_saved saved = BROWSE_NOT_SAVED;
    struct buffer path = {0};
    if (path_of(&path, name, said) && is_place_for_file(buffer_text(&path), said)) {
        int error = output_whole(buffer_text(&path), content, replace);
        if (error == 0)
            tell_where(said, buffer_text(&path));
        else if (error != EEXIST)
            tell_why(said, buffer_text(&path), error);
        saved = error == 0 ? BROWSE_SAVED : error == EEXIST ? BROWSE_FILE_THERE : BROWSE_NOT_SAVED;
    }
    buffer_wipe(&path);
    buffer_free(&path);
    return saved;
}

struct browse_sheets browse_sheets_of(const struct configuration *settings)
{
    return (struct browse_sheets){
        .context = settings,
        .from = settings->from,
        .print_html = settings->print_html,
        .print = settings->print_count > 0 ? print : NULL,
        .save = settings->save ? save : NULL,
    };
}
