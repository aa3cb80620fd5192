/* The parsers of values, for the table of criteria. Each is as criterion_row's parse says. */
#ifndef MATCH_NEED_VALUES_H
#define MATCH_NEED_VALUES_H

#include <stdint.h>

#include "match/need.h"

typedef bool parse_value_function(enum key key, const struct need_setting *setting, struct arena *arena, const char *text, size_t length,
                                  struct need_value *value, struct need_error *error);

parse_value_function parse_place, parse_pregnant, parse_child, parse_due, parse_born, parse_after, parse_term, parse_only, parse_age, parse_day, parse_time,
    parse_on, parse_near, parse_checked, parse_free_words;

/* The days and parts of a day as they stand in a line: "tue", "morning". */
const char *day_word(uint32_t weekday);
const char *part_word(uint32_t part);

#endif
