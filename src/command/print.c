#include "command/print.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "command/words.h"
#include "text/memory.h"
#include "text/safe.h"

enum {
    MOST_SAID = 300,       /* bytes of what the program says that are told on */
    MOST_OPEN = 65536,     /* descriptors that are closed in the child: more than anybody hands down */
    LOOK_AGAIN = 200,      /* milliseconds after which the program may have ended although something keeps its output open */
    LOOK_SOON = 20,        /* the same for one that has closed all and is about to end */
    STOP_LOOKS = 5,        /* so often after being asked to end, it is ended */
    CANNOT_RUN = 127,
};

enum { READ_END, WRITE_END };

/* A program at work. Descriptors are -1 once closed. */
struct printing {
    pid_t program;
    int sheet;  /* into its standard input */
    int said;   /* out of its standard output and error */
    int failed; /* an errno when it could not be run at all, nothing otherwise */
    bool alone; /* it has a session of its own, with all that it starts */
    bool stopped;
    struct buffer words; /* what it said so far */
};

static void shut(int *descriptor)
{
    if (*descriptor >= 0)
        close(*descriptor);
    *descriptor = -1;
}

/* A pipe whose ends are never 0, 1 or 2, even when the program was started without those, and do not outlive an exec. */
static bool make_pipe(int ends[2])
{
    if (pipe(ends) != 0)
        return false;
    for (int end = 0; end < 2; end++) {
        int above = fcntl(ends[end], F_DUPFD_CLOEXEC, 3);
        int error = errno;
        close(ends[end]);
        ends[end] = above;
        if (above < 0) {
            close(ends[1 - end]);
            errno = error;
            return false;
        }
    }
    return true;
}

/* In the child: what is left to it is its three standard descriptors, the signals as they come, and the words. */
static _Noreturn void become(const char *const *words, size_t count, int sheet, int said, int failed, bool alone)
{
    if (alone)
        setsid();
    char **arguments = calloc(count + 1, sizeof *arguments);
    bool ready = arguments != NULL && dup2(sheet, STDIN_FILENO) >= 0 && dup2(said, STDOUT_FILENO) >= 0 && dup2(said, STDERR_FILENO) >= 0;
    long most = sysconf(_SC_OPEN_MAX);
    for (int descriptor = 3; descriptor < (most > 0 && most < MOST_OPEN ? (int)most : MOST_OPEN); descriptor++)
        if (descriptor != failed)
            close(descriptor);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
    if (ready) {
        /* execvp does not change the words; its type is older than const. */
        memcpy(arguments, words, count * sizeof *arguments);
        execvp(words[0], arguments);
    }
    int error = errno;
    ssize_t written = write(failed, &error, sizeof error);
    _exit(written == (ssize_t)sizeof error ? CANNOT_RUN : CANNOT_RUN - 1);
}

/* Starts the program. False with errno set when not even a process could be made. */
static bool start(struct printing *printing, const char *const *words, size_t count)
{
    int sheet[2];
    int said[2];
    int failed[2];
    if (!make_pipe(sheet))
        return false;
    bool good = make_pipe(said);
    if (good && !make_pipe(failed)) {
        shut(&said[READ_END]);
        shut(&said[WRITE_END]);
        good = false;
    }
    if (!good) {
        shut(&sheet[READ_END]);
        shut(&sheet[WRITE_END]);
        return false;
    }
    printing->program = fork();
    int error = errno;
    if (printing->program == 0)
        become(words, count, sheet[READ_END], said[WRITE_END], failed[WRITE_END], printing->alone);
    shut(&sheet[READ_END]);
    shut(&said[WRITE_END]);
    shut(&failed[WRITE_END]);
    printing->sheet = sheet[WRITE_END];
    printing->said = said[READ_END];
    printing->failed = failed[READ_END];
    errno = error;
    return printing->program >= 0;
}

/* The errno with which the program could not be run, or 0. Waits until it runs. */
static int could_not_run(const struct printing *printing)
{
    int error = 0;
    ssize_t length;
    do
        length = read(printing->failed, &error, sizeof error);
    while (length < 0 && errno == EINTR);
    return length == (ssize_t)sizeof error ? error : 0;
}

/* Gives as much of the sheet as fits, from *sent on. */
static void send_some(struct printing *printing, const struct buffer *sheet, size_t *sent)
{
    ssize_t written = write(printing->sheet, sheet->bytes + *sent, sheet->length - *sent);
    if (written > 0)
        *sent += (size_t)written;
    else if (written < 0 && errno != EINTR && errno != EAGAIN)
        shut(&printing->sheet); /* it wants no more */
    if (*sent == sheet->length)
        shut(&printing->sheet);
}

