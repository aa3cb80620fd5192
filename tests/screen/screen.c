#include "screen_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

long screen_now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* A person's settings for every test that brings none of its own: whatever is pressed, nothing is printed on somebody's paper, and no file is written. */
static const char harmless[] = "print: [/nonexistent/printer]\nsave: no\n";

static char settings_folder[512];

static void remove_settings(void)
{
    char path[600];
    snprintf(path, sizeof path, "%s/signpost/signpost.yaml", settings_folder);
    unlink(path);
    *strrchr(path, '/') = '\0';
    rmdir(path);
    rmdir(settings_folder);
}

static void make_settings(void)
{
    char path[600];
    const char *folder = getenv("TMPDIR");
    snprintf(settings_folder, sizeof settings_folder, "%s/signpost-test-XXXXXX", folder && *folder ? folder : P_tmpdir);
    if (!mkdtemp(settings_folder))
        fail_msg("no folder can be made: %s", strerror(errno));
    atexit(remove_settings);
    snprintf(path, sizeof path, "%s/signpost", settings_folder);
    mkdir(path, 0700);
    strcat(path, "/signpost.yaml");
    FILE *file = fopen(path, "w");
    if (!file || fputs(harmless, file) < 0 || fclose(file) != 0)
        fail_msg("no settings can be written: %s", strerror(errno));
}

