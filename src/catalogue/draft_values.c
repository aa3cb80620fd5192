/* Fields of one value each: edges of stages, numbers, yes or no, dates. */
#include <math.h>
#include <string.h>

#include "catalogue/draft.h"
#include "text/fold.h"

const struct found *draft_only(struct draft *draft, enum field field, size_t count)
{
    struct drafting *drafting = draft->drafting;
    if (count == 1)
        return &drafting->parts[0];
    report_several_values(drafting->problems, drafting->parts[1], field_table[field].name);
    draft_fail(draft, field);
    return NULL;
}

void draft_point(struct draft *draft, enum field field, size_t count)
{
    const struct found *found = draft_only(draft, field, count);
    struct stage_point point = {0};
    if (found == NULL)
        return;
    if (!found_is_not_stated(*found) && !stage_point_parse(found->text, found->length, &point)) {
        report_bad_stage(draft->drafting->problems, *found);
        draft_fail(draft, field);
        return;
    }
    struct stage *stage = field == FIELD_STAGE_FROM || field == FIELD_STAGE_TO ? &draft->offer.stage : &draft->offer.stage_maybe;
    if (field == FIELD_STAGE_FROM || field == FIELD_STAGE_MAYBE_FROM)
        stage->from = point;
    else
        stage->to = point;
}

/* Where the number of a field is kept, and what it may be. */
static int16_t *number_of(struct offer *offer, enum field field, int *least, int *most)
{
    enum { OLDEST = 120, LARGEST_GROUP = 10000 };
    *least = 0;
    *most = OLDEST;
    switch (field) {
    case FIELD_PARENT_AGE_FROM:
        return &offer->parent_age.from;
    case FIELD_PARENT_AGE_TO:
        return &offer->parent_age.to;
    case FIELD_PARENT_AGE_MAYBE_FROM:
        return &offer->parent_age_maybe.from;
    case FIELD_PARENT_AGE_MAYBE_TO:
        return &offer->parent_age_maybe.to;
    default:
        *least = 1;
        *most = LARGEST_GROUP;
        return field == FIELD_GROUP_SIZE_FROM ? &offer->group_size.from : &offer->group_size.to;
    }
}

/* Reads `18`, `18 years`, `10 people`; -1 when it is something else. */
static int whole_number(struct found found)
{
    enum { DIGITS = 5 };
    static const char *const units[] = {"", "year", "years", "years old", "people"};
    int value = 0;
    size_t at = 0;
    for (; at < found.length && at < DIGITS && found.text[at] >= '0' && found.text[at] <= '9'; at++)
        value = value * 10 + (found.text[at] - '0');
    size_t unit = at;
    while (unit < found.length && found.text[unit] == ' ')
        unit++;
    for (size_t i = 0; at > 0 && i < sizeof units / sizeof units[0]; i++) {
        if (strlen(units[i]) == found.length - unit && memcmp(units[i], found.text + unit, found.length - unit) == 0)
            return value;
    }
    return -1;
}

void draft_years(struct draft *draft, enum field field, size_t count)
{
    const struct found *found = draft_only(draft, field, count);
    if (found == NULL)
        return;
    int least = 0;
    int most = 0;
    int16_t *into = number_of(&draft->offer, field, &least, &most);
    if (found_is_not_stated(*found) || found_is_none(*found)) {
        *into = -1;
        return;
    }
    int value = whole_number(*found);
    if (value < least || value > most) {
        report_bad_number(draft->drafting->problems, *found, field_table[field].name, least, most);
        draft_fail(draft, field);
        return;
    }
    *into = (int16_t)value;
}

void draft_yes_or_no(struct draft *draft, enum field field, size_t count)
{
    const struct found *found = draft_only(draft, field, count);
    if (found == NULL)
        return;
    if (found_is_not_stated(*found)) {
        draft->offer.about_only = NOT_STATED;
        return;
    }
    bool yes = false;
    if (!found_yes_or_no(*found, &yes)) {
        report_bad_yes_or_no(draft->drafting->problems, *found, field_table[field].name);
        draft_fail(draft, field);
        return;
    }
    draft->offer.about_only = yes ? STATED_YES : STATED_NO;
}

bool found_yes_or_no(struct found found, bool *yes)
{
    static const char *const words[2][4] = {{"no", "false", "n", "0"}, {"yes", "true", "y", "1"}};
    enum { LONGEST = 10 };
    if (found.length > LONGEST)
        return false;
    struct buffer folded = {0};
    bool is = false;
    fold_words(&folded, found.text, found.length);
    for (size_t i = 0; !is && i < 8; i++) {
        is = strcmp(buffer_text(&folded), words[i % 2][i / 2]) == 0;
        if (is)
            *yes = i % 2 == 1;
    }
    buffer_free(&folded);
    return is;
}

void draft_date(struct draft *draft, enum field field, size_t count)
{
    const struct found *found = draft_only(draft, field, count);
    struct date date = {0};
    if (found == NULL)
        return;
    if (!found_is_not_stated(*found) && !found_is_none(*found) && !date_parse(found->text, found->length, &date)) {
        report_bad_date(draft->drafting->problems, *found, field_table[field].name);
        draft_fail(draft, field);
        return;
    }
    if (field == FIELD_ENDS_ON)
        draft->offer.ends_on = date;
    else
        draft->offer.checked = date;
}

double found_degrees(struct found found, int most)
{
    enum { LONGEST = 24 };
    double value = 0;
    double unit = 1;
    bool sign = found.length > 0 && (found.text[0] == '-' || found.text[0] == '+');
    bool point = false;
    size_t digits = 0;
    for (size_t at = sign ? 1 : 0; at < found.length && found.length <= LONGEST; at++) {
        char byte = found.text[at];
        if (byte == '.' && !point) {
            point = true;
        } else if (byte >= '0' && byte <= '9') {
            value = value * 10 + (byte - '0');
            unit = point ? unit * 10 : unit;
            digits++;
        } else {
            return NAN;
        }
    }
    value /= unit;
    if (digits == 0 || value > most)
        return NAN;
    return found.text[0] == '-' ? -value : value;
}
