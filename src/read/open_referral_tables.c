/* What HSDS 3.0 has in its tabular data package (its datapackage.json). */
#include "read/open_referral_tables.h"

#include <string.h>

static const struct referral_column organization_columns[] = {
    {"id", COLUMN_ID, true}, {"name", COLUMN_TEXT, true}, {"alternate_name", COLUMN_TEXT, false}, {"description", COLUMN_TEXT, true},
    {"email", COLUMN_EMAIL, false}, {"website", COLUMN_ADDRESS, false}, {"tax_status", COLUMN_TEXT, false}, {"tax_id", COLUMN_TEXT, false},
    {"year_incorporated", COLUMN_NUMBER, false}, {"legal_status", COLUMN_TEXT, false}, {"logo", COLUMN_TEXT, false}, {"uri", COLUMN_ADDRESS, false},
    {"parent_organization_id", COLUMN_ID, false},
};

static const struct referral_column program_columns[] = {
    {"id", COLUMN_ID, true}, {"organization_id", COLUMN_PARENT, true}, {"name", COLUMN_TEXT, true}, {"alternate_name", COLUMN_TEXT, false},
    {"description", COLUMN_TEXT, true},
};

static const struct referral_column service_columns[] = {
    {"id", COLUMN_ID, true}, {"organization_id", COLUMN_OBJECT, true}, {"program_id", COLUMN_OBJECT, false}, {"name", COLUMN_TEXT, true},
    {"alternate_name", COLUMN_TEXT, false}, {"description", COLUMN_TEXT, false}, {"url", COLUMN_ADDRESS, false}, {"email", COLUMN_EMAIL, false},
    {"status", COLUMN_TEXT, true}, {"interpretation_services", COLUMN_TEXT, false}, {"application_process", COLUMN_TEXT, false},
    {"fees_description", COLUMN_TEXT, false}, {"wait_time", COLUMN_TEXT, false}, {"fees", COLUMN_TEXT, false}, {"accreditations", COLUMN_TEXT, false},
    {"eligibility_description", COLUMN_TEXT, false}, {"minimum_age", COLUMN_NUMBER, false}, {"maximum_age", COLUMN_NUMBER, false},
    {"assured_date", COLUMN_DATE, false}, {"assurer_email", COLUMN_EMAIL, false}, {"licenses", COLUMN_TEXT, false}, {"alert", COLUMN_TEXT, false},
    {"last_modified", COLUMN_INSTANT, false},
};

static const struct referral_column attribute_columns[] = {
    {"id", COLUMN_ID, true}, {"link_id", COLUMN_ANY, true}, {"taxonomy_term_id", COLUMN_OBJECT, true}, {"link_type", COLUMN_TEXT, false},
    {"link_entity", COLUMN_ANY_TABLE, true}, {"value", COLUMN_TEXT, false},
};

static const struct referral_column service_at_location_columns[] = {
    {"id", COLUMN_ID, true}, {"service_id", COLUMN_PARENT, true}, {"location_id", COLUMN_OBJECT, true}, {"description", COLUMN_TEXT, false},
};

static const struct referral_column location_columns[] = {
    {"id", COLUMN_ID, true}, {"location_type", COLUMN_TEXT, true}, {"url", COLUMN_ADDRESS, false}, {"organization_id", COLUMN_PARENT, false},
    {"name", COLUMN_TEXT, false}, {"alternate_name", COLUMN_TEXT, false}, {"description", COLUMN_TEXT, false}, {"transportation", COLUMN_TEXT, false},
    {"latitude", COLUMN_NUMBER, false}, {"longitude", COLUMN_NUMBER, false}, {"external_identifier", COLUMN_TEXT, false},
    {"external_identifier_type", COLUMN_TEXT, false},
};

static const struct referral_column phone_columns[] = {
    {"id", COLUMN_ID, true}, {"location_id", COLUMN_PARENT, false}, {"service_id", COLUMN_PARENT, false}, {"organization_id", COLUMN_PARENT, false},
    {"contact_id", COLUMN_PARENT, false}, {"service_at_location_id", COLUMN_PARENT, false}, {"number", COLUMN_TEXT, true},
    {"extension", COLUMN_NUMBER, false}, {"type", COLUMN_TEXT, false}, {"description", COLUMN_TEXT, false},
};

