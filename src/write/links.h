/* Contacts as a telephone or a browser takes them. What a catalogue says is text from outside: only what is surely an address becomes a link. */
#ifndef WRITE_LINKS_H
#define WRITE_LINKS_H

#include <stdbool.h>

#include "text/buffer.h"

/* Appends the web address with its scheme, https:// where it states none. False, and nothing appended, when the text is NULL or no plain http or
 * https address (RFC 3986): another scheme, a user name before the host, a space, a quote. */
bool link_web(struct buffer *out, const char *text);

/* Appends "tel:" and the number without its spaces (RFC 3966). False, and nothing appended, when the text is NULL or holds more than one number and the
 * signs that people write within one. */
bool link_phone(struct buffer *out, const char *text);

/* Appends "https://" or "http://" and the host of a web address, without its path. False, and nothing appended, when it is none. */
bool link_web_host(struct buffer *out, const char *text);

#endif
