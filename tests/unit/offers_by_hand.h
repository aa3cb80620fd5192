/* A catalogue of one service with one offer, made by hand, for what writes offers. */
#ifndef TESTS_OFFERS_BY_HAND_H
#define TESTS_OFFERS_BY_HAND_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "catalogue/catalogue.h"
#include "text/arena.h"

struct by_hand {
    struct arena *arena;
    struct vocabulary *vocabulary;
    struct service service;
    struct offer offer;
    struct session sessions[8];
    struct offer_text texts[8];
    struct meeting meeting;
    struct catalogue catalogue;
};

static inline struct date on(int year, unsigned month, unsigned day)
{
    return (struct date){.year = (int16_t)year, .month = (uint8_t)month, .day = (uint8_t)day};
}

/* It lends itself to the catalogue, so it must not move. */
static inline void by_hand_start(struct by_hand *hand)
{
    *hand = (struct by_hand){.arena = arena_new(), .vocabulary = vocabulary_new()};
    vocabulary_add(hand->vocabulary, &(struct term){.list = LIST_FORMATS, .id = "group", .label = "group"});
    vocabulary_add(hand->vocabulary, &(struct term){.list = LIST_FORMATS, .id = "phone", .label = "by phone"});
    vocabulary_add(hand->vocabulary, &(struct term){.list = LIST_ABOUT, .id = "low-mood", .label = "low mood"});
    vocabulary_add(hand->vocabulary, &(struct term){.list = LIST_ABOUT, .id = "feeding", .label = "feeding your baby"});
    hand->service = (struct service){.id = "perinatal-hills", .name = "Hills", .offer_count = 1};
    hand->offer = (struct offer){.id = "group", .sessions = hand->sessions, .texts = hand->texts, .meetings = &hand->meeting};
    hand->offer.parent_age = hand->offer.parent_age_maybe = hand->offer.group_size = (struct years){-1, -1};
    hand->catalogue = (struct catalogue){
        .arena = hand->arena,
        .vocabulary = hand->vocabulary,
        .services = &hand->service,
        .service_count = 1,
        .offers = &hand->offer,
        .offer_count = 1,
    };
}

static inline void by_hand_end(struct by_hand *hand)
{
    vocabulary_free(hand->vocabulary);
    arena_free(hand->arena);
}

static inline void by_hand_text(struct by_hand *hand, enum field field, const char *text)
{
    assert_true(hand->offer.text_count < 8);
    hand->texts[hand->offer.text_count++] = (struct offer_text){.field = (uint16_t)field, .text = text};
}

/* Adds what a line of `when` says; fails the test when it is not understood. */
static inline void by_hand_when(struct by_hand *hand, const char *line)
{
    size_t wrong = 0;
    const char *why = "";
    struct session sessions[8];
    size_t count = session_parse(hand->arena, line, strlen(line), sessions, &wrong, &why);
    if (count == 0)
        fail_msg("\"%s\" is not understood at %zu: %s", line, wrong, why);
    assert_true(hand->offer.session_count + count <= 8);
    memcpy(hand->sessions + hand->offer.session_count, sessions, count * sizeof *sessions);
    hand->offer.session_count += (uint32_t)count;
}

#endif
