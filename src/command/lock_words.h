/* What the lock of the kiosk and its print helper say. The first part is for staff, at the start; the second may stand on a visitor's screen, and follows
 * print.c: it begins small and ends without a stop. */
#ifndef COMMAND_LOCK_WORDS_H
#define COMMAND_LOCK_WORDS_H

#include "text/words.h"

#define LOCK_IS_WHOLE _("The kiosk is locked in: it can read its lists and draw on this screen, and nothing else.")
/* TRANSLATORS: the first %s is one of the next six, the second the reason. */
#define LOCK_LACKS _("The kiosk is not fully locked in. Missing: %s (%s).")
#define LOCK_LACKS_NO_NEW_PRIVILEGES N_("programs that it starts get no more rights")
#define LOCK_LACKS_NO_CORE N_("a crash leaves no memory in a file")
#define LOCK_LACKS_NOT_DUMPABLE N_("other programs cannot look into its memory")
#define LOCK_LACKS_FEW_RESOURCES N_("no file can grow")
#define LOCK_LACKS_FILES N_("the rest of the disk cannot be seen (Landlock)")
#define LOCK_LACKS_CALLS N_("it cannot start programs, write or use a network (seccomp)")
#define LOCK_WHY_KERNEL _("this kernel does not have it, or has it switched off")
#define LOCK_WHY_REFUSED _("the system does not allow it")
#define LOCK_WHY_NOT_BUILT _("this Signpost was made without it")

#define SAY_HELPER_GONE _("the sheet was not printed: the part that prints has stopped, and staff must start this screen again")
#define SAY_HELPER_SLOW _("the sheet was not printed: the printer took too long")
#define SAY_HELPER_TOO_LONG _("the sheet was not printed: it is too long")
#define SAY_HELPER_NO_SHEET _("the sheet was not printed: it is not a sheet of text")

#endif
