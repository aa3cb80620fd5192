/* What two catalogues say, compared. */
#include "generated_catalogue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "entries.h"
#include "read/catalogue_files.h"
#include "read/load_files.h"

struct catalogue *understand_catalogue(const char *file, const char *text, size_t length)
{
    struct problems *problems = problems_new();
    size_t mark = length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    char *copy = malloc(length + 1);
    assert_non_null(copy);
    memcpy(copy, text, length);
    copy[length] = '\0';
    struct bytes bytes = {.text = copy + mark, .length = length - mark};
    struct catalogue_builder *builder = catalogue_builder_new(few_places(), few_words(), NULL, problems);
    struct catalogue_file reading = {.file = file, .bytes = &bytes, .builder = builder, .problems = problems};
    if (file_kind_of(file) == FILE_CSV)
        read_catalogue_csv(&reading);
    else if (file_kind_to_read(file, &bytes, false) == FILE_JSON)
        read_catalogue_json(&reading);
    else
        read_catalogue_yaml(&reading);
    struct catalogue *catalogue = catalogue_builder_finish(builder);
    for (size_t i = 0; i < problems_count(problems); i++) {
        const struct problem *problem = problems_at(problems, i);
        if (problem->level == PROBLEM_ERROR)
            fail_msg("%s:%u:%u: %s\n%s", file, problem->where.line, problem->where.column, problem->sentence, text);
    }
    problems_free(problems);
    free(copy);
    return catalogue;
}

static void say_numbers(struct buffer *out, const char *name, struct numbers numbers)
{
    if (!numbers.stated)
        return;
    buffer_format(out, "%s:", name);
    for (uint32_t i = 0; i < numbers.count; i++)
        buffer_format(out, " %u", numbers.items[i]);
    buffer_add_byte(out, '\n');
}

static void say_stage(struct buffer *out, const char *name, struct stage stage)
{
    buffer_format(out, "%s: %u/%u to %u/%u\n", name, stage.from.unit, stage.from.count, stage.to.unit, stage.to.count);
}

static int by_name(const void *left, const void *right)
{
    const struct offer_extra *one = left;
    const struct offer_extra *other = right;
    return strcmp(one->name, other->name);
}

static void say_kept(struct buffer *out, const struct offer *offer)
{
    struct offer_extra *extras = calloc(offer->extra_count + 1, sizeof *extras);
    assert_non_null(extras);
    for (uint32_t i = 0; i < offer->extra_count; i++)
        extras[i] = offer->extras[i];
    qsort(extras, offer->extra_count, sizeof *extras, by_name);
    for (uint32_t i = 0; i < offer->text_count; i++)
        buffer_format(out, "%s: \"%s\"\n", field_table[offer->texts[i].field].name, offer->texts[i].text);
    for (uint32_t i = 0; i < offer->extra_count; i++)
        buffer_format(out, "%s: \"%s\"\n", extras[i].name, extras[i].text);
    free(extras);
}

static void say_offer(struct buffer *out, const struct catalogue *catalogue, const struct offer *offer)
{
    buffer_add_text(out, "offer ");
    offer_id_words(out, catalogue, offer);
    buffer_format(out, " of \"%s\": kind %d, who %d, status %d, only %d\n", offer_service(catalogue, offer)->name, (int)offer->kind, (int)offer->who,
                  (int)offer->status, (int)offer->about_only);
    const struct numbers lists[] = {offer->areas, offer->areas_maybe, offer->formats, offer->formats_maybe, offer->for_groups,
                                    offer->about, offer->with, offer->without, offer->languages, offer->referral};
    static const char *const names[] = {"areas", "areas_maybe", "formats", "formats_maybe", "for", "about", "with", "without", "languages", "referral"};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        say_numbers(out, names[i], lists[i]);
    say_stage(out, "stage", offer->stage);
    say_stage(out, "stage_maybe", offer->stage_maybe);
    buffer_format(out, "ages %d to %d, perhaps %d to %d, size %d to %d\n", offer->parent_age.from, offer->parent_age.to, offer->parent_age_maybe.from,
                  offer->parent_age_maybe.to, offer->group_size.from, offer->group_size.to);
    buffer_format(out, "ends %d-%d-%d, checked %d-%d-%d\n", offer->ends_on.year, offer->ends_on.month, offer->ends_on.day, offer->checked.year,
                  offer->checked.month, offer->checked.day);
    for (uint32_t i = 0; i < offer->session_count; i++)
        buffer_format(out, "when: \"%s\"\n", offer->sessions[i].words);
    for (uint32_t i = 0; i < offer->meeting_count; i++) {
        const struct meeting *meeting = &offer->meetings[i];
        buffer_format(out, "meets: place %s, address %s, postcode %s, hidden %d, at %.4f %.4f in %u\n", meeting->place ? meeting->place : "-",
                      meeting->address ? meeting->address : "-", meeting->postcode ? meeting->postcode : "-", meeting->hidden,
                      meeting->where.centre.latitude, meeting->where.centre.longitude, meeting->where.place);
    }
    say_kept(out, offer);
}

