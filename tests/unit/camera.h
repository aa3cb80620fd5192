/* A camera for the tests: a picture of modules goes into a file, and zbarimg says what code it reads there. Each test that includes this has its own. */
#ifndef TESTS_UNIT_CAMERA_H
#define TESTS_UNIT_CAMERA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "text/memory.h"

enum { CAMERA_PIXELS = 6 }; /* of a module */

/* One byte a module, 0 is black and 255 white. */
struct picture {
    size_t wide;
    size_t high;
    unsigned char *light;
};

static char camera_folder[512];
static char camera_file[600];

static struct picture picture_new(size_t wide, size_t high)
{
    struct picture picture = {wide, high, memory_new(wide * high, 1)};
    memset(picture.light, 255, wide * high);
    return picture;
}

/* What zbarimg reads in the file; false when it cannot be run. */
static bool camera(const char *path, char *words, size_t room)
{
    int ends[2];
    if (pipe(ends) != 0)
        return false;
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        if (!freopen("/dev/null", "w", stderr))
            _exit(126);
        execlp("zbarimg", "zbarimg", "--quiet", "--raw", "--nodbus", path, (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    size_t length = 0;
    ssize_t more;
    while (length + 1 < room && (more = read(ends[0], words + length, room - 1 - length)) > 0)
        length += (size_t)more;
    words[length] = '\0';
    close(ends[0]);
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child)
        return false;
    return WIFEXITED(status) && WEXITSTATUS(status) != 127;
}

/* Makes the folder for the pictures. False when there is no camera here. */
static bool camera_start(void)
{
    char words[100];
    const char *parent = getenv("TMPDIR");
    snprintf(camera_folder, sizeof camera_folder, "%s/signpost-test-XXXXXX", parent && *parent ? parent : P_tmpdir);
    if (!mkdtemp(camera_folder))
        return false;
    snprintf(camera_file, sizeof camera_file, "%s/code.pgm", camera_folder);
    return camera("/dev/null", words, sizeof words);
}

static void camera_end(void)
{
    unlink(camera_file);
    rmdir(camera_folder);
}

/* What the camera reads in the picture, which is freed. */
static void camera_read(struct picture picture, char *words, size_t room)
{
    FILE *file = fopen(camera_file, "w");
    assert_non_null(file);
    fprintf(file, "P5\n%zu %zu\n255\n", picture.wide * CAMERA_PIXELS, picture.high * CAMERA_PIXELS);
    for (size_t y = 0; y < picture.high * CAMERA_PIXELS; y++)
        for (size_t x = 0; x < picture.wide * CAMERA_PIXELS; x++)
            fputc(picture.light[y / CAMERA_PIXELS * picture.wide + x / CAMERA_PIXELS], file);
    assert_int_equal(fclose(file), 0);
    free(picture.light);
    assert_true(camera(camera_file, words, room));
    words[strcspn(words, "\n")] = '\0';
}

#endif
