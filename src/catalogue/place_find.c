/* Finding a place by its name, by a name that is nearly right, or by a postcode. */
#include "catalogue/place.h"

#include <math.h>
#include <string.h>

#include "catalogue/place_record.h"
#include "text/buffer.h"
#include "text/fold.h"
#include "text/memory.h"

enum {
    INWARD = 3,           /* 1AA */
    MOST_LETTERS = 7,     /* of a postcode without its space */
    LONGEST_POSTCODE = 64 /* bytes with everything that may stand around and inside it */
};

/* What someone looks for is wiped when it has been looked up. */
static void forget(struct buffer *text)
{
    buffer_wipe(text);
    buffer_free(text);
}

place_id gazetteer_find(const struct gazetteer *gazetteer, const char *text, size_t length)
{
    struct buffer key = {0};
    fold_key(&key, text, length);
    uint32_t place = key.length == 0 ? NAMES_NONE : names_find(gazetteer->names, buffer_text(&key), key.length);
    forget(&key);
    return place == NAMES_NONE ? PLACE_NONE : place;
}

/* A wider place first: more people mean it. Then by name. */
static int wider_first(const void *context, uint32_t left, uint32_t right)
{
    const struct place *left_place = gazetteer_at(context, left);
    const struct place *right_place = gazetteer_at(context, right);
    if (left_place->kind != right_place->kind)
        return left_place->kind < right_place->kind ? -1 : 1;
    int order = strcmp(left_place->name, right_place->name);
    return order != 0 ? order : (left > right) - (left < right);
}

size_t gazetteer_near(const struct gazetteer *gazetteer, const char *text, size_t length, place_id *near, size_t room)
{
    if (room > gazetteer->count)
        room = gazetteer->count;
    struct buffer key = {0};
    fold_key(&key, text, length);
    size_t count = names_near(gazetteer->names, buffer_text(&key), key.length, wider_first, gazetteer, near, room);
    forget(&key);
    return count;
}

/* The shape of a text: each of A to Z as A, each digit as 9. */
static void shape_of(const char *letters, size_t count, char shape[MOST_LETTERS + 1])
{
    for (size_t i = 0; i < count; i++)
        shape[i] = letters[i] >= '0' && letters[i] <= '9' ? '9' : letters[i] >= 'a' && letters[i] <= 'z' ? 'A' : '?';
    shape[count] = '\0';
}

/* The six shapes of an outward code: Royal Mail, "Programmer's guide to the Postcode Address File". */
static bool is_outward_shape(const char *shape)
{
    static const char *const shapes[] = {"A9", "A99", "A9A", "AA9", "AA99", "AA9A"};
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        if (strcmp(shape, shapes[i]) == 0)
            return true;
    }
    return false;
}

/* How many letters of a postcode, whole or outward only, are its outward code; 0 when it is none. */
static size_t outward_letters(const char *letters, size_t count)
{
    char shape[MOST_LETTERS + 1];
    if (count > MOST_LETTERS)
        return 0;
    shape_of(letters, count, shape);
    if (is_outward_shape(shape))
        return count;
    if (count <= INWARD || strcmp(shape + count - INWARD, "9AA") != 0)
        return 0;
    shape[count - INWARD] = '\0';
    return is_outward_shape(shape) ? count - INWARD : 0;
}

/* The letters of the first word where only the start of the inward code follows: "fk1 1" is in FK1, and not in FK11. */
static size_t letters_before_sector(const char *words)
{
    size_t first = strcspn(words, " ");
    const char *rest = words + first;
    char shape[MOST_LETTERS + 1];
    if (rest[0] != ' ' || strlen(rest + 1) >= INWARD || outward_letters(words, first) != first)
        return 0;
    shape_of(rest + 1, strlen(rest + 1), shape);
    return strcmp(shape, "9") == 0 || strcmp(shape, "9A") == 0 ? first : 0;
}

bool outward_code(const char *text, size_t length, char outward[OUTCODE_ROOM])
{
    memset(outward, 0, OUTCODE_ROOM);
    if (length > LONGEST_POSTCODE)
        return false;
    struct buffer words = {0};
    fold_words(&words, text, length);
    char letters[MOST_LETTERS] = {0};
    size_t count = 0;
    for (size_t i = 0; i < words.length && count <= MOST_LETTERS; i++) {
        if (words.bytes[i] == ' ')
            continue;
        if (count < MOST_LETTERS)
            letters[count] = words.bytes[i];
        count++;
    }
    size_t kept = letters_before_sector(buffer_text(&words));
    if (kept == 0)
        kept = outward_letters(letters, count);
    for (size_t i = 0; i < kept; i++)
        outward[i] = (char)(letters[i] >= 'a' ? letters[i] - 'a' + 'A' : letters[i]);
    memory_wipe(letters, sizeof letters);
    forget(&words);
    return kept > 0;
}

bool gazetteer_is_postcode(const char *text, size_t length)
{
    char outward[OUTCODE_ROOM];
    bool is = outward_code(text, length, outward);
    memory_wipe(outward, sizeof outward);
    return is;
}

struct whereabouts gazetteer_whereabouts(const struct gazetteer *gazetteer, const char *text, size_t length)
{
    struct whereabouts where = {.place = gazetteer_find(gazetteer, text, length), .centre = {(double)NAN, (double)NAN}};
    if (where.place == PLACE_NONE && outward_code(text, length, where.outcode)) {
        uint32_t number = outcode_number(gazetteer, where.outcode);
        if (number != NAMES_NONE) {
            where.place = gazetteer->outcodes[number].place;
            where.centre = gazetteer->outcodes[number].centre;
        }
    }
    if (where.place != PLACE_NONE && !point_known(where.centre))
        where.centre = gazetteer_at(gazetteer, where.place)->centre;
    return where;
}
