#include "write/truth.h"

#include <string.h>

#include "write/discreet.h"
#include "write/truth_parts.h"
#include "write/truth_words.h"

static bool is_stated(const char *text)
{
    return text != NULL && text[0] != '\0';
}

/* The first offer of its service, so that what all share is told once. */
static const struct offer *first_of(const struct truth *truth, const struct offer *offer)
{
    return &truth->catalogue->offers[offer_service(truth->catalogue, offer)->first_offer];
}

bool truth_told(const struct truth *truth, const struct offer *offer, enum field field)
{
    const char *text = offer_text(offer, field);
    for (const struct offer *other = first_of(truth, offer); other < offer; other++) {
        const char *before = offer_text(other, field);
        if (text == before || (text != NULL && before != NULL && strcmp(text, before) == 0))
            return true;
    }
    return false;
}

static bool is_same_date(struct date left, struct date right)
{
    return left.year == right.year && left.month == right.month && left.day == right.day;
}

/* What is told, by which name, and where: of the service where all its offers say the same, else of the offer. */
struct said {
    const char *name;
    struct position where;
};

static struct said said_of(const struct truth *truth, const struct offer *offer)
{
    const struct service *service = offer_service(truth->catalogue, offer);
    const struct offer *first = first_of(truth, offer);
    for (uint32_t i = 1; i < service->offer_count; i++)
        if (!is_same_date(first[i].checked, first->checked) || !is_same_date(first[i].ends_on, first->ends_on))
            return (struct said){offer_name(offer), offer->where};
    return (struct said){service->name, service->where};
}

static void tell_date(const struct truth *truth, const struct offer *offer, enum problem_level level, const char *rule, const char *sentence, struct date date)
{
    struct buffer words = {0};
    struct said said = said_of(truth, offer);
    date_words(&words, date);
    problems_add(truth->problems, level, rule, said.where, sentence, said.name, buffer_text(&words));
    buffer_free(&words);
}

static void check_checked(const struct truth *truth, const struct offer *offer)
{
    struct date today = truth->setting->today;
    struct said said = said_of(truth, offer);
    for (const struct offer *other = first_of(truth, offer); other < offer; other++)
        if (is_same_date(other->checked, offer->checked))
            return;
    if (offer->checked.year == 0)
        problems_add(truth->problems, PROBLEM_ADVICE, "never-checked", said.where, TRUTH_NEVER_CHECKED, said.name);
    else if (date_days(offer->checked) > date_days(today))
        tell_date(truth, offer, PROBLEM_WARNING, "checked-in-the-future", TRUTH_FUTURE, offer->checked);
    else if (offer_is_old(offer, today, truth->setting->months))
        tell_date(truth, offer, PROBLEM_ADVICE, "stale", offer->checked.day != 0 ? TRUTH_STALE_ON : TRUTH_STALE, offer->checked);
}

static void check_end(const struct truth *truth, const struct offer *offer)
{
    if (offer->ends_on.year == 0)
        return;
    int32_t today = date_days(truth->setting->today);
    for (const struct offer *other = first_of(truth, offer); other < offer; other++)
        if (is_same_date(other->ends_on, offer->ends_on))
            return;
    if (date_last_day(offer->ends_on) < today)
        tell_date(truth, offer, PROBLEM_WARNING, "has-ended", TRUTH_HAS_ENDED, offer->ends_on);
    else if (date_days(offer->ends_on) <= today + TRUTH_SOON_DAYS)
        tell_date(truth, offer, PROBLEM_ADVICE, "ends-soon", TRUTH_ENDS_SOON, offer->ends_on);
}

/* Where one may just come, a place is enough. */
static bool can_drop_in(const struct truth *truth, const struct offer *offer)
{
    const struct term *drop_in = vocabulary_find(truth->catalogue->vocabulary, LIST_REFERRAL, "drop-in", strlen("drop-in"));
    bool drops_in = drop_in != NULL && numbers_have(offer->referral, drop_in->index);
    return drops_in && (offer->meeting_count > 0 || offer->session_count > 0 || is_stated(offer_text(offer, FIELD_ADDRESS)));
}

