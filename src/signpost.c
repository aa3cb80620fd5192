/* Signpost: options, and which command runs. Nothing else. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command/command.h"
#include "command/help.h"
#include "command/language.h"
#include "command/output.h"
#include "command/words.h"
#include "screen/browse.h"
#include "text/fold.h"
#include "text/memory.h"

static _Noreturn void out_of_memory(void)
{
    static const char words[] = "signpost: there is not enough memory\n";
    browse_restore_terminal();
    /* No allocation may happen here; whether the message arrives changes nothing. */
    if (write(STDERR_FILENO, words, sizeof words - 1) < 0)
        _Exit(STATUS_COULD_NOT);
    _Exit(STATUS_COULD_NOT);
}

/* Writes a help text to standard output; it is what was asked for, so it is no message. */
static int print(void (*write_it)(struct buffer *, const struct command *), const struct command *command)
{
    struct buffer text = {0};
    write_it(&text, command);
    struct output *output = output_open(NULL);
    output_put(output, &text);
    buffer_free(&text);
    return output_close(output) ? STATUS_YES : STATUS_COULD_NOT;
}

static void version_for(struct buffer *out, const struct command *command)
{
    (void)command;
    help_version(out);
}

/* Whether the first word is neither a command, an option nor a file that is there; then says what was perhaps meant. */
static bool mistaken(const char *word)
{
    if (command_named(word) || *word == '-' || access(word, F_OK) == 0)
        return false;
    if (strchr(word, ':')) {
        complain(SAY_LOOKS_LIKE_NEED, word, word);
        return true;
    }
    if (strpbrk(word, "./"))
        return false; /* a file's name: the reader says that it is missing */
    struct near_name near = near_name_of(word);
    for (const struct command *command = commands; command->name; command++)
        near_name_try(&near, command->name);
    if (near.name)
        complain(SAY_NO_COMMAND_MEANT, word, near.name);
    else
        complain(SAY_NO_COMMAND, word);
    return true;
}

int main(int count, char **arguments)
{
    memory_on_failure(out_of_memory);
    language_begin();

    const struct command *command = count > 1 ? command_named(arguments[1]) : NULL;
    int taken = command ? 2 : 1;
    const struct command *running = command ? command : &commands[0];
    struct options options;
    if (count > 1 && mistaken(arguments[1]))
        return STATUS_COULD_NOT;
    if (!options_read(&options, running->options, count > taken ? (size_t)(count - taken) : 0, arguments + (count > taken ? taken : count)))
        return STATUS_COULD_NOT;
    int status;
    if (options.help)
        status = print(help_for, command);
    else if (options.version)
        status = print(version_for, NULL);
    else
        status = running->run(&options);
    options_free(&options);
    return status;
}
