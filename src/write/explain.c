#include "write/explain.h"

#include "text/buffer.h"
#include "write/handout_words.h"
#include "write/words.h"

static void add(struct sheet *sheet, enum sheet_role role, const char *text)
{
    sheet->lines[sheet->count++] = (struct sheet_line){.role = role, .text = text};
}

static void add_sources(struct sheet *sheet, const struct explainer_part *part, struct arena *arena)
{
    struct buffer names = {0};
    struct buffer note = {0};
    for (size_t i = 0; i < part->source_count; i++)
        buffer_format(&names, "%s%s", i > 0 ? EXPLAIN_FROM_BETWEEN : "", part->sources[i]);
    if (names.length > 0) {
        buffer_format(&note, EXPLAIN_FROM, buffer_text(&names));
        add(sheet, SHEET_NOTE, arena_copy(arena, note.bytes, note.length));
    }
    buffer_free(&names);
    buffer_free(&note);
}

struct sheet explain(const struct explainer *explainer, enum reader reader, struct arena *arena)
{
    size_t most = 1;
    for (size_t i = 0; explainer != NULL && i < explainer->count; i++)
        most += 2 + explainer_words_in(&explainer->parts[i], SHEET_LANGUAGE)->paragraph_count;
    struct sheet sheet = {.lines = arena_get(arena, most, sizeof *sheet.lines)};
    for (size_t i = 0; explainer != NULL && i < explainer->count; i++) {
        const struct explainer_part *part = &explainer->parts[i];
        const struct explainer_words *words = explainer_words_in(part, SHEET_LANGUAGE);
        if (part->reader != reader)
            continue;
        add(&sheet, SHEET_HEADING, words->heading);
        for (size_t paragraph = 0; paragraph < words->paragraph_count; paragraph++)
            add(&sheet, SHEET_TEXT, words->paragraphs[paragraph]);
        if (reader == READER_PROFESSIONAL)
            add_sources(&sheet, part, arena);
    }
    if (sheet.count == 0)
        add(&sheet, SHEET_TEXT, EXPLAIN_NO_FILE);
    return sheet;
}
