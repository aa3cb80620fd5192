#include "command/editor.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "command/words.h"

extern char **environ;

/* How editors are told the line. Names are those of the programs, which may go on: vim.basic, emacs-nox, nvim-qt. */
enum way {
    WAY_PLUS,   /* +12 list.yaml */
    WAY_COLON,  /* list.yaml:12 */
    WAY_GOTO,   /* --goto list.yaml:12 */
    WAY_OPTION, /* --line 12 list.yaml */
};

static const struct {
    const char *name;
    enum way way;
} editors[] = {
    {"vi", WAY_PLUS},        {"vim", WAY_PLUS},         {"nvim", WAY_PLUS},      {"nvi", WAY_PLUS},       {"elvis", WAY_PLUS},   {"vile", WAY_PLUS},
    {"nano", WAY_PLUS},      {"rnano", WAY_PLUS},       {"pico", WAY_PLUS},      {"emacs", WAY_PLUS},     {"emacsclient", WAY_PLUS},
    {"mg", WAY_PLUS},        {"jmacs", WAY_PLUS},       {"zile", WAY_PLUS},      {"joe", WAY_PLUS},       {"jed", WAY_PLUS},     {"ne", WAY_PLUS},
    {"micro", WAY_PLUS},     {"kak", WAY_PLUS},         {"mcedit", WAY_PLUS},    {"gedit", WAY_PLUS},     {"pluma", WAY_PLUS},   {"xed", WAY_PLUS},
    {"editor", WAY_PLUS},    {"sensible-editor", WAY_PLUS},
    {"hx", WAY_COLON},       {"helix", WAY_COLON},      {"subl", WAY_COLON},     {"sublime_text", WAY_COLON}, {"zed", WAY_COLON},
    {"code", WAY_GOTO},      {"codium", WAY_GOTO},      {"code-insiders", WAY_GOTO},
    {"kate", WAY_OPTION},    {"kwrite", WAY_OPTION},
};

const char **editor_words(const char *command, struct arena *arena, size_t *count)
{
    const char **words = arena_get(arena, strlen(command) / 2 + 5, sizeof *words);
    struct buffer word = {0};
    char quote = '\0';
    bool begun = false;
    *count = 0;
    for (const char *at = command;; at++) {
        if (*at == '\0' || (!quote && (*at == ' ' || *at == '\t'))) {
            if (begun)
                words[(*count)++] = arena_copy(arena, buffer_text(&word), word.length);
            buffer_clear(&word);
            begun = false;
            if (*at == '\0')
                break;
            continue;
        }
        begun = true;
        if (*at == quote)
            quote = '\0';
        else if (!quote && (*at == '"' || *at == '\''))
            quote = *at;
        else
            buffer_add_byte(&word, *at == '\\' && quote != '\'' && at[1] != '\0' ? *++at : *at);
    }
    buffer_free(&word);
    return quote ? NULL : words;
}

/* Whether the program has the name, perhaps with more behind it that is no letter. */
static bool is_called(const char *program, const char *name)
{
    size_t length = strlen(name);
    if (strncmp(program, name, length) != 0)
        return false;
    return program[length] == '\0' || program[length] == '.' || program[length] == '-' || (program[length] >= '0' && program[length] <= '9');
}

/* A name of a file that no editor takes for anything else. */
static const char *plain_path(const char *path, struct arena *arena)
{
    if (*path != '-' && *path != '+')
        return path;
    struct buffer plain = {0};
    buffer_format(&plain, "./%s", path);
    path = arena_copy(arena, buffer_text(&plain), plain.length);
    buffer_free(&plain);
    return path;
}

size_t editor_add_place(const char **words, size_t count, const struct position *where, struct arena *arena)
{
    const char *slash = strrchr(words[0], '/');
    const char *program = slash ? slash + 1 : words[0];
    const char *path = plain_path(where->file, arena);
    size_t known = 0;
    while (known < sizeof editors / sizeof *editors && !is_called(program, editors[known].name))
        known++;
    if (known == sizeof editors / sizeof *editors || where->line == 0) {
        words[count++] = path;
        return count;
    }
    struct buffer place = {0};
    switch (editors[known].way) {
    case WAY_PLUS: buffer_format(&place, "+%u", where->line); break;
    case WAY_COLON:
    case WAY_GOTO: buffer_format(&place, "%s:%u", path, where->line); break;
    case WAY_OPTION: buffer_format(&place, "--line=%u", where->line); break;
    }
    const char *words_of_place = arena_copy(arena, buffer_text(&place), place.length);
    buffer_free(&place);
    if (editors[known].way == WAY_GOTO)
        words[count++] = "--goto";
    words[count++] = words_of_place;
    if (editors[known].way == WAY_PLUS || editors[known].way == WAY_OPTION)
        words[count++] = path;
    return count;
}

/* The editor at work, and the signal that said that all is to end; 0 for none. */
static volatile sig_atomic_t editor;
static volatile sig_atomic_t ended_by;

