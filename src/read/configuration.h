/* What a site or a person has settled once: YAML, in the places that the XDG base directory specification names. */
#ifndef READ_CONFIGURATION_H
#define READ_CONFIGURATION_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/problem.h"
#include "text/arena.h"

/* The text of a key, as it was written. */
struct key_text {
    const char *text;
    struct position where;
};

/* The keys that an action is to have: near: [x, F6]. None of them is understood here. */
struct key_wish {
    const char *action;
    struct position where;
    const struct key_text *keys;
    size_t count; /* 0: none, on purpose */
};

/* More digits than a PIN may have, and more languages than a visitor can take in. */
enum { KIOSK_PIN_MOST = 12, KIOSK_LANGUAGES_MOST = 8 };

/* What the kiosk of a site is like: `kiosk:` of the settings. A value that cannot be used leaves what was there, but for the PIN: then nobody
 * can end it. */
struct kiosk_settings {
    const char **languages; /* the tags between which a visitor can choose, as LANGUAGE has them ("en", "cy"); none: the language of the run alone */
    size_t language_count;
    const char *welcome;  /* the sentence of the first screen, safe to show; NULL: ours */
    int quiet_seconds;    /* without a key before the warning: 90 */
    int warning_seconds;  /* of the countdown: 20 */
    const char *pin;      /* digits with which staff can end it; NULL: nobody can */
    bool print;           /* whether sheets can be printed: no */
    const char **neutral; /* lines of the screen after leaving quickly, safe to show; none: ours */
    size_t neutral_count;
    bool count_visits; /* how many today, in memory alone: no */
};

/* Texts live in the arena. Start with configuration_default(). */
struct configuration {
    struct arena *arena;
    const char **catalogues; /* files or folders; relative ones are meant from the folder of the configuration file */
    size_t catalogue_count;
    const char *explainer; /* a site's own file that says what peer support is; relative likewise; NULL: the one that came with Signpost */
    const char *area;      /* a place or postcode: the list opens on it; NULL: everywhere */
    double near_miles;     /* how far away an area may be and still be "near" */
    const char **print;    /* the program that prints a handout, and its fixed words; it gets the sheet on its standard input */
    size_t print_count;
    bool print_html;  /* that program takes HTML, not text */
    const char *from; /* who gives the sheets, for their first line, safe to show; NULL */
    bool save;        /* whether the browser may write files */
    bool mouse;
    bool letters; /* whether single letters are keys */
    bool colour;
    const char *theme; /* a name, or a file, whose name then has a slash or ends in .yaml */
    struct position theme_where;
    const struct key_wish *key_wishes; /* those of the file read last stand first */
    size_t key_wish_count;
    struct kiosk_settings kiosk;
};

/* Whether there is a setting of that name. */
bool configuration_knows(const char *key, size_t length);

struct configuration configuration_default(void);
void configuration_free(struct configuration *configuration);

/* Reads one file over what is settled so far: what it does not name stays. Unknown keys and values are problems with line and column (the near key
 * named), and cost only themselves. A missing file is no problem unless it `must` be there; gives false only then. */
bool configuration_read(struct configuration *configuration, const char *path, bool must, struct problems *problems);

#endif
