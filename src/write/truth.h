/* What an understood catalogue says that can hardly be true any more, or hangs together badly: problems of their own, as `signpost check` tells them.
 * signpost-catalogue(5), "PROBLEMS", "Truth". */
#ifndef WRITE_TRUTH_H
#define WRITE_TRUTH_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/catalogue.h"
#include "catalogue/problem.h"
#include "text/date.h"

enum {
    TRUTH_MONTHS = OFFER_OLD_MONTHS, /* facts are old after so many */
    TRUTH_SOON_DAYS = 92,            /* what ends within three months ends soon */
};

struct truth_setting {
    struct date today;
    int months; /* after how many what was checked is to be checked again */
};

/* Adds the problems of every service, each at the line of its entry. A service that has closed is passed over. Takes little more than n log n for n services. */
void truth_problems(const struct catalogue *catalogue, const struct truth_setting *setting, struct problems *problems);

/* Whether a telephone number of the United Kingdom, or an international one, can be in the text: every number in it has as many digits as there are, beside
 * words. (Ofcom, National Telephone Numbering Plan: 0 and nine or ten digits, 0800 1111, 0845 46 47, and short ones.) A text without a number is none. */
bool truth_phone_can_be(const char *text);

/* Whether each address of the text, blanks or semicolons between, has a host with a dot in it and is plain http or https. */
bool truth_web_can_be(const char *text);

bool truth_email_can_be(const char *text);

#endif
