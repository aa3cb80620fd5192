/* When an offer meets: its lines of `when`, each understood or at least kept. */
#include <stdlib.h>
#include <string.h>

#include "catalogue/draft.h"
#include "text/memory.h"
#include "text/utf8.h"

enum { MOST_A_LINE = 8 };

/* The value from the word on that is not understood, with its place. */
static struct found from_word(struct found line, const char *text, size_t wrong)
{
    struct found found = line;
    for (size_t at = 0; at < wrong; at += utf8_read(text + at, wrong - at).length)
        found.where.column += found.where.column > 0 ? 1 : 0;
    return found;
}

/* The sessions of one line, kept in the arena. */
static size_t understand(struct draft *draft, struct found line, const struct session **sessions)
{
    struct drafting *drafting = draft->drafting;
    buffer_clear(&drafting->text);
    draft_add_safe(draft, line, false, field_table[FIELD_WHEN].name);
    const char *text = buffer_text(&drafting->text);
    size_t count = store_recall_line(drafting->store, text, drafting->text.length, sessions);
    if (count > 0)
        return count;
    struct session understood[MOST_A_LINE] = {0};
    size_t wrong = 0;
    const char *why = "";
    count = session_parse(drafting->arena, text, drafting->text.length, understood, &wrong, &why);
    if (count == 0) {
        report_bad_session(drafting->problems, from_word(line, text, wrong), why);
        understood[0] = (struct session){.repeat = SESSION_WORDS, .from_minute = -1, .to_minute = -1};
        understood[0].words = store_text(drafting->store, text, drafting->text.length);
    }
    size_t kept = count > 0 ? count : 1;
    struct session *copy = arena_get(drafting->arena, kept, sizeof *copy);
    memcpy(copy, understood, kept * sizeof *copy);
    if (count > 0)
        store_learn_line(drafting->store, copy, count);
    *sessions = copy;
    return kept;
}

/* The sessions of several lines, one after the other. */
struct gathered {
    struct session *items;
    size_t count;
    size_t room;
};

static void gather(struct gathered *gathered, const struct session *sessions, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        gathered->items = memory_room(gathered->items, gathered->count, &gathered->room, sizeof *gathered->items);
        gathered->items[gathered->count++] = sessions[i];
    }
}

static void keep(struct draft *draft, const struct gathered *gathered)
{
    struct session *kept = arena_get(draft->drafting->arena, gathered->count, sizeof *kept);
    memcpy(kept, gathered->items, gathered->count * sizeof *kept);
    draft->offer.sessions = kept;
    draft->offer.session_count = (uint32_t)gathered->count;
}

static bool too_long(struct draft *draft, enum field field, struct found line)
{
    if (line.length <= DRAFT_LONGEST_TEXT)
        return false;
    report_too_long(draft->drafting->problems, line.where, field_table[field].name, DRAFT_LONGEST_TEXT);
    draft_fail(draft, field);
    return true;
}

void draft_sessions(struct draft *draft, enum field field, size_t count)
{
    const struct found *lines = draft->drafting->parts;
    struct offer *offer = &draft->offer;
    offer->sessions = NULL;
    offer->session_count = 0;
    if (count == 1 && (found_is_not_stated(lines[0]) || found_is_none(lines[0])))
        return;
    struct gathered gathered = {.items = NULL};
    for (size_t i = 0; i < count; i++) {
        const struct session *sessions = NULL;
        if (too_long(draft, field, lines[i]))
            continue;
        size_t more = understand(draft, lines[i], &sessions);
        if (count == 1) {
            offer->sessions = sessions; /* shared by every offer with this line */
            offer->session_count = (uint32_t)more;
        } else {
            gather(&gathered, sessions, more);
        }
    }
    if (gathered.count > 0)
        keep(draft, &gathered);
    free(gathered.items);
}
