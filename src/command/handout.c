/* `signpost handout`: what she takes home, as text, HTML, a calendar, or out of the printer. */
#include <stdlib.h>
#include <string.h>

#include "catalogue/offer.h"
#include "command/command.h"
#include "command/ids.h"
#include "command/opening.h"
#include "command/output.h"
#include "command/print.h"
#include "command/words.h"
#include "command/words_to_need.h"
#include "text/memory.h"
#include "text/safe.h"
#include "write/calendar.h"
#include "write/discreet.h"
#include "write/handout.h"

enum { PAGE_COLUMNS = 80, FIRST_ANSWERS = 3 };

/* The words of the command line, parted: a term of a need has a colon, an id has none. */
struct request {
    struct options terms; /* the options, with the terms alone as their words */
    const char **ids;
    size_t id_count;
};

static struct request part(const struct options *options)
{
    struct request request = {.terms = *options};
    request.ids = memory_new(options->word_count + 1, sizeof *request.ids);
    request.terms.words = memory_new(options->word_count + 1, sizeof *request.terms.words);
    request.terms.word_count = 0;
    for (size_t i = 0; i < options->word_count; i++) {
        const char *word = options->words[i];
        if (strchr(word, ':'))
            request.terms.words[request.terms.word_count++] = word;
        else
            request.ids[request.id_count++] = word;
    }
    return request;
}

/* Says what cannot go together. */
static bool options_agree(const struct options *options)
{
    if (options->word_count == 0)
        complain(SAY_HAND_OUT_WHAT);
    else if (options->html && options->ics)
        complain(SAY_HTML_OR_ICS);
    else if (options->print && options->ics)
        complain(SAY_PRINT_NO_ICS);
    else if (options->print && options->output)
        complain(SAY_PRINT_OR_OUTPUT);
    else if (options->discreet && discreet_reveals(options->from))
        complain(SAY_FROM_REVEALS);
    else
        return true;
    return false;
}

/* The first offers of the answer, best first. */
static size_t first_answers(struct matcher *matcher, const struct need *need, size_t **offers)
{
    struct answer_list answers = matcher_answer(matcher, need, VERDICTS_FITTING);
    size_t count = answers.count < FIRST_ANSWERS ? answers.count : FIRST_ANSWERS;
    *offers = memory_new(count, sizeof **offers);
    for (size_t i = 0; i < count; i++)
        (*offers)[i] = answers.items[i].offer;
    answer_list_free(&answers);
    if (count == 0)
        complain(SAY_NOTHING_FITS);
    return count;
}

/* Leaves out what comes a second time, and what has closed, which is said when it was named itself. Gives how many stay. */
static size_t keep_open(const struct catalogue *catalogue, size_t *offers, size_t count, struct date today)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        size_t before = 0;
        while (before < kept && offers[before] != offers[i])
            before++;
        const struct offer *offer = &catalogue->offers[offers[i]];
        if (before < kept)
            continue;
        if (offer_closed(offer, today))
            complain(SAY_CLOSED_NOT_ON_SHEET, catalogue_name(catalogue, offer));
        else
            offers[kept++] = offers[i];
    }
    return kept;
}

/* The chosen offers: those named, else the first that fit. Gives how many, in *offers, to be freed; 0 after saying why. A sheet without something that was asked
 * for is worse than none: she would not know. */
static size_t choose(const struct opening *opening, const struct request *request, const struct need *need, struct date today, size_t **offers)
{
    if (request->id_count == 0)
        return first_answers(opening->matcher, need, offers);
    size_t unknown;
    size_t count = ids_to_offers(opening->catalogue, request->ids, request->id_count, offers, &unknown);
    return unknown > 0 ? 0 : keep_open(opening->catalogue, *offers, count, today);
}

/* Where she is when the need does not say: the area of the settings. */
static place_id usual_place(const struct opening *opening)
{
    const char *area = opening->settings.area;
    return area ? gazetteer_whereabouts(opening->catalogue->gazetteer, area, strlen(area)).place : PLACE_NONE;
}

static void write_sheet(struct buffer *out, const struct opening *opening, const struct options *options, const struct need *need, const size_t *offers,
                        size_t count, bool html)
{
    struct arena *arena = arena_new();
    struct buffer from = {0};
    const char *who = options->from ? options->from : opening->settings.from;
    if (who)
        safe_text(&from, who, strlen(who), false);
    struct handout handout = handout_of(opening->matcher, need, offers, count,
                                        (struct handout_setting){
                                            .discreet = options->discreet,
                                            .from = buffer_text(&from),
                                            .place = usual_place(opening),
                                            .language = options->language,
                                        },
                                        arena);
    if (html)
        handout_html(out, &handout);
    else
        handout_text(out, &handout, options->columns ? options->columns : PAGE_COLUMNS);
    buffer_free(&from);
    arena_wipe(arena);
    arena_free(arena);
}

/* False, and said, when no day of any of them is sure. */
static bool write_calendar(struct buffer *out, const struct catalogue *catalogue, const size_t *offers, size_t count, struct date today)
{
    size_t *events = memory_new(count, sizeof *events);
    size_t all = calendar_write(out, catalogue, offers, count, today, events);
    for (size_t i = 0; i < count; i++)
        if (events[i] == 0)
            complain(SAY_NO_SURE_DAY, catalogue_name(catalogue, &catalogue->offers[offers[i]]));
    free(events);
    return all > 0;
}

static int put(const struct options *options, struct buffer *out)
{
    struct output *output = output_open(options->output);
    if (!output)
        return STATUS_COULD_NOT;
    output_put(output, out);
    return output_close(output) ? STATUS_YES : STATUS_COULD_NOT;
}

static int print(const struct opening *opening, const struct buffer *out)
{
    struct buffer why = {0};
    bool printed = print_sheet(opening->settings.print, opening->settings.print_count, out, NULL, &why);
    if (!printed)
        complain(SAY_KEEP_SHEET, buffer_text(&why));
    buffer_free(&why);
    return printed ? STATUS_YES : STATUS_COULD_NOT;
}

static int hand_out(const struct opening *opening, const struct options *options, const struct request *request, const struct need *need)
{
    size_t *offers = NULL;
    size_t count = choose(opening, request, need, options->today, &offers);
    int status = STATUS_NOTHING;
    struct buffer out = {0};
    if (count > 0 && options->ics) {
        if (write_calendar(&out, opening->catalogue, offers, count, options->today))
            status = put(options, &out);
    } else if (count > 0) {
        write_sheet(&out, opening, options, need, offers, count, options->html || (options->print && opening->settings.print_html));
        status = options->print ? print(opening, &out) : put(options, &out);
    }
    buffer_wipe(&out);
    buffer_free(&out);
    free(offers);
    return status;
}

int command_handout(const struct options *options)
{
    struct opening opening;
    if (!options_agree(options) || !opening_make(&opening, options))
        return STATUS_COULD_NOT;
    struct request request = part(options);
    struct need *need = words_to_need(matcher_need_setting(opening.matcher), &request.terms);
    int status = need ? hand_out(&opening, options, &request, need) : STATUS_COULD_NOT;
    if (need)
        opening_tell_left_out(&opening);
    need_free(need);
    free(request.ids);
    free(request.terms.words);
    opening_free(&opening);
    return status;
}
