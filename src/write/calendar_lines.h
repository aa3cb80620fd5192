/* Lines of iCalendar (RFC 5545): folded, escaped. Between the writers of calendars. */
#ifndef WRITE_CALENDAR_LINES_H
#define WRITE_CALENDAR_LINES_H

#include <stdint.h>

#include "text/buffer.h"

/* Appends one line of the calendar, folded between characters, and empties it. */
void calendar_line(struct buffer *out, struct buffer *line);

/* The same for a line that stands ready. */
void calendar_put(struct buffer *out, const char *text);

/* Appends a property whose value is a text, with the four signs that have a meaning there escaped (RFC 5545, 3.3.11). */
void calendar_text(struct buffer *out, const char *property, const char *text);

/* FNV-1a, 64 bits (draft-eastlake-fnv). An id of the catalogue may itself say what the service is about, so it does not stand in the calendar. */
uint64_t calendar_fingerprint(const char *text);

#endif
