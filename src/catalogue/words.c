/* The sentences of this room. Each says what was found and what would be right. */
#include "catalogue/words.h"

#include "text/buffer.h"
#include "text/safe.h"
#include "text/utf8.h"
#include "text/words.h"

enum { QUOTED_MOST = 60 }; /* bytes of a value that are repeated in a sentence */

const char *words_session_wrong(enum session_wrong wrong)
{
    switch (wrong) {
    case SESSION_WRONG_WORD:
        return _("write it like \"every Tuesday 10:00-11:30 in term time at Paisley Abbey\"");
    case SESSION_WRONG_NO_DAY:
        return _("say on which day, such as \"every Tuesday\"");
    case SESSION_WRONG_HALF:
        return _("say am or pm, or write the time like 14:00");
    case SESSION_WRONG_TIMES:
        return _("it would end before it starts");
    case SESSION_WRONG_MONTH:
        return _("say \"of the month\", as in \"first Saturday of the month\"");
    case SESSION_WRONG_OFTEN:
        return _("say \"of the month\", or \"every three weeks on Tuesday\"");
    case SESSION_WRONG_START:
        return _("say on which day the weeks begin, such as \"from 12 January 2027 for 8 weeks\"");
    case SESSION_WRONG_DATES:
        return _("these dates do not fit together");
    case SESSION_WRONG_WEEKDAY:
        return _("that date is another day of the week");
    case SESSION_WRONG_TWICE:
        return _("this is said twice");
    case SESSION_WRONG_LINES:
        return _("write each session on a line of its own");
    case SESSION_WRONG_LONG:
        return _("this is too much for one line");
    }
    return "";
}

/* The value in a form that is safe to show and short, cut between two characters. Owned by the caller. */
static struct buffer quoted(struct found found)
{
    struct buffer out = {0};
    size_t end = 0;
    while (end < found.length && end < QUOTED_MOST) {
        struct utf8_character character = utf8_read(found.text + end, found.length - end);
        end += character.length;
    }
    safe_text(&out, found.text, end, false);
    if (end < found.length)
        buffer_add_text(&out, "...");
    return out;
}

/* Adds `; did you mean "A", "B" or "C"?`, or nothing. */
static void add_nearest(struct buffer *out, struct nearest near)
{
    if (near.count == 1)
        buffer_format(out, _("; did you mean \"%s\"?"), near.names[0]);
    else if (near.count == 2)
        buffer_format(out, _("; did you mean \"%s\" or \"%s\"?"), near.names[0], near.names[1]);
    else if (near.count > 2)
        buffer_format(out, _("; did you mean \"%s\", \"%s\" or \"%s\"?"), near.names[0], near.names[1], near.names[2]);
}

void report_unknown_area(struct problems *problems, struct found found, struct nearest near)
{
    struct buffer value = quoted(found);
    struct buffer more = {0};
    add_nearest(&more, near);
    problems_add(problems, PROBLEM_ERROR, "unknown-area", found.where, _("unknown area \"%s\"%s"), buffer_text(&value), buffer_text(&more));
    buffer_free(&value);
    buffer_free(&more);
}

void report_unknown_word(struct problems *problems, struct found found, const char *field, struct nearest near)
{
    struct buffer value = quoted(found);
    struct buffer more = {0};
    add_nearest(&more, near);
    problems_add(problems, PROBLEM_ERROR, "unknown-word", found.where, _("unknown word \"%s\" in \"%s\"%s"), buffer_text(&value), field,
                 buffer_text(&more));
    buffer_free(&value);
    buffer_free(&more);
}

void report_unknown_field(struct problems *problems, struct found found, const char *near)
{
    struct buffer value = quoted(found);
    if (near != NULL)
        problems_add(problems, PROBLEM_WARNING, "unknown-field", found.where, _("unknown field \"%s\" is left out; did you mean \"%s\"?"),
                     buffer_text(&value), near);
    else
        problems_add(problems, PROBLEM_WARNING, "unknown-field", found.where,
                     _("unknown field \"%s\" is left out; a field of your own begins with x_"), buffer_text(&value));
    buffer_free(&value);
}

