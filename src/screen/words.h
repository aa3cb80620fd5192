/* Every sentence of this room but those of the table of actions, to be translated and reworded in one place. Plain words, reading age 9 to 11,
 * 20 words at most: whoever reads this may be in a hurry, tired or afraid. */
#ifndef SCREEN_WORDS_H
#define SCREEN_WORDS_H

#include "text/words.h"

/* Names of keys, translated when shown: the settings take them in English too. */
#define NAME_UP N_("Up")
#define NAME_DOWN N_("Down")
#define NAME_LEFT N_("Left")
#define NAME_RIGHT N_("Right")
#define NAME_PAGE_UP N_("PgUp")
#define NAME_PAGE_DOWN N_("PgDn")
#define NAME_HOME N_("Home")
#define NAME_END N_("End")
#define NAME_WORD_LEFT N_("Ctrl-Left")
#define NAME_WORD_RIGHT N_("Ctrl-Right")
#define NAME_TAB N_("Tab")
#define NAME_BACK_TAB N_("Shift-Tab")
#define NAME_ENTER N_("Enter")
#define NAME_ESCAPE N_("Esc")
#define NAME_BACKSPACE N_("Backspace")
#define NAME_DELETE N_("Delete")
#define NAME_SPACE N_("Space")
#define NAME_CONTROL N_("Ctrl-%c")
#define NAME_OR _(" or ")
/* TRANSLATORS: stands in place of a key that an action does not have: "Press F1, the help, to undo." */
#define NAME_BY_HELP _("%s, the help,")
#define NAME_NO_KEY _("no key")

/* Keys that the settings change. */
#define WRONG_ACTION _("there is no action \"%s\"")
#define WRONG_ACTION_NEAR _("there is no action \"%s\"; did you mean \"%s\"?")
#define WRONG_KEY _("\"%s\" is no key; write it as the help does, such as x, F6, PgUp or Ctrl-E")
#define WRONG_KEY_NEAR _("\"%s\" is no key; did you mean \"%s\"?")
#define WRONG_KEY_IS_TEXT _("\"%s\" is text where \"%s\" works, so it cannot be its key")
#define WRONG_KEY_TWICE _("\"%s\" is a key of \"%s\" already, in line %u")
#define WRONG_KEYS_MANY _("\"%s\" can have %d keys at most")
#define WRONG_KEYS_LAST _("\"%s\" needs a key that works while typing, such as %s; it stays as it was")
#define WRONG_KEY_TAKEN _("\"%s\" is the last key of \"%s\", so it stays there")
#define WRONG_KEY_LOST _("\"%s\" was the last key of \"%s\", which now has none; the help can still do it")

/* The top line. */
#define SAY_PROGRAM _("Signpost")
#define SAY_CHIPS_MORE(count) plural("and %zu more", "and %zu more", count)
#define SAY_FIT_SHORT(count) plural("%zu suits", "%zu suit", count)
#define SAY_ASK_SHORT(count) plural("%zu ask", "%zu ask", count)
#define SAY_SUITS(count) plural("%zu suits", "%zu suit", count)
#define SAY_ENDING(count) plural("%zu ending", "%zu ending", count)
#define SAY_TO_ASK(count) plural("%zu to ask", "%zu to ask", count)
#define SAY_NEAR(count) plural("%zu near", "%zu near", count)
#define SAY_IN_THE_LIST(count) plural("%zu in the list", "%zu in the list", count)
#define SAY_KEPT(count) plural("%zu kept", "%zu kept", count)

/* The search line. */
#define SAY_SEARCH _("Search:")
#define SAY_SEARCH_HOW _("press %s and type, such as in:Falkirk pregnant:20")
#define SAY_SEARCH_HOW_TYPE _("just type, such as in:Falkirk pregnant:20")
#define SAY_SEARCH_MEND _("Please mend what is not understood, or press %s to put everything back.")

/* Titles of the parts. */
#define SAY_FACETS _("Narrow it down")
/* TRANSLATORS: above a column of numbers: how many answers there would be with each choice. */
#define SAY_FACETS_COUNTS _("would fit")
#define SAY_FACETS_COUNTS_SHORT _("fit")
#define SAY_CHOSEN(count) plural("Chosen. %s takes it away: %zu would fit.", "Chosen. %s takes it away: %zu would fit.", count)
#define SAY_WOULD_FIT_NOTHING _("Nothing would fit; %s undoes it.")
#define SAY_CHOSE_NOTHING _("Nothing fits now. %s takes that back.")
#define SAY_ANSWERS _("Answers")
#define SAY_ENTRY _("Entry")
#define SAY_TO_FACETS _("narrow down")
#define SAY_TO_FACETS_SHORT _("narrow")
#define SAY_GUIDE_SHORT _("guide")
#define SAY_TO_ANSWERS _("answers")
#define SAY_TO_ENTRY _("entry")
#define SAY_TAKE_AWAY _("take away")

