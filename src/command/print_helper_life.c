#include "command/print_helper_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "command/lock.h"
#include "command/lock_words.h"
#include "command/print.h"
#include "command/print_helper.h"
#include "text/memory.h"
#include "text/safe.h"
#include "text/ticks.h"
#include "text/utf8.h"

/* One order as it came, one byte longer than any that is good, so that a longer one shows. */
struct packet {
    struct print_order order;
    char text[PRINT_HELPER_MOST + 1];
};

/* A sheet being printed. */
struct task {
    const struct print_work *work;
    uint32_t number;
    int64_t until; /* ticks */
    bool late;
    bool unwanted;
    bool deserted; /* the kiosk has ended, or says what makes no sense */
};

/* A process of its own, that no key and no closed terminal reaches, with nothing of the terminal and no file of the kiosk's. */
static void leave_the_kiosk(int kept)
{
    static const char *const only_the_kiosks[] = {"TERM", "SIGNPOST_DATA", "SIGNPOST_LOCALE", "NCURSES_GPM_TERMS"};
    static const int plain[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGTSTP, SIGCONT, SIGWINCH};
    sigset_t none;
    setsid();
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        signal(plain[i], SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (size_t i = 0; i < sizeof only_the_kiosks / sizeof *only_the_kiosks; i++)
        unsetenv(only_the_kiosks[i]);
    int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++)
        if (nothing < 0 || dup2(nothing, descriptor) < 0)
            close(descriptor);
    lock_close_all_but(kept);
}

/* The sheets that pass through are nobody else's business. */
static void keep_to_itself(void)
{
    setrlimit(RLIMIT_CORE, &(struct rlimit){0});
    prctl(PR_SET_DUMPABLE, 0UL, 0UL, 0UL, 0UL);
    prctl(PR_SET_NO_NEW_PRIVS, 1UL, 0UL, 0UL, 0UL);
}

/* The length of the next packet, 0 when the kiosk has ended. */
static size_t take_packet(int orders, struct packet *packet)
{
    ssize_t length;
    do
        length = read(orders, packet, sizeof *packet);
    while (length < 0 && errno == EINTR);
    return length > 0 ? (size_t)length : 0;
}

static bool has_come(int orders)
{
    struct pollfd way = {.fd = orders, .events = POLLIN};
    return poll(&way, 1, 0) > 0;
}

/* Asked while the program runs. The kiosk sends one sheet and waits, so all that can come meanwhile is that it is wanted no more, or the end. */
static bool goes_on(void *context)
{
    struct task *task = context;
    struct print_order order;
    if (ticks_now() >= task->until)
        task->late = true;
    while (!task->deserted && has_come(task->work->orders)) {
        ssize_t length = read(task->work->orders, &order, sizeof order);
        if (length < 0 && errno == EINTR)
            continue;
        task->unwanted = task->unwanted || (length == (ssize_t)sizeof order && order.number == task->number && order.length == 0);
        task->deserted = length != (ssize_t)sizeof order || order.length != 0;
    }
    return !task->late && !task->unwanted && !task->deserted;
}

/* Whether the bytes are text that moves no cursor and hides nothing, as every sheet of ours is: what safe_text would change is none. */
static bool is_text(const char *bytes, size_t length)
{
    struct buffer safe = {0};
    bool good = utf8_valid(bytes, length);
    /* Each byte can become one sign that stands for what was unsafe; no room is left behind that was moved from and not wiped. */
    buffer_reserve(&safe, 3 * length);
    for (size_t at = 0; good && at < length;) {
        const char *feed = memchr(bytes + at, '\f', length - at);
        size_t part = feed ? (size_t)(feed - bytes) - at : length - at;
        buffer_wipe(&safe);
        good = safe_text(&safe, bytes + at, part, true) == 0 && safe.length == part && memcmp(buffer_text(&safe), bytes + at, part) == 0;
        at += part + (feed ? 1 : 0);
    }
    buffer_wipe(&safe);
    buffer_free(&safe);
    return good;
}

static void answer(int orders, uint32_t number, bool printed, const struct buffer *words)
{
    struct {
        struct print_answer head;
        char words[PRINT_ANSWER_MOST];
    } packet = {.head = {.number = number, .printed = printed}};
    size_t length = words->length < sizeof packet.words ? words->length : sizeof packet.words;
    memcpy(packet.words, buffer_text(words), length);
    /* A kiosk that has ended hears nothing; the next look for an order says so. */
    ssize_t written = write(orders, &packet, sizeof packet.head + length);
    (void)written;
}

/* Prints one sheet and answers. False when there is no kiosk any more. */
static bool serve(const struct print_work *work, struct packet *packet, size_t length)
{
    struct task task = {.work = work, .number = packet->order.number, .until = ticks_now() + (int64_t)work->seconds * 1000};
    struct buffer sheet = {.bytes = packet->text, .length = packet->order.length, .room = sizeof packet->text};
    struct buffer why = {0};
    bool printed = false;
    if (packet->order.length > PRINT_HELPER_MOST || length > sizeof packet->order + PRINT_HELPER_MOST)
        buffer_add_text(&why, SAY_HELPER_TOO_LONG);
    else if (length != sizeof packet->order + packet->order.length || !is_text(packet->text, packet->order.length))
        buffer_add_text(&why, SAY_HELPER_NO_SHEET);
    else
        printed = print_sheet(work->words, work->count, &sheet, &(struct print_watch){goes_on, &task}, &why);
    if (task.late && !printed) {
        buffer_clear(&why);
        buffer_add_text(&why, SAY_HELPER_SLOW);
    }
    answer(work->orders, packet->order.number, printed, &why);
    buffer_free(&why);
    return !task.deserted;
}

_Noreturn void print_helper_live(const struct print_work *work)
{
    static struct packet packet;
    leave_the_kiosk(work->orders);
    keep_to_itself();
    /* What is written to a kiosk that has just ended must not end this before it has wiped the sheet. */
    signal(SIGPIPE, SIG_IGN);
    bool wanted = true;
    while (wanted) {
        size_t length = take_packet(work->orders, &packet);
        if (length == 0)
            break;
        if (length < sizeof packet.order)
            answer(work->orders, 0, false, &(struct buffer){0});
        else if (length > sizeof packet.order || packet.order.length > 0) /* else it is about a sheet that has been printed */
            wanted = serve(work, &packet, length);
        memory_wipe(&packet, sizeof packet);
    }
    memory_wipe(&packet, sizeof packet);
    _exit(0);
}
