/* The stage, told in a person's own words: weeks of pregnancy, a child's age, or a loss. What can mean two things is asked, not guessed. */
#include <stdlib.h>
#include <string.h>

#include "match/criteria.h"
#include "match/guide_parts.h"
#include "match/guide_words.h"
#include "match/words.h"

enum {
    NUMBERS_MOST = 3,
    WEEKS_PREGNANT_MOST = 42,
    WEEKS_OF_BABIES = 12, /* up to here people count a baby's age in weeks, and so "8 weeks" may be either */
    BARE_WEEKS_LEAST = 20, /* a bare number from here to 42 is hardly ever a child's age */
    CHILD_WEEKS_MOST = 52,
    CHILD_MONTHS_MOST = 60,
    CHILD_YEARS_MOST = 17,
};

/* What each word says. In a translation, in that language's words. */
#define WORDS_PREGNANT _("pregnant expecting gone bump antenatal trimester")
#define WORDS_CHILD _("old baby babies child children kid kids toddler son daughter boy girl twins newborn born postnatal")
#define WORDS_NEWBORN _("newborn yesterday today")
#define WORDS_LOSS \
    _("loss losses lost died dies dead death bereaved bereavement grieving grief miscarriage miscarriages miscarried miscarry stillborn stillbirth ectopic")
#define WORDS_AGAIN _("again after now")
#define WORDS_NEXT_BABY _("rainbow next")
#define WORDS_DUE _("due pregnancy")
#define WORDS_BEFORE_BORN _("new just")
#define WORDS_EARLY _("early prem premature preterm preemie")
#define WORDS_NOT_YET _("trying planning hoping want")
#define WORDS_BOTH _("and have got")
#define WORDS_FILLING \
    _("i am im we are is its my the a an about around roughly nearly almost over just of at with it he she been now by have has got and so some in")
#define WORDS_WEEK _("w wk wks week weeks weeker")
#define WORDS_DAY _("d day days")
#define WORDS_MONTH _("m mo mth mths month months")
#define WORDS_YEAR _("y yr yrs year years")
#define WORDS_NUMBERS _("one two three four five six seven eight nine ten eleven twelve")

struct said {
    bool pregnant, child, newborn, early, not_yet, again, both;
    bool strange; /* words that are none of these */
    size_t count;
    struct {
        uint32_t number;
        char unit; /* 'w' 'd' 'm' 'y', or 0 */
    } numbers[NUMBERS_MOST];
};

static char unit_of(const struct guide_word *word)
{
    const struct guide_reading one = {.words = word, .word_count = 1};
    if (guide_word_in(&one, 0, WORDS_WEEK))
        return 'w';
    if (guide_word_in(&one, 0, WORDS_DAY))
        return 'd';
    if (guide_word_in(&one, 0, WORDS_MONTH))
        return 'm';
    return guide_word_in(&one, 0, WORDS_YEAR) ? 'y' : '\0';
}

/* "six" as 6; 0 for other words. "a" and "an" count only before a unit. */
static uint32_t number_word(const struct guide_reading *reading, size_t at)
{
    uint32_t number = 1;
    for (const char *from = WORDS_NUMBERS; *from; from += strspn(from, " "), number++) {
        size_t length = strcspn(from, " ");
        if (length == reading->words[at].length && memcmp(from, reading->words[at].text, length) == 0)
            return number;
        from += length;
    }
    bool one = guide_word_in(reading, at, "a an") && at + 1 < reading->word_count && unit_of(&reading->words[at + 1]);
    return one ? 1 : 0;
}

