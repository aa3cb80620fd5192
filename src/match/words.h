/* Every sentence of this room, to be translated and reworded in one place. Plain words, for a person who is tired or afraid: reading age 9 to
 * 11, 20 words at most. What a service says, not what the program computed. A sentence that leaves something open ends with "ask." or "?". */
#ifndef MATCH_WORDS_H
#define MATCH_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "catalogue/stage.h"
#include "match/need.h"
#include "text/buffer.h"
#include "text/words.h"

/* Place. */
#define SAY_COVERS _("Covers %s.")
#define SAY_COVERS_ALL _("Covers all of %s.")
#define SAY_COVERS_AROUND _("Covers %s (%s).")
#define SAY_COVERS_INSIDE _("Covers %s, in %s.")
#define SAY_COVERS_SHARED _("Covers %s, part of which is in %s.")
#define SAY_COVERS_PARTS _("Covers parts of %s: does it cover %s?")
#define SAY_COVERS_PART _("Covers %s, part of %s: does it cover %s?")
#define PLACE_WITH_ARTICLE _("the %s")
#define SAY_COVERS_PARTS_WHICH _("Covers parts of %s: ask.")
#define SAY_COVERS_NOWHERE_STATED _("Does not say where: ask.")
#define SAY_COVERS_AWAY(miles) plural("Covers %s, about %u mile away.", "Covers %s, about %u miles away.", miles)
#define SAY_COVERS_LESS_AWAY _("Covers %s, less than a mile away.")
#define ASK_COVERS _("whether it covers %s")
#define ASK_COVERS_WHICH _("which parts of %s it covers")
#define SAY_MORE_AREAS(count) plural("%s and %u more area", "%s and %u more areas", count)

/* Stage. */
#define SAY_FROM_UNTIL _("From %s until %s.")
#define SAY_UNTIL _("Until %s.")
#define SAY_FROM_OPEN _("From %s. No end is stated.")
#define SAY_FROM_OPEN_ASK _("From %s. No end is stated; your child is %s: ask.")
#define SAY_FROM_OPEN_OLD _("From %s. Does not say that it goes on for a child of %s.")
#define SAY_UNTIL_CHILD _("Until %s; your child is %s.")
#define SAY_UNTIL_PREGNANT _("Until %s; you are %s.")
#define SAY_ENDS_WHEN_IN _("Ends when %s, in %s.")
#define SAY_ENDS_AT_IN _("Ends at %s, in %s.")
#define SAY_STARTS_AT _("Starts at %s.")
#define SAY_STARTS_AT_IN _("Starts at %s, in %s.")
#define SAY_STARTS_WHEN _("Starts when %s.")
#define SAY_STARTS_WHEN_IN _("Starts when %s, in %s.")
#define SAY_ONLY_PREGNANT _("Only in pregnancy.")
#define SAY_STAGE_NOT_STATED _("Does not say for which weeks or ages: ask.")
#define SAY_STAGE_NOT_STATED_OLD _("Does not say that it is for a child of %s.")
#define SAY_STAGE_PERHAPS _("Perhaps from %s until %s: ask.")
#define SAY_STAGE_PERHAPS_OPEN _("Perhaps from %s: ask.")
#define SAY_STAGE_LOSS_YES _("Open at the time you named.")
#define SAY_STAGE_LOSS_ASK _("Does not say if it is open at the time you named: ask.")
#define SAY_STAGE_LOSS_NO _("Not open at the time you named.")
#define ASK_STAGE_PREGNANT _("whether it is for you at %s of pregnancy")
#define ASK_STAGE_PREGNANT_ANY _("whether it is for you in pregnancy")
#define ASK_STAGE_CHILD _("whether it is for a child of %s")
#define ASK_STAGE_CHILD_ANY _("for which ages it is")
#define ASK_STAGE_LOSS _("whether it is for you now")
#define EDGE_PREGNANCY _("pregnancy")
#define EDGE_WEEKS_PREGNANT(count) plural("%u week of pregnancy", "%u weeks of pregnancy", count)
#define EDGE_BIRTH _("birth")
#define EDGE_THE_BIRTH _("the birth")
#define EDGE_TURNS(years) plural("your child turns %u", "your child turns %u", years)
#define EDGE_IS_MONTHS(count) plural("your child is %u month", "your child is %u months", count)
#define EDGE_IS_WEEKS(count) plural("your child is %u week", "your child is %u weeks", count)
#define EDGE_AGE_YEARS(years) plural("age %u", "age %u", years)
#define EDGE_AGE_MONTHS(count) plural("%u month old", "%u months old", count)
#define EDGE_AGE_WEEKS(count) plural("%u week old", "%u weeks old", count)
#define SPAN_DAYS(count) plural("%u day", "%u days", count)
#define SPAN_WEEKS(count) plural("%u week", "%u weeks", count)
#define SPAN_MONTHS(count) plural("%u month", "%u months", count)
#define SPAN_YEARS(count) plural("%u year", "%u years", count)
#define SPAN_AND _("%s and %s")
#define AGE_UNDER_WEEK _("less than a week")
#define AGE_UNDER_MONTH _("less than a month")

