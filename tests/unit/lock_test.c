/* What a locked process cannot do, each piece by itself, and what it says when one is missing. */
#include "config.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pty.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/time.h>

#include "locked.h"

enum { MESSAGES = 4096 }; /* bytes that a log may still grow by */

static struct folder folder;
static char readable[1024];  /* a file in a folder that the wish names */
static char elsewhere[1024]; /* one in another folder */
static char program[1024];   /* in the readable folder */
static int terminal = -1;

static int run_a_program(void)
{
    char *const words[] = {program, NULL};
    execv(program, words);
    return errno;
}

static int make_a_process(void)
{
    if (fork() == 0)
        _exit(0);
    return 0;
}

static int make_a_process_with_clone(void)
{
    return syscall(SYS_clone, (long)SIGCHLD, 0L, 0L, 0L, 0L) == 0 ? (_exit(0), 0) : errno;
}

static int make_a_user_namespace(void)
{
    return syscall(SYS_unshare, 0x10000000L) == 0 ? 0 : errno;
}

static int open_a_socket(void)
{
    return socket(AF_INET, SOCK_STREAM, 0) < 0 ? errno : 0;
}

static int open_a_local_socket(void)
{
    int ends[2];
    return socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0 ? errno : 0;
}

static int open_with(const char *path, int flags)
{
    int descriptor = open(path, flags, 0600);
    return descriptor < 0 ? errno : 0;
}

static int open_for_writing(void)
{
    return open_with(readable, O_WRONLY);
}

static int open_for_both(void)
{
    return open_with(readable, O_RDWR);
}

static int open_for_adding(void)
{
    return open_with(readable, O_WRONLY | O_APPEND);
}

static int open_and_empty(void)
{
    return open_with(readable, O_RDONLY | O_TRUNC);
}

static int make_a_file(void)
{
    char path[1100];
    snprintf(path, sizeof path, "%s.new", readable);
    return open_with(path, O_RDONLY | O_CREAT);
}

static int make_a_file_without_name(void)
{
    return open_with("/tmp", O_TMPFILE | O_RDWR);
}

static int cut_a_file(void)
{
    return truncate(readable, 0) < 0 ? errno : 0;
}

static int remove_a_file(void)
{
    return unlink(readable) < 0 ? errno : 0;
}

static int rename_a_file(void)
{
    return rename(readable, elsewhere) < 0 ? errno : 0;
}

static int make_a_folder(void)
{
    char path[1100];
    snprintf(path, sizeof path, "%s.folder", readable);
    return mkdir(path, 0700) < 0 ? errno : 0;
}

static int make_a_link(void)
{
    char path[1100];
    snprintf(path, sizeof path, "%s.link", readable);
    return symlink("/etc", path) < 0 ? errno : 0;
}

static int change_rights(void)
{
    return chmod(readable, 0777) < 0 ? errno : 0;
}

static int type_on_the_terminal(void)
{
    return ioctl(terminal, TIOCSTI, "x") < 0 ? errno : 0;
}

static int take_the_terminal(void)
{
    return ioctl(terminal, TIOCSCTTY, 0) < 0 ? errno : 0;
}

static int make_memory_a_program(void)
{
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return mprotect(page, 4096, PROT_READ | PROT_EXEC) < 0 ? errno : 0;
}

static int get_a_program_in_memory(void)
{
    return mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? errno : 0;
}

static int make_a_file_in_memory(void)
{
    return syscall(SYS_memfd_create, "x", 0L) < 0 ? errno : 0;
}

static int trace_the_parent(void)
{
    return ptrace(PTRACE_ATTACH, getppid(), NULL, NULL) < 0 ? errno : 0;
}

static int signal_the_parent(void)
{
    return kill(getppid(), 0) < 0 ? errno : 0;
}

static int signal_everybody(void)
{
    return kill(0, SIGCONT) < 0 ? errno : 0;
}

