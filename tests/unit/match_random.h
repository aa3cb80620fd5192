/* Needs and offers by chance, the same in every run. */
#ifndef TESTS_MATCH_RANDOM_H
#define TESTS_MATCH_RANDOM_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "catalogue/catalogue.h"
#include "match/need.h"
#include "text/buffer.h"

struct chance {
    uint32_t state;
};

/* A number from 0 to below. */
static inline uint32_t chance_below(struct chance *chance, uint32_t below)
{
    chance->state = chance->state * 1664525u + 1013904223u;
    return (chance->state >> 12) % below;
}

static inline const char *chance_of(struct chance *chance, const char *const *words, size_t count)
{
    return words[chance_below(chance, (uint32_t)count)];
}

#define CHANCE_OF(chance, words) chance_of(chance, words, sizeof(words) / sizeof *(words))

static inline void chance_term(struct buffer *line, struct chance *chance, const struct catalogue *catalogue, const char *key, enum vocabulary_list list)
{
    size_t count = vocabulary_count(catalogue->vocabulary, list);
    buffer_format(line, "%s:%s", key, vocabulary_at(catalogue->vocabulary, list, chance_below(chance, (uint32_t)count))->id);
    if (chance_below(chance, 3) == 0)
        buffer_format(line, ",%s", vocabulary_at(catalogue->vocabulary, list, chance_below(chance, (uint32_t)count))->id);
    buffer_add_byte(line, ' ');
}

/* A line of up to five terms. */
static inline void chance_need(struct buffer *line, struct chance *chance, const struct catalogue *catalogue)
{
    static const char *const stages[] = {"pregnant:20 ", "pregnant:any ", "child:6w ", "child:14m ", "child:2y,3y ", "child:any ", "after:loss ", "born:2026-01-01 ",
                                         "due:2027-03-01 "};
    static const char *const others[] = {"age:17 ", "day:tue ", "time:morning,evening ", "on:2026-12-01 ", "near:10mi ", "checked:24m ", "group ", "supprot ", "\"peer support\" "};
    uint32_t count = chance_below(chance, 6);
    for (uint32_t i = 0; i < count; i++) {
        if (chance_below(chance, 6) == 0)
            buffer_add_byte(line, '-');
        switch (chance_below(chance, 12)) {
        case 0:
        case 1:
            buffer_format(line, "in:\"%s\" ", gazetteer_at(catalogue->gazetteer, chance_below(chance, (uint32_t)gazetteer_count(catalogue->gazetteer)))->name);
            break;
        case 2:
        case 3:
            buffer_add_text(line, CHANCE_OF(chance, stages));
            break;
        case 4:
            chance_term(line, chance, catalogue, "format", LIST_FORMATS);
            break;
        case 5:
            chance_term(line, chance, catalogue, "who", LIST_PERSON);
            break;
        case 6:
            chance_term(line, chance, catalogue, chance_below(chance, 2) ? "for" : "only", LIST_FOR);
            break;
        case 7:
            chance_term(line, chance, catalogue, "about", LIST_ABOUT);
            break;
        case 8:
            chance_term(line, chance, catalogue, "with", LIST_WITH);
            break;
        case 9:
            chance_term(line, chance, catalogue, "language", LIST_LANGUAGES);
            break;
        case 10:
            chance_term(line, chance, catalogue, "referral", LIST_REFERRAL);
            break;
        default:
            buffer_add_text(line, CHANCE_OF(chance, others));
        }
    }
}

/* One field in so many offers has it. */
static inline void chance_field(struct buffer *lines, struct chance *chance, uint32_t in, const char *name, const char *const *values, size_t count)
{
    if (chance_below(chance, in) != 0)
        return;
    buffer_format(lines, "%s=%s", name, chance_of(chance, values, count));
    bool one_only = strcmp(name, "who") == 0 || strcmp(name, "kind") == 0 || strcmp(name, "checked") == 0 || strcmp(name, "summary") == 0;
    if (!one_only && chance_below(chance, 3) == 0)
        buffer_format(lines, "|%s", chance_of(chance, values, count));
    buffer_add_byte(lines, '\n');
}

