/* Problems as lines that editors understand, and as JSON. */
#include "write/find.h"
#include "write/json.h"

void problem_line(struct buffer *out, const struct problem *problem)
{
    buffer_add_text(out, problem->where.file);
    if (problem->where.line > 0)
        buffer_format(out, ":%u:%u", problem->where.line, problem->where.column);
    buffer_format(out, ": %s: %s [%s]\n", problem_level_word(problem->level), problem->sentence, problem->name);
}

void problems_json(struct buffer *out, const struct problems *problems)
{
    buffer_add_byte(out, '[');
    for (size_t i = 0; i < problems_count(problems); i++) {
        const struct problem *problem = problems_at(problems, i);
        json_t *object = json_object();
        json_set(object, "level", json_text(problem_level_word(problem->level)));
        json_set(object, "name", json_text(problem->name));
        json_set(object, "file", json_text(problem->where.file));
        json_set(object, "line", json_integer(problem->where.line));
        json_set(object, "column", json_integer(problem->where.column));
        json_set(object, "say", json_text(problem->sentence));
        buffer_add_text(out, i > 0 ? ",\n " : "");
        json_write(out, object);
    }
    buffer_add_text(out, "]\n");
}
