/* A gazetteer for tests: a part of Scotland and England that is real, some of it left out. */
#ifndef TESTS_SMALL_BRITAIN_H
#define TESTS_SMALL_BRITAIN_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>
#include <string.h>

#include <cmocka.h>

#include "catalogue/place.h"

#define UNKNOWN {(double)NAN, (double)NAN}

struct row {
    const char *name;
    enum place_kind kind;
    const char *inside[3];
    const char *also[2];
    double latitude, longitude;
};

/* Children before parents in places: the order must not matter. */
static const struct row rows[] = {
    {"Grangemouth", PLACE_LOCALITY, {"Falkirk"}, {0}, 56.012, -3.717},
    {"Bo'ness", PLACE_LOCALITY, {"Falkirk"}, {"Borrowstounness"}, 56.017, -3.609},
    {"Falmouth", PLACE_LOCALITY, {"Cornwall"}, {0}, 50.155, -5.071},
    {"Falkirk", PLACE_COUNCIL, {"Forth Valley", "Central Scotland"}, {"An Eaglais Bhreac"}, 56.000, -3.784},
    {"Stirling", PLACE_COUNCIL, {"Forth Valley"}, {0}, 56.117, -3.936},
    {"Clackmannanshire", PLACE_COUNCIL, {"Forth Valley"}, {0}, 56.117, -3.750},
    {"City of Edinburgh", PLACE_COUNCIL, {"Lothian", "Central Scotland"}, {"Edinburgh", "D\xC3\xB9n \xC3\x88i" "deann"}, 55.953, -3.188},
    {"Midlothian", PLACE_COUNCIL, {"Lothian"}, {0}, 55.829, -3.133},
    {"Scottish Borders", PLACE_COUNCIL, {"Borders"}, {"The Borders"}, 55.590, -2.780},
    {"Fife", PLACE_COUNCIL, {"Fife Health Board"}, {0}, 56.233, -3.146},
    {"Highland", PLACE_COUNCIL, {"NHS Highland"}, {0}, 57.478, -4.225},
    {"Argyll and Bute", PLACE_COUNCIL, {"NHS Highland"}, {0}, 56.401, -5.482},
    {"Cornwall", PLACE_COUNCIL, {"Cornwall and Isles"}, {0}, 50.266, -5.053},
    {"Isles of Scilly", PLACE_COUNCIL, {"Cornwall and Isles"}, {0}, 49.914, -6.315},
    {"Derby", PLACE_COUNCIL, {"East Midlands Combined County", "Derbyshire"}, {0}, 52.922, -1.475},
    {"High Peak", PLACE_COUNCIL, {"Derbyshire"}, {0}, 53.316, -1.915},
    {"Nottingham", PLACE_COUNCIL, {"East Midlands Combined County"}, {0}, 52.954, -1.158},
    {"Forth Valley", PLACE_HEALTH_BOARD, {"Scotland"}, {"NHS Forth Valley"}, 56.131, -3.958},
    {"Lothian", PLACE_HEALTH_BOARD, {"Scotland"}, {0}, NAN, NAN},
    {"Borders", PLACE_HEALTH_BOARD, {"Scotland"}, {0}, NAN, NAN},
    {"Fife Health Board", PLACE_HEALTH_BOARD, {"Scotland"}, {0}, NAN, NAN},
    {"NHS Highland", PLACE_HEALTH_BOARD, {"Scotland"}, {0}, NAN, NAN},
    {"Derbyshire", PLACE_COUNTY, {"East Midlands", "East Midlands Combined County"}, {0}, 53.124, -1.508},
    {"East Midlands Combined County", PLACE_COUNTY, {"East Midlands"}, {0}, NAN, NAN},
    {"Cornwall and Isles", PLACE_COUNTY, {"South West"}, {0}, NAN, NAN},
    {"Central Scotland", PLACE_GROUP, {"Scotland"}, {"Central belt"}, 55.937, -3.881},
    {"East Midlands", PLACE_REGION, {"England"}, {0}, 52.932, -1.029},
    {"South West", PLACE_REGION, {"England"}, {0}, NAN, NAN},
    {"Scotland", PLACE_NATION, {"United Kingdom", "Great Britain"}, {"Alba"}, 56.397, -3.814},
    {"England", PLACE_NATION, {"United Kingdom", "Great Britain"}, {0}, 52.256, -1.077},
    {"Jersey", PLACE_NATION, {0}, {0}, 49.193, -2.113},
    {"Great Britain", PLACE_GROUP, {"United Kingdom"}, {"GB"}, NAN, NAN},
    {"United Kingdom", PLACE_COUNTRY, {0}, {"UK"}, NAN, NAN},
};

static inline size_t texts(const char *const *items, size_t room)
{
    size_t count = 0;
    while (count < room && items[count] != NULL)
        count++;
    return count;
}

static inline struct gazetteer *small_britain(void)
{
    struct gazetteer *gazetteer = gazetteer_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct place_entry entry = {.name = rows[i].name, .kind = rows[i].kind, .centre = {rows[i].latitude, rows[i].longitude},
                                    .inside = rows[i].inside, .inside_count = texts(rows[i].inside, 3),
                                    .also = rows[i].also, .also_count = texts(rows[i].also, 2)};
        const char *taken = gazetteer_add(gazetteer, &entry);
        if (taken != NULL)
            fail_msg("\"%s\" is taken", taken);
    }
    const char *unknown = gazetteer_finish(gazetteer);
    if (unknown != NULL)
        fail_msg("\"%s\" is not known", unknown);
    return gazetteer;
}

static inline place_id find(const struct gazetteer *gazetteer, const char *text)
{
    return gazetteer_find(gazetteer, text, strlen(text));
}

static inline place_id known(const struct gazetteer *gazetteer, const char *text)
{
    place_id place = find(gazetteer, text);
    if (place == PLACE_NONE)
        fail_msg("\"%s\" was not found", text);
    return place;
}

static inline const char *name_of(const struct gazetteer *gazetteer, place_id place)
{
    return place == PLACE_NONE ? "nothing" : gazetteer_at(gazetteer, place)->name;
}

#endif