/* After a loss. */
#define SAY_LOSS_ALONE _("Only for people who have lost a baby: does this apply?")
#define ASK_LOSS_ALONE _("whether it is only for people who have lost a baby")
#define SAY_LOSS_NOT_STATED _("Does not say that it is for people after a loss.")
#define SAY_LOSS_ABOUT_TERM _("Is about %s: ask if you can come now.")

/* Who. */
#define SAY_WHO_NOT_STATED _("Does not say who it is for.")
#define SAY_WHO_ASK _("%s Does not say %s: ask.")

/* Words of the vocabulary. Where the vocabulary has a sentence of its own, that is said. */
#define SAY_TERM_YES _("Says: %s.")
#define SAY_TERM_NOT _("Not: %s.")
#define SAY_TERM_ASK _("Does not say %s: ask.")
#define SAY_TERM_PERHAPS _("Does not say for sure %s: ask.")
#define ASK_TERM _("whether this is so: %s")
#define SAY_ABOUT_OPEN _("Open whatever the worry is.")
#define SAY_ABOUT_OTHER _("Is about %s: ask.")
#define SAY_ABOUT_ONLY _("Only about %s.")
#define SAY_FOR_ONLY _("Only for %s.")
#define SAY_FOR_ONLY_ASK _("Only for %s: does this apply?")
#define ASK_FOR_ONLY _("whether it is only for %s")
#define SAY_FOR_OPEN _("Not only for some groups.")
#define SAY_ONLY_NOT_FATHERS _("Not only for fathers.")
#define SAY_LANGUAGE_INTERPRETER _("There can be an interpreter: also for %s?")

/* Age of the parent. */
#define SAY_AGE_OPEN _("No age limit for parents is stated.")
#define SAY_AGE_FROM_TO _("For parents aged %d to %d.")
#define SAY_AGE_TO _("For parents aged up to %d.")
#define SAY_AGE_FROM _("For parents aged %d or over.")
#define SAY_AGE_FROM_TO_NO _("For parents aged %d to %d; you are %u.")
#define SAY_AGE_TO_NO _("For parents aged up to %d; you are %u.")
#define SAY_AGE_FROM_NO _("For parents aged %d or over; you are %u.")
#define SAY_AGE_FROM_TO_ASK _("For parents aged %d to %d: does this fit?")
#define SAY_AGE_TO_ASK _("For parents aged up to %d: does this fit?")
#define SAY_AGE_FROM_ASK _("For parents aged %d or over: does this fit?")
#define SAY_AGE_PERHAPS _("It is not clear if parents aged %u can come: ask.")
#define ASK_AGE _("whether your age fits")
#define ASK_AGE_PERHAPS _("whether parents aged %u can come")

/* When. */
#define SAY_WHEN_NOT_STATED _("Does not say when it meets: ask.")
#define SAY_WHEN_OVER _("The dates that are given are over: ask.")
#define SAY_WHEN _("Meets: %s.")
#define SAY_WHEN_MORE _("Meets: %s, and at other times.")
#define SAY_WHEN_NO_HOUR _("Does not say at what time it meets: ask.")
#define SAY_ON_YES _("Meets on %s.")
#define SAY_ON_NO _("Does not meet on %s.")
#define SAY_ON_ENDED _("Ends before %s.")
#define SAY_ON_OUT_OF_TERM _("Out of term on %s. Meets again on %s.")
#define SAY_ON_PERHAPS _("May meet on %s: ask.")
#define ASK_WHEN _("when it meets")
#define ASK_ON _("whether it meets on %s")

/* Near. */
#define SAY_NEAR(miles) plural("Meets about %u mile from %s.", "Meets about %u miles from %s.", miles)
#define SAY_NEAR_LESS _("Meets less than a mile from %s.")
#define SAY_NEAR_REMOTE _("You do not have to travel.")
#define SAY_NEAR_NOT_STATED _("Does not say where it meets: ask.")
#define SAY_NEAR_NO_PLACE _("Say where you are, to see how far it is. Or ask.")
#define ASK_NEAR _("where it meets")

/* How old the facts are, status. */
#define SAY_CHECKED _("Checked: %s.")
#define SAY_CHECKED_NEVER _("Does not say when it was last checked.")
#define SAY_STATUS_UNKNOWN _("It is not known if it still runs: ask.")
#define ASK_STATUS _("whether it still runs")
#define SAY_STATUS_ENDING _("Coming to an end.")
#define SAY_STATUS_ENDS_ON _("Coming to an end on %s.")

/* Free text. */
#define SAY_WORDS_YES _("Says \"%s\".")
#define SAY_WORDS_NO _("Does not say \"%s\".")

