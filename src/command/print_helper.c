#include "command/print_helper.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "command/lock_words.h"
#include "command/print_helper_parts.h"
#include "text/memory.h"
#include "text/safe.h"
#include "text/ticks.h"

enum {
    LOOK_AGAIN = 100, /* milliseconds between two questions whether to go on */
    END_TIME = 5000,  /* that the helper has to end a program and to say so, beyond the time of the sheet */
    ROOM = 4 * PRINT_HELPER_MOST, /* for a whole packet in the socket, with what the system adds: socket(7) */
};

struct print_helper {
    struct helper_line *line;
};

struct helper_line {
    int descriptor; /* -1 once it is of no use any more */
    int seconds;
    uint32_t number; /* of the last order */
};

/* Above the standard three, even in a process that was started without them. */
static int lift(int descriptor)
{
    int above = fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    int error = errno;
    close(descriptor);
    errno = error;
    return above;
}

static bool make_ends(int ends[2])
{
    static const int room = ROOM;
    if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) != 0)
        return false;
    for (int i = 0; i < 2; i++) {
        ends[i] = lift(ends[i]);
        if (ends[i] < 0) {
            int error = errno;
            close(ends[1 - i]);
            errno = error;
            return false;
        }
        setsockopt(ends[i], SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
    }
    return fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0;
}

struct print_helper *print_helper_start(const char *const *words, size_t count, int seconds)
{
    int ends[2];
    if (!make_ends(ends))
        return NULL;
    pid_t process = fork();
    if (process == 0)
        print_helper_live(&(struct print_work){.words = words, .count = count, .seconds = seconds, .orders = ends[1]});
    int error = errno;
    close(ends[1]);
    if (process < 0) {
        close(ends[0]);
        errno = error;
        return NULL;
    }
    struct print_helper *helper = memory_new(1, sizeof *helper);
    helper->line = memory_new(1, sizeof *helper->line);
    *helper->line = (struct helper_line){.descriptor = ends[0], .seconds = seconds};
    return helper;
}

/* For good: without it nothing can be printed until the kiosk is started again. */
static void give_up(struct helper_line *line)
{
    if (line->descriptor >= 0)
        close(line->descriptor);
    line->descriptor = -1;
}

/* Sends a packet. False when the helper does not take it; EAGAIN in errno says that it may do so later. */
static bool send_packet(const struct helper_line *line, const struct print_order *order, const struct buffer *sheet)
{
    /* writev does not change what it sends; its type is older than const. */
    struct iovec parts[2] = {{.iov_base = (void *)(uintptr_t)order, .iov_len = sizeof *order}, {0}};
    if (sheet)
        parts[1] = (struct iovec){.iov_base = sheet->bytes, .iov_len = sheet->length};
    ssize_t sent;
    do
        sent = writev(line->descriptor, parts, sheet ? 2 : 1);
    while (sent < 0 && errno == EINTR);
    return sent >= 0;
}

enum heard { HEARD_NOTHING, HEARD_PRINTED, HEARD_FAILED, HEARD_END };

/* What the helper says of the last order; answers to earlier ones, which were waited for no longer, are passed over. */
static enum heard hear(const struct helper_line *line, struct buffer *said)
{
    struct {
        struct print_answer head;
        char words[PRINT_ANSWER_MOST];
    } answer;
    for (;;) {
        ssize_t length = read(line->descriptor, &answer, sizeof answer);
        if (length < 0 && errno == EINTR)
            continue;
        if (length < 0 && errno == EAGAIN)
            return HEARD_NOTHING;
        if (length < (ssize_t)sizeof answer.head)
            return HEARD_END;
        if (answer.head.number != line->number)
            continue;
        if (answer.head.printed == 0)
            safe_text(said, answer.words, (size_t)length - sizeof answer.head, false);
        return answer.head.printed != 0 ? HEARD_PRINTED : HEARD_FAILED;
    }
}

/* Waits for the answer. Once somebody says no, the helper is told so, and has a short time to end the program and to answer. */
static enum heard wait_for_answer(const struct helper_line *line, bool (*go_on)(void *), void *asker, struct buffer *said)
{
    int64_t until = ticks_now() + (int64_t)line->seconds * 1000 + END_TIME;
    bool stopped = false;
    while (ticks_now() < until) {
        struct pollfd way = {.fd = line->descriptor, .events = POLLIN};
        enum heard heard = poll(&way, 1, LOOK_AGAIN) > 0 ? hear(line, said) : HEARD_NOTHING;
        if (heard != HEARD_NOTHING)
            return heard;
        if (!stopped && !go_on(asker)) {
            stopped = true;
            until = ticks_now() + END_TIME;
            if (!send_packet(line, &(struct print_order){.number = line->number}, NULL))
                return HEARD_END;
        }
    }
    return HEARD_END;
}

static enum heard order(struct helper_line *line, const struct buffer *sheet, bool (*go_on)(void *), void *asker, struct buffer *said)
{
    if (line->descriptor < 0)
        return HEARD_END;
    line->number = line->number == UINT32_MAX ? 1 : line->number + 1;
    /* The helper has nothing else to do, so a full socket is one that nobody reads. */
    if (!send_packet(line, &(struct print_order){.number = line->number, .length = (uint32_t)sheet->length}, sheet))
        return HEARD_END;
    return wait_for_answer(line, go_on, asker, said);
}

bool print_helper_print(const void *helper, const struct buffer *sheet, bool (*go_on)(void *), void *asker, struct buffer *said)
{
    struct helper_line *line = ((const struct print_helper *)helper)->line;
    struct sigaction before;
    struct sigaction ignored = {.sa_handler = SIG_IGN};
    sigemptyset(&ignored.sa_mask);
    if (sheet->length == 0 || sheet->length > PRINT_HELPER_MOST) {
        buffer_add_text(said, sheet->length == 0 ? SAY_HELPER_NO_SHEET : SAY_HELPER_TOO_LONG);
        return false;
    }
    sigaction(SIGPIPE, &ignored, &before);
    enum heard heard = order(line, sheet, go_on, asker, said);
    sigaction(SIGPIPE, &before, NULL);
    if (heard == HEARD_END) {
        give_up(line);
        buffer_clear(said);
        buffer_add_text(said, SAY_HELPER_GONE);
    }
    return heard == HEARD_PRINTED;
}

void print_helper_end(struct print_helper *helper)
{
    if (!helper)
        return;
    give_up(helper->line);
    free(helper->line);
    free(helper);
}
