/* When an offer meets, in words for people: "Every Tuesday, 10am to 11:30am, in school term time". */
#ifndef WRITE_WHEN_H
#define WRITE_WHEN_H

#include <stddef.h>
#include <stdint.h>

#include "catalogue/session.h"
#include "text/buffer.h"

/* Appends minutes after midnight as a time: "10am", "5:30pm", "midday", "midnight". */
void when_time(struct buffer *out, int minute);

/* Appends the session without its place; a line that was not understood as it was written. Exceptions that lie before today are left out; year 0 keeps all. */
void when_words(struct buffer *out, const struct session *session, struct date today);

#endif
