/* A small catalogue with one offer, and the line of a need: what the tests of needs share. */
#ifndef TESTS_NEED_SAMPLE_H
#define TESTS_NEED_SAMPLE_H

#include "match_sample.h"

static inline int set_up(void **state)
{
    static struct sample sample;
    sample = sample_new();
    sample_offer(&sample, "one", "areas=Falkirk");
    sample_finish(&sample);
    *state = &sample;
    return 0;
}

static inline int tear_down(void **state)
{
    sample_free(*state);
    return 0;
}

static inline const struct need_setting *setting_of(void **state)
{
    return matcher_need_setting(((struct sample *)*state)->matcher);
}

static inline void check_line(const struct need *need, const char *from, const char *line)
{
    struct buffer out = {0};
    need_line(&out, need);
    if (strcmp(buffer_text(&out), line) != 0)
        fail_msg("%s is %s, not %s", from, buffer_text(&out), line);
    buffer_free(&out);
}

#endif
