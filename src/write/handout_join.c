/* How to get in with an offer: what to do, whom to reach, and a sentence to say for her who cannot find one. facts/needs.md, N31 to N35. */
#include <string.h>

#include "catalogue/offer.h"
#include "text/fold.h"
#include "write/discreet.h"
#include "write/handout_parts.h"
#include "write/handout_words.h"
#include "write/links.h"

/* Whether the offer's referral has the way with that id: "self", "professional", "drop-in". */
static bool offer_refers(const struct offer_draft *draft, const char *way)
{
    const struct term *term = vocabulary_find(draft->sheet->catalogue->vocabulary, LIST_REFERRAL, way, strlen(way));
    return term && numbers_have(draft->offer->referral, term->index);
}

static void add_how_to_join(struct offer_draft *draft)
{
    struct handout_draft *sheet = draft->sheet;
    const char *language;
    if (offer_own_words(draft, FIELD_HOW_TO_JOIN, &language)) {
        offer_add_own_words(draft, HANDOUT_FACT, LABEL_JOIN, FIELD_HOW_TO_JOIN);
        return;
    }
    for (uint32_t i = 0; i < draft->offer->referral.count; i++) {
        const struct term *way = vocabulary_at(sheet->catalogue->vocabulary, LIST_REFERRAL, draft->offer->referral.items[i]);
        if (offer_may_say_term(draft, way->yes, way->written.yes))
            buffer_format(&sheet->words, "%s%s", sheet->words.length > 0 ? " " : "", way->yes);
    }
    handout_add_words(sheet, HANDOUT_FACT, LABEL_JOIN);
}

/* Whether the text begins with that word, both folded; a word of one letter is none. */
static bool begins_with(const char *text, const char *word, size_t length)
{
    struct buffer folded = {0};
    if (text)
        fold_words(&folded, text, strlen(text));
    const char *start = buffer_text(&folded);
    bool begins = length > 1 && strncmp(start, word, length) == 0 && (start[length] == ' ' || start[length] == '\0');
    buffer_free(&folded);
    return begins;
}

/* A name that can be said to them: its own, or a public name that begins as that or its provider's does ("Juno groups"). Any other public name only
 * describes it ("Phone line for parents"), and nobody there would know it. */
static const char *name_to_say(const struct offer_draft *draft)
{
    const struct offer *offer = draft->offer;
    const char *name = draft->discreet ? draft->name : discreet_name(draft->sheet->catalogue, offer);
    struct buffer folded = {0};
    if (!name)
        return draft->name;
    fold_words(&folded, name, strlen(name));
    size_t length = strcspn(buffer_text(&folded), " ");
    bool known = begins_with(offer_name(offer), buffer_text(&folded), length) ||
                 begins_with(catalogue_name(draft->sheet->catalogue, offer), buffer_text(&folded), length) ||
                 begins_with(offer_service(draft->sheet->catalogue, offer)->name, buffer_text(&folded), length) ||
                 begins_with(offer_text(offer, FIELD_PROVIDER), buffer_text(&folded), length);
    buffer_free(&folded);
    return known ? name : NULL;
}

static void add_sentence(struct offer_draft *draft)
{
    struct handout_draft *sheet = draft->sheet;
    const struct offer *offer = draft->offer;
    const char *label = SAY_THIS;
    const char *named = NULL;
    const char *plain;
    if (!kind_is_answer(offer->kind))
        return;
    if (offer->kind == KIND_HELPLINE) {
        plain = SENTENCE_HELPLINE;
    } else if (offer_refers(draft, "drop-in")) {
        label = SAY_THIS_AT_THE_DOOR;
        plain = SENTENCE_AT_THE_DOOR;
    } else if (offer_refers(draft, "professional") && !offer_refers(draft, "self")) {
        label = SAY_THIS_TO_PROFESSIONAL;
        named = SENTENCE_PROFESSIONAL;
        plain = SENTENCE_PROFESSIONAL_NAMELESS;
    } else if (offer_has_format(sheet->catalogue, offer, "group")) {
        named = SENTENCE_GROUP;
        plain = SENTENCE_GROUP_NAMELESS;
    } else {
        named = SENTENCE_ANY;
        plain = SENTENCE_ANY_NAMELESS;
    }
    /* She may have to say it where others hear it. */
    const char *name = name_to_say(draft);
    if (named && name)
        buffer_format(&sheet->words, named, name);
    else
        buffer_add_text(&sheet->words, plain);
    handout_add_words(sheet, HANDOUT_SAY, label);
}

