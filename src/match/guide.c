/* The guide: its questions, and what any of them does with an answer. */
#include "match/guide.h"

#include <stdlib.h>
#include <string.h>

#include "match/criteria.h"
#include "match/guide_parts.h"
#include "match/guide_words.h"
#include "match/words.h"
#include "text/fold.h"
#include "text/memory.h"
#include "text/safe.h"
#include "text/width.h"

enum { TYPED_COLUMNS = 40, OFFERED_MOST = 4 };

/* Folded whole answers that leave the question open on purpose. */
static const char *const rather_not[] = {
    N_("rather not say"), N_("i would rather not say"), N_("id rather not say"), N_("prefer not to say"), N_("i prefer not to say"), N_("no"),
    N_("none"), N_("nothing"), N_("any"), N_("anything"), N_("any of them"), N_("anywhere"), N_("everywhere"), N_("i do not mind"), N_("i dont mind"),
    N_("dont mind"), N_("do not mind"), N_("i do not know"), N_("i dont know"), N_("dont know"), N_("do not know"), N_("not sure"), N_("no preference"),
};
static const char *const pass_over[] = {N_("skip"), N_("pass"), N_("next")};

/* Folded whole answers, and words found anywhere in one, after which urgent help is shown. */
static const char *const urgent_answers[] = {
    "999", N_("help now"), N_("help me"), N_("help me now"), N_("i need help"), N_("i need help now"), N_("need help now"), N_("urgent"),
    N_("urgent help"), N_("urgent help now"), N_("emergency"), N_("crisis"), N_("in crisis"), "sos",
};
static const char *const urgent_words[] = {
    N_("suicide"), N_("suicidal"), N_("kill myself"), N_("killing myself"), N_("end my life"), N_("end it all"), N_("want to die"), N_("hurt myself"),
    N_("hurting myself"), N_("harm myself"), N_("self harm"), N_("hurt my baby"), N_("harm my baby"), N_("hurt the baby"), N_("not safe"), N_("in danger"),
    N_("overdose"),
};

