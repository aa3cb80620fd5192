/* Where an offer meets: the parts of `meets`, put together place by place. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "catalogue/draft.h"
#include "text/memory.h"

/* Meetings as they are being put together. */
struct meetings {
    struct meeting *items;
    size_t count;
    size_t room;
    field_set stated;
    bool failed;
};

static struct point no_point(void)
{
    return (struct point){.latitude = NAN, .longitude = NAN};
}

/* The meeting of that number, made (like those before it) when it is new. NULL when there are too many. */
static struct meeting *meeting_at(struct meetings *meetings, size_t index)
{
    if (index >= DRAFT_MOST_VALUES)
        return NULL;
    while (meetings->count <= index) {
        meetings->items = memory_room(meetings->items, meetings->count, &meetings->room, sizeof *meetings->items);
        struct meeting fresh = {.where = {.place = PLACE_NONE, .centre = no_point()}};
        /* A further place of a service whose address is hidden is hidden too. */
        fresh.hidden = meetings->count > 0 && meetings->items[meetings->count - 1].hidden;
        meetings->items[meetings->count++] = fresh;
    }
    return &meetings->items[index];
}

static void set_degrees(struct draft *draft, struct meetings *meetings, struct meeting *meeting, enum field field, struct found found)
{
    enum { POLE = 90, HALF_ROUND = 180 };
    bool latitude = field == FIELD_MEETS_LATITUDE;
    int most = latitude ? POLE : HALF_ROUND;
    double value = found_degrees(found, most);
    if (isnan(value) && !found_is_not_stated(found)) {
        report_bad_number(draft->drafting->problems, found, field_table[field].name, -most, most);
        meetings->failed = true;
        draft_fail(draft, field);
    }
    if (latitude)
        meeting->where.centre.latitude = value;
    else
        meeting->where.centre.longitude = value;
}

/* A text of a meeting, or NULL when it says that it is not stated or that there is none. */
static const char *meeting_text(struct draft *draft, struct meetings *meetings, enum field field, struct found found, bool split)
{
    struct buffer plain = {0};
    struct drafting *drafting = draft->drafting;
    if (found_is_not_stated(found) || found_is_none(found))
        return NULL;
    if (found.length > DRAFT_LONGEST_TEXT) {
        report_too_long(drafting->problems, found.where, field_table[field].name, DRAFT_LONGEST_TEXT);
        draft_fail(draft, field);
        meetings->failed = true;
        return NULL;
    }
    if (split && memchr(found.text, '\\', found.length) != NULL) {
        part_plain(&plain, found.text, found.length);
        found.text = buffer_text(&plain);
        found.length = plain.length;
    }
    buffer_clear(&drafting->text);
    draft_add_safe(draft, found, false, field_table[field].name);
    buffer_free(&plain);
    return store_text(drafting->store, buffer_text(&drafting->text), drafting->text.length);
}

static void set_part(struct draft *draft, struct meetings *meetings, struct meeting *meeting, enum field field, struct found found,
                     bool split)
{
    bool hidden = false;
    switch (field) {
    case FIELD_MEETS_PLACE:
        meeting->place = meeting_text(draft, meetings, field, found, split);
        meeting->where.centre = no_point(); /* that of the place in the row above */
        break;
    case FIELD_MEETS_ADDRESS:
        meeting->address = meeting_text(draft, meetings, field, found, split);
        break;
    case FIELD_MEETS_POSTCODE:
        meeting->postcode = meeting_text(draft, meetings, field, found, split);
        meeting->where.centre = no_point();
        if (meeting->postcode != NULL && !gazetteer_is_postcode(found.text, found.length))
            report_bad_postcode(draft->drafting->problems, found, false);
        else if (meeting->postcode != NULL &&
                 gazetteer_whereabouts(draft->drafting->gazetteer, found.text, found.length).place == PLACE_NONE)
            report_bad_postcode(draft->drafting->problems, found, true);
        break;
    case FIELD_MEETS_HIDDEN:
        if (!found_is_not_stated(found) && !found_yes_or_no(found, &hidden)) {
            report_bad_yes_or_no(draft->drafting->problems, found, field_table[field].name);
            meetings->failed = true;
            draft_fail(draft, field);
        }
        meeting->hidden = hidden;
        break;
    default:
        set_degrees(draft, meetings, meeting, field, found);
        break;
    }
}

