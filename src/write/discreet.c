#include "write/discreet.h"

#include <string.h>

#include "text/fold.h"
#include "write/handout_words.h"
#include "write/links.h"

/* Beginnings of words, folded; with a space at the end, whole words. English, then Welsh and Gaelic. It need not be complete: a charity states a
 * public name for what a list cannot know. It is better to hide a word too many than one too few. */
static const char *const revealing[] = {
    "mental", "perinatal", "antenatal", "postnatal", "prenatal", "postpartum", "depress", "anxi", "psych", "pnd ", "ocd ", "ptsd ", "mbu ",
    "mother and baby unit", "trauma", "suicid", "self harm", "selfharm", "wellbeing", "well being", "wellness", "counsel", "therap", "bereav", "loss ",
    "losses ", "lost ", "grief", "griev", "stillb", "miscarr", "ectopic", "death", "died ", "dies ", "dead ", "abortion", "terminat", "ending a", "addict",
    "alcohol", "drug", "substance", "abus", "violen", "refuge", "asylum", "immigra", "traffick", "prison", "crisis", "crises", "illness", "ill ", "unwell",
    "disorder", "distress", "despair", "struggl", "mood", "emotion", "feelings", "panic", "worr", "stress", "fear", "lonel", "isolat", "intrusive", "unwanted",
    "blues ", "hyperemesis", "sick", "hiv ", "rape ", "sexual", "fgm ", "social services", "safeguard", "health", "diagnos", "symptom", "cope ",
    "coping", "hard time", "tough time", "bad time", "sad ", "feel low", "cannot go on", "hurt", "frighten", "afraid",
    "iechyd", "meddwl", "amenedigol", "iselder", "gorbryder", "pryder", "trawma", "galar", "colled", "colli ",
    "marw", "camesgor", "erthyl", "cam drin", "camdrin", "trais", "hunanladd", "hunan niwed", "salwch", "argyfwng", "cwnsela", "straen", "ofn ", "unigrwydd",
    "cyffur", "lles ", "slainte", "inntinn", "bas ", "breith anabaich", "marbh", "iomagain", "droch dhiol", "fein mhurt", "tinneas", "aonaran", "eagal",
};

/* These are harmless although a word above is in them: who can refer her says nothing. */
static const char *const harmless[] = {"health visitor", "health worker", "health board", "health centre", "lost property",
                                       "ymwelydd iechyd", "gweithiwr iechyd", "bwrdd iechyd", "canolfan iechyd", "neach tadhail slainte", "bord slainte", "ionad slainte"};

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

static bool starts_with(const char *text, const char *beginning)
{
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

/* The length of the harmless phrase at the start of the text, or 0. */
static size_t harmless_length(const char *text)
{
    for (size_t i = 0; i < COUNT(harmless); i++)
        if (starts_with(text, harmless[i]))
            return strlen(harmless[i]);
    return 0;
}

bool discreet_reveals(const char *text)
{
    if (!text)
        return false;
    struct buffer folded = {0};
    fold_words(&folded, text, strlen(text));
    buffer_add_byte(&folded, ' '); /* so that the last word ends like the others */
    bool reveals = false;
    for (const char *word = buffer_text(&folded); word && *word && !reveals;) {
        size_t skip = harmless_length(word);
        for (size_t i = 0; skip == 0 && i < COUNT(revealing) && !reveals; i++)
            reveals = starts_with(word, revealing[i]);
        word = strchr(word + skip, ' ');
        word += word ? 1 : 0;
    }
    buffer_free(&folded);
    return reveals;
}

bool discreet_address_reveals(const char *address)
{
    if (!address)
        return false;
    struct buffer folded = {0};
    fold_words(&folded, address, strlen(address));
    bool reveals = discreet_reveals(buffer_text(&folded));
    for (size_t i = 0; i < COUNT(revealing) && !reveals; i++) {
        /* Whole words and short ones cannot be told apart from the middle of others. */
        size_t length = strlen(revealing[i]);
        if (length >= 5 && revealing[i][length - 1] != ' ' && !strchr(revealing[i], ' '))
            reveals = strstr(buffer_text(&folded), revealing[i]) != NULL;
    }
    buffer_free(&folded);
    return reveals;
}

/* Whether it is about something that nobody else need know. Feeding or twins are no secret; a loss is. */
static bool topics_reveal(const struct catalogue *catalogue, const struct offer *offer)
{
    for (uint32_t i = 0; i < offer->about.count; i++) {
        const struct term *topic = vocabulary_at(catalogue->vocabulary, LIST_ABOUT, offer->about.items[i]);
        if (topic->loss || discreet_reveals(topic->id) || discreet_reveals(topic->written.label) || discreet_reveals(topic->written.definition))
            return true;
    }
    return false;
}

const char *discreet_name(const struct catalogue *catalogue, const struct offer *offer)
{
    const char *name = offer_text(offer, FIELD_PUBLIC_NAME);
    bool stated = name && *name;
    if (!stated)
        name = offer_name(offer);
    if (discreet_reveals(name) || (!stated && topics_reveal(catalogue, offer)))
        return NULL;
    const char *shown = stated ? catalogue_public_name(catalogue, offer) : catalogue_name(catalogue, offer);
    return discreet_reveals(shown) ? name : shown;
}

bool offer_has_format(const struct catalogue *catalogue, const struct offer *offer, const char *format)
{
    const struct term *term = vocabulary_find(catalogue->vocabulary, LIST_FORMATS, format, strlen(format));
    return term && numbers_have(offer->formats, term->index);
}

const char *discreet_nameless(const struct catalogue *catalogue, const struct offer *offer)
{
    if (offer->kind == KIND_HELPLINE)
        return NAMELESS_PHONE;
    if (offer_has_format(catalogue, offer, "group"))
        return NAMELESS_GROUP;
    if (offer_has_format(catalogue, offer, "online"))
        return NAMELESS_ONLINE;
    if (offer_has_format(catalogue, offer, "one-to-one"))
        return NAMELESS_ONE_TO_ONE;
    if (offer_has_format(catalogue, offer, "phone"))
        return NAMELESS_PHONE;
    return NAMELESS_OTHER;
}

bool discreet_web(struct buffer *out, const struct catalogue *catalogue, const struct offer *offer)
{
    const char *web = catalogue_text(catalogue, offer, FIELD_WEB);
    if (!web || !*web || !discreet_name(catalogue, offer))
        return false;
    if (!discreet_address_reveals(web)) {
        buffer_add_text(out, web);
        return true;
    }
    size_t before = out->length;
    if (!link_web_host(out, web))
        return false;
    if (discreet_address_reveals(buffer_text(out) + before)) {
        buffer_cut(out, before);
        return false;
    }
    return true;
}