/* What is wrong with a need, and what could stand there. Not a person's fault: short and kind. */
#define WRONG_KEY _("unknown word \"%s\" before the colon")
#define WRONG_KEY_HINT _("unknown word \"%s\" before the colon; to look for the words themselves, put them in quotes")
#define WRONG_PLACE _("unknown place \"%s\"")
#define WRONG_POSTCODE _("no place is known for the postcode \"%s\"")
#define WRONG_WORD _("unknown word \"%s\" after %s:")
#define WRONG_MEANT _("; did you mean %s?")
#define WRONG_EMPTY _("%s: needs something after it, such as %s")
#define WRONG_PREGNANT _("\"%s\" is no week of pregnancy; weeks go from 0 to 42, such as pregnant:20 or pregnant:20+3")
#define WRONG_CHILD _("\"%s\" is no age of a child; write weeks, months or years, such as child:6w, child:14m or child:2y")
#define WRONG_CHILD_UNIT _("\"%s\" could be weeks, months or years")
#define WRONG_CHILD_OLD _("a child's age can be up to 17 years, so \"%s\" is too much")
#define WRONG_DATE _("\"%s\" is no date; write the day, month and year, such as %s:%s")
#define WRONG_DUE_FAR _("%s is more than 40 weeks from now")
#define WRONG_DUE_PAST _("%s is more than 3 weeks ago; once the baby is here, write born: and the date")
#define WRONG_BORN_FUTURE _("%s has not come yet; before the birth, write due: and the date")
#define WRONG_BORN_OLD _("%s is more than 17 years ago")
#define WRONG_AGE _("\"%s\" is no age in years, such as age:17")
#define WRONG_NEAR _("\"%s\" is no distance; write miles or kilometres, such as near:5mi or near:10km")
#define WRONG_NEAR_UNIT _("\"%s\" could be miles or kilometres")
#define WRONG_CHECKED _("\"%s\" is no length of time; write months or years, such as checked:12m")
#define WRONG_AFTER _("\"%s\" is not known here; it can be after:loss")
#define WRONG_MANY _("that is too much at once; %u terms are possible")

/* Lists of words. */
#define LIST_COMMA _(", ")
#define LIST_OR _(" or ")
#define LIST_AND _(" and ")

/* A need in words, for chips. */
#define CHIP_NOT _("not %s")
#define CHIP_PREGNANT _("Pregnant")
#define CHIP_PREGNANT_WEEKS(count) plural("Pregnant, %u week", "Pregnant, %u weeks", count)
#define CHIP_PREGNANT_DAYS(count) plural("%s and %u day", "%s and %u days", count)
#define CHIP_CHILD _("Child %s")
#define CHIP_CHILD_ANY _("Child")
#define CHIP_DUE _("Due %s")
#define CHIP_BORN _("Born %s")
#define CHIP_AFTER_LOSS _("After a loss")
#define CHIP_AGE(count) plural("Aged %u", "Aged %u", count)
#define CHIP_ONLY _("only for %s")
#define CHIP_LANGUAGE _("in %s")
#define CHIP_ON _("on %s")
#define CHIP_NEAR_MILES _("within %s miles")
#define CHIP_NEAR_KILOMETRES _("within %s km")
#define CHIP_CHECKED(count) plural("checked in the last %u month", "checked in the last %u months", count)
#define CHIP_STATUS _("status: %s")
#define CHIP_FATHERS _("fathers")

/* Facets. */
#define FACET_NEW_BABY _("a new baby")
#define FACET_PREGNANT _("pregnant")
#define FACET_AFTER_LOSS _("after a loss")
#define FACET_OLD _("%s old")

/* Days and parts of a day: 0 Monday to 6 Sunday; 0 morning, 1 afternoon, 2 evening. "on Tuesdays", "in the morning". */
const char *words_weekday(uint32_t weekday);
const char *words_weekdays(uint32_t weekday);
const char *words_part_of_day(uint32_t part);

/* Appends an edge as the start of an offer: "pregnancy", "32 weeks of pregnancy", "birth", "6 months old", "age 1". */
void words_from(struct buffer *out, struct stage_point point);

/* Appends an edge as its end, which may follow "until": "the birth", "your child turns 1", "your child is 18 months". */
void words_until(struct buffer *out, struct stage_point point);

/* Appends a child's age: "6 weeks", "14 months", "2 years", "2 years and 6 months"; of a need's value, in the unit in which it was given. */
void words_child_age(struct buffer *out, const struct need_value *value, enum key key);

/* Appends a length of time: "3 days" below 2 weeks, "5 weeks" below 2 months, else "3 months". */
void words_span(struct buffer *out, int32_t days);

/* Appends item number index of count with what joins it to the one before: ", " and " or " (" and "). */
void words_join(struct buffer *out, const char *item, size_t index, size_t count, const char *last);

#endif
