/* Every sentence of this room but those of the handout and the calendar (handout_words.h), to be translated and reworded in one place. An entry as
 * a person reads it, rows of a list, what `find`, `show` and `places` print. Short and plain: staff read them in a hurry, mothers tired. */
#ifndef WRITE_WORDS_H
#define WRITE_WORDS_H

#include "match/words.h" /* lists and lengths of time, which are said the same way here */
#include "text/words.h"

/* The line of urgent help that is always in view. */
#define URGENT_BAR _("URGENT HELP")
#define URGENT_BAR_SHORT _("HELP NOW")
#define URGENT_BAR_NONE _("In danger: call 999")

/* What is peer support? */
/* TRANSLATORS: %s is one source or several, such as "Mind, 2019". */
#define EXPLAIN_FROM _("From: %s.")
#define EXPLAIN_FROM_BETWEEN _("; ")
/* Where the file is missing: what every source says (Mind; McLeish, McCourt and Ayers, 2026). */
#define EXPLAIN_NO_FILE \
    _("Peer support is when people use what they have been through to help each other. It is not counselling, not treatment and not for an emergency.")

/* A row of a list. */
#define MARK_ENDING _("Ending soon")
#define ROW_ASK_HOW_TO_JOIN _("Ask how to join")
/* TRANSLATORS: %s is who can ask, such as "yourself, a health visitor". */
#define ROW_TO_JOIN _("To join: %s")
/* TRANSLATORS: %s is a clause, such as "whether it covers Falkirk" or "when it meets". */
#define ROW_ASK _("Ask %s")
#define ROW_ASK_MORE(count) plural("; and %zu more", "; and %zu more", count)

/* Counts of answers; they stand in a list. */
#define COUNT_SUITS(count) plural("%zu suits", "%zu suit", count)
#define COUNT_ENDING(count) plural("%zu ending", "%zu ending", count)
#define COUNT_TO_ASK(count) plural("%zu to ask", "%zu to ask", count)
#define COUNT_NEAR_LISTED(count) plural("%zu near (--near lists them)", "%zu near (--near lists them)", count)

/* `find`, as a person reads it. */
#define FOUND_PHONE _("phone: %s")
#define FOUND_TEXT _("text: %s")
#define FOUND_DROPS _("More would fit without one of these:")
#define FOUND_ALSO _("Also try:")
#define FOUND_NOTHING _("Nothing in this list fits all of it.")

/* What an offer is, where and for whom. */
#define FACT_THE_KINGDOM _("the United Kingdom")
/* TRANSLATORS: %s is a nation, such as Scotland, or "the United Kingdom". */
#define FACT_ALL_OF _("all of %s")
#define FACT_PARTS_OF _("parts of %s")
#define FACT_NO_PLACE _("place not stated")
/* TRANSLATORS: an empty list: no language, nobody. */
#define FACT_NONE _("none")
/* TRANSLATORS: %1$s is such as "birth", "20 weeks pregnant", "6 weeks"; %2$s is such as "until the birth", "until the child turns 1". */
#define FACT_FROM_UNTIL _("from %1$s %2$s")
#define FACT_FROM_OPEN _("from %s; no end is stated")
#define FACT_FROM _("from %s")
#define FACT_UNTIL_TURNS(years) plural("until the child turns %u", "until the child turns %u", years)
#define FACT_UNTIL_PREGNANCY _("until pregnancy")
#define FACT_UNTIL_BIRTH _("until the birth")
/* TRANSLATORS: %s is such as "20 weeks pregnant". */
#define FACT_UNTIL _("until %s")
/* TRANSLATORS: %s is such as "6 weeks", "18 months". */
#define FACT_UNTIL_OLD _("until the child is %s old")
/* TRANSLATORS: two points of time, such as "birth to 2 years". */
#define FACT_FROM_TO _("%1$s to %2$s")
#define FACT_TO _("to %s")
#define FACT_WEEKS_PREGNANT(count) plural("%u week pregnant", "%u weeks pregnant", count)
/* TRANSLATORS: ages in years, or how many are in a group. */
#define FACT_YEARS_FROM_TO _("%1$d to %2$d")
#define FACT_YEARS_FROM _("%d or older")
#define FACT_YEARS_TO _("up to %d")

/* An entry: headings. */
#define HEADING_WHAT_HAPPENS _("What happens, in their own words")
#define HEADING_FIRST_VISIT _("The first visit, in their own words")
#define HEADING_WHAT_THEY_SHARE _("What they share and what they keep private, in their own words")
#define HEADING_SUITS _("Why it suits")
#define HEADING_ENDING _("It fits, but it is ending")
#define HEADING_ASK _("What fits, and what to ask")
#define HEADING_NEAR _("Nearly: what fits, and what does not")
#define HEADING_NO _("Why not")
#define HEADING_FACTS _("What it says of itself")
#define HEADING_CONTACT _("How to join")
#define HEADING_MORE_CONTACT _("More ways to reach them")
#define HEADING_QUESTIONS _("Ask them")
#define HEADING_OTHERS _("From the same service")
#define HEADING_PROVIDER _("From the same people")
#define HEADING_TRUST _("How far to trust this")