static int raise_a_limit(void)
{
    return setrlimit(RLIMIT_CORE, &(struct rlimit){RLIM_INFINITY, RLIM_INFINITY}) < 0 ? errno : 0;
}

static int be_dumpable(void)
{
    return prctl(PR_SET_DUMPABLE, 1UL, 0UL, 0UL, 0UL) < 0 ? errno : 0;
}

static int set_the_clock(void)
{
    return settimeofday(&(struct timeval){.tv_sec = 1}, NULL) < 0 ? errno : 0;
}

static int use_rings(void)
{
    return syscall(425 /* io_uring_setup */, 1L, NULL) < 0 ? errno : 0;
}

static int mount_something(void)
{
    return syscall(SYS_mount, "none", "/tmp", "tmpfs", 0L, NULL) < 0 ? errno : 0;
}

static int an_unknown_call(void)
{
    return syscall(4000L) < 0 ? errno : 0;
}

static const struct {
    const char *name;
    int (*act)(void);
} deadly[] = {
    {"exec", run_a_program},
    {"fork", make_a_process},
    {"clone", make_a_process_with_clone},
    {"unshare", make_a_user_namespace},
    {"socket", open_a_socket},
    {"socketpair", open_a_local_socket},
    {"open for writing", open_for_writing},
    {"open for both", open_for_both},
    {"open for adding", open_for_adding},
    {"open and empty", open_and_empty},
    {"create", make_a_file},
    {"create without a name", make_a_file_without_name},
    {"truncate", cut_a_file},
    {"unlink", remove_a_file},
    {"rename", rename_a_file},
    {"mkdir", make_a_folder},
    {"symlink", make_a_link},
    {"chmod", change_rights},
    {"TIOCSTI", type_on_the_terminal},
    {"TIOCSCTTY", take_the_terminal},
    {"mprotect", make_memory_a_program},
    {"mmap", get_a_program_in_memory},
    {"memfd_create", make_a_file_in_memory},
    {"ptrace", trace_the_parent},
    {"kill another", signal_the_parent},
    {"kill the group", signal_everybody},
    {"setrlimit", raise_a_limit},
    {"PR_SET_DUMPABLE", be_dumpable},
    {"settimeofday", set_the_clock},
    {"io_uring", use_rings},
    {"mount", mount_something},
    {"an unknown call", an_unknown_call},
};

static struct load_request wish(void)
{
    static const char *path;
    path = readable;
    return (struct load_request){.paths = &path, .path_count = 1};
}

static void the_kernel_ends_what_does_more_than_its_work(void **state)
{
    (void)state;
    struct lock_got got;
    struct load_request request = wish();
    needs_piece(LOCK_CALLS);
    for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++) {
        int status = in_a_locked_process(&(struct try){.request = &request, .act = deadly[i].act}, &got);
        if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGSYS)
            print_error("%s\n", deadly[i].name);
        assert_true(WIFSIGNALED(status));
        assert_int_equal(WTERMSIG(status), SIGSYS);
    }
    struct stat now;
    assert_int_equal(stat(readable, &now), 0);
    assert_int_equal(now.st_size, 5);
}

#ifdef __x86_64__
/* The calls of 32 bits have other numbers: 20 is getpid there, and writev here. */
static int call_as_another_machine(void)
{
    long result;
    __asm__ volatile("int $0x80" : "=a"(result) : "a"(20L) : "memory");
    return result > 0 ? 0 : 1;
}

/* And those of the third kind of program on this processor have their own bit. */
static int call_as_x32(void)
{
    return syscall(0x40000000L + SYS_getpid) > 0 ? 0 : 1;
}

