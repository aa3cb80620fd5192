/* The sheet that she takes home, told: what stands in columns and under rules on paper is a thought a line here. */
#include <stddef.h>

#include "command/linear_parts.h"
#include "command/linear_words.h"
#include "write/handout_words.h"

static void tell_labelled(struct linear *linear, const char *format, const char *label, const char *text)
{
    struct buffer line = {0};
    if (label && *label)
        buffer_format(&line, format, label, text);
    else /* a further line of the same fact */
        buffer_add_text(&line, text);
    linear_tell_text(linear, buffer_text(&line));
    buffer_wipe(&line);
    buffer_free(&line);
}

static void tell_help(struct linear *linear, const struct handout_part *part)
{
    linear_tell_text(linear, part->text);
    if (part->label)
        linear_format(linear, URGENT_OPEN, part->label);
}

void linear_tell_sheet(struct linear *linear, const struct handout *handout)
{
    size_t offers = 0;
    linear_say(linear, LINEAR_SHEET_STARTS);
    for (size_t i = 0; i < handout->count; i++) {
        const struct handout_part *part = &handout->parts[i];
        switch (part->role) {
        case HANDOUT_OFFER: linear_format(linear, LINEAR_CHIP, ++offers, part->text); break;
        case HANDOUT_FACT: tell_labelled(linear, LINEAR_FACT, part->label, part->text); break;
        case HANDOUT_SAY: tell_labelled(linear, LINEAR_QUOTE, part->label, part->text); break;
        case HANDOUT_ASK:
        case HANDOUT_URGENT: linear_format(linear, LINEAR_HEADING, part->text); break;
        case HANDOUT_HELP: tell_help(linear, part); break;
        case HANDOUT_FROM: /* nobody has said who: a line to write on */
            if (*part->text)
                tell_labelled(linear, LINEAR_FACT, part->label, part->text);
            break;
        case HANDOUT_CODE: break; /* a picture; what it says stands there */
        case HANDOUT_TITLE:
        case HANDOUT_DATE:
        case HANDOUT_BESIDE:
        case HANDOUT_TEXT:
        case HANDOUT_WARNING:
        case HANDOUT_QUESTION:
        case HANDOUT_AGE:
        case HANDOUT_HOURS: linear_tell_text(linear, part->text); break;
        }
    }
    linear_say(linear, LINEAR_SHEET_ENDS);
}