/* The answers. */
#define SAY_EVERYTHING _("Everything in the list")
#define SAY_BY_NAME _("By name")
#define SAY_BY_NEW _("Newest facts first")
/* The title of the answers says their order, and behind it the others: "Answers by fit  or: name  newest". */
#define SAY_ANSWERS_BY_FIT _("Answers by fit")
#define SAY_ANSWERS_BY_NAME _("Answers by name")
#define SAY_ANSWERS_NEWEST _("Answers, newest first")
#define SAY_HEAD_OR _("or: ")
#define SAY_HEAD_FIT _("fit")
#define SAY_HEAD_NAME _("name")
#define SAY_HEAD_NEWEST _("newest")
#define SAY_FACTS_FROM _("facts from %s")
#define SAY_FACTS_UNDATED _("facts without a date")
#define SAY_NOT_QUITE _("Near, and why not")
#define SAY_MORE_BELOW(count) plural("%zu more below", "%zu more below", count)
#define SAY_NEAR_PRESS(count) plural("Near: %zu. %s shows it and why.", "Near: %zu. %s shows them and why.", count)
#define SAY_NEAR_HIDE _("%s hides what is near.")
#define SAY_NEAR_NOW(count) plural("%zu near, and why not. %s hides it.", "%zu near, and why not. %s hides them.", count)
#define SAY_NO_NEAR _("Nothing is near: nothing fails by one thing alone.")
#define SAY_NO_NEAR_AFTER_LOSS _("After a loss nothing is shown as near.")
#define SAY_KEPT_MARK "*"

/* The questions. */
#define SAY_GUIDE_QUESTION _("Question %d of %d: %s")
#define SAY_GUIDE_PRIVATE _("You can skip any question. Nothing you answer is written down.")
#define SAY_GUIDE_ANSWER _("Answer:")
#define SAY_GUIDE_SHOWN _("%zu to %zu of %zu")
#define SAY_GUIDE_SKIP _("Skip this question")
#define SAY_GUIDE_KEEP _("Keep: %s")
#define SAY_GUIDE_FIT(count) plural("%zu fits", "%zu fit", count)
#define SAY_GUIDE_SO_FAR _("So far: %s, %s")
#define SAY_GUIDE_PLACE _("Where: %s, in %s.")
#define SAY_GUIDE_LOSS _("Thank you for saying so. Nothing more is asked about it.")
#define SAY_GUIDE_NOT_KNOWN _("This list does not know that choice. Nothing has changed.")
#define SAY_GUIDE_DONE _("Thank you. %s undoes your answers.")
#define SAY_GUIDE_LEFT _("Everything is as it was before the questions.")
#define SAY_GUIDE_LEAVE _("leave")

/* When nothing fits. */
#define SAY_NOTHING _("Nothing in this list fits all of it.")
#define SAY_NOTHING_SO_FAR _("Nothing fits all of it so far. The rest of the list has not been read.")
#define SAY_NOTHING_DROPS _("Take one of these away to find more")
#define SAY_NOTHING_NO_DROPS _("No single choice is in the way.")
#define SAY_NOTHING_LOSS _("I am sorry. Those below may know of more.")
#define SAY_NOTHING_PLACE _("For the place, press %s and type in:%s%s%s.")
#define SAY_NOTHING_BACK _("Press %s to take back the last step.")
#define SAY_NOTHING_START_OVER _("Press %s to start over.")
#define SAY_NOTHING_AT_ALL _("There is nothing in this list.")
#define SAY_DROP_SUITS(count) plural("%zu suits", "%zu suit", count)
#define SAY_DROP_ENDING(count) plural("%zu ending", "%zu ending", count)
#define SAY_DROP_ASK(count) plural("%zu to ask", "%zu to ask", count)
#define SAY_ALSO _("Also try")