/* The words and places that generate_catalogue may have added. */
static void say_own(struct buffer *out, const struct catalogue *catalogue)
{
    static const struct {
        enum vocabulary_list list;
        const char *text;
    } words[] = {{LIST_WITH, "sensory-room"}, {LIST_WITH, "calm room"}, {LIST_WITH, "ystafell dawel"}, {LIST_FOR, "island-families"},
                 {LIST_ABOUT, "tiredness"}};
    static const char *const places[] = {"Rowanbank", "The Bank", "Forth side"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const struct term *term = vocabulary_find(catalogue->vocabulary, words[i].list, words[i].text, strlen(words[i].text));
        if (term != NULL)
            buffer_format(out, "word %s: %s, %s, %s, %s, %s, %d, %zu\n", term->id, term->label, term->definition, term->yes, term->no, term->ask,
                          term->loss, term->synonym_count);
    }
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        place_id id = gazetteer_find(catalogue->gazetteer, places[i], strlen(places[i]));
        if (id == PLACE_NONE)
            continue;
        const struct place *place = gazetteer_at(catalogue->gazetteer, id);
        buffer_format(out, "place %s: %d, %.3f %.3f\n", place->name, (int)place->kind, place->centre.latitude, place->centre.longitude);
    }
}

static void say_catalogue(struct buffer *out, const struct catalogue *catalogue)
{
    buffer_format(out, "title %s, by %s, left out %zu\n", catalogue->title ? catalogue->title : "-",
                  catalogue->maintained_by ? catalogue->maintained_by : "-", catalogue->left_out);
    for (size_t i = 0; i < catalogue->terms.count; i++)
        buffer_format(out, "term %d to %d\n", (int)date_days(catalogue->terms.items[i][0]), (int)date_days(catalogue->terms.items[i][1]));
    say_own(out, catalogue);
    for (size_t i = 0; i < catalogue->offer_count; i++)
        say_offer(out, catalogue, &catalogue->offers[i]);
}

bool catalogues_mean_the_same(const struct catalogue *left, const struct catalogue *right, struct buffer *difference)
{
    struct buffer one = {0};
    struct buffer other = {0};
    say_catalogue(&one, left);
    say_catalogue(&other, right);
    const char *a = buffer_text(&one);
    const char *b = buffer_text(&other);
    bool same = strcmp(a, b) == 0;
    const char *offer = "";
    while (!same) {
        size_t a_length = strcspn(a, "\n");
        size_t b_length = strcspn(b, "\n");
        if (a_length != b_length || memcmp(a, b, a_length) != 0 || *a == '\0') {
            buffer_format(difference, "%.*s\n  was: %.*s\n  now: %.*s\n", (int)strcspn(offer, "\n"), offer, (int)a_length, a, (int)b_length, b);
            break;
        }
        offer = strncmp(a, "offer ", 6) == 0 ? a : offer;
        a += a_length + (a[a_length] == '\n');
        b += b_length + (b[b_length] == '\n');
    }
    buffer_free(&one);
    buffer_free(&other);
    return same;
}
