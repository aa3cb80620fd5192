/* What the keys of the table of actions send on xterm-256color and linux, so that a test meets every action without knowing one. */
#ifndef TESTS_SCREEN_SCREEN_KEYS_H
#define TESTS_SCREEN_SCREEN_KEYS_H

#include <stddef.h>
#include <stdint.h>

enum { KEY_BYTES = 8, KEYS_MOST = 512 };

/* The bytes of a press (screen/keys.h), NUL behind them; and what the Linux console sends. Both return out. */
const char *key_bytes(uint32_t press, char out[KEY_BYTES]);
const char *key_bytes_of_the_console(uint32_t press, char out[KEY_BYTES]);

/* Every key that an action has in one of the places (bits of enum where), each once, but those of quitting. Gives how many. */
size_t keys_of_the_table(unsigned where, uint32_t keys[KEYS_MOST]);

#endif