/* Notices. */
#define SAY_LEFT_OUT(count) plural("%zu entry left out: %s shows why", "%zu entries left out: %s shows why", count)
#define SAY_UNUSED(count) plural("%zu setting is not used: %s shows why", "%zu settings are not used: %s shows why", count)
#define SAY_THEME_NOW _("The colours are \"%s\" now.")
#define SAY_NO_COLOURS _("There are no colours here.")
#define SAY_NONE_LEFT_OUT _("Nothing is wrong in the list.")
#define SAY_UNDONE _("Undone.")
#define SAY_NOTHING_TO_UNDO _("There is nothing to undo.")
#define SAY_NOTHING_TO_DROP _("No choice has been made yet.")
#define SAY_DROPPED _("Taken away: %s. %s undoes it.")
#define SAY_STARTED_OVER _("Started over. %s brings the choices back.")
#define SAY_BY_FIT_NOW _("In order of how they fit.")
#define SAY_BY_NEW_NOW _("In order of how new their facts are.")
#define SAY_BY_NAME_NOW _("In order of their names.")
#define SAY_MOUSE_ON _("The mouse is on.")
#define SAY_MOUSE_OFF _("The mouse is off: the terminal can select text.")
/* TRANSLATORS: the name of an offer, then a key. */
#define SAY_KEPT_NOW _("Kept: %s. %s makes the sheet.")
#define SAY_LET_GO_NOW _("Not kept any more: %s.")
#define SAY_NO_STEP_BACK _("This is the first screen. %s leaves Signpost.")
#define SAY_PASTE_CUT _("That was too long: only its start is here.")

/* Reading the list. */
#define SAY_SO_FAR _("so far")
#define SAY_IN_PART _("in this part")
#define SAY_OLD_LIST _("as it was")
#define SAY_READING(count) plural("Reading the list: %zu in 100, %zu entry.", "Reading the list: %zu in 100, %zu entries.", count)
#define SAY_READING_STARTS _("Reading the list.")
#define SAY_READING_ENDS(count) plural("Putting %zu entry in order.", "Putting %zu entries in order.", count)
#define SAY_READING_STOP _("%s stops.")
#define SAY_STOP_READING _("stop")
#define SAY_STOPPING _("Stopping.")
#define SAY_STOPPED _("Stopped. The list is as it was. %s reads it again.")
#define SAY_STOPPED_PART _("Stopped. Only the first part of the list is here. %s reads it all.")
#define SAY_PART_HERE(count) \
    plural("Stopped. %zu service is here, not the whole list. %s reads it all.", "Stopped. %zu services are here, not the whole list. %s reads it all.", count)
#define SAY_ONLY_PART _("Only a part of the list is here. %s reads it all.")
#define SAY_ALL_HERE(count) plural("The whole list is here: %zu service.", "The whole list is here: %zu services.", count)
#define SAY_CHANGED(count) plural("The list has changed: read again, %zu service.", "The list has changed: read again, %zu services.", count)
#define SAY_READ_AGAIN(count) plural("Read again: %zu service.", "Read again: %zu services.", count)
#define SAY_KEPT_GONE _("No longer in it, though you kept it: %s.")
#define SAY_KEPT_GONE_MORE(count) \
    plural("No longer in it, though you kept them: %s and %zu more.", "No longer in it, though you kept them: %s and %zu more.", count)
#define SAY_KEPT_BACK(count) plural("%zu that you kept is back.", "%zu that you kept are back.", count)
#define SAY_OPEN_GONE _("No longer in it: %s.")
#define SAY_TERMS_GONE _("Taken away, for the list does not know it now: %s.")
#define SAY_NEW_PROBLEMS(count) plural("%zu new mistake: %s shows it.", "%zu new mistakes: %s shows them.", count)
/* TRANSLATORS: the first %s says why: there is no file "list.yaml". */
#define SAY_NOT_READ _("You see the list as it was, for now %s. %s: more.")
#define SAY_REFUSED(count) \
    plural("The list has %zu new mistake, so you see it as it was. %s shows it.", \
           "The list has %zu new mistakes, so you see it as it was. %s shows them.", count)
#define SAY_AS_IT_WAS _("The list cannot be used as it is now. You see it as it was; %s shows why.")
#define SAY_NO_FILES _("This list came from standard input, so it cannot be read again.")

/* Editing. */
#define SAY_NO_EDIT_PLACE _("There is no file to edit for this.")
#define SAY_NOT_EDITED _("Nothing was changed.")

/* The entry. */
#define SAY_NO_ENTRY _("Choose an answer to read about it here.")