/* Reads the number at that word ("20", "20w", "six") and the unit behind it. Gives how many words it took, 0 when there is none. */
static size_t hear_number(const struct guide_reading *reading, size_t at, struct said *said)
{
    const struct guide_word *word = &reading->words[at];
    size_t digits = strspn(word->text, "0123456789");
    uint32_t number = digits == 0 ? number_word(reading, at) : 0;
    if (digits > 5 || digits > word->length || (digits == 0 && number == 0))
        return 0;
    for (size_t i = 0; i < digits; i++)
        number = number * 10 + (uint32_t)(word->text[i] - '0');
    struct guide_word rest = {word->text + digits, digits > 0 ? word->length - digits : 0};
    char unit = rest.length > 0 ? unit_of(&rest) : '\0';
    if (rest.length > 0 && !unit)
        return 0;
    size_t taken = 1;
    if (!unit && at + 1 < reading->word_count && unit_of(&reading->words[at + 1])) {
        unit = unit_of(&reading->words[at + 1]);
        taken = 2;
    }
    if (said->count < NUMBERS_MOST) {
        said->numbers[said->count].number = number;
        said->numbers[said->count].unit = unit;
        said->count++;
    }
    return taken;
}

static struct said hear(const struct guide_reading *reading)
{
    struct said said = {0};
    for (size_t at = 0; at < reading->word_count;) {
        size_t taken = hear_number(reading, at, &said);
        at += taken > 0 ? taken : 1;
        if (taken > 0)
            continue;
        size_t here = at - 1;
        bool pregnant = guide_word_in(reading, here, WORDS_PREGNANT);
        bool child = guide_word_in(reading, here, WORDS_CHILD);
        bool newborn = guide_word_in(reading, here, WORDS_NEWBORN) || (here > 0 && child && guide_word_in(reading, here - 1, WORDS_BEFORE_BORN));
        bool early = guide_word_in(reading, here, WORDS_EARLY);
        bool not_yet = guide_word_in(reading, here, WORDS_NOT_YET);
        bool both = guide_word_in(reading, here, WORDS_BOTH);
        bool known = pregnant || child || newborn || early || not_yet || both || guide_word_in(reading, here, WORDS_FILLING) ||
                     guide_word_in(reading, here, WORDS_BEFORE_BORN);
        said.pregnant = said.pregnant || pregnant;
        said.child = said.child || child;
        said.newborn = said.newborn || newborn;
        said.early = said.early || early;
        said.not_yet = said.not_yet || not_yet;
        said.both = said.both || both;
        said.again = said.again || guide_word_in(reading, here, WORDS_AGAIN);
        said.strange = said.strange || !known;
    }
    return said;
}

bool guide_tells_loss(const struct guide_reading *reading)
{
    const struct vocabulary *vocabulary = reading->setting->catalogue->vocabulary;
    if (guide_any_word_in(reading, WORDS_LOSS))
        return true;
    for (size_t at = 0; at < reading->word_count; at++) {
        for (size_t count = 1; count <= 6 && at + count <= reading->word_count; count++) {
            const struct term *topic = vocabulary_find(vocabulary, LIST_ABOUT, reading->words[at].text, guide_span(reading, at, count));
            if (topic && topic->loss)
                return true;
        }
    }
    return false;
}

/* Never an age, whatever else was said. Only who says that she is pregnant again is asked which it is. */
static void understand_loss(struct guide_reading *reading, const struct said *said)
{
    bool again = (said->pregnant && said->again) || guide_any_word_in(reading, WORDS_NEXT_BABY);
    if (!again) {
        guide_take_choice(reading, &guide_rows[GUIDE_STAGE].choices[GUIDE_STAGE_LOSS]);
        return;
    }
    guide_which(reading);
    guide_offer(reading, GUIDE_PREGNANT_AGAIN, "pregnant:any", GUIDE_WEEKS);
    guide_offer(reading, _(guide_rows[GUIDE_STAGE].choices[GUIDE_STAGE_LOSS].label), "after:loss", GUIDE_NONE);
}

static void take_number(struct guide_reading *reading, enum key key, uint32_t number, const char *unit)
{
    struct buffer term = {0};
    buffer_format(&term, "%s:%u%s", criteria[key].key, (unsigned)number, unit);
    guide_take_term(reading, buffer_text(&term));
    buffer_wipe(&term);
    buffer_free(&term);
}

