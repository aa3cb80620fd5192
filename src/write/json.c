#include "write/json.h"

#include "text/memory.h"

json_t *json_text(const char *text)
{
    json_t *value = text ? json_string(text) : json_null();
    if (!value)
        memory_fail();
    return value;
}

void json_set(json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, value) != 0)
        memory_fail();
}

void json_append(json_t *array, json_t *value)
{
    if (json_array_append_new(array, value) != 0)
        memory_fail();
}

static int add_to_buffer(const char *bytes, size_t length, void *buffer)
{
    buffer_add(buffer, bytes, length);
    return 0;
}

void json_write(struct buffer *out, json_t *value)
{
    if (!value || json_dump_callback(value, add_to_buffer, out, JSON_ENCODE_ANY) != 0)
        memory_fail();
    json_decref(value);
}
