/* What is missing where, in words: pieces of the sentence of a gap. Staff read it; mothers do not. */
#ifndef MATCH_COVERAGE_WORDS_H
#define MATCH_COVERAGE_WORDS_H

#include "text/words.h"

/* How such a sentence begins; the table of ways of giving support stands in coverage_words.c. Then come pieces such as " for a new baby", and a place. */
#define GAP_NOTHING _("Nothing")
/* TRANSLATORS: %s is a way of giving support that a list has named for itself. */
#define GAP_NONE_OF _("Nothing that is \"%s\"")

/* Each follows what stands before it, so it begins with a space. */
#define GAP_PREGNANT_ANY _(" in pregnancy")
#define GAP_PREGNANT(count) plural(" at %u week of pregnancy", " at %u weeks of pregnancy", count)
#define GAP_CHILD_ANY _(" for a child")
#define GAP_NEW_BABY _(" for a new baby")
/* TRANSLATORS: %s is an age, such as "14 months". */
#define GAP_CHILD _(" for a child of %s")
#define GAP_AFTER_LOSS _(" after a loss")
/* TRANSLATORS: %s is one person: mother, father, partner. */
#define GAP_WHO _(" for a %s")
#define GAP_ABOUT _(" about %s")
#define GAP_FOR _(" for %s")
/* TRANSLATORS: %s is what else was asked for, as a list of the labels of the filters: "crèche, not online". */
#define GAP_REST _(" (%s)")

#endif
