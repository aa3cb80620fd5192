/* How a service is reached: the first phone, address and page that stands anywhere in it, the service's own before its organisation's. */
#include <string.h>
#include <strings.h>

#include "read/open_referral_parts.h"
#include "read/open_referral_text.h"
#include "read/open_referral_words.h"

void referral_phone(struct buffer *out, const struct json_node *phone)
{
    const struct json_node *number = phone != NULL && phone->kind == JSON_IS_OBJECT ? json_under(phone, "number") : phone;
    const struct json_node *extension = json_under(phone, "extension");
    if (number == NULL || (number->kind != JSON_IS_TEXT && number->kind != JSON_IS_NUMBER))
        return;
    const char *text = number->text;
    size_t length = number->length;
    while (length > 0 && strchr(" \"'\t\r\n", *text) != NULL) {
        text++;
        length--;
    }
    while (length > 0 && strchr(" \"'\t\r\n", text[length - 1]) != NULL)
        length--;
    buffer_add(out, text, length);
    if (length > 0 && extension != NULL && (extension->kind == JSON_IS_TEXT || extension->kind == JSON_IS_NUMBER) && extension->length > 0)
        buffer_format(out, " ext. %s", extension->text);
}

static bool type_is(const struct json_node *phone, const char *type)
{
    const struct json_node *node = json_under(phone, "type");
    return node != NULL && node->kind == JSON_IS_TEXT && strcasecmp(node->text, type) == 0;
}

/* Takes the phone where the field is still free. */
static void take_phone(struct referral *referral, const struct json_node *phone)
{
    bool text = type_is(phone, "text") || type_is(phone, "sms");
    const char *field = text ? "text" : "phone";
    if (type_is(phone, "fax") || type_is(phone, "pager") || gathered_has(&referral->service, field))
        return;
    struct buffer number = {0};
    referral_phone(&number, phone);
    const struct json_node *where = json_under(phone, "number");
    if (number.length > 0 && number.length < REFERRAL_TEXT_MOST)
        gather(&referral->service, field, where != NULL ? where : phone, arena_copy(referral->arena, buffer_text(&number), number.length),
               number.length, 0);
    buffer_free(&number);
}

static void take_phones(struct referral *referral, const struct json_node *from)
{
    const struct json_node *list = json_list_under(from, "phones");
    for (size_t i = 0; list != NULL && i < list->count; i++)
        take_phone(referral, &list->items[i]);
    const struct json_node *one = json_under(from, "phone");
    if (one != NULL)
        take_phone(referral, one);
}

static void take_text(struct referral *referral, const char *field, const struct json_node *from, const char *key)
{
    if (from != NULL && !gathered_has(&referral->service, field))
        referral_field(referral, field, from, key);
}

/* What people at the service have as theirs for work; their names are not read. */
static void take_contacts(struct referral *referral, const struct json_node *from)
{
    const struct json_node *list = json_list_under(from, "contacts");
    for (size_t i = 0; list != NULL && i < list->count; i++) {
        take_phones(referral, &list->items[i]);
        take_text(referral, "email", &list->items[i], "email");
    }
}

static void phone_from_words(struct referral *referral, const struct json_node *service)
{
    const struct json_node *description = json_under(service, "description");
    size_t start;
    size_t length;
    if (gathered_has(&referral->service, "phone") || description == NULL || description->kind != JSON_IS_TEXT ||
        !phone_in_text(description->text, description->length, &start, &length))
        return;
    gather(&referral->service, "phone", description, description->text + start, length, 0);
    problems_add(referral->file->problems, PROBLEM_ADVICE, "phone-from-text", referral_at(referral, description), "%s", WORDS_PHONE_FROM_TEXT);
}

void referral_contact(struct referral *referral, const struct json_node *service, const struct json_node *organisation)
{
    take_phones(referral, service);
    take_text(referral, "email", service, "email");
    take_text(referral, "web", service, "url");
    take_contacts(referral, service);
    const struct json_node *at = json_list_under(service, "service_at_locations");
    for (size_t i = 0; at != NULL && i < at->count; i++) {
        const struct json_node *location = json_under(&at->items[i], "location");
        take_phones(referral, &at->items[i]);
        take_contacts(referral, &at->items[i]);
        take_phones(referral, location);
        take_contacts(referral, location);
    }
    phone_from_words(referral, service);
    take_phones(referral, organisation);
    take_contacts(referral, organisation);
    take_text(referral, "email", organisation, "email");
    take_text(referral, "web", organisation, "website");
    take_text(referral, "web", organisation, "url");
}