static const struct referral_column contact_columns[] = {
    {"id", COLUMN_ID, true}, {"organization_id", COLUMN_PARENT, false}, {"service_id", COLUMN_PARENT, false},
    {"service_at_location_id", COLUMN_PARENT, false}, {"location_id", COLUMN_PARENT, false}, {"name", COLUMN_TEXT, false},
    {"title", COLUMN_TEXT, false}, {"department", COLUMN_TEXT, false}, {"email", COLUMN_EMAIL, false},
};

static const struct referral_column address_columns[] = {
    {"id", COLUMN_ID, true}, {"location_id", COLUMN_PARENT, false}, {"attention", COLUMN_TEXT, false}, {"address_1", COLUMN_TEXT, true},
    {"address_2", COLUMN_TEXT, false}, {"city", COLUMN_TEXT, true}, {"region", COLUMN_TEXT, false}, {"state_province", COLUMN_TEXT, true},
    {"postal_code", COLUMN_TEXT, true}, {"country", COLUMN_TEXT, true}, {"address_type", COLUMN_TEXT, true},
};

static const struct referral_column schedule_columns[] = {
    {"id", COLUMN_ID, true}, {"service_id", COLUMN_PARENT, false}, {"location_id", COLUMN_PARENT, false},
    {"service_at_location_id", COLUMN_PARENT, false}, {"valid_from", COLUMN_DATE, false}, {"valid_to", COLUMN_DATE, false},
    {"dtstart", COLUMN_DATE, false}, {"timezone", COLUMN_NUMBER, false}, {"until", COLUMN_DATE, false}, {"count", COLUMN_NUMBER, false},
    {"wkst", COLUMN_TEXT, false}, {"freq", COLUMN_TEXT, false}, {"interval", COLUMN_NUMBER, false}, {"byday", COLUMN_TEXT, false},
    {"byweekno", COLUMN_TEXT, false}, {"bymonthday", COLUMN_TEXT, false}, {"byyearday", COLUMN_TEXT, false}, {"description", COLUMN_TEXT, false},
    {"opens_at", COLUMN_TIME, false}, {"closes_at", COLUMN_TIME, false}, {"schedule_link", COLUMN_ADDRESS, false},
    {"attending_type", COLUMN_TEXT, false}, {"notes", COLUMN_TEXT, false},
};

static const struct referral_column funding_columns[] = {
    {"id", COLUMN_ID, true}, {"organization_id", COLUMN_PARENT, false}, {"service_id", COLUMN_PARENT, false}, {"source", COLUMN_TEXT, false},
};

static const struct referral_column service_area_columns[] = {
    {"id", COLUMN_ID, true}, {"service_id", COLUMN_PARENT, false}, {"name", COLUMN_TEXT, false}, {"description", COLUMN_TEXT, false},
    {"extent", COLUMN_TEXT, false}, {"extent_type", COLUMN_TEXT, false}, {"uri", COLUMN_TEXT, false},
};

static const struct referral_column required_document_columns[] = {
    {"id", COLUMN_ID, true}, {"service_id", COLUMN_PARENT, false}, {"document", COLUMN_TEXT, false}, {"uri", COLUMN_ADDRESS, false},
};

static const struct referral_column language_columns[] = {
    {"id", COLUMN_ID, true}, {"service_id", COLUMN_PARENT, false}, {"location_id", COLUMN_PARENT, false}, {"phone_id", COLUMN_PARENT, false},
    {"name", COLUMN_TEXT, false}, {"code", COLUMN_TEXT, false}, {"note", COLUMN_TEXT, false},
};

static const struct referral_column accessibility_columns[] = {
    {"id", COLUMN_ID, true}, {"location_id", COLUMN_PARENT, false}, {"description", COLUMN_TEXT, false}, {"details", COLUMN_TEXT, false},
    {"url", COLUMN_ADDRESS, false},
};

static const struct referral_column taxonomy_term_columns[] = {
    {"id", COLUMN_ID, true}, {"code", COLUMN_TEXT, false}, {"name", COLUMN_TEXT, true}, {"description", COLUMN_TEXT, true},
    {"parent_id", COLUMN_ID, false}, {"taxonomy", COLUMN_TEXT, false}, {"language", COLUMN_TEXT, false}, {"taxonomy_id", COLUMN_OBJECT, false},
    {"term_uri", COLUMN_ADDRESS, false},
};

