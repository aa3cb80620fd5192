/* What the kiosk and its print helper say to each other, a packet each, over a socket that keeps packets apart. For print_helper*.c only. */
#ifndef COMMAND_PRINT_HELPER_PARTS_H
#define COMMAND_PRINT_HELPER_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* To the helper: this and the bytes of a sheet; this alone, with no length, says that the sheet of the number is no longer wanted. */
struct print_order {
    uint32_t number;
    uint32_t length; /* of the sheet */
};

/* From the helper, once for each packet that it takes and does not know as a wish to stop: this, and up to PRINT_ANSWER_MOST bytes of a sentence. */
struct print_answer {
    uint32_t number; /* of the order; 0: it had none */
    uint32_t printed;
};

enum { PRINT_ANSWER_MOST = 600 };

struct print_work {
    const char *const *words;
    size_t count;
    int seconds;
    int orders; /* the helper's end of the socket, and all that it has open */
};

/* The life of the helper: takes orders until the other end is closed. In a process of its own. */
_Noreturn void print_helper_live(const struct print_work *work);

#endif
