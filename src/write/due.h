/* What is to be checked next: old facts, facts that nobody has checked, and what ends soon, by who can be asked about them. */
#ifndef WRITE_DUE_H
#define WRITE_DUE_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/catalogue.h"
#include "text/buffer.h"
#include "text/date.h"

struct due_item {
    const struct offer *offer; /* of a service whose offers are all due in the same way, the first */
    const char *provider;      /* who can be asked; the name of the service where it names none */
    bool whole;                /* it stands for the service */
    bool never;                /* nobody has noted when it was checked */
    bool old;
    bool ends;                 /* soon, or it has */
};

/* The items of one provider: of a service that names none, of the service. */
struct due_group {
    const char *name;
    const struct due_item *items; /* the oldest first */
    size_t count;
    const char *phone; /* the first that any of them states; NULL */
    const char *email;
    const char *web;
};

struct due_list {
    const struct catalogue *catalogue;
    struct date today;
    struct due_group *groups; /* the one with the oldest item first */
    size_t group_count;
    struct due_item *items;
    size_t count;
};

/* What is due on that day, when facts are old after so many months. Free with due_list_free. */
struct due_list due_list_make(const struct catalogue *catalogue, struct date today, int months);
void due_list_free(struct due_list *list);

/* For people, in so many columns; as JSON; as a calendar (RFC 5545) with an event of a whole day for each provider, on one working day after another. */
void due_for_people(struct buffer *out, const struct due_list *list, size_t columns);
void due_json(struct buffer *out, const struct due_list *list);
void due_calendar(struct buffer *out, const struct due_list *list);

#endif
