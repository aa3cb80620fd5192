#include "read/colours.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "text/buffer.h"
#include "text/fold.h"

static const char *const names[COLOURS_SIXTEEN] = {
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    "bright black", "bright red", "bright green", "bright yellow", "bright blue", "bright magenta", "bright cyan", "bright white",
};

enum { PALETTES = 3 };

/* The first 16 colours as the kernel's console has them (/sys/module/vt/parameters/default_red and its like), xterm (XTerm-col.ad) and foot 1.13
 * (foot.ini(5)). TERMINAL.md, "Contrast", has been measured with the same. */
static const uint32_t palettes[PALETTES][COLOURS_SIXTEEN] = {
    {0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa,
     0x555555, 0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff},
    {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
     0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff},
    {0x222222, 0xcc9393, 0x7f9f7f, 0xd0bf8f, 0x6ca0a3, 0xdc8cc3, 0x93e0e3, 0xdcdccc,
     0x666666, 0xdca3a3, 0xbfebbf, 0xf0dfaf, 0x8cd0d3, 0xfcace3, 0xb3ffff, 0xffffff},
};

/* The colours from 16 on: a cube of 6 steps a side, then 24 greys. */
enum { CUBE_STEPS = 6, GREYS = COLOURS_SIXTEEN + CUBE_STEPS * CUBE_STEPS * CUBE_STEPS };

static uint32_t cube_step(int step)
{
    return step == 0 ? 0 : (uint32_t)(55 + 40 * step);
}

static uint32_t rgb_of(int colour, int palette)
{
    if (colour < COLOURS_SIXTEEN)
        return palettes[palette][colour];
    if (colour >= GREYS)
        return 0x010101u * (uint32_t)(8 + 10 * (colour - GREYS));
    int in_cube = colour - COLOURS_SIXTEEN;
    return cube_step(in_cube / (CUBE_STEPS * CUBE_STEPS)) << 16 | cube_step(in_cube / CUBE_STEPS % CUBE_STEPS) << 8 | cube_step(in_cube % CUBE_STEPS);
}

static int part_of(uint32_t rgb, int shift)
{
    return (int)(rgb >> shift & 0xFF);
}

static int nearest_to(uint32_t rgb)
{
    int nearest = COLOURS_SIXTEEN;
    long least = -1;
    for (int colour = COLOURS_SIXTEEN; colour < COLOURS_MOST; colour++) {
        long distance = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int apart = part_of(rgb, shift) - part_of(rgb_of(colour, 0), shift);
            distance += (long)apart * apart;
        }
        if (least < 0 || distance < least) {
            least = distance;
            nearest = colour;
        }
    }
    return nearest;
}

int colour_named(const char *text, const char **near)
{
    static const char digits[] = "0123456789";
    static const char hexadecimal[] = "0123456789abcdefABCDEF";
    size_t length = strlen(text);
    *near = NULL;
    if (length == 7 && *text == '#' && strspn(text + 1, hexadecimal) == 6)
        return nearest_to((uint32_t)strtoul(text + 1, NULL, 16));
    if (length >= 1 && length <= 3 && strspn(text, digits) == length)
        return strtol(text, NULL, 10) < COLOURS_MOST ? (int)strtol(text, NULL, 10) : -1;
    struct buffer folded = {0};
    fold_words(&folded, text, length);
    struct near_name nearest = near_name_of(buffer_text(&folded));
    int found = -1;
    for (int colour = 0; colour < COLOURS_SIXTEEN && found < 0; colour++) {
        if (strcmp(buffer_text(&folded), names[colour]) == 0)
            found = colour;
        near_name_try(&nearest, names[colour]);
    }
    if (found < 0)
        *near = nearest.name;
    buffer_free(&folded);
    return found;
}

static double linear(int part)
{
    double value = part / 255.0;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t rgb)
{
    return 0.2126 * linear(part_of(rgb, 16)) + 0.7152 * linear(part_of(rgb, 8)) + 0.0722 * linear(part_of(rgb, 0));
}

static double ratio(uint32_t one, uint32_t other)
{
    double light = luminance(one);
    double dark = luminance(other);
    if (light < dark) {
        double kept = light;
        light = dark;
        dark = kept;
    }
    return (light + 0.05) / (dark + 0.05);
}

double colour_contrast(int foreground, int background, bool bold)
{
    double least = 21.0;
    int brightest = bold && foreground < COLOURS_EIGHT ? foreground + COLOURS_EIGHT : foreground;
    for (int palette = 0; palette < PALETTES; palette++)
        for (int colour = foreground; colour <= brightest; colour += COLOURS_EIGHT)
            least = fmin(least, ratio(rgb_of(colour, palette), rgb_of(background, palette)));
    return least;
}
