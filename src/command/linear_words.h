/* Every sentence of `signpost --linear`, to be translated and reworded in one place. They are heard or felt, not seen: short, plain, nothing by
 * position, the word that matters first. Reading age 9 to 11, 20 words at most. */
#ifndef COMMAND_LINEAR_WORDS_H
#define COMMAND_LINEAR_WORDS_H

#include "text/words.h"

/* The first lines, and the last. */
#define LINEAR_OPENING(count) \
    plural("Signpost. %zu service. Urgent help: call 999. Type h for help.", "Signpost. %zu services. Urgent help: call 999. Type h for help.", count)
#define LINEAR_PRIVATE _("You do not need to give your name. Nothing you type is kept.")
#define LINEAR_LEFT_OUT(count) \
    plural("%zu entry could not be used. At the list, e says why.", "%zu entries could not be used. At the list, e says why.", count)
#define LINEAR_HOW _("Four questions follow. Each can be skipped. Type ? to know what peer support is.")
#define LINEAR_GOODBYE _("Goodbye. Nothing about your search is kept.")

/* After "signpost: ", on standard error. */
#define LINEAR_OUT_LOST _("cannot write to standard output")

/* Prompts: "Type a number to open, n for near or q to quit:" is made of these. */
/* TRANSLATORS: %s is a list of what follows, such as "b to go back, l for the list". Keep those letters, which are what is typed. */
#define PROMPT _("Type %s:")
#define PROMPT_COMMA _(", ")
/* TRANSLATORS: a list, and the last of its items. */
#define PROMPT_OR _("%1$s or %2$s")
#define PROMPT_ANSWER_OR_NUMBER _("a number or your answer")
#define PROMPT_ANSWER _("your answer")
#define PROMPT_SKIP _("Enter to skip")
#define PROMPT_OPEN _("a number to open")
#define PROMPT_OPEN_OTHER _("a number to open another")
#define PROMPT_MORE _("m for more")
#define PROMPT_NEAR _("n for near")
#define PROMPT_CHANGE _("c to change")
#define PROMPT_SEARCH _("/ and words to search")
#define PROMPT_NARROW _("f to narrow it down")
#define PROMPT_CHOOSE _("a number to choose")
#define PROMPT_GO_BACK_BY_ENTER _("Enter to go back")
#define PROMPT_KEEP _("k and a number to keep")
#define PROMPT_KEEP_THIS _("k to keep this")
#define PROMPT_LET_GO_THIS _("k to let this go")
#define PROMPT_WRITE _("w to print or save")
#define PROMPT_UNDO _("u to undo")
#define PROMPT_LIST _("l for the list")
#define PROMPT_BACK _("b to go back")
#define PROMPT_HELP _("h for help")
#define PROMPT_URGENT _("999 for urgent help")
#define PROMPT_QUIT _("q to quit")
#define PROMPT_TAKE_AWAY _("a number to take it away")
#define PROMPT_TAKE_ALL_AWAY _("0 to take all away")
#define PROMPT_ADD _("what to add, such as with:creche")
#define PROMPT_QUESTIONS _("g for the questions")
#define PROMPT_GO_ON _("Enter to go to the list")
#define PROMPT_FILE _("the name of a file to save it in")
#define PROMPT_HEAR _("s to read it here")
#define PROMPT_PRINT _("p to print it with %s")
#define PROMPT_DISCREET _("d to leave out why you have it")
#define PROMPT_NOT_DISCREET _("d to put everything in")
#define PROMPT_FROM _("f to say who it is from")
#define PROMPT_FROM_WHOM _("your name and phone, as they shall stand on the sheet")
#define PROMPT_NOBODY _("Enter for nobody")
#define PROMPT_OVERWRITE _("yes to write over it, or Enter to leave it")

/* Whatever was typed. */
#define LINEAR_TOO_LONG(most) plural("That line is too long: %zu byte is the most. Nothing has changed.", \
                                     "That line is too long: %zu bytes are the most. Nothing has changed.", most)