static void no_call_comes_in_by_another_door(void **state)
{
    (void)state;
    struct lock_got got;
    needs_piece(LOCK_CALLS);
    int status = in_a_locked_process(&(struct try){.act = call_as_another_machine}, &got);
    /* A kernel without calls of 32 bits ends it with another signal. */
    assert_true(WIFSIGNALED(status) && (WTERMSIG(status) == SIGSYS || WTERMSIG(status) == SIGSEGV));
    status = in_a_locked_process(&(struct try){.act = call_as_x32}, &got);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGSYS);
}
#endif

static int look_elsewhere(void)
{
    return open_with(elsewhere, O_RDONLY);
}

static int look_at_what_is_wished(void)
{
    return open_with(readable, O_RDONLY);
}

static int look_into_a_folder(void)
{
    return open_with("/etc", O_RDONLY | O_DIRECTORY);
}

static int call_another_machine(void)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(9), .sin_addr = {htonl(INADDR_LOOPBACK)}};
    int descriptor = socket(AF_INET, SOCK_STREAM, 0);
    return connect(descriptor, (const struct sockaddr *)&address, sizeof address) < 0 ? errno : 0;
}

/* With Landlock alone, the list of calls taken away. */
static void the_rest_of_the_disk_is_out_of_reach(void **state)
{
    (void)state;
    static int (*const refused[])(void) = {look_elsewhere, look_into_a_folder, run_a_program,  open_for_writing, open_for_both,
                                           make_a_file,    remove_a_file,      make_a_folder,  make_a_link};
    struct lock_got got;
    struct load_request request = wish();
    needs_piece(LOCK_FILES);
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        int status = in_a_locked_process(&(struct try){.request = &request, .away = 1U << LOCK_CALLS, .act = refused[i]}, &got);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), EACCES);
    }
    int status = in_a_locked_process(&(struct try){.request = &request, .away = 1U << LOCK_CALLS, .act = look_at_what_is_wished}, &got);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    if (syscall(SYS_landlock_create_ruleset, NULL, 0, 1) < 4) {
        print_message("this kernel's Landlock knows nothing of networks\n");
        return;
    }
    status = in_a_locked_process(&(struct try){.request = &request, .away = 1U << LOCK_CALLS, .act = call_another_machine}, &got);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), EACCES);
}

/* 0 when the small pieces hold; the number of the first that does not. */
static int small_pieces_hold(void)
{
    struct rlimit core = {1, 1};
    struct rlimit size = {1, 1};
    if (prctl(PR_GET_NO_NEW_PRIVS, 0UL, 0UL, 0UL, 0UL) != 1)
        return 1;
    if (prctl(PR_GET_DUMPABLE, 0UL, 0UL, 0UL, 0UL) != 0)
        return 2;
    if (getrlimit(RLIMIT_CORE, &core) != 0 || core.rlim_max != 0)
        return 3;
    if (getrlimit(RLIMIT_FSIZE, &size) != 0 || size.rlim_max == RLIM_INFINITY)
        return 4;
    /* It is told, and lives. */
    return write(terminal, "x", 1) == 1 ? 0 : 5;
}

static int write_into_an_open_file(void)
{
    if (write(STDERR_FILENO, "x", 1) != 1)
        return 1;
    /* A message goes there, and no more. */
    return lseek(STDERR_FILENO, MESSAGES + 5, SEEK_SET) > 0 && write(STDERR_FILENO, "x", 1) < 0 ? errno : 0;
}

static void the_small_pieces_hold(void **state)
{
    (void)state;
    struct lock_got got;
    int status = in_a_locked_process(&(struct try){.away = 1U << LOCK_CALLS, .act = small_pieces_hold}, &got);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);

    int before = dup(STDERR_FILENO);
    int file = open(elsewhere, O_WRONLY);
    assert_true(before >= 0 && file >= 0);
    dup2(file, STDERR_FILENO);
    status = in_a_locked_process(&(struct try){.act = write_into_an_open_file}, &got);
    dup2(before, STDERR_FILENO);
    close(before);
    close(file);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), EFBIG);
}

