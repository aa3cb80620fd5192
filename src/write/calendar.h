/* The sessions of offers as a calendar that any phone takes in: iCalendar, RFC 5545. A calendar pops up on locked screens, so names in it are
 * always the discreet ones, and nothing in it is about a person. */
#ifndef WRITE_CALENDAR_H
#define WRITE_CALENDAR_H

#include <stddef.h>

#include "catalogue/catalogue.h"
#include "text/buffer.h"

/* Appends a whole calendar with an event for each session of the offers whose days from today on are sure. Rules end where certainty does: at the end of a
 * course, of the offer, of the last known term, or after two years where bank holidays have to be left out. Nothing is invented: a session without a time is an
 * event of the whole day, and one in term time whose terms are not known, or every second week from an unknown start, makes no event. Gives how many
 * events there are. events_of, if not NULL, gets how many each offer has. */
size_t calendar_write(struct buffer *out, const struct catalogue *catalogue, const size_t *offers, size_t count, struct date today, size_t *events_of);

#endif
