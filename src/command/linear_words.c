#include "command/linear_words.h"

#include <stddef.h>

const char *const linear_help_guide[] = {
    N_("Four questions find what may suit you. Answer in your own words, or by the number of a choice."),
    N_("Enter skips a question. You can leave every one open."),
    N_("b goes back one question. l goes to the list at once. u undoes the last answer."),
    N_("? says what peer support is. ?? says it for professionals. 999 or help now says who can help at once."),
    N_("q leaves Signpost. Nothing you type is kept."),
    NULL,
};

const char *const linear_help_list[] = {
    N_("Each line of the list is one offer of support. A number opens it."),
    N_("Suits means that all you asked for is stated. To ask means that something is not stated."),
    N_("m says more of the list. l says it from the start."),
    N_("n says what nearly fits, and why it does not."),
    N_("f narrows the list down by what services say. r orders it by name, or again by how they fit."),
    N_("c changes what you look for. / and words searches, such as / music. / alone ends the search."),
    N_("g asks the questions again. u undoes the last change. a takes all away and starts again."),
    N_("k 3 keeps number 3, or lets it go. k alone says what is kept. w prints or saves a sheet of it."),
    N_("open 999 opens number 999, because 999 alone is for urgent help."),
    N_("e says which entries were left out of the list, and why."),
    N_("b goes back one step. ? says what peer support is, and ?? for professionals. q leaves Signpost."),
    NULL,
};

const char *const linear_help_change[] = {
    N_("A number takes that choice away. 0 takes all of them away. u brings back what was taken."),
    N_("To add something, type a word, a colon and what it should be. These can be typed:"),
    NULL,
};

const char *const linear_help_narrow[] = {
    N_("Each line says how many services would fit with that choice. A number chooses it, or takes it away again."),
    N_("What is chosen in one list is an alternative, such as a group or online. u undoes."),
    N_("Enter goes back, and then to the list."),
    NULL,
};

const char *const linear_help_write[] = {
    N_("A sheet lists what you kept: what it is, how to join, what to ask, and urgent help."),
    N_("Type the name of a file, such as sheet.txt. A name that ends in .html makes a page for printing."),
    N_("A name that ends in .ics saves when they meet, for the calendar of a phone."),
    N_("p prints it, if there is a printer. s reads it here and saves nothing."),
    N_("d leaves out words about why you have it, so that others can see it."),
    N_("f puts your name and phone on it. Without them there is a line to write on."),
    N_("b goes back and saves nothing."),
    NULL,
};