static void set_environment(const struct screen_setting *setting)
{
    setenv("TERM", setting->term ? setting->term : "xterm-256color", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    static const char *const gone[] = {"VISUAL", "NO_COLOR", "ESCDELAY", "LINES", "COLUMNS", "SIGNPOST_AREA", "SIGNPOST_CATALOGUE"};
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
        unsetenv(gone[i]);
    /* An editor that is done at once, but where a test brings its own. */
    setenv("EDITOR", "true", 1);
    /* No configuration of whoever runs the tests. */
    setenv("HOME", "/nonexistent", 1);
    setenv("XDG_CONFIG_HOME", settings_folder, 1);
    setenv("XDG_CONFIG_DIRS", "/nonexistent", 1);
    for (int i = 0; i < SCREEN_ENVIRONMENT && setting->environment[i]; i++) {
        char *pair = strdup(setting->environment[i]);
        char *value = strchr(pair, '=');
        if (value)
            *value++ = '\0';
        if (value)
            setenv(pair, value, 1);
        else
            unsetenv(pair);
    }
}

static _Noreturn void become_the_program(struct screen *screen, const struct screen_setting *setting)
{
    const char *arguments[SCREEN_ARGUMENTS + 5] = {getenv("SIGNPOST_PROGRAM")};
    int count = 1;
    if (setting->command)
        arguments[count++] = setting->command;
    if (!setting->real_today) {
        arguments[count++] = "--today";
        arguments[count++] = "2026-11-24";
    }
    for (int i = 0; i < SCREEN_ARGUMENTS && setting->arguments[i]; i++)
        arguments[count++] = setting->arguments[i];
    close(screen->master);
    setsid();
    ioctl(screen->slave, TIOCSCTTY, 0);
    for (int descriptor = 0; descriptor < 3; descriptor++)
        dup2(screen->slave, descriptor);
    close(screen->slave);
    if (setting->no_input)
        dup2(open("/dev/null", O_RDONLY), 0);
    set_environment(setting);
    /* As a person's shell would start it: whoever runs the tests in the background has told them to ignore these, and the program keeps to that. */
    static const int numbers[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        signal(numbers[i], SIG_DFL);
    execv(arguments[0], (char *const *)arguments);
    _exit(127);
}

struct screen *screen_start(const struct screen_setting *setting)
{
    if (!getenv("SIGNPOST_PROGRAM") || access(getenv("SIGNPOST_PROGRAM"), X_OK) != 0)
        fail_msg("SIGNPOST_PROGRAM does not name a program");
    if (!settings_folder[0])
        make_settings();
    struct screen *screen = calloc(1, sizeof *screen);
    screen->rows = setting->rows;
    screen->columns = setting->columns;
    struct winsize size = {.ws_row = (unsigned short)setting->rows, .ws_col = (unsigned short)setting->columns};
    if (openpty(&screen->master, &screen->slave, NULL, NULL, &size) != 0)
        fail_msg("no pseudo-terminal: %s", strerror(errno));
    fcntl(screen->master, F_SETFD, FD_CLOEXEC);
    fcntl(screen->master, F_SETFL, O_NONBLOCK);
    screen_make_terminal(screen);
    screen->process = fork();
    if (screen->process == 0)
        become_the_program(screen, setting);
    if (screen->process < 0) /* which kill() would take for everyone */
        fail_msg("no process: %s", strerror(errno));
    return screen;
}

struct screen *screen_open(int rows, int columns)
{
    struct screen *screen = screen_start(&(struct screen_setting){.rows = rows, .columns = columns});
    screen_wait_for(screen, "in the list");
    screen_settle(screen);
    return screen;
}

void screen_stop(struct screen *screen)
{
    if (!screen->ended) {
        kill(screen->process, SIGKILL);
        waitpid(screen->process, &screen->status, 0);
    }
    if (screen->master >= 0)
        close(screen->master);
    if (screen->slave >= 0)
        close(screen->slave);
    vterm_free(screen->terminal);
    free(screen->output);
    free(screen);
}

bool screen_take(struct screen *screen, int milliseconds)
{
    struct pollfd wait = {.fd = screen->master, .events = POLLIN};
    if (poll(&wait, 1, milliseconds) <= 0)
        return true;
    char bytes[16384];
    ssize_t count = read(screen->master, bytes, sizeof bytes);
    if (count <= 0)
        return count < 0 && (errno == EAGAIN || errno == EINTR);
    size_t length = (size_t)count;
    if (screen->output_length + length > screen->output_room) {
        screen->output_room = (screen->output_length + length) * 2;
        screen->output = realloc(screen->output, screen->output_room);
    }
    memcpy(screen->output + screen->output_length, bytes, length);
    screen->output_length += length;
    screen_feed(screen, screen->output_length - length);
    return true;
}

void screen_send_bytes(struct screen *screen, const char *bytes, size_t length)
{
    long until = screen_now() + DEADLINE;
    screen->turns_at_sending = screen_turns(screen);
    screen->escape_sent = length > 0 && bytes[length - 1] == '\033';
    while (length > 0 && screen->master >= 0) {
        ssize_t written = write(screen->master, bytes, length);
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
            until = screen_now() + DEADLINE;
        } else if ((errno != EAGAIN && errno != EINTR) || !screen_runs(screen)) {
            return;
        } else {
            screen_take(screen, STEP);
        }
        if (screen_now() > until)
            fail_msg("the program does not read its keys");
    }
}

void screen_send_or_drop(struct screen *screen, const char *keys)
{
    ssize_t written = write(screen->master, keys, strlen(keys));
    (void)written;
}

void screen_send(struct screen *screen, const char *keys)
{
    screen_send_bytes(screen, keys, strlen(keys));
}

static void send_mouse(struct screen *screen, int button, int row, int column)
{
    char bytes[64];
    snprintf(bytes, sizeof bytes, "\033[<%d;%d;%dM", button, column + 1, row + 1);
    screen_send(screen, bytes);
    if (button == 0) {
        snprintf(bytes, sizeof bytes, "\033[<0;%d;%dm", column + 1, row + 1);
        screen_send(screen, bytes);
    }
}

void screen_click(struct screen *screen, int row, int column)
{
    send_mouse(screen, 0, row, column);
    screen_settle(screen);
}

void screen_wheel(struct screen *screen, int row, int column, bool down)
{
    send_mouse(screen, down ? 65 : 64, row, column);
    screen_settle(screen);
}

void screen_press(struct screen *screen, const char *keys)
{
    screen_send(screen, keys);
    screen_settle(screen);
}

static void wait_until(struct screen *screen, const char *text, bool there)
{
    long until = screen_now() + DEADLINE;
    while (screen_has(screen, text) != there) {
        bool open = screen_take(screen, STEP);
        if (screen_now() > until || !open) {
            screen_show(screen);
            const char *what = there ? "come" : "go";
            fail_msg("\"%s\" does not %s", text, what);
        }
    }
}

void screen_wait_for(struct screen *screen, const char *text)
{
    wait_until(screen, text, true);
}

void screen_wait_gone(struct screen *screen, const char *text)
{
    wait_until(screen, text, false);
}

const char *screen_output(const struct screen *screen, size_t *length)
{
    *length = screen->output_length;
    return screen->output;
}

void screen_forget(struct screen *screen)
{
    screen->output_length = 0;
}

void screen_resize(struct screen *screen, int rows, int columns)
{
    screen->rows = rows;
    screen->columns = columns;
    if (!screen->roomy)
        vterm_set_size(screen->terminal, rows, columns);
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    ioctl(screen->master, TIOCSWINSZ, &size);
}

void screen_make_roomy(struct screen *screen)
{
    screen->roomy = true;
    vterm_set_size(screen->terminal, ROOMY_ROWS, ROOMY_COLUMNS);
    screen_press(screen, "\014");
}

pid_t screen_process(const struct screen *screen)
{
    return screen->process;
}

bool screen_runs(struct screen *screen)
{
    if (!screen->ended && waitpid(screen->process, &screen->status, WNOHANG) == screen->process)
        screen->ended = true;
    return !screen->ended;
}

int screen_wait_end(struct screen *screen)
{
    long until = screen_now() + DEADLINE;
    while (screen_runs(screen)) {
        if (screen->master >= 0)
            screen_take(screen, STEP);
        else
            poll(NULL, 0, STEP);
        if (screen_now() > until) {
            screen_show(screen);
            fail_msg("the program does not end");
        }
    }
    /* What it wrote last, which the system may still be bringing. */
    size_t before = SIZE_MAX;
    while (screen->master >= 0 && screen->output_length != before) {
        before = screen->output_length;
        screen_take(screen, QUIET);
    }
    return screen->status;
}

void screen_hang_up(struct screen *screen)
{
    close(screen->master);
    screen->master = -1;
}

struct termios screen_modes(const struct screen *screen)
{
    struct termios modes;
    memset(&modes, 0, sizeof modes);
    tcgetattr(screen->slave, &modes);
    return modes;
}

static char made_name[4096];

static void remove_file(void)
{
    if (made_name[0])
        unlink(made_name);
}

const char *catalogue_file(const char *text)
{
    if (!made_name[0])
        atexit(remove_file);
    remove_file();
    const char *folder = getenv("TMPDIR");
    snprintf(made_name, sizeof made_name, "%s/signpost-test-XXXXXX.yaml", folder && *folder ? folder : P_tmpdir);
    int descriptor = mkstemps(made_name, 5);
    if (descriptor < 0 || write(descriptor, text, strlen(text)) != (ssize_t)strlen(text))
        fail_msg("a catalogue cannot be written: %s", strerror(errno));
    close(descriptor);
    return made_name;
}
