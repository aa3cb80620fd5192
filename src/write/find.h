/* Answers, offers and places as text for people, as lines for scripts and as JSON. Everything is appended to a buffer; nothing is printed here. */
#ifndef WRITE_FIND_H
#define WRITE_FIND_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/problem.h"
#include "match/answer.h"
#include "text/buffer.h"

/* How a list is written. */
struct find_look {
    size_t columns; /* of the terminal, for people */
    bool strong;    /* bold headings by terminal sequences are wanted */
};

/* `find` for people: verdicts as headings, reasons, questions, what is near, what to drop, also try, urgent help. */
void find_for_people(struct buffer *out, struct matcher *matcher, const struct need *need, const struct answer_list *answers, struct find_look look);

/* `find --plain`: verdict, service/offer, name, provider, phone, web, then the questions, tab-separated; tabs and line breaks within become spaces. */
void find_plain_line(struct buffer *out, struct matcher *matcher, const struct need *need, const struct answer *answer);

/* `find --json` in three parts, so that a long list need not stand in memory at once. */
void find_json_start(struct buffer *out, struct matcher *matcher, const struct need *need, const struct answer_list *answers);
void find_json_answer(struct buffer *out, struct matcher *matcher, const struct need *need, const struct answer *answer, bool first);
void find_json_end(struct buffer *out, struct matcher *matcher, const struct need *need, const struct answer_list *answers);

/* `show`: the sheet for people; everything that is stated as JSON. */
void show_for_people(struct buffer *out, struct matcher *matcher, size_t offer, struct find_look look);
void show_json(struct buffer *out, struct matcher *matcher, const size_t *offers, size_t count);

/* `check`: file:line:column: level: sentence [name]; and as one JSON array. */
void problem_line(struct buffer *out, const struct problem *problem);
void problems_json(struct buffer *out, const struct problems *problems);

/* `places`. */
void place_line(struct buffer *out, const struct gazetteer *gazetteer, place_id place);
void place_plain(struct buffer *out, const struct gazetteer *gazetteer, place_id place);
void places_json(struct buffer *out, const struct gazetteer *gazetteer, const place_id *places, size_t count);

#endif