static void each_missing_piece_is_told(void **state)
{
    (void)state;
    static const char *const words[LOCK_PIECES] = {
        [LOCK_NO_NEW_PRIVILEGES] = "programs that it starts get no more rights (this kernel does not have it, or has it switched off)",
        [LOCK_NO_CORE] = "a crash leaves no memory in a file (the system does not allow it)",
        [LOCK_NOT_DUMPABLE] = "other programs cannot look into its memory (this kernel does not have it, or has it switched off)",
        [LOCK_FEW_RESOURCES] = "no file can grow (the system does not allow it)",
        [LOCK_FILES] = "the rest of the disk cannot be seen (Landlock) (this kernel does not have it, or has it switched off)",
        [LOCK_CALLS] = "it cannot start programs, write or use a network (seccomp) (this kernel does not have it, or has it switched off)",
    };
    struct lock_got whole;
    in_a_locked_process(&(struct try){0}, &whole);
    for (int piece = 0; piece < LOCK_PIECES; piece++) {
        struct lock_got got;
        struct buffer said = {0};
        if (!whole.got[piece]) {
            print_message("%s is missing here anyway\n", piece_names[piece]);
            continue;
        }
        /* Who is not root may lock files and calls only without new privileges; a test that is not root has given them up already. */
        in_a_locked_process(&(struct try){.away = 1U << piece}, &got);
        for (int other = 0; other < LOCK_PIECES; other++)
            assert_int_equal(got.got[other], other != piece && whole.got[other]);
        assert_false(lock_is_whole(&got));
        lock_words(&said, &got);
        assert_non_null(strstr(buffer_text(&said), words[piece]));
        assert_null(strstr(buffer_text(&said), "is locked in"));
        buffer_free(&said);
    }
}

static void what_all_pieces_say(void **state)
{
    (void)state;
    struct lock_got got = {0};
    struct buffer said = {0};
    for (int piece = 0; piece < LOCK_PIECES; piece++)
        got.got[piece] = true;
    assert_true(lock_is_whole(&got));
    lock_words(&said, &got);
    assert_string_equal(buffer_text(&said), "The kiosk is locked in: it can read its lists and draw on this screen, and nothing else.\n");
    buffer_clear(&said);
    got.got[LOCK_CALLS] = false;
    got.why[LOCK_CALLS] = LOCK_NOT_BUILT;
    got.got[LOCK_FILES] = false;
    got.why[LOCK_FILES] = ENOMEM;
    lock_words(&said, &got);
    assert_non_null(strstr(buffer_text(&said), "(seccomp) (this Signpost was made without it).\n"));
    assert_non_null(strstr(buffer_text(&said), "(Landlock) (Cannot allocate memory).\n"));
    buffer_free(&said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_kernel_ends_what_does_more_than_its_work),
#ifdef __x86_64__
        cmocka_unit_test(no_call_comes_in_by_another_door),
#endif
        cmocka_unit_test(the_rest_of_the_disk_is_out_of_reach),
        cmocka_unit_test(the_small_pieces_hold),
        cmocka_unit_test(each_missing_piece_is_told),
        cmocka_unit_test(what_all_pieces_say),
    };
    int controller = -1;
    cmocka_set_message_output(CM_OUTPUT_TAP);
    folder = folder_new();
    assert_int_equal(mkdir(folder_path(&folder, "list"), 0700), 0);
    snprintf(readable, sizeof readable, "%s", folder_put_text(&folder, "list/list.yaml", "text\n"));
    snprintf(program, sizeof program, "%s", folder_put_text(&folder, "list/program", "#!/bin/sh\n"));
    snprintf(elsewhere, sizeof elsewhere, "%s", folder_put_text(&folder, "elsewhere", "text\n"));
    assert_int_equal(chmod(program, 0755), 0);
    assert_int_equal(openpty(&controller, &terminal, NULL, NULL, NULL), 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    folder_remove(folder.path);
    return failed;
}
