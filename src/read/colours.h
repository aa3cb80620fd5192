/* Colours of a terminal: their names, and how well two of them can be read on each other. */
#ifndef READ_COLOURS_H
#define READ_COLOURS_H

#include <stdbool.h>
#include <stddef.h>

/* The first 8 are on every terminal with colours, the first 16 on most, and each terminal has its own idea of them. Those from 16 on are the same
 * everywhere. */
enum { COLOURS_EIGHT = 8, COLOURS_SIXTEEN = 16, COLOURS_MOST = 256 };

/* Understands "cyan", "bright cyan", "252" and "#rrggbb", which is the nearest of those that are the same everywhere. Gives the number, 0 to 255, or -1; then
 * *near gets the name that was perhaps meant, or NULL. */
int colour_named(const char *text, const char **near);

/* The contrast of text in one colour on another, from 1 to 21, by the formula of WCAG 2.2 ("contrast ratio", "relative luminance"): the least of the Linux
 * console, xterm and foot. Bold text of the first 8 colours is counted both as it is and as its bright one, for terminals differ in that. */
double colour_contrast(int foreground, int background, bool bold);

/* What WCAG 2.2 asks of text, 1.4.3 (AA). */
#define COLOUR_CONTRAST_LEAST 4.5

#endif
