/* What a summary or a name says that the fields do not: a stage, an area. It reads a few turns of phrase and nothing else, so that what it tells is mostly right. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "text/fold.h"
#include "write/truth_parts.h"
#include "write/truth_words.h"

enum {
    MOST_WORDS = 200,      /* of a summary that are read */
    AROUND = 6,            /* so many words before an age may say whose it is */
    WORDS_OF_A_PLACE = 5,  /* Bournemouth, Christchurch and Poole */
};

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

struct phrase {
    struct buffer folded; /* cut into words */
    const char *words[MOST_WORDS];
    size_t count;
};

static void phrase_read(struct phrase *phrase, const char *text)
{
    *phrase = (struct phrase){.count = 0};
    fold_words(&phrase->folded, text, strlen(text));
    char *rest = phrase->folded.bytes;
    while (rest && *rest && phrase->count < MOST_WORDS) {
        phrase->words[phrase->count++] = rest;
        rest = strchr(rest, ' ');
        if (rest)
            *rest++ = '\0';
    }
}

static bool is_among(const char *word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(word, list[i]) == 0)
            return true;
    return false;
}

/* The word so many places on, or "" where there is none. */
static const char *word_at(const struct phrase *phrase, size_t at)
{
    return at < phrase->count ? phrase->words[at] : "";
}

/* "pregnant", "in pregnancy": but not after, without or since one, nor a loss of one. */
static bool says_pregnancy(const struct phrase *phrase)
{
    static const char *const before[] = {"in", "during", "from", "through", "throughout"};
    static const char *const other[] = {"after", "since", "not", "past", "previous", "lost", "losing", "loss", "again", "ended", "ending", "no", "if", "another", "were", "was"};
    for (size_t i = 0; i < phrase->count; i++) {
        bool is = strcmp(phrase->words[i], "pregnant") == 0 ||
                  (strcmp(phrase->words[i], "pregnancy") == 0 && i > 0 && is_among(phrase->words[i - 1], before, COUNT(before)));
        for (size_t back = 1; is && back <= 3 && back <= i; back++)
            is = !is_among(phrase->words[i - back], other, COUNT(other));
        if (is && !is_among(word_at(phrase, i + 1), other, COUNT(other)))
            return true;
    }
    return false;
}

static int number_of(const char *word)
{
    static const char *const words[] = {"", "one", "two", "three", "four", "five", "six"};
    static const char *const ordinals[] = {"", "first", "second", "third", "fourth", "fifth", "sixth"};
    for (size_t i = 1; i < COUNT(words); i++)
        if (strcmp(word, words[i]) == 0 || strcmp(word, ordinals[i]) == 0)
            return (int)i;
    size_t digits = strspn(word, "0123456789");
    return digits > 0 && digits <= 2 && word[digits] == '\0' ? (int)strtol(word, NULL, 10) : 0;
}

/* Whether one of the words around says that the age is a child's, not how long something lasts. */
static bool is_of_a_child(const struct phrase *phrase, size_t start, size_t end)
{
    static const char *const child[] = {"baby", "babies", "child", "children", "toddler", "toddlers", "birth", "aged", "age", "newborn", "newborns", "pregnancy", "infant", "infants"};
    static const char *const after[] = {"old", "birth"};
    for (size_t back = 1; back <= AROUND && back <= start; back++)
        if (is_among(phrase->words[start - back], child, COUNT(child)))
            return true;
    return is_among(word_at(phrase, end), after, COUNT(after)) ||
           (strcmp(word_at(phrase, end), "after") == 0 && (strcmp(word_at(phrase, end + 1), "birth") == 0 || strcmp(word_at(phrase, end + 2), "birth") == 0));
}