/* For sentences with the value alone, or with one word of ours: %v and %w in them, which a translation may set in any order. */
static void report(struct problems *problems, enum problem_level level, const char *name, struct found found, const char *sentence,
                   const char *word)
{
    struct buffer value = quoted(found);
    struct buffer out = {0};
    for (const char *at = sentence; *at != '\0'; at++) {
        if (at[0] == '%' && at[1] == 'v') {
            buffer_add_text(&out, buffer_text(&value));
            at++;
        } else if (at[0] == '%' && at[1] == 'w') {
            buffer_add_text(&out, word);
            at++;
        } else {
            buffer_add_byte(&out, *at);
        }
    }
    problems_add(problems, level, name, found.where, "%s", buffer_text(&out));
    buffer_free(&value);
    buffer_free(&out);
}

void report_repeated_field(struct problems *problems, struct found found)
{
    report(problems, PROBLEM_WARNING, "repeated-field", found, _("\"%v\" stands here a second time; the first one is used"), "");
}

void report_missing_id(struct problems *problems, struct position where, bool offer)
{
    problems_add(problems, PROBLEM_ERROR, "missing-id", where,
                 offer ? _("this offer has no id; give it a short one, such as \"groups\"")
                       : _("this service has no id; give it a short one, such as \"leith-dads\""));
}

void report_missing_name(struct problems *problems, struct position where)
{
    problems_add(problems, PROBLEM_ERROR, "missing-name", where, _("this service has no name; write what people call it"));
}

void report_bad_id(struct problems *problems, struct found found, const char *better)
{
    if (better[0] != '\0')
        report(problems, PROBLEM_ERROR, "bad-id", found, _("\"%v\" cannot be an id; \"%w\" would be right"), better);
    else
        report(problems, PROBLEM_ERROR, "bad-id", found, _("\"%v\" cannot be an id; use small letters, digits and hyphens"), "");
}

void report_duplicate_id(struct problems *problems, struct found found, bool offer, struct position first)
{
    struct buffer value = quoted(found);
    problems_add(problems, PROBLEM_ERROR, "duplicate-id", found.where,
                 offer ? _("offer \"%s\" stands already in %s, line %lu; give this one an id of its own")
                       : _("service \"%s\" stands already in %s, line %lu; give this one an id of its own"),
                 buffer_text(&value), first.file, (unsigned long)first.line);
    buffer_free(&value);
}

void report_as_above(struct problems *problems, struct position where, const char *field)
{
    problems_add(problems, PROBLEM_ERROR, "as-above", where,
                 _("\"%s\" is empty and so as in the row above, which has a mistake there; mend that row first"), field);
}

void report_bad_date(struct problems *problems, struct found found, const char *field)
{
    report(problems, PROBLEM_ERROR, "bad-date", found, _("\"%v\" in \"%w\" is no date; write it like 2026-08-06, 2026-08 or 2026"), field);
}

void report_bad_term(struct problems *problems, struct found found)
{
    report(problems, PROBLEM_ERROR, "bad-date", found, _("\"%v\" is no school term; write it like \"2026-08-17 to 2026-10-09\""), "");
}

void report_bad_stage(struct problems *problems, struct found found)
{
    report(problems, PROBLEM_ERROR, "bad-stage", found,
           _("\"%v\" is no stage; write pregnancy, 32 weeks pregnant, birth, 6 weeks, 12 months or 2 years"), "");
}

void report_bad_number(struct problems *problems, struct found found, const char *field, int least, int most)
{
    struct buffer value = quoted(found);
    problems_add(problems, PROBLEM_ERROR, "bad-number", found.where, _("\"%s\" in \"%s\" is not a number from %d to %d"), buffer_text(&value),
                 field, least, most);
    buffer_free(&value);
}

void report_bad_yes_or_no(struct problems *problems, struct found found, const char *field)
{
    report(problems, PROBLEM_ERROR, "bad-yes-or-no", found, _("\"%v\" in \"%w\" must be yes or no"), field);
}

void report_bad_session(struct problems *problems, struct found found, const char *why)
{
    report(problems, PROBLEM_WARNING, "bad-session", found, _("\"%v\" is shown as written, but not understood: %w"), why);
}

void report_bad_postcode(struct problems *problems, struct found found, bool has_its_shape)
{
    report(problems, PROBLEM_WARNING, "bad-postcode", found,
           has_its_shape ? _("no such postcode is known: \"%v\"") : _("\"%v\" is no postcode; write it like PA1 1JG"), "");
}

void report_half_point(struct problems *problems, struct position where)
{
    problems_add(problems, PROBLEM_WARNING, "half-a-point", where, _("meets_latitude and meets_longitude are only of use together"));
}

