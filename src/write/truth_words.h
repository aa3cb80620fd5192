/* The sentences of problems of truth: lines of `signpost check`. */
#ifndef WRITE_TRUTH_WORDS_H
#define WRITE_TRUTH_WORDS_H

#include "text/words.h"

/* TRANSLATORS: in each of these, %s in the quotation marks is the name of a service or an offer, unless it says more. */
#define TRUTH_NEVER_CHECKED _("nobody has noted when \"%s\" was checked; add \"checked\" when you know that it is true")
/* TRANSLATORS: the second %s is a date. */
#define TRUTH_STALE _("\"%s\" was last checked in %s; check it again, then change \"checked\"")
#define TRUTH_STALE_ON _("\"%s\" was last checked on %s; check it again, then change \"checked\"")
#define TRUTH_FUTURE _("\"%s\" has the date %s as checked, and that is still to come")
#define TRUTH_ENDS_SOON _("\"%s\" ends on %s; find out what comes after it")
#define TRUTH_HAS_ENDED _("\"%s\" ended on %s; set \"status\" to closed, or change \"ends_on\"")
#define TRUTH_NO_WAY _("nothing says how to reach or join \"%s\"; add a contact or \"how_to_join\"")
/* TRANSLATORS: %s is what stands in the file as a telephone number, a web address and so on. */
#define TRUTH_BAD_PHONE _("\"%s\" cannot be a telephone number; count its digits")
#define TRUTH_BAD_WEB _("\"%s\" cannot be a web address; write it like https://www.example.org")
#define TRUTH_BAD_EMAIL _("\"%s\" cannot be an email address; write it like help@example.org")
#define TRUTH_BAD_POSTCODE _("no such postcode is known: \"%s\"")
#define TRUTH_REVEALING _("the public name \"%s\" has a word about health or loss; a public name should have none")
#define TRUTH_SAYS_PREGNANCY _("the summary of \"%s\" speaks of pregnancy, but its stage begins later")
/* TRANSLATORS: the second %s is an age such as "2 years". */
#define TRUTH_SAYS_AGE _("the summary of \"%s\" says up to %s, but its stage ends before that")
/* TRANSLATORS: the first %s is the name of a service, the second that of a place. */
#define TRUTH_AREA _("\"%s\" speaks of %s, which is not in its areas")
/* TRANSLATORS: the first %s is the name of a service, the second another one, the third the file of that one, %lu its line there. */
#define TRUTH_TWIN_PHONE _("\"%s\" has the phone number of \"%s\" (%s, line %lu) and shares its area; are they one service?")
#define TRUTH_TWIN_WEB _("\"%s\" has the web address of \"%s\" (%s, line %lu) and shares its area; are they one service?")
#define TRUTH_TWIN_NAME _("\"%s\" is called nearly the same as \"%s\" (%s, line %lu) and shares its area; are they one service?")

#endif
