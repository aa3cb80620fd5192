#include "write/due.h"

#include <stdlib.h>
#include <string.h>

#include "text/memory.h"
#include "write/truth.h"

static const char *provider_of(const struct catalogue *catalogue, const struct offer *offer)
{
    const char *provider = offer_text(offer, FIELD_PROVIDER);
    return provider != NULL && provider[0] != '\0' ? provider : offer_service(catalogue, offer)->name;
}

static struct due_item judge(const struct offer *offer, struct date today, int months)
{
    bool ends = offer->ends_on.year != 0 && date_days(offer->ends_on) <= date_days(today) + TRUTH_SOON_DAYS;
    bool open = offer->status != STATUS_CLOSED;
    return (struct due_item){
        .offer = offer,
        .never = open && offer->checked.year == 0,
        .old = open && offer_is_old(offer, today, months),
        .ends = open && ends,
    };
}

static bool is_due(const struct due_item *item)
{
    return item->never || item->old || item->ends;
}

static bool same_date(struct date left, struct date right)
{
    return left.year == right.year && left.month == right.month && left.day == right.day;
}

/* Whether all offers of the service are due in the same way, so that one line tells of them. */
static bool is_one(const struct due_list *list, const struct service *service)
{
    const struct offer *first = &list->catalogue->offers[service->first_offer];
    for (uint32_t i = 1; i < service->offer_count; i++)
        if (!same_date(first[i].checked, first->checked) || !same_date(first[i].ends_on, first->ends_on) || first[i].status != first->status ||
            strcmp(provider_of(list->catalogue, &first[i]), provider_of(list->catalogue, first)) != 0)
            return false;
    return true;
}

/* The day by which an item is put in order. */
static int32_t day_of(const struct due_item *item)
{
    return item->never ? INT32_MIN : date_days(item->offer->checked);
}

/* The provider, then the oldest, then the order of the file. */
static int compare_items(const void *left, const void *right)
{
    const struct due_item *one = left;
    const struct due_item *other = right;
    int order = strcmp(one->provider, other->provider);
    if (order == 0)
        order = (day_of(one) > day_of(other)) - (day_of(one) < day_of(other));
    return order != 0 ? order : (one->offer > other->offer) - (one->offer < other->offer);
}

static int compare_groups(const void *left, const void *right)
{
    const struct due_group *one = left;
    const struct due_group *other = right;
    int order = (day_of(one->items) > day_of(other->items)) - (day_of(one->items) < day_of(other->items));
    return order != 0 ? order : (one->items->offer > other->items->offer) - (one->items->offer < other->items->offer);
}

static void take_contact(const char **contact, const struct offer *offer, enum field field)
{
    const char *text = offer_text(offer, field);
    if (*contact == NULL && text != NULL && text[0] != '\0')
        *contact = text;
}

static void make_groups(struct due_list *list)
{
    list->groups = memory_new(list->count, sizeof *list->groups);
    for (size_t i = 0; i < list->count; i++) {
        const char *name = list->items[i].provider;
        if (i == 0 || strcmp(list->groups[list->group_count - 1].name, name) != 0)
            list->groups[list->group_count++] = (struct due_group){.name = name, .items = &list->items[i]};
        struct due_group *group = &list->groups[list->group_count - 1];
        group->count++;
        take_contact(&group->phone, list->items[i].offer, FIELD_PHONE);
        take_contact(&group->email, list->items[i].offer, FIELD_EMAIL);
        take_contact(&group->web, list->items[i].offer, FIELD_WEB);
    }
    if (list->group_count > 1)
        qsort(list->groups, list->group_count, sizeof *list->groups, compare_groups);
}

struct due_list due_list_make(const struct catalogue *catalogue, struct date today, int months)
{
    struct due_list list = {.catalogue = catalogue, .today = today};
    list.items = memory_new(catalogue->offer_count, sizeof *list.items);
    for (size_t i = 0; i < catalogue->service_count; i++) {
        const struct service *service = &catalogue->services[i];
        bool one = is_one(&list, service);
        for (uint32_t k = 0; k < (one ? 1 : service->offer_count); k++) {
            struct due_item item = judge(&catalogue->offers[service->first_offer + k], today, months);
            item.whole = one;
            item.provider = provider_of(catalogue, item.offer);
            if (is_due(&item))
                list.items[list.count++] = item;
        }
    }
    if (list.count > 1)
        qsort(list.items, list.count, sizeof *list.items, compare_items);
    make_groups(&list);
    return list;
}

void due_list_free(struct due_list *list)
{
    free(list->groups);
    free(list->items);
    *list = (struct due_list){0};
}
