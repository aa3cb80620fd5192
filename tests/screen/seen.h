/* A screen of the tests as a camera sees it. */
#ifndef TESTS_SCREEN_SEEN_H
#define TESTS_SCREEN_SEEN_H

#include "../unit/camera.h"
#include "screen.h"

/* What the camera reads on the screen, "" for nothing. A cell is as high as two of its widths. */
static const char *seen(struct screen *screen, int rows, int columns)
{
    static char words[2100];
    struct picture picture = picture_new((size_t)columns, 2 * (size_t)rows);
    for (int row = 0; row < rows; row++)
        for (int column = 0; column < columns; column++) {
            unsigned char *at = picture.light + (size_t)(2 * row) * picture.wide + (size_t)column;
            screen_light(screen, row, column, at, at + picture.wide);
        }
    camera_read(picture, words, sizeof words);
    return words;
}

#endif
