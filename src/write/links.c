#include "write/links.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

enum {
    LONGEST_WEB = 2000,
    FEWEST_DIGITS = 3, /* 999, 111 */
    MOST_DIGITS = 15,  /* ITU-T E.164 */
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* How many bytes of the text are a host: names of letters, digits and hyphens, at least two of them, parted by single dots. Letters beyond
 * ASCII may stand in it. 0 when it is none. */
static size_t host_length(const char *text)
{
    size_t at = 0;
    size_t dots = 0;
    size_t label = 0;
    for (; text[at]; at++) {
        char byte = text[at];
        if (byte == '.') {
            if (label == 0)
                return 0;
            label = 0;
            dots++;
        } else if (is_letter(byte) || is_digit(byte) || byte == '-' || (unsigned char)byte >= 0x80) {
            label++;
        } else {
            break;
        }
    }
    return dots > 0 && label > 0 ? at : 0;
}

/* How many bytes are ":8080", or 0. */
static size_t port_length(const char *text)
{
    if (*text != ':')
        return 0;
    size_t digits = strspn(text + 1, "0123456789");
    return digits >= 1 && digits <= 5 ? digits + 1 : 0;
}

/* What may follow a host: nothing, or a path, query or fragment without white space and without the signs that RFC 3986 leaves out. */
static bool is_path(const char *text)
{
    if (*text != '\0' && *text != '/' && *text != '?' && *text != '#')
        return false;
    for (; *text; text++)
        if ((unsigned char)*text <= ' ' || *text == 0x7f || strchr("\"<>\\^`{|}", *text))
            return false;
    return true;
}

/* A web address in parts: "https://" as it is to be, the host with its port, and the rest. */
struct web {
    const char *scheme;
    const char *host;
    size_t host_length;
};

static bool web_parts(struct web *web, const char *text)
{
    if (!text || strnlen(text, LONGEST_WEB + 1) > LONGEST_WEB)
        return false;
    *web = (struct web){.scheme = "https://", .host = text};
    if (strncasecmp(text, "https://", 8) == 0) {
        web->host = text + 8;
    } else if (strncasecmp(text, "http://", 7) == 0) {
        web->scheme = "http://";
        web->host = text + 7;
    }
    size_t host = host_length(web->host);
    if (host == 0)
        return false;
    web->host_length = host + port_length(web->host + host);
    return is_path(web->host + web->host_length);
}

bool link_web(struct buffer *out, const char *text)
{
    struct web web;
    if (!web_parts(&web, text))
        return false;
    buffer_add_text(out, web.scheme);
    buffer_add_text(out, web.host);
    return true;
}

bool link_web_host(struct buffer *out, const char *text)
{
    struct web web;
    if (!web_parts(&web, text))
        return false;
    buffer_add_text(out, web.scheme);
    buffer_add(out, web.host, web.host_length);
    return true;
}

bool link_phone(struct buffer *out, const char *text)
{
    if (!text)
        return false;
    char digits[MOST_DIGITS];
    size_t count = 0;
    while (*text == ' ')
        text++;
    bool abroad = *text == '+';
    text += abroad ? 1 : 0;
    for (; *text; text++) {
        /* +44 (0)131: the 0 is dialled only within the country. */
        if (abroad && strncmp(text, "(0)", 3) == 0) {
            text += 2;
            continue;
        }
        if (is_digit(*text)) {
            if (count == MOST_DIGITS)
                return false;
            digits[count++] = *text;
        } else if (!strchr(" -.()", *text)) {
            return false;
        }
    }
    if (count < FEWEST_DIGITS)
        return false;
    buffer_add_text(out, abroad ? "tel:+" : "tel:");
    buffer_add(out, digits, count);
    return true;
}