/* The link of a text kept in the arena; NULL when it is none. */
static const char *link_of(struct handout_draft *sheet, bool (*make)(struct buffer *, const char *), const char *text)
{
    struct buffer link = {0};
    const char *kept = make(&link, text) ? handout_keep(sheet, &link) : NULL;
    buffer_free(&link);
    return kept;
}

/* Adds a way to get in touch, if there is one; gives whether. */
static bool add_contact(struct offer_draft *draft, const char *label, const char *text, const char *link)
{
    if (!text || !*text)
        return false;
    handout_add(draft->sheet, (struct handout_part){.role = HANDOUT_FACT, .label = label, .text = text, .link = link});
    return true;
}

/* The picture for a phone's camera: the web address, else the number. */
static void note_code(struct offer_draft *draft, const char *format, const char *words, const char *link)
{
    if (!link || draft->code_link)
        return;
    buffer_format(&draft->sheet->words, format, words);
    draft->code_words = handout_keep(draft->sheet, &draft->sheet->words);
    draft->code_link = link;
}

static void add_contacts(struct offer_draft *draft)
{
    struct handout_draft *sheet = draft->sheet;
    const struct offer *offer = draft->offer;
    const char *phone = catalogue_text(sheet->catalogue, offer, FIELD_PHONE);
    const char *text = catalogue_text(sheet->catalogue, offer, FIELD_TEXT);
    const char *email = catalogue_text(sheet->catalogue, offer, FIELD_EMAIL);
    const char *web = catalogue_text(sheet->catalogue, offer, FIELD_WEB);
    const char *address = catalogue_text(sheet->catalogue, offer, FIELD_ADDRESS);
    bool some = false;
    if (draft->discreet)
        web = discreet_web(&sheet->words, sheet->catalogue, offer) ? handout_keep(sheet, &sheet->words) : NULL;
    if (draft->discreet && (!draft->name || discreet_address_reveals(email)))
        email = NULL;
    const char *phone_link = link_of(sheet, link_phone, phone);
    const char *web_link = link_of(sheet, link_web, web);
    if (offer_may_say(draft, phone))
        some |= add_contact(draft, LABEL_PHONE, phone, phone_link);
    if (offer_may_say(draft, text))
        some |= add_contact(draft, LABEL_TEXT, text, NULL);
    some |= add_contact(draft, LABEL_EMAIL, email, NULL);
    some |= add_contact(draft, LABEL_WEB, web, web_link);
    const char *written = offer_text(offer, FIELD_ADDRESS); /* a translation may spell what is hidden in another way */
    if (offer_may_say(draft, address) && !offer_hides(offer, address) && !offer_hides(offer, written))
        some |= add_contact(draft, LABEL_ADDRESS, address, NULL);
    offer_add_own_words(draft, HANDOUT_FACT, LABEL_OPEN, FIELD_HOURS);
    if (!some)
        offer_add(draft, HANDOUT_TEXT, NULL, draft->sheet->setting.on_screen ? SAY_NO_CONTACT_HERE : SAY_NO_CONTACT);
    note_code(draft, CODE_OPENS, web, web_link);
    note_code(draft, CODE_CALLS, phone, phone_link);
}

void offer_add_joining(struct offer_draft *draft)
{
    add_how_to_join(draft);
    add_contacts(draft);
    add_sentence(draft);
}