#define CHANCE_FIELD(lines, chance, in, name, values) chance_field(lines, chance, in, name, values, sizeof(values) / sizeof *(values))

/* The lines of an offer over the places and words of match_sample.h. */
static inline void chance_offer(struct buffer *lines, struct chance *chance)
{
    static const char *const areas[] = {"Falkirk", "Stirling", "Scotland", "Exeter", "Devon", "Renfrewshire", "Paisley", "Johnstone", "England"};
    static const char *const maybe[] = {"Scotland", "England", "Lothian"};
    static const char *const formats[] = {"group", "one-to-one", "online", "phone"};
    static const char *const who[] = {"mothers", "fathers", "parents", "parents-and-carers", "families"};
    static const char *const stages[] = {"stage_from=pregnancy\nstage_to=1 year", "stage_from=pregnancy", "stage_from=birth", "stage_to=2 years", "stage_from=32 weeks pregnant\nstage_to=5 years",
                                         "stage_from=birth\nstage_maybe_from=pregnancy\nstage_maybe_to=2 years", "stage_from=2 years", "stage_maybe_from=birth\nstage_maybe_to=1 year"};
    static const char *const for_groups[] = {"refugees", "asylum-seekers", "young-parents"};
    static const char *const about[] = {"low-mood", "anxiety", "birth-trauma", "baby-loss"};
    static const char *const with[] = {"after-loss", "creche", "creche-free", "transport", "drop-in", "interpreter"};
    static const char *const languages[] = {"urdu", "welsh"};
    static const char *const referral[] = {"self", "professional"};
    static const char *const when[] = {"every Tuesday 10:00-11:30", "every Thursday 18:00 in term time", "every Tuesday", "first Saturday of the month 14:00"};
    static const char *const status[] = {"running", "ending", "unknown", "closed"};
    static const char *const checked[] = {"2026-05", "2024", "2019-01-02"};
    static const char *const kinds[] = {"related", "directory", "charity"};
    static const char *const summaries[] = {"Peer support near you.", "A friendly group of mums.", "Someone to listen."};
    CHANCE_FIELD(lines, chance, 1, "summary", summaries);
    if (chance_below(chance, 5) != 0)
        CHANCE_FIELD(lines, chance, 1, "areas", areas);
    CHANCE_FIELD(lines, chance, 4, "areas_maybe", maybe);
    if (chance_below(chance, 6) != 0)
        CHANCE_FIELD(lines, chance, 1, "formats", formats);
    CHANCE_FIELD(lines, chance, 5, "formats_maybe", formats);
    CHANCE_FIELD(lines, chance, 2, "who", who);
    if (chance_below(chance, 5) != 0)
        buffer_format(lines, "%s\n", CHANCE_OF(chance, stages));
    CHANCE_FIELD(lines, chance, 5, "for", for_groups);
    CHANCE_FIELD(lines, chance, 3, "about", about);
    if (chance_below(chance, 6) == 0)
        buffer_add_text(lines, "about_only=yes\n");
    CHANCE_FIELD(lines, chance, 2, "with", with);
    CHANCE_FIELD(lines, chance, 4, "languages", languages);
    CHANCE_FIELD(lines, chance, 3, "referral", referral);
    CHANCE_FIELD(lines, chance, 3, "when", when);
    if (chance_below(chance, 7) == 0)
        buffer_add_text(lines, chance_below(chance, 2) ? "parent_age_to=16\nparent_age_maybe_to=19\n" : "parent_age_to=16\n");
    if (chance_below(chance, 4) == 0)
        buffer_add_text(lines, "meets_place=Hall\nmeets_latitude=56.0\nmeets_longitude=-3.7\n");
    CHANCE_FIELD(lines, chance, 3, "checked", checked);
    CHANCE_FIELD(lines, chance, 9, "kind", kinds);
    if (chance_below(chance, 4) == 0)
        buffer_format(lines, "status=%s\n", CHANCE_OF(chance, status));
}

#endif
