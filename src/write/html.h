/* HTML: the one way in which text gets into it. */
#ifndef WRITE_HTML_H
#define WRITE_HTML_H

#include "text/buffer.h"

/* Appends the text so that it is nothing but text, between tags and within a quoted attribute alike (HTML Living Standard, 13.1.2.4 and 13.1.4). */
void html_text(struct buffer *out, const char *text);

#endif
