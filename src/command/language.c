#include "command/language.h"

#include <libintl.h>
#include <locale.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "text/buffer.h"

/* Whether somebody has chosen a language since the start: then only LANGUAGE says which. */
static bool chosen;

static bool is_c(const char *locale)
{
    return strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0 || strncmp(locale, "C.", 2) == 0;
}

static const char *stated(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

/* gettext looks for no translation in the locale C, not even for one that LANGUAGE names, and a system without the locale that was asked for leaves
 * a program in C. So the messages get a locale of another name with the contents of C.UTF-8, which every system has: glibc finds no C_GB, drops
 * the territory, and keeps the name (setlocale(3); guess_category_value in glibc's dcigettext.c lets no C or C.* pass since 2.39, and C alone
 * before). Where that fails, any locale of English does. */
static void leave_c(void)
{
    static const char *const names[] = {"C_GB.UTF-8", "en_GB.UTF-8", "en_US.UTF-8", "C.UTF-8"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (setlocale(LC_MESSAGES, names[i]))
            return;
}

/* What POSIX says of the order of these names. */
static const char *asked_locale(void)
{
    if (chosen)
        return NULL;
    const char *all = stated("LC_ALL");
    const char *messages = stated("LC_MESSAGES");
    return all ? all : messages ? messages : stated("LANG");
}

/* Whether a script wants to read English. */
static bool is_plain(const char *asked)
{
    return asked && (strcmp(asked, "C") == 0 || strcmp(asked, "POSIX") == 0);
}

static void find_messages(void)
{
    const char *asked = asked_locale();
    const char *languages = stated("LANGUAGE");
    if (is_plain(asked) || !is_c(setlocale(LC_MESSAGES, NULL)))
        return;
    if (!languages && asked && !is_c(asked)) {
        /* "cy_GB.UTF-8" as LANGUAGE has it: "cy_GB". */
        struct buffer language = {0};
        buffer_add(&language, asked, strcspn(asked, ".@"));
        setenv("LANGUAGE", buffer_text(&language), 1);
        buffer_free(&language);
    } else if (!languages) {
        return;
    }
    leave_c();
}

void language_begin(void)
{
    if (!setlocale(LC_ALL, "") || MB_CUR_MAX < 2)
        setlocale(LC_CTYPE, "C.UTF-8"); /* the catalogue is UTF-8 whatever the machine was told */
    find_messages();
    const char *folder = stated("SIGNPOST_LOCALE");
    bindtextdomain("signpost", folder ? folder : SIGNPOST_LOCALE_FOLDER);
    bind_textdomain_codeset("signpost", "UTF-8");
    textdomain("signpost");
}

/* textdomain makes glibc forget which translation it found for which words (gettext(3) caches by domain and LANGUAGE). */
void language_choose(const char *tag)
{
    chosen = true;
    setenv("LANGUAGE", tag, 1);
    if (is_c(setlocale(LC_MESSAGES, NULL)))
        leave_c();
    textdomain("signpost");
}

static bool is_english(const char *tag)
{
    return strncmp(tag, "en", 2) == 0 && strcspn(tag, "_-.@") == 2;
}

/* As gettext looks for it: first with the territory, then without. */
bool language_is_there(const char *tag)
{
    const char *folder = bindtextdomain("signpost", NULL);
    const size_t lengths[] = {strlen(tag), strcspn(tag, "_.@")};
    bool there = is_english(tag);
    for (size_t i = 0; i < 2 && !there && folder; i++) {
        struct buffer path = {0};
        buffer_format(&path, "%s/%.*s/LC_MESSAGES/signpost.mo", folder, (int)lengths[i], tag);
        there = access(buffer_text(&path), R_OK) == 0;
        buffer_free(&path);
    }
    return there;
}

const char *language_name(const char *tag)
{
    /* As each calls itself (CLDR 46, localeDisplayNames). */
    static const char *const names[][2] = {
        {"en", "English"},  {"cy", "Cymraeg"},    {"gd", "Gàidhlig"}, {"ga", "Gaeilge"},  {"sco", "Scots"},   {"pl", "Polski"},  {"ro", "Română"},
        {"pt", "Português"}, {"es", "Español"},   {"fr", "Français"}, {"it", "Italiano"}, {"de", "Deutsch"},  {"lt", "Lietuvių"}, {"lv", "Latviešu"},
        {"sk", "Slovenčina"}, {"cs", "Čeština"},  {"hu", "Magyar"},   {"bg", "Български"}, {"uk", "Українська"}, {"ru", "Русский"}, {"tr", "Türkçe"},
        {"so", "Soomaali"}, {"sq", "Shqip"},      {"vi", "Tiếng Việt"}, {"zh", "中文"},
    };
    size_t length = strcspn(tag, "_-.@");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i][0]) == length && strncmp(names[i][0], tag, length) == 0)
            return names[i][1];
    return tag;
}

bool language_has_order(void)
{
    return !is_c(setlocale(LC_COLLATE, NULL));
}

enum { MOST_CODES = 16, LONGEST_CODE = 16 };

/* Keeps the first length bytes of what LANGUAGE has ("cy_GB") as a code, without what follows the first of `ends`. */
static void add_code(char codes[][LONGEST_CODE], size_t *count, const char *language, size_t length, const char *ends)
{
    size_t end = strcspn(language, ends);
    end = end < length ? end : length;
    if (end < 2 || end >= LONGEST_CODE || *count == MOST_CODES)
        return;
    memcpy(codes[*count], language, end);
    codes[*count][end] = '\0';
    char *territory = strchr(codes[*count], '_');
    if (territory)
        *territory = '-';
    if (*count == 0 || strcmp(codes[*count - 1], codes[*count]) != 0)
        ++*count;
}

const char *const *language_codes(void)
{
    static char codes[MOST_CODES][LONGEST_CODE];
    static const char *list[MOST_CODES + 1];
    const char *asked = asked_locale();
    const char *languages = stated("LANGUAGE");
    size_t count = 0;
    if (!languages && asked && !is_c(asked))
        languages = asked;
    for (const char *at = is_plain(asked) ? NULL : languages; at && *at;) {
        size_t length = strcspn(at, ":");
        if (length >= 2 && strncmp(at, "en", 2) == 0 && strcspn(at, "_.@:") == 2)
            break;
        add_code(codes, &count, at, length, ".@");
        add_code(codes, &count, at, length, "_.@");
        at += length + (at[length] == ':');
    }
    for (size_t i = 0; i < count; i++)
        list[i] = codes[i];
    list[count] = NULL;
    return list;
}
