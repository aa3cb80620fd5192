/* The sentences of the guided way in, beside those in its table. Asked of people who may be tired, ashamed or watched: short, kind, reading age 9 to 11. */
#ifndef MATCH_GUIDE_WORDS_H
#define MATCH_GUIDE_WORDS_H

#include "text/words.h"

/* Several things may be meant. */
#define GUIDE_ASK_WHICH _("I want to get this right. Which do you mean?")
#define GUIDE_PREGNANT_WEEKS(count) plural("Pregnant, %u week", "Pregnant, %u weeks", count)
#define GUIDE_PREGNANT _("Pregnant")
#define GUIDE_PREGNANT_AGAIN _("I am pregnant again")
#define GUIDE_CHILD_WEEKS(count) plural("A baby of %u week", "A baby of %u weeks", count)
#define GUIDE_CHILD_MONTHS(count) plural("A child of %u month", "A child of %u months", count)
#define GUIDE_CHILD_YEARS(count) plural("A child of %u year", "A child of %u years", count)
#define GUIDE_BORN _("Born %s")
#define GUIDE_DUE _("Due %s")
#define GUIDE_PLACE_IN _("%s, %s")

/* Not understood. %s is what was typed. Of a postcode nothing is said back. */
#define GUIDE_NOT_WHERE _("I do not know a place called \"%s\". Try a town, a council area or a postcode.")
#define GUIDE_NOT_POSTCODE _("I do not know that postcode. Try the name of the town or the council area.")
#define GUIDE_NOT_STAGE _("I did not understand \"%s\". Try 20 weeks, 3 months, 2 years, due 1 March, or loss.")
#define GUIDE_NOT_WEEKS _("I did not understand \"%s\". Try a number of weeks from 0 to 42, such as 20.")
#define GUIDE_NOT_WEEKS_MONTHS _("Please say it in weeks, such as 20. If you do not know, you can skip this.")
#define GUIDE_NOT_AGE _("I did not understand \"%s\". Try an age such as 6 weeks, 3 months or 2 years.")
#define GUIDE_NOT_WHO _("I did not understand \"%s\". Try mother, father, partner or grandparent.")
#define GUIDE_NOT_HOW _("I did not understand \"%s\". Try group, one-to-one, online or phone.")
#define GUIDE_NOT_DATE _("I did not understand the date. Try the day, the month and the year, such as 4 July 2026.")
#define GUIDE_NOT_KNOWN_HERE _("This list does not know that choice. Try another, or skip the question.")

#endif