static const struct referral_column metadata_columns[] = {
    {"id", COLUMN_ID, true}, {"resource_id", COLUMN_ANY, true}, {"resource_type", COLUMN_ANY_TABLE, true}, {"last_action_date", COLUMN_DATE, true},
    {"last_action_type", COLUMN_TEXT, true}, {"field_name", COLUMN_TEXT, true}, {"previous_value", COLUMN_TEXT, true},
    {"replacement_value", COLUMN_TEXT, true}, {"updated_by", COLUMN_TEXT, true},
};

static const struct referral_column cost_option_columns[] = {
    {"id", COLUMN_ID, true}, {"service_id", COLUMN_PARENT, true}, {"valid_from", COLUMN_DATE, false}, {"valid_to", COLUMN_DATE, false},
    {"option", COLUMN_TEXT, false}, {"currency", COLUMN_TEXT, false}, {"amount", COLUMN_NUMBER, false}, {"amount_description", COLUMN_TEXT, false},
};

static const struct referral_column organization_identifier_columns[] = {
    {"id", COLUMN_ID, true}, {"organization_id", COLUMN_PARENT, true}, {"identifier_scheme", COLUMN_TEXT, false},
    {"identifier_type", COLUMN_TEXT, true}, {"identifier", COLUMN_TEXT, true},
};

static const struct referral_column taxonomy_columns[] = {
    {"id", COLUMN_ID, true}, {"name", COLUMN_TEXT, true}, {"description", COLUMN_TEXT, true}, {"uri", COLUMN_ADDRESS, false},
    {"version", COLUMN_TEXT, false},
};

#define TABLE(name, list, file) {#name, list, file, name##_columns, sizeof name##_columns / sizeof *name##_columns}

const struct referral_table referral_tables[REFERRAL_TABLES] = {
    TABLE(organization, "organizations", "organizations.csv"),
    TABLE(program, "programs", "programs.csv"),
    TABLE(service, "services", "services.csv"),
    TABLE(attribute, "attributes", "attributes.csv"),
    TABLE(service_at_location, "service_at_locations", "service_at_location.csv"),
    TABLE(location, "locations", "locations.csv"),
    TABLE(phone, "phones", "phones.csv"),
    TABLE(contact, "contacts", "contacts.csv"),
    TABLE(address, "addresses", "addresses.csv"),
    TABLE(schedule, "schedules", "schedules.csv"),
    TABLE(funding, "funding", "funding.csv"),
    TABLE(service_area, "service_areas", "service_areas.csv"),
    TABLE(required_document, "required_documents", "required_documents.csv"),
    TABLE(language, "languages", "languages.csv"),
    TABLE(accessibility, "accessibility", "accessibility.csv"),
    TABLE(taxonomy_term, "taxonomy_terms", "taxonomy_terms.csv"),
    TABLE(metadata, "metadata", "metadata.csv"),
    TABLE(cost_option, "cost_options", "cost_options.csv"),
    TABLE(organization_identifier, "organization_identifiers", "organization_identifiers.csv"),
    TABLE(taxonomy, "taxonomies", "taxonomies.csv"),
};

size_t referral_table_named(const char *name, size_t length)
{
    size_t at = 0;
    while (at < REFERRAL_TABLES && (strlen(referral_tables[at].name) != length || memcmp(referral_tables[at].name, name, length) != 0))
        at++;
    return at;
}

size_t referral_table_of(const char *column)
{
    size_t length = strlen(column);
    return length > 3 && strcmp(column + length - 3, "_id") == 0 ? referral_table_named(column, length - 3) : REFERRAL_TABLES;
}

const char *referral_table_key(size_t table)
{
    return strcmp(referral_tables[table].name, "taxonomy") == 0 ? "taxonomy_detail" : referral_tables[table].name;
}

bool referral_table_has_attributes(size_t table)
{
    static const char *const without[] = {"attribute", "metadata", "taxonomy_term", "taxonomy"};
    for (size_t i = 0; i < sizeof without / sizeof *without; i++)
        if (strcmp(referral_tables[table].name, without[i]) == 0)
            return false;
    return true;
}
