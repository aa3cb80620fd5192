/* For tests of loading: the shipped data files, catalogues in a folder of the test's own, offers as text. */
#ifndef TESTS_LOADING_H
#define TESTS_LOADING_H

#include "read/load.h"
#include "reading.h"

struct loaded {
    struct problems *problems;
    struct catalogue *catalogue;
};

/* The path of a shipped data file, or NULL when the test is not told where they are. */
static inline const char *data_file(const char *name)
{
    static char paths[16][1024];
    static size_t turn;
    const char *data = getenv("SIGNPOST_DATA");
    if (data == NULL)
        return NULL;
    char *path = paths[turn++ % 16];
    snprintf(path, sizeof paths[0], "%s/%s", data, name);
    return path;
}

static inline struct load_request request_of(const char *const *paths, size_t count)
{
    return (struct load_request){
        .paths = paths,
        .path_count = count,
        .vocabulary = data_file("vocabulary.yaml"),
        .places = data_file("places.csv"),
        .outcodes = data_file("outcodes.csv"),
        .urgent = data_file("urgent-help.yaml"),
        .explainer = data_file("words/peer-support.yaml"),
        .words = data_file("words"),
        .themes = data_file("themes"),
    };
}

static inline struct loaded load(const struct load_request *request)
{
    struct loaded loaded = {.problems = problems_new()};
    loaded.catalogue = load_catalogue(request, loaded.problems);
    return loaded;
}

static inline struct loaded load_path(const char *path)
{
    struct load_request request = request_of(&path, 1);
    return load(&request);
}

static inline void loaded_free(struct loaded *loaded)
{
    catalogue_free(loaded->catalogue);
    problems_free(loaded->problems);
}

static inline void numbers_text(struct buffer *out, const char *name, struct numbers numbers)
{
    if (!numbers.stated)
        return;
    buffer_format(out, " %s", name);
    for (uint32_t i = 0; i < numbers.count; i++)
        buffer_format(out, "%s%u", i > 0 ? "," : "=", numbers.items[i]);
}

/* Everything that an offer says, but for where it stands. */
static inline void offer_text_of(struct buffer *out, const struct catalogue *catalogue, const struct offer *offer)
{
    offer_id_words(out, catalogue, offer);
    buffer_format(out, " \"%s\" %d %d %d %d", offer_service(catalogue, offer)->name, (int)offer->kind, (int)offer->who, (int)offer->status,
                  (int)offer->about_only);
    numbers_text(out, "areas", offer->areas);
    numbers_text(out, "areas_maybe", offer->areas_maybe);
    numbers_text(out, "formats", offer->formats);
    numbers_text(out, "formats_maybe", offer->formats_maybe);
    numbers_text(out, "for", offer->for_groups);
    numbers_text(out, "about", offer->about);
    numbers_text(out, "with", offer->with);
    numbers_text(out, "without", offer->without);
    numbers_text(out, "languages", offer->languages);
    numbers_text(out, "referral", offer->referral);
    buffer_format(out, " stage=%u/%u-%u/%u maybe=%u/%u-%u/%u", offer->stage.from.unit, offer->stage.from.count, offer->stage.to.unit,
                  offer->stage.to.count, offer->stage_maybe.from.unit, offer->stage_maybe.from.count, offer->stage_maybe.to.unit,
                  offer->stage_maybe.to.count);
    buffer_format(out, " age=%d-%d maybe=%d-%d size=%d-%d ends=%d checked=%d", offer->parent_age.from, offer->parent_age.to,
                  offer->parent_age_maybe.from, offer->parent_age_maybe.to, offer->group_size.from, offer->group_size.to,
                  (int)date_days(offer->ends_on), (int)date_days(offer->checked));
    for (uint32_t i = 0; i < offer->session_count; i++)
        buffer_format(out, " when=\"%s\"", offer->sessions[i].words);
    for (uint32_t i = 0; i < offer->meeting_count; i++) {
        const struct meeting *meeting = &offer->meetings[i];
        buffer_format(out, " meets=\"%s|%s|%s|%d\"", meeting->place != NULL ? meeting->place : "", meeting->address != NULL ? meeting->address : "",
                      meeting->postcode != NULL ? meeting->postcode : "", meeting->hidden);
    }
    for (uint32_t i = 0; i < offer->text_count; i++)
        buffer_format(out, " %s=\"%s\"", field_table[offer->texts[i].field].name, offer->texts[i].text);
    for (uint32_t i = 0; i < offer->extra_count; i++)
        buffer_format(out, " %s=\"%s\"", offer->extras[i].name, offer->extras[i].text);
    buffer_add_byte(out, '\n');
}

static inline void catalogue_text_of(struct buffer *out, const struct catalogue *catalogue)
{
    for (size_t i = 0; i < catalogue->offer_count; i++)
        offer_text_of(out, catalogue, &catalogue->offers[i]);
}

/* The ids of all services, a blank after each. */
static inline void ids_text(struct buffer *out, const struct catalogue *catalogue)
{
    for (size_t i = 0; i < catalogue->service_count; i++)
        buffer_format(out, "%s ", catalogue->services[i].id);
}

/* Of the test program. */
static struct folder folder;

/* Setup and teardown of a group, and setup of a test that needs the data files. */
static inline int make_folder(void **state)
{
    (void)state;
    folder = folder_new();
    if (data_file("") == NULL)
        print_message("# skipped: SIGNPOST_DATA does not say where the data files are\n");
    return 0;
}

static inline int remove_folder(void **state)
{
    (void)state;
    folder_remove(folder.path);
    return 0;
}

static inline int need_data(void **state)
{
    (void)state;
    if (data_file("") == NULL)
        skip();
    return 0;
}

/* The services there are. */
static inline void assert_ids(const struct loaded *loaded, const char *ids)
{
    struct buffer found = {0};
    assert_non_null(loaded->catalogue);
    ids_text(&found, loaded->catalogue);
    assert_string_equal(buffer_text(&found), ids);
    buffer_free(&found);
}

/* The problems there are, as "line:column name", by file, line and column. */
static inline void assert_problems(const struct loaded *loaded, const char *problems)
{
    struct buffer found = {0};
    problems_sort(loaded->problems);
    problems_text(&found, loaded->problems);
    assert_string_equal(buffer_text(&found), problems);
    buffer_free(&found);
}

/* The last error is the sentence to show. */
static inline void assert_fails(struct loaded loaded, const char *name, const char *words)
{
    assert_null(loaded.catalogue);
    const struct problem *last = NULL;
    for (size_t i = 0; i < problems_count(loaded.problems); i++)
        if (problems_at(loaded.problems, i)->level == PROBLEM_ERROR)
            last = problems_at(loaded.problems, i);
    assert_non_null(last);
    assert_string_equal(last->name, name);
    if (strstr(last->sentence, words) == NULL)
        fail_msg("\"%s\" should say \"%s\"", last->sentence, words);
    loaded_free(&loaded);
}

#endif
