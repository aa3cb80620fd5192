#include "read/words.h"

#include <string.h>

const char *words_found(enum words_found found)
{
    switch (found) {
    case FOUND_TEXT:
        return _("text");
    case FOUND_LIST:
        return _("a list");
    case FOUND_MAPPING:
        return _("fields");
    case FOUND_NOTHING:
        break;
    }
    return _("nothing");
}

void words_unknown_place(struct problems *problems, const struct gazetteer *gazetteer, struct found found)
{
    place_id near[3];
    struct nearest nearest = {.count = gazetteer_near(gazetteer, found.text, found.length, near, 3)};
    for (size_t i = 0; i < nearest.count; i++)
        nearest.names[i] = gazetteer_at(gazetteer, near[i])->name;
    report_unknown_area(problems, found, nearest);
}

/* A sentence for each way in which libyaml fails. It is known by what libyaml says, some of it at the start of `context`; NULL matches
 * any. */
struct syntax_row {
    const char *context;
    const char *message;
    const char *name;
    const char *sentence; /* %u, where there is one, is the line in which the thing began */
};

static const struct syntax_row syntax_table[] = {
    {NULL, "tab character", "tab-as-indentation", N_("a tab cannot indent a line; use spaces")},
    {"while scanning a directive", NULL, "directive", N_("a line that begins with %% is not used in these files; take it out")},
    {"while scanning a %", NULL, "directive", N_("a line that begins with %% is not used in these files; take it out")},
    {"while scanning an anchor", NULL, "anchor", N_("text that begins with & must stand in quotes")},
    {"while scanning an alias", NULL, "alias", N_("text that begins with * must stand in quotes")},
    {"while scanning a tag", NULL, "tag", N_("text that begins with ! must stand in quotes")},
    {NULL, "tag handle", "tag", N_("text that begins with ! must stand in quotes")},
    {NULL, "mapping values are not allowed", "yaml-syntax",
     N_("a colon stands where none can; put the whole value in quotes, or check the indentation")},
    {"while parsing a block mapping", "did not find expected key", "yaml-syntax",
     N_("expected a field such as \"name: …\", in line with those since line %u; check the indentation and the quotes")},
    {"while parsing a block collection", NULL, "yaml-syntax",
     N_("expected \"- \" in line with the list that begins in line %u; check the indentation")},
    {"while parsing a flow sequence", NULL, "yaml-syntax", N_("expected a comma or ] in the list that begins in line %u")},
    {"while parsing a flow mapping", NULL, "yaml-syntax", N_("expected a comma or } in the fields that begin in line %u")},
    {"while scanning a simple key", NULL, "yaml-syntax", N_("expected a colon and a value after this; check the indentation and the quotes")},
    {"while scanning a quoted scalar", NULL, "yaml-syntax", N_("this quotation mark is never closed")},
    {"while parsing a quoted scalar", "escape", "yaml-syntax",
     N_("\\ means something inside double quotes; use single quotes, or double it")},
    {"while parsing a quoted scalar", "hex", "yaml-syntax", N_("\\x, \\u or \\U in double quotes needs digits after it")},
    {"while scanning a block scalar", "comment or line break", "yaml-syntax", N_("the text after | or > begins on the next line")},
    {"while scanning a block scalar", NULL, "yaml-syntax", N_("after | or > only + or - and one digit from 1 to 9 can stand")},
    {"while scanning a plain scalar", "unexpected ':'", "yaml-syntax", N_("text with a colon must stand in quotes within brackets or braces")},
    {NULL, "block sequence entries are not allowed", "yaml-syntax",
     N_("a list cannot begin here; put \"- \" on a line of its own, or the value in quotes")},
    {NULL, "mapping keys are not allowed", "yaml-syntax", N_("a question mark and a space cannot stand here; put the value in quotes")},
    {NULL, "cannot start any token", "yaml-syntax", N_("a value cannot begin with this character; put it in quotes")},
    {NULL, "expected node content", "yaml-syntax", N_("expected a value here")},
    {NULL, "expected <document start>", "yaml-syntax", N_("this does not belong to what stands above; check the indentation")},
};

static bool is_like(const struct syntax_row *row, const char *message, const char *context)
{
    if (row->context != NULL && (context == NULL || strncmp(context, row->context, strlen(row->context)) != 0))
        return false;
    return row->message == NULL || strstr(message, row->message) != NULL;
}

void words_syntax(struct problems *problems, struct position where, const char *message, const char *context, char byte,
                  unsigned opened)
{
    static const struct syntax_row unknown = {.name = "yaml-syntax", .sentence = N_("this cannot be understood")};
    const struct syntax_row *row = &unknown;
    for (size_t i = 0; i < sizeof syntax_table / sizeof *syntax_table && row == &unknown; i++)
        if (is_like(&syntax_table[i], message, context))
            row = &syntax_table[i];
    bool tab = byte == '\t' && strstr(message, "cannot start any token") != NULL;
    if (tab)
        row = &syntax_table[0];
    problems_add(problems, PROBLEM_ERROR, row->name, where, _(row->sentence), opened);
}
