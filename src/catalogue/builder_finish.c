/* The end of building: services that hold nothing go, offers of a service come together, ids get their final numbers. */
#include <stdlib.h>
#include <string.h>

#include "catalogue/builder.h"
#include "text/memory.h"

/* Makes the services that have offers; number[met] becomes the service's index. */
static uint32_t *make_services(struct catalogue_builder *builder, struct service **services, size_t *count)
{
    uint32_t *numbers = memory_new(builder->met_count, sizeof *numbers);
    uint32_t first = 0;
    *services = memory_new(builder->met_count, sizeof **services);
    *count = 0;
    for (size_t i = 0; i < builder->met_count; i++) {
        const struct met *met = &builder->met[i];
        numbers[i] = (uint32_t)*count;
        if (met->offer_count == 0)
            continue;
        (*services)[(*count)++] = (struct service){
            .id = met->id, .name = met->name, .first_offer = first, .offer_count = met->offer_count, .where = met->where};
        first += met->offer_count;
    }
    return numbers;
}

/* Puts each offer where target says, following the cycles of the permutation, so that no second array of offers is needed. */
static void permute(struct offer *offers, uint32_t *target, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        while (target[i] != i) {
            uint32_t to = target[i];
            struct offer moved = offers[to];
            offers[to] = offers[i];
            offers[i] = moved;
            target[i] = target[to];
            target[to] = to;
        }
    }
}

/* Brings the offers of each service together, in the order in which they came. offer.service is a service's index already. */
static void bring_together(struct offer *offers, size_t count, const struct service *services, size_t service_count)
{
    uint32_t *next = memory_new(service_count, sizeof *next);
    uint32_t *target = memory_new(count, sizeof *target);
    for (size_t i = 0; i < service_count; i++)
        next[i] = services[i].first_offer;
    for (size_t i = 0; i < count; i++)
        target[i] = next[offers[i].service]++;
    permute(offers, target, count);
    free(next);
    free(target);
}

/* The ids anew, with the numbers that services and offers have now. */
static void renumber(struct catalogue_builder *builder, const struct catalogue *catalogue)
{
    struct buffer *key = &builder->drafting.text;
    names_free(builder->service_ids);
    names_free(builder->offer_ids);
    builder->service_ids = names_new();
    builder->offer_ids = names_new();
    for (size_t i = 0; i < catalogue->service_count; i++)
        names_add(builder->service_ids, catalogue->services[i].id, strlen(catalogue->services[i].id), (uint32_t)i);
    for (size_t i = 0; i < catalogue->offer_count; i++) {
        const struct offer *offer = &catalogue->offers[i];
        const char *service = catalogue->services[offer->service].id;
        if (strcmp(service, offer->id) == 0)
            continue;
        buffer_clear(key);
        offer_id_words(key, catalogue, offer);
        names_add(builder->offer_ids, buffer_text(key), key->length, (uint32_t)i);
    }
}

static int earlier_term(const void *left, const void *right)
{
    const struct date *one = left;
    const struct date *other = right;
    int32_t days = date_days(*one);
    int32_t other_days = date_days(*other);
    return (days > other_days) - (days < other_days);
}

static void keep_terms(struct catalogue_builder *builder, struct catalogue *catalogue)
{
    if (builder->term_count == 0)
        return;
    struct date(*terms)[2] = arena_get(catalogue->arena, builder->term_count, sizeof *terms);
    memcpy(terms, builder->terms, builder->term_count * sizeof *terms);
    qsort(terms, builder->term_count, sizeof *terms, earlier_term);
    catalogue->terms = (struct terms){.items = (const struct date(*)[2])terms, .count = builder->term_count};
}

struct catalogue *catalogue_builder_finish(struct catalogue_builder *builder)
{
    struct catalogue *catalogue = builder->catalogue;
    struct service *services = NULL;
    size_t service_count = 0;
    builder_settle_places(builder);
    uint32_t *numbers = make_services(builder, &services, &service_count);
    for (size_t i = 0; i < builder->offer_count; i++)
        builder->offers[i].service = numbers[builder->offers[i].service];
    if (builder->apart)
        bring_together(builder->offers, builder->offer_count, services, service_count);
    catalogue->services = memory_resize(services, service_count, sizeof *services);
    catalogue->service_count = service_count;
    catalogue->offers = memory_resize(builder->offers, builder->offer_count, sizeof *builder->offers);
    catalogue->offer_count = builder->offer_count;
    if (builder->apart || service_count < builder->met_count)
        renumber(builder, catalogue);
    catalogue->service_ids = builder->service_ids;
    catalogue->offer_ids = builder->offer_ids;
    keep_terms(builder, catalogue);
    store_free(builder->drafting.store);
    names_free(builder->drafting.told);
    buffer_free(&builder->drafting.text);
    free(numbers);
    free(builder->met);
    free(builder->terms);
    free(builder->parents);
    free(builder);
    return catalogue;
}