/* "up to 2 years", "until the first birthday": the age in months where it stands, else 0. */
static int age_at(const struct phrase *phrase, size_t start)
{
    static const char *const until[] = {"to", "until", "till", "under"};
    static const char *const filler[] = {"the", "age", "of", "their", "her", "his", "baby", "babys", "child", "childs", "a"};
    if (!is_among(phrase->words[start], until, COUNT(until)))
        return 0;
    size_t at = start + 1;
    while (at < start + 4 && is_among(word_at(phrase, at), filler, COUNT(filler)))
        at++;
    int number = number_of(word_at(phrase, at));
    const char *unit = word_at(phrase, at + 1);
    if (number == 0)
        return 0;
    if (strcmp(unit, "birthday") == 0)
        return 12 * number;
    bool months = strcmp(unit, "months") == 0 || strcmp(unit, "month") == 0;
    bool years = strcmp(unit, "years") == 0 || strcmp(unit, "year") == 0;
    return (months || years) && is_of_a_child(phrase, start, at + 2) ? number * (years ? 12 : 1) : 0;
}

static bool ends_before(struct stage stage, struct stage_point age)
{
    return stage.to.unit == STAGE_NOT_STATED || stage_point_compare(stage.to, age) < 0;
}

static void check_stage(const struct truth *truth, const struct offer *offer, const struct phrase *phrase)
{
    bool begins_later = offer->stage.from.unit == STAGE_WEEKS_OLD || offer->stage.from.unit == STAGE_MONTHS_OLD;
    if (begins_later && offer->stage_maybe.from.unit != STAGE_PREGNANT_WEEKS && says_pregnancy(phrase))
        problems_add(truth->problems, PROBLEM_ADVICE, "stage-differs-from-summary", offer_text_where(offer, FIELD_SUMMARY), TRUTH_SAYS_PREGNANCY,
                     offer_name(offer));
    for (size_t i = 0; i < phrase->count && offer->stage.to.unit != STAGE_NOT_STATED; i++) {
        struct stage_point age = {STAGE_MONTHS_OLD, (uint16_t)age_at(phrase, i)};
        if (age.count == 0 || !ends_before(offer->stage, age) || !ends_before(offer->stage_maybe, age))
            continue;
        struct buffer words = {0};
        stage_point_words(&words, age);
        problems_add(truth->problems, PROBLEM_ADVICE, "stage-differs-from-summary", offer_text_where(offer, FIELD_SUMMARY), TRUTH_SAYS_AGE,
                     offer_name(offer), buffer_text(&words));
        buffer_free(&words);
        return;
    }
}

/* Capital letters of English and Welsh begin with one of these bytes. */
static bool is_capital(const char *word)
{
    return (word[0] >= 'A' && word[0] <= 'Z') || (unsigned char)word[0] == 0xc3 || (unsigned char)word[0] == 0xc5;
}

static bool is_letter(char byte)
{
    return isalpha((unsigned char)byte) || (unsigned char)byte >= 0x80 || byte == '\'';
}

static size_t word_length(const char *text)
{
    size_t length = 0;
    while (is_letter(text[length]))
        length++;
    return length;
}

/* Places whose name is an English word, a given name or a surname: by itself it says nothing. Folded. */
static bool is_ambiguous(const char *name, size_t length)
{
    static const char *const words[] = {"reading", "bath", "barking", "sandwich", "hope", "settle", "rugby", "deal", "ware", "wells", "battle", "march", "eye",
                                        "sale", "bury", "poole", "corby", "ash", "hull", "street", "diss", "mold", "flint", "beer", "rye", "nelson",
                                        "wallace", "douglas", "craig", "grange", "park", "spring", "well", "keith", "stone", "ford", "west", "east", "north",
                                        "south", "hamilton", "gordon", "lincoln", "chester", "kent", "angus", "victoria", "jordan", "preston", "wick", "over", "may",
                                        "north east", "north west", "south east", "south west"};
    struct buffer folded = {0};
    fold_words(&folded, name, length);
    bool ambiguous = is_among(buffer_text(&folded), words, COUNT(words));
    buffer_free(&folded);
    return ambiguous;
}