static void hear_some(struct printing *printing)
{
    char bytes[512];
    ssize_t length = read(printing->said, bytes, sizeof bytes);
    if (length > 0 && printing->words.length < MOST_SAID)
        buffer_add(&printing->words, bytes, (size_t)length);
    else if (length == 0 || (length < 0 && errno != EINTR && errno != EAGAIN))
        shut(&printing->said);
}

static void make_patient(int descriptor)
{
    int flags = fcntl(descriptor, F_GETFL);
    if (flags >= 0)
        fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
}

static void stop(struct printing *printing, int signal_number)
{
    kill(printing->alone ? -printing->program : printing->program, signal_number);
    printing->stopped = true;
}

/* Asks the program to end, and after a while makes it. Gives its status as waitpid does. */
static int end_it(struct printing *printing)
{
    int status = -1;
    stop(printing, SIGTERM);
    for (int look = 0; look < STOP_LOOKS; look++) {
        if (waitpid(printing->program, &status, WNOHANG) == printing->program)
            return status;
        poll(NULL, 0, LOOK_AGAIN);
    }
    stop(printing, SIGKILL);
    while (waitpid(printing->program, &status, 0) < 0 && errno == EINTR)
        continue;
    return status;
}

static bool goes_on(const struct print_watch *watch)
{
    return !watch || watch->go_on(watch->context);
}

/* Gives the sheet and hears what the program says, until it has ended. Gives its status as waitpid does, -1 when that is not known. */
static int talk(struct printing *printing, const struct buffer *sheet, const struct print_watch *watch, size_t *sent)
{
    int status = -1;
    bool ended = false;
    make_patient(printing->sheet);
    make_patient(printing->said);
    if (sheet->length == 0)
        shut(&printing->sheet);
    while (!ended && (printing->sheet >= 0 || printing->said >= 0)) {
        struct pollfd ways[] = {{.fd = printing->sheet, .events = POLLOUT}, {.fd = printing->said, .events = POLLIN}};
        int ready = poll(ways, 2, LOOK_AGAIN);
        if (ready > 0 && ways[0].revents != 0)
            send_some(printing, sheet, sent);
        if (ready > 0 && ways[1].revents != 0)
            hear_some(printing);
        if (ready == 0)
            ended = waitpid(printing->program, &status, WNOHANG) == printing->program;
        if (!ended && !goes_on(watch))
            return end_it(printing);
    }
    shut(&printing->sheet);
    shut(&printing->said);
    while (!ended) {
        pid_t program = waitpid(printing->program, &status, watch ? WNOHANG : 0);
        if (program < 0 && errno != EINTR)
            return -1;
        ended = program == printing->program;
        if (!ended && !goes_on(watch))
            return end_it(printing);
        if (!ended && watch)
            poll(NULL, 0, LOOK_SOON);
    }
    return status;
}

/* "lp says: …", in one line. */
static void tell_said(struct buffer *why, const char *program, const struct printing *printing)
{
    struct buffer safe = {0};
    size_t length = printing->words.length < MOST_SAID ? printing->words.length : MOST_SAID;
    safe_text(&safe, buffer_text(&printing->words), length, false);
    while (safe.length > 0 && safe.bytes[safe.length - 1] == ' ')
        buffer_cut(&safe, safe.length - 1);
    if (safe.length > 0)
        buffer_format(why, SAY_NOT_PRINTED_SAYS, program, buffer_text(&safe));
    else
        buffer_format(why, SAY_NOT_PRINTED_SILENT, program);
    buffer_free(&safe);
}

bool print_sheet(const char *const *words, size_t count, const struct buffer *sheet, const struct print_watch *watch, struct buffer *why)
{
    struct printing printing = {.sheet = -1, .said = -1, .failed = -1, .alone = watch != NULL};
    struct sigaction before;
    struct sigaction ignored = {.sa_handler = SIG_IGN};
    sigemptyset(&ignored.sa_mask);
    size_t sent = 0;
    if (!start(&printing, words, count)) {
        buffer_format(why, SAY_NOT_PRINTED, strerror(errno));
        shut(&printing.sheet);
        shut(&printing.said);
        shut(&printing.failed);
        return false;
    }
    sigaction(SIGPIPE, &ignored, &before);
    int error = could_not_run(&printing);
    int status = talk(&printing, sheet, watch, &sent);
    shut(&printing.sheet);
    shut(&printing.said);
    sigaction(SIGPIPE, &before, NULL);
    shut(&printing.failed);
    bool good = error == 0 && !printing.stopped && sent == sheet->length && status >= 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (printing.stopped)
        buffer_add_text(why, SAY_PRINT_STOPPED);
    else if (error == ENOENT)
        buffer_format(why, SAY_NO_PRINT_PROGRAM, words[0]);
    else if (error != 0)
        buffer_format(why, SAY_PRINT_CANNOT_RUN, words[0], strerror(error));
    else if (!good)
        tell_said(why, words[0], &printing);
    buffer_free(&printing.words);
    return good;
}
