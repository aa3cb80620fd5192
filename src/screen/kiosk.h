/* The kiosk: the views of the browser behind one gate, for whoever walks up to the screen. Who it stands for comes from the site (struct kiosk_site);
 * what a visitor does is forgotten when the visit ends. INTERFACE.md, "Kiosk". */
#ifndef SCREEN_KIOSK_H
#define SCREEN_KIOSK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "screen/actions.h"

struct browser;

/* What the site has settled. All lent; texts are safe to show. */
struct kiosk_site {
    const char *welcome; /* the sentence of the first screen; NULL: ours */
    const char *const *neutral; /* lines of the screen after leaving quickly; none: the time of the day */
    size_t neutral_count;
    int quiet_seconds;   /* without a key before the warning */
    int warning_seconds; /* that the warning counts down */
    const char *pin;     /* digits that end the kiosk; NULL: nobody can */
    bool count_visits;
    bool follows_the_day; /* at midnight the answers become those of the next day */
    const char *protection; /* lines about what the process gave up, for staff; NULL */
    /* The languages that a visitor can choose, at most KIOSK_LANGUAGES_MOST, by their own names, the first that of the start; none or one: nothing to choose. speak makes one of them
     * that of all words from then on, and of what the request reads. Called while nothing is being read. */
    const char *const *languages;
    size_t language_count;
    void (*speak)(const void *context, size_t language);
    const void *context;
};

/* Whether this browser is a kiosk. */
bool kiosk_is(const struct browser *browser);

/* The gate: whether the action may run on this face. Everything that a person does goes through it. */
bool kiosk_may(const struct browser *browser, enum action action);

/* Brings up the first screen of a visit. */
void kiosk_begin(struct browser *browser);

/* A printable key that is no action: a digit chooses, 0 goes back, the rest is text where there is a line. False: the kiosk is to end. */
bool kiosk_type(struct browser *browser, uint32_t press);

/* From the answers back to the last question. */
void kiosk_ask_again(struct browser *browser);

/* Clears the screen at once, forgets the visit, and shows the neutral screen. */
void kiosk_leave(struct browser *browser);

/* Prints the discreet sheet of the entry that is read, and says what came of it. views/print_kiosk.c */
void kiosk_print(struct browser *browser);

#endif