static void offer_number(struct guide_reading *reading, const char *label, enum key key, uint32_t number, const char *unit)
{
    struct buffer words = {0};
    struct buffer term = {0};
    buffer_format(&words, label, (unsigned)number);
    buffer_format(&term, "%s:%u%s", criteria[key].key, (unsigned)number, unit);
    guide_offer(reading, buffer_text(&words), buffer_text(&term), GUIDE_NONE);
    buffer_wipe(&words);
    buffer_wipe(&term);
    buffer_free(&words);
    buffer_free(&term);
}

/* Asks what a number is that could be weeks of pregnancy or an age. */
static void ask_number(struct guide_reading *reading, uint32_t number, bool may_be_pregnant, bool may_be_child, bool weeks)
{
    guide_which(reading);
    if (may_be_pregnant && number <= WEEKS_PREGNANT_MOST)
        offer_number(reading, GUIDE_PREGNANT_WEEKS(number), KEY_PREGNANT, number, "");
    if (may_be_child && number <= CHILD_WEEKS_MOST)
        offer_number(reading, GUIDE_CHILD_WEEKS(number), KEY_CHILD, number, "w");
    if (may_be_child && !weeks && number <= CHILD_MONTHS_MOST)
        offer_number(reading, GUIDE_CHILD_MONTHS(number), KEY_CHILD, number, "m");
    if (may_be_child && !weeks && number <= CHILD_YEARS_MOST)
        offer_number(reading, GUIDE_CHILD_YEARS(number), KEY_CHILD, number, "y");
    if (reading->answer->choice_count == 0)
        guide_unclear_here(reading);
}

/* "20", without a unit. */
static void understand_bare(struct guide_reading *reading, const struct said *said)
{
    uint32_t number = said->numbers[0].number;
    bool days = said->count == 2 && !said->numbers[1].unit && said->numbers[1].number < 7 && strchr(reading->text, '+');
    bool pregnant = said->pregnant || (reading->question == GUIDE_WEEKS && !said->child);
    bool child = said->child || (reading->question == GUIDE_AGE && !said->pregnant);
    if (said->strange || (said->count > 1 && !days)) {
        guide_unclear_here(reading);
    } else if (days && !child) {
        struct buffer unit = {0};
        buffer_format(&unit, "+%u", (unsigned)said->numbers[1].number);
        take_number(reading, KEY_PREGNANT, number, buffer_text(&unit));
        buffer_free(&unit);
    } else if (pregnant || (!child && number >= BARE_WEEKS_LEAST && number <= WEEKS_PREGNANT_MOST)) {
        take_number(reading, KEY_PREGNANT, number, "");
    } else if (number == 0 && child) {
        take_number(reading, KEY_CHILD, number, "w");
    } else if (number == 0) {
        guide_unclear_here(reading);
    } else {
        ask_number(reading, number, !child, true, false);
    }
}

/* "20 weeks", "20 weeks and 3 days". */
static void understand_weeks(struct guide_reading *reading, const struct said *said)
{
    uint32_t number = said->numbers[0].number;
    bool pregnant = said->pregnant || (reading->question == GUIDE_WEEKS && !said->child);
    bool child = !said->pregnant && (said->child || reading->question == GUIDE_AGE);
    bool days = said->count > 1 && (said->numbers[1].unit == 'd' || !said->numbers[1].unit) && said->numbers[1].number < 7;
    if (!pregnant && !child && number <= WEEKS_OF_BABIES && !days) {
        ask_number(reading, number, true, true, true);
    } else if (child || (!pregnant && number > WEEKS_PREGNANT_MOST)) {
        take_number(reading, KEY_CHILD, number, "w");
    } else if (days && said->numbers[1].number > 0) {
        struct buffer unit = {0};
        buffer_format(&unit, "+%u", (unsigned)said->numbers[1].number);
        take_number(reading, KEY_PREGNANT, number, buffer_text(&unit));
        buffer_free(&unit);
    } else {
        take_number(reading, KEY_PREGNANT, number, "");
    }
}