/* The sheet she takes home, and what can be done with it. Each row has 29 columns beside the sheet. */
#define SAY_SHEET_KEPT(count) plural("The sheet: %zu kept", "The sheet: %zu kept, the first kept first", count)
#define SAY_SHEET_SELECTED _("The sheet: the one that is marked")
#define SAY_SHEET_NOTHING _("Mark or keep an answer first: then there is something for the sheet.")
#define SAY_TO_SHEET _("the sheet")
#define SAY_TO_SHEET_MENU _("what to do")
#define SAY_SHEET_PRINT _("Print")
#define SAY_SHEET_DISCREET_NO _("Discreet: no")
#define SAY_SHEET_DISCREET_YES _("Discreet: yes")
#define SAY_SHEET_PAGE _("Width: a page, 80 columns")
#define SAY_SHEET_SLIP _("Width: a slip, 40 columns")
#define SAY_SHEET_FROM _("From: %s")
#define SAY_SHEET_FROM_NOBODY _("From: a line for a pen")
#define SAY_SHEET_FROM_LABEL _("From:")
#define SAY_SHEET_SAVE_TEXT _("Save as text")
#define SAY_SHEET_SAVE_PAGE _("Save as a web page with codes")
#define SAY_SHEET_SAVE_DATES _("Save the dates for a calendar")
#define SAY_SHEET_NAME_LABEL _("Save as:")
#define SAY_SHEET_CODES _("Show codes for a phone")
#define SAY_SHEET_TAKE_OFF _("Take one off the sheet")
#define SAY_SHEET_OTHER_NAME _("Choose another name")
#define SAY_SHEET_REPLACE _("Replace the file")

/* What came of it. */
/* TRANSLATORS: %s is a key. */
#define SAY_SHEET_PRINTING _("Printing. %s stops it.")
#define SAY_SHEET_PRINTED _("Given to the printer. Nothing is saved here.")
/* TRANSLATORS: %s is a sentence that says what went wrong, without its full stop. */
#define SAY_SHEET_NOT_PRINTED _("%s. You can save it instead.")
#define SAY_SHEET_DISCREET_NOW _("Discreet now: nothing on the sheet says why she has it.")
#define SAY_SHEET_DISCREET_FROM _("Discreet now. \"From\" says why she has the sheet, so it is left out.")
#define SAY_SHEET_NOT_DISCREET_NOW _("Not discreet now: the sheet says what each one is for.")
#define SAY_SHEET_TYPE_FROM _("Type your name and a phone number. Nothing keeps it after this.")
#define SAY_SHEET_TYPE_NAME _("The name of the file. ~/ at its start is your home folder.")
#define SAY_SHEET_SAVED _("Saved as %s. Whoever opens it can read what is on it.")
/* TRANSLATORS: %s is a sentence that says what went wrong. */
#define SAY_SHEET_NOT_SAVED _("Not saved. %s")
#define SAY_SHEET_FILE_THERE _("There is a file of that name already: %s")
#define SAY_SHEET_NO_DATES _("None of these has a day that is sure, so there is no calendar.")
/* TRANSLATORS: a file, then two numbers: "It has 2 of 3". */
#define SAY_SHEET_SOME_DATES _("Saved as %s. It has %zu of %zu: the others have no day that is sure.")
#define SAY_SHEET_WHICH_OFF _("Which one is to go? %s changes nothing.")
#define SAY_SHEET_TAKEN_OFF _("Taken off: %s.")

/* Codes for a phone. */
/* TRANSLATORS: "1 of 3: Up or Down for the others". */
#define SAY_CODE_OF _("%zu of %zu: %s or %s for the others")
#define SAY_CODE_NONE _("No web address and no phone number is stated, so there is no code.")
/* TRANSLATORS: the columns and rows that it needs, and those that there are. */
#define SAY_CODE_NO_ROOM _("The code needs %d columns and %d rows. This is %d by %d, so here is what it says:")

/* Help. */
#define SAY_HELP _("Help: type to search it")
#define SAY_HELP_KEYS _("What works here")
#define SAY_HELP_TERMS _("What can be typed in the search line")
#define SAY_HELP_NONE _("Nothing in the help has these words.")

/* Urgent help. */
#define SAY_URGENT_MORE _("%s more")
#define SAY_URGENT _("Urgent help")
#define SAY_URGENT_NONE _("In danger: call 999. No other urgent help is in this list.")
#define SAY_PHONE _("Phone")
#define SAY_TEXT _("Text")
#define SAY_TEXT_WORD_TO _("the word %s to %s")
#define SAY_OPEN _("Open")
#define SAY_FOR _("For")
#define SAY_CHECKED _("Checked %s.")
#define SAY_NOT_CHECKED _("Nobody has noted when this was checked.")