/* A closed terminal, or a system that goes down, tells only this program of it. Editors save what they can when they hear it. */
static void pass_on(int number)
{
    int kept = errno;
    ended_by = number;
    if (editor > 0)
        kill((pid_t)editor, number);
    errno = kept;
}

/* Ctrl-C and Ctrl-\ at the editor are its own business, as for system(); and Ctrl-Z there stops this program with it, so that the shell comes. */
static const struct {
    int number;
    void (*handler)(int);
} signals[] = {{SIGINT, SIG_IGN}, {SIGQUIT, SIG_IGN}, {SIGTSTP, SIG_DFL}, {SIGHUP, pass_on}, {SIGTERM, pass_on}};

enum { SIGNALS = sizeof signals / sizeof *signals };

static void set_signals(struct sigaction *before)
{
    editor = 0;
    ended_by = 0;
    for (int i = 0; i < SIGNALS; i++) {
        struct sigaction action = {.sa_handler = signals[i].handler};
        sigemptyset(&action.sa_mask);
        sigaction(signals[i].number, &action, &before[i]);
        if (before[i].sa_handler == SIG_IGN) /* nohup */
            sigaction(signals[i].number, &before[i], NULL);
    }
}

/* What was said meanwhile counts from here on. */
static void put_back_signals(const struct sigaction *before)
{
    for (int i = 0; i < SIGNALS; i++)
        sigaction(signals[i].number, &before[i], NULL);
    if (ended_by != 0)
        raise(ended_by);
}

/* Starts the program with signals as they are for every program. Gives an errno, 0 when it runs. */
static int start(const char *const *words, const struct sigaction *before, pid_t *process)
{
    posix_spawnattr_t attributes;
    sigset_t none;
    sigset_t usual;
    int error = posix_spawnattr_init(&attributes);
    if (error != 0)
        return error;
    sigemptyset(&none);
    sigemptyset(&usual);
    for (int i = 0; i < SIGNALS; i++)
        if (before[i].sa_handler != SIG_IGN)
            sigaddset(&usual, signals[i].number);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    /* It does not change the words; its type is older than const. */
    char *const *arguments = (char *const *)(const void *)words;
    error = posix_spawnp(process, words[0], NULL, &attributes, arguments, environ);
    posix_spawnattr_destroy(&attributes);
    if (error != 0)
        return error;
    editor = *process;
    if (ended_by != 0) /* between the two */
        kill(*process, ended_by);
    return 0;
}

/* Waits for the end of the program, whatever stops it on the way. Gives what waitpid says, -1 when nothing is known. */
static int wait_for(pid_t process)
{
    for (;;) {
        int status;
        pid_t heard = waitpid(process, &status, WUNTRACED);
        if (heard < 0 && errno != EINTR)
            return -1;
        if (heard != process)
            continue;
        if (!WIFSTOPPED(status))
            return status;
        /* It has stopped alone: the shell must see the job stopped. Where there is no shell nothing stops, and it goes on. */
        raise(SIGTSTP);
        kill(process, SIGCONT);
    }
}

static bool run(const char *const *words, bool own, struct buffer *why)
{
    struct sigaction before[SIGNALS];
    pid_t process;
    set_signals(before);
    int error = start(words, before, &process);
    int status = error == 0 ? wait_for(process) : 0;
    editor = 0;
    put_back_signals(before);
    if (error == ENOENT && own)
        buffer_add_text(why, SAY_NO_EDITOR);
    else if (error == ENOENT)
        buffer_format(why, SAY_EDITOR_MISSING, words[0]);
    else if (error != 0)
        buffer_format(why, SAY_EDITOR_CANNOT_RUN, words[0], strerror(error));
    else if (status >= 0 && WIFSIGNALED(status))
        buffer_format(why, SAY_EDITOR_KILLED, words[0], WTERMSIG(status));
    else if (status >= 0 && WEXITSTATUS(status) != 0)
        buffer_format(why, SAY_EDITOR_FAILED, words[0], WEXITSTATUS(status));
    return why->length == 0;
}

static const char *wanted(const char *name)
{
    const char *value = getenv(name);
    return value && value[strspn(value, " \t")] ? value : NULL;
}

bool editor_run(const struct position *where, struct buffer *why)
{
    const char *command = wanted("VISUAL");
    if (!command)
        command = wanted("EDITOR");
    if (access(where->file, F_OK) != 0) {
        buffer_format(why, SAY_EDIT_NO_FILE, where->file);
        return false;
    }
    struct arena *arena = arena_new();
    size_t count;
    const char **words = editor_words(command ? command : "vi", arena, &count);
    if (!words)
        buffer_add_text(why, SAY_EDITOR_EMPTY);
    else
        words[editor_add_place(words, count, where, arena)] = NULL;
    bool good = words && run(words, !command, why);
    arena_free(arena);
    return good;
}