/* Applies one part, such as the postcode, of every meeting that the field speaks of. In a cell the n-th value is the n-th meeting's. */
static void apply_part(struct draft *draft, struct meetings *meetings, enum field field, const struct entry_field *values)
{
    bool split = draft->row || values->name_length == 5; /* `meets: Paisley Abbey; Town Hall` */
    size_t running = 0;
    for (size_t i = 0; i < values->count; i++) {
        struct part_walk walk = {.value = &values->values[i], .file = draft->file};
        struct found part;
        while (part_next(&walk, split ? SPLIT_PARTS : SPLIT_NONE, &part)) {
            size_t index = split ? running++ : values->values[i].item;
            if (part.length == 0)
                continue;
            struct meeting *meeting = meeting_at(meetings, index);
            if (meeting == NULL) {
                report_too_many(draft->drafting->problems, part.where, "meets", DRAFT_MOST_VALUES);
                draft_fail(draft, field);
                meetings->failed = true;
                return;
            }
            if ((meetings->stated & FIELD_BIT(field)) == 0)
                draft->at[field] = part.where;
            meetings->stated |= FIELD_BIT(field);
            set_part(draft, meetings, meeting, field, part, split);
        }
    }
}

/* `hidden: yes` said once in a cell is true of every meeting. */
static void hide_all(struct draft *draft, struct meetings *meetings, const struct entry_field *hidden)
{
    size_t last = 0;
    for (size_t i = 0; hidden != NULL && i < hidden->count; i++) {
        struct part_walk walk = {.value = &hidden->values[i], .file = draft->file};
        struct found part;
        while (part_next(&walk, SPLIT_PARTS, &part))
            last++;
    }
    for (size_t i = last; draft->row && last > 0 && i < meetings->count; i++)
        meetings->items[i].hidden = meetings->items[last - 1].hidden;
}

/* Works out where each meeting is: from degrees, else from the postcode, else from the place's name. */
static void find_where(struct draft *draft, struct meetings *meetings)
{
    struct gazetteer *gazetteer = draft->drafting->gazetteer;
    bool told = false;
    for (size_t i = 0; i < meetings->count; i++) {
        struct meeting *meeting = &meetings->items[i];
        struct point stated = meeting->where.centre;
        if (isnan(stated.latitude) != isnan(stated.longitude)) {
            bool latitude = (meetings->stated & FIELD_BIT(FIELD_MEETS_LATITUDE)) != 0;
            if (!told && !meetings->failed)
                report_half_point(draft->drafting->problems, draft->at[latitude ? FIELD_MEETS_LATITUDE : FIELD_MEETS_LONGITUDE]);
            told = true;
        }
        const char *text = meeting->postcode != NULL && gazetteer_is_postcode(meeting->postcode, strlen(meeting->postcode)) ? meeting->postcode
                                                                                                                            : meeting->place;
        meeting->where = (struct whereabouts){.place = PLACE_NONE, .centre = no_point()};
        if (text != NULL)
            meeting->where = gazetteer_whereabouts(gazetteer, text, strlen(text));
        if (meeting->where.place == PLACE_NONE)
            meeting->where.centre = no_point();
        if (!isnan(stated.latitude) && !isnan(stated.longitude))
            meeting->where.centre = stated;
    }
}

static void keep(struct draft *draft, const struct meetings *meetings)
{
    struct meeting *kept = arena_get(draft->drafting->arena, meetings->count + 1, sizeof *kept);
    uint32_t count = 0;
    for (size_t i = 0; i < meetings->count; i++) {
        const struct meeting *meeting = &meetings->items[i];
        if (meeting->place != NULL || meeting->address != NULL || meeting->postcode != NULL || point_known(meeting->where.centre) ||
            meeting->hidden)
            kept[count++] = *meeting;
    }
    draft->offer.meetings = kept;
    draft->offer.meeting_count = count;
}

void draft_meetings(struct draft *draft, const struct entry_field *const fields[MEETING_FIELDS])
{
    const field_set where = FIELD_BIT(FIELD_MEETS_PLACE) | FIELD_BIT(FIELD_MEETS_POSTCODE) | FIELD_BIT(FIELD_MEETS_LATITUDE) |
                            FIELD_BIT(FIELD_MEETS_LONGITUDE);
    struct meetings meetings = {.items = NULL};
    /* A row changes only the parts that it states; a list of mappings stands for itself. */
    for (size_t i = 0; draft->row && i < draft->offer.meeting_count; i++)
        *meeting_at(&meetings, i) = draft->offer.meetings[i];
    for (size_t i = 0; i < MEETING_FIELDS; i++) {
        if (fields[i] != NULL)
            apply_part(draft, &meetings, (enum field)(FIELD_MEETS_PLACE + i), fields[i]);
    }
    draft->stated |= meetings.stated;
    draft->broken &= ~(meetings.stated & ~(meetings.failed ? draft->broken : 0));
    hide_all(draft, &meetings, fields[FIELD_MEETS_HIDDEN - FIELD_MEETS_PLACE]);
    if ((meetings.stated & where) != 0)
        find_where(draft, &meetings);
    if (meetings.stated != 0)
        keep(draft, &meetings);
    free(meetings.items);
}
