#include "generated_catalogue.h"

#include <stdint.h>
#include <string.h>

struct making {
    struct buffer *out;
    uint64_t state;
    bool places;
    bool words;
};

static unsigned below(struct making *making, unsigned most)
{
    making->state = making->state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(making->state >> 33) % most;
}

static bool in(struct making *making, unsigned of)
{
    return below(making, of) == 0;
}

/* A text in double quotes, as any YAML or JSON writer would put it. */
static void quote(struct making *making, const char *text)
{
    buffer_add_byte(making->out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            buffer_format(making->out, "\\%c", *text);
        else if (*text == '\n' || *text == '\t' || *text == '\r')
            buffer_add_text(making->out, *text == '\n' ? "\\n" : *text == '\t' ? "\\t" : "\\r");
        else
            buffer_add_byte(making->out, *text);
    }
    buffer_add_byte(making->out, '"');
}

/* Texts that are hard to keep: what a spreadsheet would run, what YAML would take for something else, marks, quotes, line breaks, letters of others. */
static const char *const texts[] = {
    "A group for parents.", "=SUM(A1:A9)", "+44 1632 960123", "-5 a session", "@home", "\tindented", "'quoted' at the start", "'=both",
    "''+twice", "yes", "no", "null", "~", "2020-05-14", "1632", "01632 960123", "1e3", "0x1F", "a: b", "a #b", "#no comment", "- no list", "[no list]",
    "{no: mapping}", "*no alias", "&no anchor", "!no tag", "%no directive", "| no block", "> no fold", "\"double\"", "it's", "comma, semicolon; tab\tend",
    "two\nlines", "three\n\nlines\n  indented", "  blank ends  ", "Gr\xC5\xB5p i rieni ym Mangor", "\xF0\x9F\x91\xB6 babies", "back\\slash\\",
    "trailing colon:", "?", ":", "true", "none of it is sure", "\\;", "; ; ;", "a\rb", "x\xE2\x80\x99s", "=", "'", "''", "+", "None at all", "1,5", "<<",
};
enum { TEXTS = sizeof texts / sizeof *texts };

static void key(struct making *making, unsigned depth, const char *name)
{
    buffer_format(making->out, "%*s%s: ", (int)depth, "", name);
}

static void text_of(struct making *making, const char *silence)
{
    if (in(making, 8))
        buffer_add_text(making->out, silence);
    else
        quote(making, texts[below(making, TEXTS)]);
    buffer_add_byte(making->out, '\n');
}

/* A text as one of a list of texts. */
static void add_texts(struct making *making, unsigned depth)
{
    static const char *const names[] = {"provider", "public_name", "summary", "what_happens", "first_visit", "what_they_share", "how_to_join",
                                        "cost", "wait", "status_note", "checked_by", "source", "notes"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!in(making, 5))
            continue;
        key(making, depth, names[i]);
        if (in(making, 10)) {
            buffer_add_text(making->out, "[one, ");
            quote(making, texts[below(making, TEXTS)]);
            buffer_add_text(making->out, "]\n");
        } else {
            text_of(making, in(making, 2) ? "none" : "not stated");
        }
    }
}

static void add_list(struct making *making, unsigned depth, const char *name, const char *const *words, size_t count)
{
    if (!in(making, 3))
        return;
    key(making, depth, name);
    if (in(making, 5)) {
        buffer_add_text(making->out, in(making, 2) ? "none\n" : "not stated\n");
        return;
    }
    size_t first = below(making, (unsigned)count);
    size_t many = 1 + below(making, (unsigned)(count - first));
    if (many == 1 && in(making, 2)) {
        buffer_format(making->out, "%s\n", words[first]);
        return;
    }
    const char *joint = in(making, 6) ? "; " : ", ";
    bool brackets = joint[0] == ',';
    buffer_add_text(making->out, brackets ? "[" : "");
    for (size_t i = 0; i < many; i++) {
        buffer_add_text(making->out, i > 0 ? joint : "");
        if (strchr(words[first + i], ',') != NULL && brackets)
            quote(making, words[first + i]);
        else
            buffer_add_text(making->out, words[first + i]);
    }
    buffer_add_text(making->out, brackets ? "]\n" : "\n");
}

static void add_lists(struct making *making, unsigned depth)
{
    static const char *const areas[] = {"Fife", "Falkirk", "Armagh City, Banbridge and Craigavon", "Renfrewshire", "Scottish Borders", "Paisley"};
    static const char *const formats[] = {"group", "one-to-one", "online", "phone"};
    static const char *const with[] = {"creche", "transport"};
    static const char *const without[] = {"drop-in"};
    static const char *const about[] = {"anxiety", "low-mood"};
    static const char *const languages[] = {"urdu", "welsh"};
    static const char *const referral[] = {"self", "professional"};
    static const char *const refugees[] = {"refugees"};
    add_list(making, depth, "areas", areas, 6);
    add_list(making, depth, "areas_maybe", areas, 6);
    add_list(making, depth, "formats", formats, 4);
    add_list(making, depth, "formats_maybe", formats, 4);
    add_list(making, depth, "with", with, 2);
    add_list(making, depth, "without", without, 1);
    add_list(making, depth, "about", about, 2);
    add_list(making, depth, "languages", languages, 2);
    add_list(making, depth, "referral", referral, 2);
    add_list(making, depth, "for", refugees, 1);
    if (making->words && in(making, 2))
        buffer_format(making->out, "%*sx_room: sensory\n", (int)depth, "");
}

