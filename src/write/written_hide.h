/* An address that is to stay hidden is written nowhere (CATALOGUE.md, "meets"): it is taken out of what is to be written. */
#ifndef WRITE_WRITTEN_HIDE_H
#define WRITE_WRITTEN_HIDE_H

#include "read/written.h"

/* Told of each text that is taken out, once: whose it is ("juno/groups"), in which field, and the file and line where it stands. */
typedef void hidden_told(void *data, const char *about, const char *field, struct position where);

/* Takes away where hidden places are, leaving that there is one; the places of sessions of such a service, for it may be that one; and every other
 * text of it that names a hidden place. Gives how many texts were taken out or cut. */
size_t written_hide(struct written *written, hidden_told *told, void *data);

#endif
