/* Texts as lists of councils have them, made into plain text. */
#ifndef READ_OPEN_REFERRAL_TEXT_H
#define READ_OPEN_REFERRAL_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "text/buffer.h"

/* Appends the text without the marks of HTML: paragraphs and items on lines of their own, entities as what they stand for, scripts and styles gone.
 * What only looks a little like HTML ("under < 5", "B&B") stays. */
void plain_from_html(struct buffer *out, const char *text, size_t length);

/* The first telephone number of the United Kingdom in the text: it begins with 0 or +44 and has 10 or 11 digits after the 0 is put back. False when
 * there is none. */
bool phone_in_text(const char *text, size_t length, size_t *start, size_t *phone_length);

/* Appends an id made of a text: its letters and digits folded, with hyphens. Nothing where it has none of a to z. */
void id_from_text(struct buffer *out, const char *text, size_t length);

#endif
