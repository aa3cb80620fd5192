/* Sentences of `signpost diff`. */
#ifndef WRITE_DIFFERENCE_WORDS_H
#define WRITE_DIFFERENCE_WORDS_H

#include "text/words.h"

#define DIFFERENCE_THE_LIST _("the list")
#define DIFFERENCE_HIDDEN _("a hidden place")
#define DIFFERENCE_IS_NEW _("new: %s")
#define DIFFERENCE_IS_GONE _("gone: %s")
/* TRANSLATORS: what it is about, what changed, what it is now, what it was: "Juno groups (juno/groups): phone is now 01632 960123, was 01632 960456". */
#define DIFFERENCE_IS_NOW _("%s: %s is now %s, was %s")
#define DIFFERENCE_NOW_STATED _("%s: %s is now stated: %s")
#define DIFFERENCE_NOT_STATED _("%s: %s is no longer stated, was %s")
#define DIFFERENCE_NOW_ALSO _("%s: %s now also %s")
#define DIFFERENCE_NO_LONGER _("%s: %s no longer %s")
#define DIFFERENCE_BOTH _("%s: %s now also %s, no longer %s")
/* The edges of a stage: about, now, was. */
#define DIFFERENCE_ENDS _("%s: now ends at %s, was %s")
#define DIFFERENCE_STARTS _("%s: now starts at %s, was %s")
#define DIFFERENCE_CALLED _("%s: is now called %s")
#define DIFFERENCE_QUOTED _("\"%s\"")

/* What a field is called in these sentences; FIELD_COUNT of them, then others. */
#define DIFFERENCE_FIELDS \
    [FIELD_NAME] = N_("name"), [FIELD_PROVIDER] = N_("who runs it"), [FIELD_PUBLIC_NAME] = N_("public name"), [FIELD_SUMMARY] = N_("summary"), \
    [FIELD_WHAT_HAPPENS] = N_("what happens"), [FIELD_FIRST_VISIT] = N_("the first visit"), \
    [FIELD_WHAT_THEY_SHARE] = N_("what they share with others"), [FIELD_HOW_TO_JOIN] = N_("how to join"), [FIELD_COST] = N_("cost"), \
    [FIELD_WAIT] = N_("the wait"), [FIELD_PHONE] = N_("phone"), [FIELD_TEXT] = N_("number for texts"), [FIELD_EMAIL] = N_("email"), \
    [FIELD_WEB] = N_("web address"), [FIELD_ADDRESS] = N_("address"), [FIELD_HOURS] = N_("hours"), \
    [FIELD_STATUS_NOTE] = N_("note on the status"), [FIELD_CHECKED_BY] = N_("checked by"), [FIELD_SOURCE] = N_("source"), [FIELD_NOTES] = N_("notes"), \
    [FIELD_KIND] = N_("kind"), [FIELD_AREAS] = N_("areas"), [FIELD_AREAS_MAYBE] = N_("areas, perhaps"), [FIELD_FORMATS] = N_("formats"), \
    [FIELD_FORMATS_MAYBE] = N_("formats, perhaps"), [FIELD_WHO] = N_("who it is for"), [FIELD_FOR] = N_("groups it is only for"), \
    [FIELD_PARENT_AGE_FROM] = N_("lowest age of the parent"), [FIELD_PARENT_AGE_TO] = N_("highest age of the parent"), \
    [FIELD_PARENT_AGE_MAYBE_FROM] = N_("lowest age of the parent, perhaps"), [FIELD_PARENT_AGE_MAYBE_TO] = N_("highest age of the parent, perhaps"), \
    [FIELD_STAGE_FROM] = N_("start"), [FIELD_STAGE_TO] = N_("end"), [FIELD_STAGE_MAYBE_FROM] = N_("start, perhaps"), \
    [FIELD_STAGE_MAYBE_TO] = N_("end, perhaps"), [FIELD_ABOUT] = N_("what it is about"), [FIELD_ABOUT_ONLY] = N_("about nothing else"), \
    [FIELD_WITH] = N_("with"), [FIELD_WITHOUT] = N_("without"), [FIELD_LANGUAGES] = N_("languages"), [FIELD_REFERRAL] = N_("ways in"), \
    [FIELD_GROUP_SIZE_FROM] = N_("smallest size of the group"), [FIELD_GROUP_SIZE_TO] = N_("largest size of the group"), [FIELD_WHEN] = N_("when it meets"), \
    [FIELD_STATUS] = N_("status"), [FIELD_ENDS_ON] = N_("day on which it ends"), [FIELD_CHECKED] = N_("last check")
#define DIFFERENCE_MEETS _("where it meets")
#define DIFFERENCE_SERVICE_NAME _("name of the service")

#endif