/* An entry: labels of facts, in a column of 16. */
#define FACT_COVERS _("Covers")
#define FACT_PERHAPS_PARTS _("Parts of")
#define FACT_STAGE _("Stage")
/* TRANSLATORS: before a stage that is not sure. */
#define FACT_PERHAPS _("Perhaps")
#define FACT_FOR _("For")
#define FACT_ONLY_FOR _("Only for")
#define FACT_PARENT_AGE _("Parent's age")
/* TRANSLATORS: behind ages that are sure, such as "16 to 25": others that are not. */
#define FACT_OR_PERHAPS _(", perhaps %s")
#define FACT_ONLY_PERHAPS _("perhaps %s")
/* TRANSLATORS: how support is given: a group, one-to-one, by phone. */
#define FACT_HOW _("How")
#define FACT_PERHAPS_ALSO _("Perhaps also")
#define FACT_ONLY_ABOUT _("Only about")
#define FACT_ABOUT _("About")
#define FACT_WITH _("With")
#define FACT_WITHOUT _("Without")
#define FACT_LANGUAGES _("Languages")
#define FACT_WHEN _("When")
/* TRANSLATORS: %1$s is such as "Every Tuesday, 10am to 11:30am"; %2$s is a place. */
#define FACT_WHEN_AT _("%1$s, at %2$s")
#define FACT_WHEN_OVER _("the dates in this list have passed: ask for new ones")
#define FACT_TERM_TIME_ASK _("Ask when term starts.")
/* TRANSLATORS: the next days on which it meets. */
#define FACT_NEXT _("Next")
/* TRANSLATORS: a day of the week and a date: "Tuesday 1 December 2026". */
#define FACT_NEXT_DAY _("%1$s %2$s")
#define FACT_MEETS_AT _("Meets at")
#define FACT_HIDDEN_PLACE _("a place that they tell you when you join")
#define FACT_GROUP_SIZE _("Group size")
#define FACT_SIZE_FROM _("%d or more")
#define FACT_COST _("Cost")
#define FACT_WAIT _("Waiting time")
#define FACT_ENDS_ON _("Ends on")
/* TRANSLATORS: what kind of service: peer support. */
#define FACT_KIND _("Kind")
/* TRANSLATORS: the service that an offer belongs to. */
#define FACT_PART_OF _("Part of")
#define FACT_REFERRAL _("Who can ask")
#define FACT_PHONE _("Phone")
/* TRANSLATORS: a number to which one sends a text message. */
#define FACT_TEXT _("Text")
#define FACT_EMAIL _("Email")
#define FACT_WEB _("Web")
#define FACT_ADDRESS _("Address")
/* TRANSLATORS: opening hours. */
#define FACT_OPEN _("Open")
/* TRANSLATORS: where a fact, or a sheet of paper, comes from. */
#define FACT_SOURCE in_context("source of the facts", "From")
#define FACT_CHECKED_BY _("Checked by")
/* TRANSLATORS: whether the service runs. */
#define FACT_STATUS _("Status")
/* TRANSLATORS: a name without words of mental health, for a sheet that lies about at home. */
#define FACT_PUBLIC_NAME _("Plain name")
#define FACT_STATUS_NOTE _("Since then")
#define FACT_NOTES _("For staff")
#define FACT_IN_THE_LIST _("In the list")
/* TRANSLATORS: a file's name and a line in it. */
#define FACT_FILE_LINE _("%1$s, line %2$u")

/* An entry: notes. */
#define NOTE_ENDING _("This is coming to an end: ask before you count on it.")
#define NOTE_ENDING_ON _("This is coming to an end on %s: ask before you count on it.")
#define NOTE_RUNS_UNKNOWN _("It is not known whether this still runs: ask.")
#define NOTE_CLOSED _("This has closed.")
#define NOTE_AGE_NEVER _("Nobody has noted when these facts were checked: check before you refer.")
#define NOTE_AGE_YEARS(years) \
    plural("Facts from %1$s, %2$d year old: check before you refer.", "Facts from %1$s, %2$d years old: check before you refer.", years)
#define NOTE_AGE_YEAR _("Facts from %s, more than a year old: check before you refer.")
#define NOTE_AGE_CHECKED _("Checked %s.")
#define NO_CONTACT _("No phone number or web address is known here. A midwife, health visitor or GP may know.")

/* An entry: other offers. */
#define OTHER_DOES_NOT_FIT _("Does not fit")
#define OTHERS_MORE(count) plural("And %zu more: search for their name.", "And %zu more: search for their name.", count)

/* What nobody has stated, as questions to ask. */
#define QUESTION_JOIN _("How do I join? Can I ask for it myself?")
#define QUESTION_MEETS _("When does it meet, and where?")
#define QUESTION_COST _("Does it cost anything?")
#define QUESTION_WAIT _("How long is the wait?")
#define QUESTION_CALL_WHEN _("When can I call?")
#define QUESTION_CALL_COST _("Is the call free?")
#define QUESTION_AREA _("Do you cover where I live?")
#define QUESTION_FORMAT _("Is it a group, or one person to talk to?")
#define QUESTION_WHO _("Who is it for?")
#define QUESTION_STAGE _("From when can I come, and until when?")
#define QUESTION_LANGUAGES _("Which languages can I use?")
#define QUESTION_WITH _("Is there a crèche, or help to get there?")
#define QUESTION_PRIVATE _("What do you keep private?")

/* `places`. */
/* TRANSLATORS: a place, its kind, and what it lies in: "Paisley (locality), in Renfrewshire, Scotland". */
#define PLACE_LINE_IN _("%1$s (%2$s), in %3$s")
#define PLACE_LINE _("%1$s (%2$s)")

#endif