/* Months and years, which are a child's. Someone who counts her pregnancy in months is asked for weeks. */
static void understand_age(struct guide_reading *reading, const struct said *said)
{
    uint32_t number = said->numbers[0].number;
    char unit = said->numbers[0].unit;
    bool pregnant = said->pregnant || (reading->question == GUIDE_WEEKS && !said->child);
    if (pregnant && said->child && said->both) {
        guide_which(reading);
        guide_offer(reading, GUIDE_PREGNANT, "pregnant:any", GUIDE_WEEKS);
        offer_number(reading, unit == 'y' ? GUIDE_CHILD_YEARS(number) : GUIDE_CHILD_MONTHS(number), KEY_CHILD, number, unit == 'y' ? "y" : "m");
    } else if (pregnant && unit == 'm' && reading->question == GUIDE_STAGE) {
        guide_take_choice(reading, &guide_rows[GUIDE_STAGE].choices[GUIDE_STAGE_PREGNANT]);
    } else if (pregnant) {
        guide_unclear(reading, unit == 'm' ? GUIDE_NOT_WEEKS_MONTHS : GUIDE_NOT_WEEKS);
    } else if (unit == 'y' && said->count > 1 && said->numbers[1].unit == 'm' && number <= CHILD_YEARS_MOST && said->numbers[1].number < 12) {
        take_number(reading, KEY_CHILD, number * 12 + said->numbers[1].number, "m");
    } else {
        take_number(reading, KEY_CHILD, number, unit == 'y' ? "y" : "m");
    }
}

static void understand_words(struct guide_reading *reading, const struct said *said)
{
    const struct guide_row *row = &guide_rows[GUIDE_STAGE];
    bool follows = reading->question != GUIDE_STAGE;
    if (said->not_yet) {
        guide_unclear_here(reading);
    } else if (said->pregnant && said->child && said->both) {
        guide_which(reading);
        guide_offer(reading, _(row->choices[GUIDE_STAGE_PREGNANT].label), row->choices[GUIDE_STAGE_PREGNANT].terms, row->choices[GUIDE_STAGE_PREGNANT].opens);
        guide_offer(reading, _(row->choices[GUIDE_STAGE_CHILD].label), row->choices[GUIDE_STAGE_CHILD].terms, row->choices[GUIDE_STAGE_CHILD].opens);
    } else if (said->pregnant && reading->question != GUIDE_WEEKS) {
        guide_take_choice(reading, &row->choices[GUIDE_STAGE_PREGNANT]);
    } else if (said->newborn && !said->early) {
        take_number(reading, KEY_CHILD, 0, "w");
    } else if (said->child && !(follows && reading->question == GUIDE_AGE)) {
        guide_take_choice(reading, &row->choices[GUIDE_STAGE_CHILD]);
    } else {
        guide_unclear_here(reading);
    }
}

void guide_understand_stage(struct guide_reading *reading)
{
    struct said said = hear(reading);
    if (guide_tells_loss(reading)) {
        understand_loss(reading, &said);
        return;
    }
    if (guide_understand_date(reading))
        return;
    said.pregnant = said.pregnant || guide_any_word_in(reading, WORDS_DUE);
    if (said.count == 0 || (said.early && said.child)) {
        understand_words(reading, &said);
        return;
    }
    switch (said.numbers[0].unit) {
    case '\0': understand_bare(reading, &said); break;
    case 'w': understand_weeks(reading, &said); break;
    case 'd':
        if (said.pregnant || reading->question == GUIDE_WEEKS)
            guide_unclear_here(reading);
        else
            take_number(reading, KEY_CHILD, said.numbers[0].number / 7, "w");
        break;
    default: understand_age(reading, &said); break;
    }
}