/* Whether the words stand somewhere in the folded text, whole. */
static bool has_words(const char *folded, const char *words)
{
    size_t length = strlen(words);
    for (const char *at = length > 0 ? strstr(folded, words) : NULL; at; at = strstr(at + 1, words)) {
        if ((at == folded || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
            return true;
    }
    return false;
}

static bool is_all(const char *folded, const char *words)
{
    return strcmp(folded, words) == 0;
}

/* In English and in the language of the run: who is in need may type either. */
static bool meets_any(const char *folded, const char *const *texts, size_t count, bool (*meets)(const char *folded, const char *words))
{
    struct buffer translated = {0};
    bool met = false;
    for (size_t i = 0; i < count && !met; i++) {
        met = meets(folded, texts[i]);
        if (met || _(texts[i]) == texts[i])
            continue;
        buffer_clear(&translated);
        fold_words(&translated, _(texts[i]), strlen(_(texts[i])));
        met = meets(folded, buffer_text(&translated));
    }
    buffer_free(&translated);
    return met;
}
#define IS_ONE_OF(folded, texts) meets_any((folded), (texts), sizeof(texts) / sizeof *(texts), is_all)
#define HAS_ONE_OF(folded, texts) meets_any((folded), (texts), sizeof(texts) / sizeof *(texts), has_words)

bool guide_urgent(const char *text)
{
    struct buffer folded = {0};
    fold_words(&folded, text, strlen(text));
    bool urgent = IS_ONE_OF(buffer_text(&folded), urgent_answers) || HAS_ONE_OF(buffer_text(&folded), urgent_words);
    buffer_wipe(&folded);
    buffer_free(&folded);
    return urgent;
}

bool guide_word_in(const struct guide_reading *reading, size_t at, const char *list)
{
    const struct guide_word *word = &reading->words[at];
    for (const char *from = list; *from; from += strspn(from, " ")) {
        size_t length = strcspn(from, " ");
        if (length == word->length && memcmp(from, word->text, length) == 0)
            return true;
        from += length;
    }
    return false;
}

bool guide_any_word_in(const struct guide_reading *reading, const char *list)
{
    for (size_t i = 0; i < reading->word_count; i++) {
        if (guide_word_in(reading, i, list))
            return true;
    }
    return false;
}

size_t guide_span(const struct guide_reading *reading, size_t at, size_t count)
{
    const struct guide_word *first = &reading->words[at];
    const struct guide_word *last = &reading->words[at + count - 1];
    return (size_t)(last->text + last->length - first->text);
}

void guide_take(struct guide_reading *reading, const char *terms, enum guide_question opens)
{
    reading->answer->meaning = GUIDE_TAKEN;
    reading->answer->terms = arena_text(reading->answer->arena, terms);
    reading->answer->opens = opens;
}

void guide_take_choice(struct guide_reading *reading, const struct guide_choice *choice)
{
    guide_take(reading, choice->terms, choice->opens);
}

/* The sentence of an error of the grammar, as one that can stand alone. */
static void take_error(struct guide_reading *reading, const struct need_error *error)
{
    struct buffer sentence = {0};
    buffer_add_text(&sentence, error->sentence ? error->sentence : GUIDE_NOT_KNOWN_HERE);
    char *first = sentence.bytes;
    if (*first >= 'a' && *first <= 'z')
        *first = (char)(*first - 'a' + 'A');
    if (!strchr(".?!", sentence.bytes[sentence.length - 1]))
        buffer_add_byte(&sentence, '.');
    reading->answer->meaning = GUIDE_UNCLEAR;
    reading->answer->sentence = arena_copy(reading->answer->arena, sentence.bytes, sentence.length);
    for (size_t i = 0; i < sizeof error->meant / sizeof *error->meant && error->meant[i]; i++)
        guide_offer(reading, error->meant[i], error->meant[i], GUIDE_NONE);
    buffer_wipe(&sentence);
    buffer_free(&sentence);
}

/* Takes what the need holds, or tells why it was not understood. */
static void take_need(struct guide_reading *reading, const struct need *need, bool understood, struct need_error *error)
{
    struct buffer line = {0};
    if (understood) {
        need_line(&line, need);
        guide_take(reading, buffer_text(&line), GUIDE_NONE);
    } else {
        take_error(reading, error);
    }
    need_error_free(error);
    buffer_wipe(&line);
    buffer_free(&line);
}

void guide_take_term(struct guide_reading *reading, const char *term)
{
    struct need *need = need_new();
    struct need_error error = {0};
    bool understood = need_add(need, reading->setting, term, &error);
    take_need(reading, need, understood, &error);
    need_free(need);
}

void guide_which(struct guide_reading *reading)
{
    reading->answer->meaning = GUIDE_WHICH;
    reading->answer->sentence = GUIDE_ASK_WHICH;
}

void guide_unclear(struct guide_reading *reading, const char *format)
{
    struct buffer sentence = {0};
    size_t length = width_fit(reading->text, strlen(reading->text), TYPED_COLUMNS, NULL);
    char *typed = arena_copy(reading->answer->arena, reading->text, length);
    buffer_format(&sentence, format, typed);
    reading->answer->meaning = GUIDE_UNCLEAR;
    reading->answer->sentence = arena_copy(reading->answer->arena, buffer_text(&sentence), sentence.length);
    buffer_wipe(&sentence);
    buffer_free(&sentence);
}

void guide_unclear_here(struct guide_reading *reading)
{
    switch (reading->question) {
    case GUIDE_WHERE: guide_unclear(reading, GUIDE_NOT_WHERE); break;
    case GUIDE_STAGE: guide_unclear(reading, GUIDE_NOT_STAGE); break;
    case GUIDE_WHO: guide_unclear(reading, GUIDE_NOT_WHO); break;
    case GUIDE_HOW: guide_unclear(reading, GUIDE_NOT_HOW); break;
    case GUIDE_WEEKS: guide_unclear(reading, GUIDE_NOT_WEEKS); break;
    default: guide_unclear(reading, GUIDE_NOT_AGE); break;
    }
}

void guide_offer(struct guide_reading *reading, const char *label, const char *terms, enum guide_question opens)
{
    struct guide_answer *answer = reading->answer;
    if (answer->choice_count == OFFERED_MOST)
        return;
    struct guide_choice *choices = (struct guide_choice *)answer->choices; /* made here: not the table's */
    if (!choices)
        choices = arena_get(answer->arena, OFFERED_MOST, sizeof *choices);
    choices[answer->choice_count++] = (struct guide_choice){arena_text(answer->arena, label), arena_text(answer->arena, terms), opens};
    answer->choices = choices;
}

/* Reads the text into the answer's arena: safe, trimmed, folded, cut into words. */
static void read_text(struct guide_reading *reading, const char *text)
{
    struct arena *arena = reading->answer->arena;
    struct buffer safe = {0};
    struct buffer folded = {0};
    safe_text(&safe, text, strlen(text), false);
    while (safe.length > 0 && safe.bytes[safe.length - 1] == ' ')
        buffer_cut(&safe, safe.length - 1);
    const char *start = buffer_text(&safe) + strspn(buffer_text(&safe), " ");
    fold_words(&folded, start, strlen(start));
    reading->text = arena_text(arena, start);
    reading->folded = arena_copy(arena, buffer_text(&folded), folded.length);
    struct guide_word *words = arena_get(arena, folded.length / 2 + 1, sizeof *words);
    for (const char *at = reading->folded; *at; at += strspn(at, " ")) {
        words[reading->word_count++] = (struct guide_word){at, strcspn(at, " ")};
        at += strcspn(at, " ");
    }
    reading->words = words;
    buffer_wipe(&safe);
    buffer_wipe(&folded);
    buffer_free(&safe);
    buffer_free(&folded);
}

/* The number of a choice, or 0: digits alone. */
static size_t number_of(const struct guide_word *word)
{
    size_t number = 0;
    for (size_t i = 0; i < word->length; i++) {
        if (word->text[i] < '0' || word->text[i] > '9' || word->length > 2)
            return 0;
        number = number * 10 + (size_t)(word->text[i] - '0');
    }
    return number;
}

/* A choice by its number or by its words. */
static bool take_named_choice(struct guide_reading *reading)
{
    const struct guide_row *row = &guide_rows[reading->question];
    size_t number = reading->word_count == 1 && !row->amount ? number_of(&reading->words[0]) : 0;
    struct buffer label = {0};
    for (size_t i = 0; number == 0 && i < row->choice_count; i++) {
        buffer_clear(&label);
        fold_words(&label, _(row->choices[i].label), strlen(_(row->choices[i].label)));
        if (strcmp(buffer_text(&label), reading->folded) == 0)
            number = i + 1;
    }
    buffer_free(&label);
    if (number == 0 || number > row->choice_count)
        return false;
    guide_take_choice(reading, &row->choices[number - 1]);
    return true;
}

/* Terms of the grammar are understood everywhere: "in:Falkirk pregnant:20". */
static bool take_terms(struct guide_reading *reading)
{
    const char *colon = strchr(reading->text, ':');
    if (!colon || key_named(reading->text, (size_t)(colon - reading->text)) == KEY_COUNT)
        return false;
    struct need *need = need_new();
    struct need_error error = {0};
    bool understood = need_parse(need, reading->setting, reading->text, &error);
    take_need(reading, need, understood, &error);
    need_free(need);
    return true;
}

struct guide_answer guide_understand(enum guide_question question, const struct need_setting *setting, const char *text)
{
    struct guide_answer answer = {.arena = arena_new(), .opens = GUIDE_NONE};
    struct guide_reading reading = {.question = question, .setting = setting, .answer = &answer};
    read_text(&reading, text);
    if (*reading.text == '\0' || IS_ONE_OF(reading.folded, pass_over))
        return answer;
    if (reading.word_count == 0) {
        guide_unclear_here(&reading);
        return answer;
    }
    if (take_named_choice(&reading) || take_terms(&reading))
        return answer;
    if (IS_ONE_OF(reading.folded, rather_not)) {
        if (question < GUIDE_COUNT)
            guide_take(&reading, "", GUIDE_NONE);
        return answer;
    }
    switch (question) {
    case GUIDE_WHERE: guide_understand_where(&reading); break;
    case GUIDE_WHO: guide_understand_who(&reading); break;
    case GUIDE_HOW: guide_understand_how(&reading); break;
    default: guide_understand_stage(&reading); break;
    }
    return answer;
}

struct guide_answer guide_choose(const struct guide_choice *choice)
{
    struct guide_answer answer = {.arena = arena_new(), .meaning = GUIDE_TAKEN, .opens = choice->opens};
    answer.terms = arena_text(answer.arena, choice->terms);
    return answer;
}

void guide_answer_free(struct guide_answer *answer)
{
    if (answer->arena)
        arena_wipe(answer->arena);
    arena_free(answer->arena);
    *answer = (struct guide_answer){.opens = GUIDE_NONE};
}

bool guide_apply(struct need *need, const struct need_setting *setting, enum guide_question question, const struct guide_answer *answer)
{
    const struct guide_row *row = &guide_rows[question];
    struct need *taken = need_new();
    bool understood = answer->meaning == GUIDE_TAKEN && need_parse(taken, setting, answer->terms, NULL);
    for (size_t i = need_count(need); understood && i-- > 0;) {
        const struct need_term *term = need_at(need, i);
        if (term->key >= row->first_key && term->key <= row->last_key && !term->denied)
            need_remove(need, i);
    }
    struct buffer line = {0};
    for (size_t i = 0; understood && i < need_count(taken); i++) {
        buffer_clear(&line);
        need_term_line(&line, need_at(taken, i));
        if (!need_has(need, setting, buffer_text(&line)))
            need_toggle(need, setting, buffer_text(&line), NULL);
    }
    buffer_wipe(&line);
    buffer_free(&line);
    need_free(taken);
    return understood;
}

enum guide_question guide_next(enum guide_question question, enum guide_question opens)
{
    if (opens != GUIDE_NONE)
        return opens;
    if (question == GUIDE_WEEKS || question == GUIDE_AGE)
        question = GUIDE_STAGE;
    return question + 1 < GUIDE_COUNT ? question + 1 : GUIDE_NONE;
}

void guide_path_add(struct guide_path *path, enum guide_question question)
{
    size_t at = 0;
    while (at < path->count && path->asked[at] != question)
        at++;
    path->asked[at] = question;
    path->count = at + 1;
}

bool guide_path_back(struct guide_path *path, enum guide_question *question)
{
    if (path->count == 0)
        return false;
    *question = path->asked[--path->count];
    return true;
}

void guide_now(struct buffer *out, const struct need *need, const struct need_setting *setting, enum guide_question question)
{
    const struct guide_row *row = &guide_rows[question];
    bool first = true;
    for (size_t i = 0; i < need_count(need); i++) {
        const struct need_term *term = need_at(need, i);
        if (term->key < row->first_key || term->key > row->last_key)
            continue;
        if (!first)
            buffer_add_text(out, "; ");
        need_term_words(out, setting, term);
        first = false;
    }
}
