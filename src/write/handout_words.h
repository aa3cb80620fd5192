/* Every sentence of the handout and of the calendar, to be translated and reworded in one place. A mother reads them at home, perhaps with somebody
 * beside her: plain words, reading age 9 to 11, 20 words at most, and none that says why she has the sheet. */
#ifndef WRITE_HANDOUT_WORDS_H
#define WRITE_HANDOUT_WORDS_H

#include "text/words.h"

/* The language of these words, as HTML names it (BCP 47). A translation puts its own: "cy". */
#define SHEET_LANGUAGE _("en-GB")

#define SHEET_TITLE _("Places to get support")
#define SHEET_TITLE_DISCREET _("Groups and people near you")

/* Labels of facts. Short: they stand in a column of their own. */
#define LABEL_FOR _("For")
#define LABEL_ONLY_FOR _("Only for")
#define LABEL_WHEN _("When")
#define LABEL_NEXT _("Next")
#define LABEL_WHERE _("Where")
#define LABEL_COST _("Cost")
#define LABEL_WAIT _("Wait")
#define LABEL_JOIN _("To join")
#define LABEL_PHONE _("Phone")
#define LABEL_TEXT _("Text")
#define LABEL_EMAIL _("Email")
#define LABEL_WEB _("Web")
#define LABEL_ADDRESS _("Address")
#define LABEL_OPEN _("Open")

/* What a service says itself stands in quotation marks behind these: nothing here is our promise. */
#define THEY_SAY_WHAT_HAPPENS _("What happens, in their own words")
#define THEY_SAY_FIRST_VISIT _("The first visit, in their own words")
#define THEY_SAY_WHAT_THEY_SHARE _("What they keep private, in their own words")

/* What an offer is, where it does not say so in its own words. */
#define SAY_STARTS_LATER _("Starts later: from %s.")
#define SAY_STARTS _(", from %s")
#define SAY_STARTS_FIRST _("From %s")
#define SAY_ENDS_WHEN _("Ends when %s.")
#define SAY_ENDS_AT_BIRTH _("Ends at the birth.")
#define SAY_ENDS_AT_WEEK _("Ends at %s.")
#define SAY_COMMA _(", ")
#define SAY_NEXT_DAY _("%s %s")
#define SAY_AGED_FROM_TO _("aged %d to %d")
#define SAY_AGED_TO _("aged up to %d")
#define SAY_AGED_FROM _("aged %d or over")
#define SAY_PARTS_OF _("parts of %s")
#define SAY_THE_KINGDOM _("the United Kingdom")
#define SAY_HIDDEN_PLACE _("They tell you where when you join.")
#define SAY_TERM_TIME_ASK _("Ask when term starts.")
#define SAY_ENDING _("This is coming to an end. Please ask before you count on it.")
#define SAY_ENDING_ON _("This is coming to an end on %s. Please ask before you count on it.")
#define SAY_RUNS_UNKNOWN _("We do not know if this still runs. Please ask first.")
#define SAY_NO_CONTACT_HERE _("To get in touch, ask someone who works here.")
#define SAY_NO_CONTACT _("To get in touch, ask the person who gave you this sheet.")

/* What to say. */
#define SAY_THIS _("You could say")
#define SAY_THIS_TO_PROFESSIONAL _("You could say to a GP, midwife or health visitor")
#define SAY_THIS_AT_THE_DOOR _("You can come without asking first. You could say")
#define SENTENCE_GROUP _("I would like to come to %s. Can you tell me how?")
#define SENTENCE_GROUP_NAMELESS _("I would like to come to your group. Can you tell me how?")
#define SENTENCE_ANY _("I would like to know more about %s. Can you tell me how to start?")
#define SENTENCE_ANY_NAMELESS _("I would like to know what you do. Can you tell me how to start?")
#define SENTENCE_HELPLINE _("Hello. I am not sure where to start. Can I talk with you?")
#define SENTENCE_AT_THE_DOOR _("Hello. This is my first time here.")
#define SENTENCE_PROFESSIONAL _("I find this hard to ask. Could you get in touch with %s for me, please?")
#define SENTENCE_PROFESSIONAL_NAMELESS _("I find this hard to ask. Could you get in touch with them for me, please?")