static void add_values(struct making *making, unsigned depth)
{
    static const char *const stages[] = {"{from: pregnancy, to: 2 years}", "{from: birth}", "{to: 12 months}", "{from: 32 weeks pregnant, to: not stated}",
                                         "{from: 6 weeks, to: 18 months}"};
    static const char *const dates[] = {"2020", "2026-11", "2026-10-05", "14 May 2026", "14/05/2026", "not stated"};
    static const char *const statuses[] = {"running", "ending", "unknown", "closed", "not stated"};
    static const char *const who[] = {"mothers", "fathers", "parents", "not stated"};
    static const char *const kinds[] = {"helpline", "charity", "professional", "related", "peer-support"};
    const struct {
        const char *name;
        const char *const *values;
        unsigned count;
    } values[] = {{"stage", stages, 5}, {"stage_maybe", stages, 3}, {"checked", dates, 6}, {"ends_on", dates, 6},
                  {"status", statuses, 5}, {"who", who, 4}, {"kind", kinds, 5}};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (in(making, 3))
            buffer_format(making->out, "%*s%s: %s\n", (int)depth, "", values[i].name, values[i].values[below(making, values[i].count)]);
    if (in(making, 4))
        buffer_format(making->out, "%*sparent_age: {from: %u, to: %s}\n", (int)depth, "", 14 + below(making, 5), in(making, 3) ? "not stated" : "25");
    if (in(making, 5))
        buffer_format(making->out, "%*sparent_age_maybe: {to: %u}\n", (int)depth, "", 26 + below(making, 5));
    if (in(making, 5))
        buffer_format(making->out, "%*sgroup_size: {from: %u, to: 12}\n", (int)depth, "", 1 + below(making, 9));
    if (in(making, 6))
        buffer_format(making->out, "%*sabout_only: %s\n", (int)depth, "", in(making, 2) ? "yes" : in(making, 2) ? "no" : "not stated");
}

static void add_when(struct making *making, unsigned depth)
{
    static const char *const lines[] = {"every Tuesday 10:00-11:30 in term time at Paisley Abbey", "first Saturday of the month 14:00",
                                        "from 12 January 2027 for 8 weeks, Mondays 18:00-19:30", "Tuesdays and Thursdays 10am to 12pm",
                                        "every Wednesday 19:00-20:30 online, except 23 December 2026", "whenever the sun shines",
                                        "every Monday 10:00-11:00; except 4 January 2027"};
    if (!in(making, 3))
        return;
    key(making, depth, "when");
    if (in(making, 8)) {
        buffer_add_text(making->out, in(making, 2) ? "none\n" : "not stated\n");
        return;
    }
    buffer_add_byte(making->out, '\n');
    for (unsigned i = below(making, 3) + 1; i > 0; i--) {
        buffer_format(making->out, "%*s- ", (int)depth + 2, "");
        quote(making, lines[below(making, 7)]);
        buffer_add_byte(making->out, '\n');
    }
}

static void add_contact(struct making *making, unsigned depth)
{
    static const char *const parts[] = {"phone", "text", "email", "web", "address", "hours"};
    bool said = false;
    if (!in(making, 2))
        return;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!in(making, 3))
            continue;
        if (!said)
            buffer_format(making->out, "%*scontact:\n", (int)depth, "");
        said = true;
        key(making, depth + 2, parts[i]);
        text_of(making, in(making, 2) ? "none" : "not stated");
    }
}

static void add_meets(struct making *making, unsigned depth)
{
    static const char *const places[] = {"Paisley Abbey", "Fife", "a house; blue door", "Town Hall \\", "=Hall", "not stated", "Paisley"};
    if (!in(making, 4))
        return;
    if (in(making, 5)) {
        buffer_format(making->out, "%*smeets: [Town Hall, Paisley Abbey]\n", (int)depth, "");
        return;
    }
    buffer_format(making->out, "%*smeets:\n", (int)depth, "");
    for (unsigned i = below(making, 3) + 1; i > 0; i--) {
        buffer_format(making->out, "%*s- place: ", (int)depth + 2, "");
        quote(making, places[below(making, 7)]);
        buffer_add_byte(making->out, '\n');
        if (in(making, 2)) {
            key(making, depth + 4, "address");
            quote(making, in(making, 2) ? "1 Street; flat 2\nPaisley" : "Abbey Close, Paisley");
            buffer_add_byte(making->out, '\n');
        }
        if (in(making, 3))
            buffer_format(making->out, "%*spostcode: PA1 1JG\n", (int)depth + 4, "");
        if (in(making, 3))
            buffer_format(making->out, "%*slatitude: 55.8%u\n%*slongitude: -4.4%u\n", (int)depth + 4, "", below(making, 9), (int)depth + 4, "",
                          below(making, 9));
        if (in(making, 3))
            buffer_format(making->out, "%*shidden: %s\n", (int)depth + 4, "", in(making, 3) ? "no" : "yes");
    }
}