/* What is peer support? */
#define SAY_EXPLAIN _("What is peer support?")
#define SAY_EXPLAIN_TO_PROFESSIONAL _("What is peer support? For professionals")
#define SAY_TO_PROFESSIONAL _("for professionals")
#define SAY_TO_HER _("in plain words")

/* Entries left out. */
#define SAY_UNUSED_TITLE _("Settings that are not used")
#define SAY_PROBLEMS _("What is wrong in the list")
#define SAY_PROBLEMS_REFUSED _("The list cannot be used as it is now, so you see it as it was. When the file is mended, it is read again by itself.")

/* The screens of the kiosk. Few words each. */
#define SAY_KIOSK_HOW _("Press a number, or touch a line.")
#define SAY_KIOSK_TYPE _("Or type a town or postcode:")
/* TRANSLATORS: %s is a key. */
#define SAY_KIOSK_MORE_BELOW _("More: %s")
#define SAY_KIOSK_MORE_ABOVE _("Back up: %s")
/* TRANSLATORS: behind the name of a key that turns the page: "PgDn more", "PgUp up". */
#define SAY_KIOSK_PAGE_DOWN in_context("behind a key", "more")
#define SAY_KIOSK_PAGE_UP in_context("behind a key", "up")
#define SAY_KIOSK_EVERYTHING _("All that is in this list")
#define SAY_KIOSK_SUITS _("These fit")
#define SAY_KIOSK_ENDING _("These fit, but end soon")
#define SAY_KIOSK_ASK _("These may fit: ask them")
#define SAY_KIOSK_NEAR _("These nearly fit")
#define SAY_KIOSK_NOTHING _("Nothing here fits all that you chose. You can try one of these.")
#define SAY_KIOSK_NOTHING_AT_ALL _("Nothing here fits all that you chose. Someone who works here may know of more.")
#define SAY_KIOSK_NOTHING_LOSS _("I am sorry. Nothing here fits. Someone who works here may know of more.")
#define SAY_KIOSK_AGAIN _("Choose again")
#define SAY_KIOSK_URGENT _("See urgent help")
#define SAY_KIOSK_CODE _("Show a code for your phone")
#define SAY_KIOSK_PRINT _("Print this")
#define SAY_KIOSK_PRINTING _("Printing. Press 0 to stop it.")
#define SAY_KIOSK_PRINTED _("Your page is at the printer.")
#define SAY_KIOSK_NOT_PRINTED _("It could not be printed. You can ask someone who works here.")
#define SAY_KIOSK_DROPPED _("Taken away: %s.")

/* The terminal. */
#define SAY_TOO_SMALL _("Signpost needs %d columns and %d rows. This is %d by %d.")
#define SAY_TOO_SMALL_SHORT _("Too small")
#define SAY_NO_TERM _("TERM is not set. Signpost goes on line by line.")
#define SAY_UNKNOWN_TERM _("TERM names no known terminal. Signpost goes on line by line.")
#define SAY_DUMB_TERM _("this terminal cannot move its cursor. Signpost goes on line by line.")
#define SAY_NO_PIPE _("the system gives no more files, so the screen cannot be used")

/* The kiosk. */
#define SAY_KIOSK_WELCOME _("You don't need to give your name. Nothing you choose here is kept.")
#define SAY_KIOSK_BEGIN _("Find support near you")
#define SAY_KIOSK_EXPLAIN _("What is peer support?")

/* The kiosk when nobody is there, and for staff. */
#define SAY_KIOSK_THERE(count) \
    plural("Are you still there? In %d second this screen forgets everything.", "Are you still there? In %d seconds this screen forgets everything.", count)
#define SAY_KIOSK_GO_ON _("Press any key to go on, or touch the screen.")
#define SAY_STAFF _("For staff")
/* TRANSLATORS: in front of the place where digits are typed. */
#define SAY_STAFF_PIN _("PIN to end this kiosk:")
#define SAY_STAFF_NO _("That is not the PIN.")
#define SAY_STAFF_WAIT(count) plural("Please wait %d second.", "Please wait %d seconds.", count)
#define SAY_STAFF_WRONG(count) plural("%zu mistake in the list.", "%zu mistakes in the list.", count)
#define SAY_STAFF_REFUSED(count) \
    plural("%zu mistake in the list, so the one before is shown.", "%zu mistakes in the list, so the one before is shown.", count)
#define SAY_STAFF_VISITS(count) plural("%zu visit today.", "%zu visits today.", count)

#endif