/* What to ask. */
#define ASK_THEM _("You could ask")
#define QUESTION_WHEN _("When does it meet, and where?")
#define QUESTION_NOW _("Can I come now?")
#define QUESTION_HERE _("Do you cover where I live?")
#define QUESTION_FOR_ME _("Is this right for me?")

/* How old the facts are. */
#define AGE_CHECKED_ON _("We checked this on %s.")
#define AGE_CHECKED_IN _("We checked this in %s.")
#define AGE_OLD _("These facts are from %s. Please ask if they are still right.")
#define AGE_NEVER _("Nobody has noted when these facts were checked. Please ask if they are right.")

/* Names that say nothing, for what has no name that says nothing. */
#define NAMELESS_GROUP _("A group")
#define NAMELESS_ONLINE _("An online group")
#define NAMELESS_ONE_TO_ONE _("One person to talk to")
#define NAMELESS_PHONE _("A phone line")
#define NAMELESS_OTHER _("People you can ask")

/* Urgent help. */
#define URGENT_HEADING _("If you need help now")
#define URGENT_DANGER _("If a life is in danger, call 999 now, or go to A&E.")
#define URGENT_CALL _("If you need help now, call %s.")
#define URGENT_OPEN _("Open %s.")
#define URGENT_ALSO _("Also:")

/* Who gave the sheet. */
#define FROM_LABEL in_context("who gives the sheet", "From")
#define FROM_PHONE_LABEL _("Phone")

/* The picture that a telephone's camera reads. */
#define CODE_CAPTION _("For a phone camera")
#define CODE_OPENS _("QR code that opens %s")
#define CODE_CALLS _("QR code that calls %s")

/* When it meets. Days as "Tuesday"; times as "10am to 11:30am". */
#define WHEN_EVERY _("Every %s")
#define WHEN_EVERY_SECOND _("Every second %s")
#define WHEN_EVERY_NTH_WEEK(weeks) plural("Every %u week, on %s", "Every %u weeks, on %s", weeks)
#define WHEN_OF_THE_MONTH _("The %s %s of each month")
#define WHEN_FIRST _("first")
#define WHEN_SECOND _("second")
#define WHEN_THIRD _("third")
#define WHEN_FOURTH _("fourth")
#define WHEN_FIFTH _("fifth")
#define WHEN_LAST _("last")
#define WHEN_DATE _("%s %s")
#define WHEN_AT _(", %s")
#define WHEN_FROM_TO _(", %s to %s")
#define WHEN_TERM_TIME _(", in school term time")
#define WHEN_FROM_DATE _(", from %s")
#define WHEN_UNTIL_DATE _(", until %s")
#define WHEN_FROM_UNTIL_DATE _(", from %s until %s")
#define WHEN_NOT_BANK_HOLIDAYS _(", not on bank holidays")
#define WHEN_NOT_ON _(", not on %s")
#define WHEN_OR _(" or ")
#define WHEN_COMMA _(", ")
#define WHEN_MIDDAY _("midday")
#define WHEN_MIDNIGHT _("midnight")
#define WHEN_MORNING_HOUR _("%dam")
#define WHEN_MORNING_MINUTE _("%d:%02dam")
#define WHEN_AFTERNOON_HOUR _("%dpm")
#define WHEN_AFTERNOON_MINUTE _("%d:%02dpm")

/* In the calendar. */
#define CALENDAR_CONTACT_PHONE _("Phone: %s")
#define CALENDAR_CONTACT_TEXT _("Text: %s")
#define CALENDAR_CONTACT_WEB _("Web: %s")

#endif