/* Where the place is but a part of another name: University of Edinburgh, Stirling University. */
static bool is_of_a_name(const char *text, size_t start, const char *after)
{
    static const char *const behind[] = {"University", "College", "Royal", "Cathedral", "Street", "Road", "Infirmary", "Hospital", "Building", "Square"};
    while (*after == ' ')
        after++;
    for (size_t i = 0; i < COUNT(behind); i++)
        if (strncmp(after, behind[i], strlen(behind[i])) == 0)
            return true;
    return start >= 3 && strncmp(text + start - 3, "of ", 3) == 0 && start >= 14 && strstr(text + start - 14, "University of ") == text + start - 14;
}

static bool is_served(const struct catalogue *catalogue, const struct offer *offer, place_id place)
{
    const struct numbers *lists[] = {&offer->areas, &offer->areas_maybe};
    for (size_t list = 0; list < COUNT(lists); list++)
        for (uint32_t i = 0; i < lists[list]->count; i++)
            if (place_shares(catalogue->gazetteer, lists[list]->items[i], place))
                return true;
    return false;
}

/* The longest place name at the start of the text, its words parted by single blanks or hyphens; its length in bytes, or 0. */
static size_t place_here(const struct truth *truth, const char *text, place_id *place)
{
    size_t ends[WORDS_OF_A_PLACE];
    size_t count = 0;
    size_t at = 0;
    while (count < WORDS_OF_A_PLACE) {
        size_t length = word_length(text + at);
        if (length == 0)
            break;
        ends[count++] = at + length;
        if (text[at + length] != ' ' && text[at + length] != '-')
            break;
        at += length + 1;
    }
    for (; count > 0; count--) {
        size_t last = ends[count - 1];
        while (last > 0 && is_letter(text[last - 1]))
            last--;
        if (!is_capital(text + last))
            continue;
        *place = gazetteer_find(truth->catalogue->gazetteer, text, ends[count - 1]);
        if (*place != PLACE_NONE)
            return ends[count - 1];
    }
    return 0;
}

/* Tells the first area in a text of the offer that is not served. */
static bool check_areas(const struct truth *truth, const struct offer *offer, enum field field, const char *text)
{
    for (size_t at = 0; text[at];) {
        size_t length = word_length(text + at);
        if (length == 0) {
            at++;
            continue;
        }
        place_id place;
        size_t named = is_capital(text + at) && length > 2 ? place_here(truth, text + at, &place) : 0;
        const struct place *found = named > 0 ? gazetteer_at(truth->catalogue->gazetteer, place) : NULL;
        if (found && found->kind != PLACE_COUNTRY && !is_ambiguous(text + at, named) && !is_of_a_name(text, at, text + at + named) &&
            !is_served(truth->catalogue, offer, place)) {
            problems_add(truth->problems, PROBLEM_ADVICE, "area-in-text-not-in-areas", offer_text_where(offer, field), TRUTH_AREA, offer_name(offer),
                         found->name);
            return true;
        }
        at += named > 0 ? named : length;
    }
    return false;
}

void truth_texts(const struct truth *truth, const struct offer *offer)
{
    const char *summary = offer_text(offer, FIELD_SUMMARY);
    if (summary != NULL && summary[0] != '\0') {
        struct phrase phrase;
        phrase_read(&phrase, summary);
        check_stage(truth, offer, &phrase);
        buffer_free(&phrase.folded);
    }
    /* Where no area is stated at all, that is not known, and people are told to ask. */
    if (!kind_is_answer(offer->kind) || (!offer->areas.stated && !offer->areas_maybe.stated))
        return;
    bool told = summary != NULL && !truth_told(truth, offer, FIELD_SUMMARY) && check_areas(truth, offer, FIELD_SUMMARY, summary);
    if (!told && !truth_told(truth, offer, FIELD_NAME))
        check_areas(truth, offer, FIELD_NAME, offer_name(offer));
}
