/* The calls of the kernel that the kiosk may make. libseccomp makes of the list what the kernel wants; the list is what was seen to be used by curses, glibc
 * (memory, threads, time, reading of folders), read/watch.c and screen/reading.c, by strace and by reading them. */
#include "config.h"

#include <errno.h>

#include "command/lock_parts.h"

int lock_calls(void)
{
    return LOCK_NOT_BUILT;
}