#define LINEAR_NOT_UNDERSTOOD _("I did not understand \"%s\". Nothing has changed.")
#define LINEAR_TO_SEARCH _("To search for it, type / and then the words.")
#define LINEAR_NO_SUCH_NUMBER(count) plural("There is no %s. There is only %zu.", "There is no %s. The numbers go from 1 to %zu.", count)
#define LINEAR_NOTHING_TO_NUMBER _("There is nothing to open here.")
#define LINEAR_NOTHING_TO_UNDO _("There is nothing to undo.")
#define LINEAR_UNDONE _("Undone.")
#define LINEAR_WHICH_OPEN _("Which one? Type its number, such as 3.")
#define LINEAR_WHICH_KEEP _("Which one? Type k and its number, such as k 3.")

/* What can be typed. */
/* TRANSLATORS: this and the lines like it are words with a space between, any of which can be typed; small letters without accents. Keep the single
 * letters, which prompts and help name, and put your words beside them. */
#define TYPED_YES _("yes y")
#define TYPED_BACK _("b back")
#define TYPED_LIST _("l list")
#define TYPED_BACK_OR_LIST _("b back l list")
#define TYPED_QUESTIONS _("g questions guide")
#define TYPED_UNDO _("u undo")
#define TYPED_HELP _("h help")
#define TYPED_QUIT _("q quit exit bye goodbye")
#define TYPED_DISCREET _("d discreet")
#define TYPED_SAY _("s say read")
#define TYPED_PRINT _("p print")
#define TYPED_FROM _("f from")
#define TYPED_MORE _("m more")

/* The questions. */
#define LINEAR_CHOICE _("%zu. %s")
#define LINEAR_NOW _("Now: %s. Enter keeps it.")
#define LINEAR_TAKEN _("%s.")
#define LINEAR_LEFT_OPEN _("All right. That stays open.")
#define LINEAR_LOSS _("Thank you for saying so. Nothing more is asked about it.")
#define LINEAR_FIRST_QUESTION _("This is the first question.")
#define LINEAR_NOT_KNOWN _("This list does not know that choice. Nothing has changed.")

/* The list. */
#define LINEAR_YOU_LOOK_FOR _("You look for: %s.")
#define LINEAR_CHIPS_BETWEEN _("; ")
#define LINEAR_EVERYTHING(count) plural("Everything in the list: %zu.", "Everything in the list: %zu.", count)
#define LINEAR_SUITS(count) plural("%zu suits.", "%zu suit.", count)
#define LINEAR_NONE_SUITS _("None suits for sure.")
#define LINEAR_ENDING(count) plural("%zu ends soon.", "%zu end soon.", count)
#define LINEAR_TO_ASK(count) plural("%zu to ask.", "%zu to ask.", count)
#define LINEAR_NEAR(count) plural("%zu near.", "%zu near.", count)
#define LINEAR_NUMBER _("%zu.")
#define LINEAR_IS_KEPT _("Kept.")
#define LINEAR_FAILS _("What does not fit: %s")
#define LINEAR_PAGE _("That was %zu to %zu of %zu. Say more: m.")
#define LINEAR_NO_MORE _("There is no more in this list.")
#define LINEAR_NEAR_FOLLOWS(count) plural("%zu is near. This is why it does not fit:", "%zu are near. This is why they do not fit:", count)
#define LINEAR_NO_NEAR _("Nothing is near: nothing fails by one thing alone.")
#define LINEAR_NO_NEAR_AFTER_LOSS _("After a loss nothing is shown as near.")
#define LINEAR_NOTHING _("Nothing in this list fits all of it.")
#define LINEAR_NOTHING_AT_ALL _("There is nothing in this list.")
#define LINEAR_WITHOUT _("Without %s:")
#define LINEAR_DROP_HINT _("To take one of these away, type c.")
#define LINEAR_ALSO _("Also try:")

#define LINEAR_BY_NAME _("In order of their names.")
#define LINEAR_BY_FIT _("In order of how they fit.")
#define LINEAR_NONE_LEFT_OUT _("No entry was left out.")
#define LINEAR_STARTED_AGAIN _("Everything you chose is taken away. u undoes it.")