static void check_way(const struct truth *truth, const struct offer *offer)
{
    static const enum field ways[] = {FIELD_PHONE, FIELD_TEXT, FIELD_EMAIL, FIELD_WEB, FIELD_HOW_TO_JOIN};
    if (!kind_is_answer(offer->kind) || can_drop_in(truth, offer))
        return;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
        if (is_stated(offer_text(offer, ways[i])))
            return;
    problems_add(truth->problems, PROBLEM_ADVICE, "no-way-to-join", offer->where, TRUTH_NO_WAY, offer_name(offer));
}

/* The postcode at the end of an address, if its shape is one and nobody knows it. */
static void check_address(const struct truth *truth, const struct offer *offer, const char *address)
{
    if (!is_stated(address))
        return;
    size_t length = strlen(address);
    size_t start = length;
    for (int words = 0; words < 2 && start > 0; words++) {
        while (start > 0 && address[start - 1] == ' ')
            start--;
        while (start > 0 && address[start - 1] != ' ' && address[start - 1] != ',')
            start--;
        if (words == 1 && gazetteer_is_postcode(address + start, length - start) &&
            gazetteer_whereabouts(truth->catalogue->gazetteer, address + start, length - start).place == PLACE_NONE)
            problems_add(truth->problems, PROBLEM_WARNING, "bad-postcode", offer_text_where(offer, FIELD_ADDRESS), TRUTH_BAD_POSTCODE, address + start);
    }
}

static void check_contacts(const struct truth *truth, const struct offer *offer)
{
    const char *phone = offer_text(offer, FIELD_PHONE);
    const char *web = offer_text(offer, FIELD_WEB);
    const char *email = offer_text(offer, FIELD_EMAIL);
    const char *name = offer_text(offer, FIELD_PUBLIC_NAME);
    if (is_stated(phone) && !truth_told(truth, offer, FIELD_PHONE) && !truth_phone_can_be(phone))
        problems_add(truth->problems, PROBLEM_WARNING, "bad-phone", offer_text_where(offer, FIELD_PHONE), TRUTH_BAD_PHONE, phone);
    if (is_stated(web) && !truth_told(truth, offer, FIELD_WEB) && !truth_web_can_be(web))
        problems_add(truth->problems, PROBLEM_WARNING, "bad-web", offer_text_where(offer, FIELD_WEB), TRUTH_BAD_WEB, web);
    if (is_stated(email) && !truth_told(truth, offer, FIELD_EMAIL) && !truth_email_can_be(email))
        problems_add(truth->problems, PROBLEM_WARNING, "bad-email", offer_text_where(offer, FIELD_EMAIL), TRUTH_BAD_EMAIL, email);
    if (!truth_told(truth, offer, FIELD_ADDRESS))
        check_address(truth, offer, offer_text(offer, FIELD_ADDRESS));
    if (is_stated(name) && !truth_told(truth, offer, FIELD_PUBLIC_NAME) && discreet_reveals(name))
        problems_add(truth->problems, PROBLEM_WARNING, "revealing-public-name", offer_text_where(offer, FIELD_PUBLIC_NAME), TRUTH_REVEALING, name);
}

void truth_problems(const struct catalogue *catalogue, const struct truth_setting *setting, struct problems *problems)
{
    struct truth truth = {catalogue, setting, problems};
    for (size_t i = 0; i < catalogue->offer_count; i++) {
        const struct offer *offer = &catalogue->offers[i];
        if (offer->status == STATUS_CLOSED)
            continue;
        check_checked(&truth, offer);
        check_end(&truth, offer);
        check_way(&truth, offer);
        check_contacts(&truth, offer);
        truth_texts(&truth, offer);
    }
    truth_twins(&truth);
}