static void add_kept(struct making *making, unsigned depth)
{
    if (in(making, 3)) {
        key(making, depth, "x_Folder-1");
        text_of(making, "none");
    }
    if (in(making, 5)) {
        key(making, depth, "x_other");
        text_of(making, "not stated");
    }
    if (in(making, 6)) {
        buffer_format(making->out, "%*sx_office: {room: ", (int)depth, "");
        quote(making, texts[below(making, TEXTS)]);
        buffer_add_text(making->out, ", floor: [1, 2]}\n");
    }
    if (!in(making, 3))
        return;
    buffer_format(making->out, "%*slang:\n%*scy:\n%*ssummary: ", (int)depth, "", (int)depth + 2, "", (int)depth + 4, "");
    quote(making, texts[below(making, TEXTS)]);
    buffer_add_byte(making->out, '\n');
    if (in(making, 2)) {
        key(making, depth + 4, "name");
        quote(making, "Gr\xC5\xB5p");
        buffer_add_byte(making->out, '\n');
    }
    if (in(making, 2))
        buffer_format(making->out, "%*szh-Hant: {cost: \xE5\x85\x8D\xE8\xB2\xBB}\n", (int)depth + 2, "");
}

static void add_fields(struct making *making, unsigned depth)
{
    add_texts(making, depth);
    add_lists(making, depth);
    add_values(making, depth);
    add_when(making, depth);
    add_contact(making, depth);
    add_meets(making, depth);
    add_kept(making, depth);
}

static void add_blocks(struct making *making)
{
    if (in(making, 2)) {
        buffer_add_text(making->out, "catalogue:\n  title: ");
        quote(making, texts[below(making, TEXTS)]);
        buffer_add_byte(making->out, '\n');
        if (in(making, 2))
            buffer_add_text(making->out, "  maintained_by: \"Fife Family Network, +44 1632 960456\"\n");
        if (in(making, 2))
            buffer_add_text(making->out, "  checked: 2026-09\n");
        if (in(making, 2))
            buffer_add_text(making->out, "  source: phone calls\n");
        if (in(making, 2))
            buffer_add_text(making->out, "  terms:\n    - 2026-08-19 to 2026-10-09\n    - 2026-10-26 to 2026-12-18\n");
    }
    making->words = in(making, 4);
    if (making->words)
        buffer_add_text(making->out, "vocabulary:\n  with:\n    - id: sensory-room\n      label: sensory room\n      definition: \"=soft lights\"\n"
                                     "      synonyms: [quiet room, calm room]\n      yes: There is one.\n      no: \"-none\"\n"
                                     "      ask: whether there is one\n      lang: {cy: {label: ystafell synhwyraidd, synonyms: [ystafell dawel]}}\n"
                                     "  for:\n    - {id: island-families, label: families on the islands}\n"
                                     "  about:\n    - {id: tiredness, label: tiredness, loss: no}\n");
    making->places = in(making, 4);
    if (making->places)
        buffer_add_text(making->out, "places:\n  - name: Rowanbank\n    kind: locality\n    inside: Falkirk\n    also: [Rowanbank estate, The Bank]\n"
                                     "    latitude: 55.99\n    longitude: -3.75\n  - {name: Forth side, kind: group, holds: [Fife, Falkirk]}\n");
    if (in(making, 6))
        buffer_add_text(making->out, "x_office:\n  room: 12\n");
}

void generate_catalogue(struct buffer *yaml, unsigned seed)
{
    struct making making = {.out = yaml, .state = seed * 2654435761u + 1};
    below(&making, 2);
    add_blocks(&making);
    buffer_add_text(yaml, "services:\n");
    for (unsigned service = 0, services = below(&making, 4) + 1; service < services; service++) {
        buffer_format(yaml, "  - id: s%u-%u\n    name: ", seed, service);
        quote(&making, in(&making, 4) ? texts[below(&making, 9)] : "Juno");
        buffer_add_byte(yaml, '\n');
        add_fields(&making, 4);
        unsigned offers = below(&making, 4);
        buffer_add_text(yaml, offers > 0 ? "    offers:\n" : "");
        for (unsigned offer = 0; offer < offers; offer++) {
            if (offer == 0 && in(&making, 3))
                buffer_format(yaml, "      - id: s%u-%u\n", seed, service);
            else
                buffer_format(yaml, "      - id: o%u\n", offer);
            if (in(&making, 2)) {
                key(&making, 8, "name");
                text_of(&making, "not stated");
            }
            add_fields(&making, 8);
        }
    }
}
