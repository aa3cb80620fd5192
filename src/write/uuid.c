#include "write/uuid.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* FIPS 180-4, section 6.1. It guards nothing here: a hash is wanted that others have too. */
struct sha1 {
    uint32_t state[5];
    unsigned char block[64];
    uint64_t length;
};

static uint32_t rotate(uint32_t value, unsigned by)
{
    return value << by | value >> (32 - by);
}

static void add_block(struct sha1 *sha)
{
    uint32_t words[80];
    for (size_t i = 0; i < 16; i++)
        words[i] = (uint32_t)sha->block[i * 4] << 24 | (uint32_t)sha->block[i * 4 + 1] << 16 | (uint32_t)sha->block[i * 4 + 2] << 8 | sha->block[i * 4 + 3];
    for (size_t i = 16; i < 80; i++)
        words[i] = rotate(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    uint32_t a = sha->state[0], b = sha->state[1], c = sha->state[2], d = sha->state[3], e = sha->state[4];
    for (size_t i = 0; i < 80; i++) {
        uint32_t mixed = i < 20 ? (b & c) | (~b & d) : i < 40 || i >= 60 ? b ^ c ^ d : (b & c) | (b & d) | (c & d);
        static const uint32_t constants[4] = {0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xCA62C1D6};
        uint32_t next = rotate(a, 5) + mixed + e + constants[i / 20] + words[i];
        e = d;
        d = c;
        c = rotate(b, 30);
        b = a;
        a = next;
    }
    const uint32_t more[5] = {a, b, c, d, e};
    for (size_t i = 0; i < 5; i++)
        sha->state[i] += more[i];
}

static void add_byte(struct sha1 *sha, unsigned char byte)
{
    sha->block[sha->length++ % 64] = byte;
    if (sha->length % 64 == 0)
        add_block(sha);
}

void uuid_of(char out[UUID_TEXT], const char *name, size_t length)
{
    /* Drawn once at random, for Signpost alone. It must never change: ids that others keep are made with it. */
    static const unsigned char namespace[16] = {0x8e, 0x3b, 0x5d, 0x0a, 0x71, 0xc4, 0x4f, 0x26, 0xa9, 0x58, 0x1d, 0x90, 0x6b, 0xe2, 0x37, 0xf4};
    struct sha1 sha = {.state = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0}};
    unsigned char bytes[16];
    for (size_t i = 0; i < sizeof namespace; i++)
        add_byte(&sha, namespace[i]);
    for (size_t i = 0; i < length; i++)
        add_byte(&sha, (unsigned char)name[i]);
    uint64_t bits = sha.length * 8;
    add_byte(&sha, 0x80);
    while (sha.length % 64 != 56)
        add_byte(&sha, 0);
    for (unsigned shift = 64; shift > 0; shift -= 8)
        add_byte(&sha, (unsigned char)(bits >> (shift - 8)));
    for (size_t i = 0; i < 16; i++)
        bytes[i] = (unsigned char)(sha.state[i / 4] >> (24 - i % 4 * 8));
    bytes[6] = (unsigned char)((bytes[6] & 0x0F) | 0x50);
    bytes[8] = (unsigned char)((bytes[8] & 0x3F) | 0x80);
    for (size_t i = 0, at = 0; i < 16; i++) {
        at += (size_t)snprintf(out + at, UUID_TEXT - at, "%02x", bytes[i]);
        if (i == 3 || i == 5 || i == 7 || i == 9)
            out[at++] = '-';
    }
}

bool uuid_is(const char *text, size_t length)
{
    static const char digits[] = "0123456789abcdefABCDEF";
    if (length != UUID_TEXT - 1)
        return false;
    for (size_t i = 0; i < length; i++) {
        bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (hyphen ? text[i] != '-' : text[i] == '\0' || strchr(digits, text[i]) == NULL)
            return false;
    }
    return true;
}
