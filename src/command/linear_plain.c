/* Plain ASCII, for a terminal whose locale is not UTF-8: what it cannot show would reach its reader as noise. */
#include <langinfo.h>
#include <locale.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unictype.h>
#include <uninorm.h>

#include "command/linear_parts.h"
#include "screen/plain.h"
#include "text/memory.h"
#include "text/utf8.h"

/* The locale that the environment names; where the system has none of that name, what the name says of it. The program itself always works in
 * UTF-8, so its own locale does not tell. */
bool linear_only_ascii(void)
{
    locale_t locale = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
    if (locale != (locale_t)0) {
        bool other = strcmp(nl_langinfo_l(CODESET, locale), "UTF-8") != 0;
        freelocale(locale);
        return other;
    }
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    const char *value = NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names && !(value && *value); i++)
        value = getenv(names[i]);
    const char *dot = value ? strrchr(value, '.') : NULL;
    return !dot || (strcasecmp(dot, ".UTF-8") != 0 && strcasecmp(dot, ".utf8") != 0);
}

/* Letters that no accent parts from an ASCII one. */
static const struct {
    uint32_t code;
    const char *letters;
} joined[] = {
    {0xA3, "GBP "}, {0xC6, "AE"}, {0xD8, "O"}, {0xDF, "ss"}, {0xE6, "ae"}, {0xF8, "o"}, {0x110, "D"}, {0x111, "d"}, {0x131, "i"},
    {0x141, "L"}, {0x142, "l"}, {0x152, "OE"}, {0x153, "oe"},
};

static void add_character(struct buffer *out, struct utf8_character character, const char *bytes)
{
    if (character.code < 0x80) {
        buffer_add(out, bytes, character.length);
        return;
    }
    if (uc_is_general_category(character.code, UC_MARK))
        return;
    for (size_t i = 0; i < sizeof joined / sizeof *joined; i++) {
        if (joined[i].code == character.code) {
            buffer_add_text(out, joined[i].letters);
            return;
        }
    }
    buffer_add_byte(out, '?');
}

void linear_plain(struct buffer *out, const char *text)
{
    struct buffer plain = {0};
    plain_text(&plain, text, strlen(text));
    size_t length = 0;
    uint8_t *parted = plain.length > 0 ? u8_normalize(UNINORM_NFD, (const uint8_t *)plain.bytes, plain.length, NULL, &length) : NULL;
    if (plain.length > 0 && !parted)
        memory_fail();
    for (size_t at = 0; at < length;) {
        const char *bytes = (const char *)parted + at;
        struct utf8_character character = utf8_read(bytes, length - at);
        add_character(out, character, bytes);
        at += character.length;
    }
    if (parted)
        memory_wipe(parted, length);
    free(parted);
    buffer_wipe(&plain);
    buffer_free(&plain);
}