void report_none_with_others(struct problems *problems, struct found found, const char *field)
{
    report(problems, PROBLEM_ERROR, "none-with-others", found, _("\"%v\" in \"%w\" cannot stand beside other values"), field);
}

void report_several_values(struct problems *problems, struct found found, const char *field)
{
    report(problems, PROBLEM_ERROR, "several-values", found, _("\"%w\" takes one value only; \"%v\" is one too many"), field);
}

void report_too_long(struct problems *problems, struct position where, const char *field, size_t most_bytes)
{
    problems_add(problems, PROBLEM_ERROR, "too-long", where, _("\"%s\" is too long; at most %zu bytes can be shown"), field, most_bytes);
}

void report_too_many(struct problems *problems, struct position where, const char *field, size_t most)
{
    problems_add(problems, PROBLEM_ERROR, "too-long", where, _("\"%s\" has too many values; at most %zu are allowed"), field, most);
}

void report_unsafe_text(struct problems *problems, struct position where, const char *field, unsigned unsafe)
{
    const char *what = (unsafe & UNSAFE_ENCODING) != 0    ? _("bytes that are no UTF-8")
                       : (unsafe & UNSAFE_CONTROL) != 0   ? _("control characters")
                       : (unsafe & UNSAFE_DIRECTION) != 0 ? _("marks that turn the writing round")
                                                          : _("characters that cannot be seen");
    problems_add(problems, PROBLEM_WARNING, "unsafe-text", where, _("\"%s\" holds %s; they are shown as a mark, take them out"), field, what);
}

void report_stage_order(struct problems *problems, struct position where, const char *from, const char *to)
{
    problems_add(problems, PROBLEM_ERROR, "stage-ends-before-it-starts", where, _("the stage is from \"%s\" to \"%s\"; it must end after it starts"),
                 from, to);
}

void report_ages_order(struct problems *problems, struct position where, int from, int to)
{
    problems_add(problems, PROBLEM_ERROR, "ages-the-wrong-way-round", where, _("the parent's age is from %d to %d; the smaller number comes first"),
                 from, to);
}

void report_sizes_order(struct problems *problems, struct position where, int from, int to)
{
    problems_add(problems, PROBLEM_ERROR, "sizes-the-wrong-way-round", where, _("the group size is from %d to %d; the smaller number comes first"),
                 from, to);
}

void report_word_in_both(struct problems *problems, struct position where, const char *word)
{
    problems_add(problems, PROBLEM_ERROR, "word-in-with-and-without", where, _("\"%s\" stands in \"with\" and in \"without\"; only one can be true"),
                 word);
}

void report_maybe_inside_sure(struct problems *problems, struct position where, const char *word, const char *sure, const char *maybe)
{
    problems_add(problems, PROBLEM_ADVICE, "maybe-inside-sure", where, _("\"%s\" in \"%s\" is sure already by \"%s\"; leave it out"), word,
                 maybe, sure);
}

void report_ends_on_without_ending(struct problems *problems, struct position where)
{
    problems_add(problems, PROBLEM_ADVICE, "ends-on-without-ending", where,
                 _("\"ends_on\" is stated; set \"status\" to ending, so that people are told"));
}

void report_unknown_list(struct problems *problems, struct found found)
{
    report(problems, PROBLEM_ERROR, "unknown-list", found, _("unknown list \"%v\"; its words are left out"), "");
}

void report_word_taken(struct problems *problems, struct found found)
{
    report(problems, PROBLEM_ERROR, "word-taken", found, _("\"%v\" already names another word of this list"), "");
}

void report_other_numbers(struct problems *problems, struct found found, const char *text)
{
    report(problems, PROBLEM_ERROR, "other-numbers", found, _("\"%v\" has other numbers than \"%w\" has in English, so it is not used"), text);
}

void report_list_fixed(struct problems *problems, struct found found, const char *list)
{
    report(problems, PROBLEM_ERROR, "word-taken", found, _("\"%v\" cannot be added: the words of \"%w\" are fixed"), list);
}

void report_place_taken(struct problems *problems, struct found found)
{
    report(problems, PROBLEM_ERROR, "place-taken", found, _("\"%v\" already names another place"), "");
}

void report_unknown_kind(struct problems *problems, struct found found)
{
    report(problems, PROBLEM_ERROR, "unknown-kind", found,
           _("unknown kind of place \"%v\"; use locality, council, health-board, county, region or group"), "");
}
