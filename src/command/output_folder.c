#include "command/output_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command/command.h"
#include "command/keeping_words.h"
#include "command/output.h"
#include "command/words.h"

/* Whether a folder may come to stand there: where nothing is, or an empty folder. Gives 0 or an errno. */
static int may_stand(const char *path)
{
    struct stat there;
    if (lstat(path, &there) != 0)
        return errno == ENOENT ? 0 : errno;
    if (!S_ISDIR(there.st_mode))
        return EEXIST;
    DIR *folder = opendir(path);
    if (folder == NULL)
        return errno;
    int error = 0;
    for (const struct dirent *entry = readdir(folder); entry != NULL && error == 0; entry = readdir(folder))
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            error = ENOTEMPTY;
    closedir(folder);
    return error;
}

/* Makes sure that the names in a folder are on the disk. */
static int keep_names(const char *path)
{
    int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return errno;
    int error = fsync(descriptor) == 0 ? 0 : errno;
    close(descriptor);
    return error;
}

static int fill(const char *draft, const struct package_files *files)
{
    int error = 0;
    struct buffer path = {0};
    for (size_t i = 0; i < files->count && error == 0; i++) {
        buffer_clear(&path);
        buffer_format(&path, "%s/%s", draft, files->items[i].name);
        error = output_whole(buffer_text(&path), &files->items[i].text, false);
    }
    buffer_free(&path);
    return error != 0 ? error : keep_names(draft);
}

static void take_away(const char *draft, const struct package_files *files)
{
    struct buffer path = {0};
    for (size_t i = 0; i < files->count; i++) {
        buffer_clear(&path);
        buffer_format(&path, "%s/%s", draft, files->items[i].name);
        unlink(buffer_text(&path));
    }
    buffer_free(&path);
    rmdir(draft);
}

static int make(const char *path, const struct package_files *files)
{
    int error = may_stand(path);
    struct buffer draft = {0};
    if (error != 0)
        return error;
    buffer_add_text(&draft, path);
    while (draft.length > 1 && draft.bytes[draft.length - 1] == '/')
        buffer_cut(&draft, draft.length - 1);
    buffer_add_text(&draft, ".XXXXXX");
    if (mkdtemp(draft.bytes) == NULL)
        error = errno;
    if (error == 0) {
        /* mkdtemp makes folders that only their owner may read; a list is for everyone whom the person's umask lets in. */
        mode_t mask = umask(0);
        umask(mask);
        error = chmod(draft.bytes, 0777 & ~mask) == 0 ? 0 : errno;
        error = error != 0 ? error : fill(draft.bytes, files);
        if (error == 0 && rename(draft.bytes, path) != 0)
            error = errno;
        if (error != 0)
            take_away(draft.bytes, files);
    }
    buffer_free(&draft);
    return error;
}

bool output_folder(const char *path, const struct package_files *files)
{
    if (path == NULL || strcmp(path, "-") == 0) {
        complain(KEEPING_NEEDS_FOLDER);
        return false;
    }
    int error = make(path, files);
    if (error == ENOTEMPTY || error == EEXIST)
        complain(KEEPING_FOLDER_TAKEN, path);
    else if (error != 0)
        complain(SAY_CANNOT_WRITE, path, strerror(error));
    return error == 0;
}