/* Narrowing down. */
#define LINEAR_NARROW _("Narrow down by what?")
/* TRANSLATORS: a number to type, a choice such as "group", and how many services fit with it. */
#define LINEAR_VALUE(count) plural("%zu. %s. %zu would fit.", "%zu. %s. %zu would fit.", count)
#define LINEAR_VALUE_CHOSEN(count) plural("%zu. %s. Chosen. %zu would fit without it.", "%zu. %s. Chosen. %zu would fit without it.", count)

/* An entry. */
#define LINEAR_HEADING _("%s:")
#define LINEAR_FACT _("%s: %s")
#define LINEAR_NO _("Does not fit: %s")
#define LINEAR_QUOTE _("%s: \"%s\"")

/* Changing the need. */
#define LINEAR_NOTHING_CHOSEN _("You have not said what you look for yet. Everything is listed.")
#define LINEAR_TAKEN_AWAY _("Taken away: %s. u undoes it.")
#define LINEAR_ALL_TAKEN_AWAY _("All taken away. u undoes it.")
#define LINEAR_CHIP _("%zu. %s.")
#define LINEAR_WRONG _("Not understood: %s")
#define LINEAR_UNCHANGED _("Nothing has changed.")
#define LINEAR_ALREADY _("That is already so.")
#define LINEAR_NOT_SEARCHING _("The search is taken away.")
#define LINEAR_MEAN_PLACE _("If you mean the place %s, type in:%s")

/* Keeping and writing. */
#define LINEAR_KEPT_NOW _("Kept: %s.")
#define LINEAR_LET_GO _("Not kept any more: %s.")
#define LINEAR_KEPT_COUNT(count) plural("%zu is kept.", "%zu are kept.", count)
#define LINEAR_NONE_KEPT _("Nothing is kept yet. Type k and a number to keep one.")
#define LINEAR_SHEET_WHERE _("It is saved or printed only where you say.")
#define LINEAR_DISCREET _("The sheet will not say why you have it.")
#define LINEAR_NOT_DISCREET _("The sheet will say what each service is for.")
#define LINEAR_SHEET_STARTS _("The sheet starts here.")
#define LINEAR_SHEET_ENDS _("The sheet ends here.")
#define LINEAR_FILE_THERE _("There is a file of that name already.")
#define LINEAR_BAD_NAME _("The name of the file needs a dot in it, such as sheet.txt.")
#define LINEAR_NO_FILES _("No file can be saved here.")
#define LINEAR_SAVED _("Saved in %s")
#define LINEAR_SAVED_WARNING _("Whoever opens that file can read what you kept.")
#define LINEAR_PRINTED _("Given to %s to print. Nothing is saved here.")
#define LINEAR_NOT_PRINTED _("Not printed: %s.")
#define LINEAR_NO_SURE_DAY _("%s: no day on which it surely meets is known. It is not in the calendar.")
#define LINEAR_FROM_NOW _("From: %s.")
#define LINEAR_FROM_NOBODY _("a line to write on")
#define LINEAR_FROM_REVEALS _("Those words say why she has the sheet. They are left off it.")
#define LINEAR_NOT_SAVED _("It was not saved.")

/* What is peer support? */
#define LINEAR_EXPLAIN _("What is peer support?")
#define LINEAR_EXPLAIN_TO_PROFESSIONAL _("What is peer support? For professionals.")
#define LINEAR_EXPLAIN_ENDS _("That was all. For professionals, type ??")
#define LINEAR_EXPLAIN_TO_PROFESSIONAL_ENDS _("That was all. In plain words, type ?")

/* Urgent help. */
#define LINEAR_URGENT _("Urgent help:")
#define LINEAR_URGENT_NONE _("In danger: call 999. No other urgent help is in this list.")
#define LINEAR_URGENT_OPEN _("Open: %s.")
#define LINEAR_URGENT_ENDS _("That was the urgent help.")

/* Texts of several lines, each a thought. Ended by NULL. */
extern const char *const linear_help_guide[];
extern const char *const linear_help_list[];
extern const char *const linear_help_change[];
extern const char *const linear_help_write[];
extern const char *const linear_help_narrow[];

#endif
