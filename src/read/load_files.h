/* Which files make a catalogue: paths and folders → files, in order. */
#ifndef READ_LOAD_FILES_H
#define READ_LOAD_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/problem.h"
#include "read/bytes.h"
#include "read/load.h"
#include "text/arena.h"

enum file_kind { FILE_UNKNOWN, FILE_YAML, FILE_CSV, FILE_JSON };

/* By the end of its name. */
enum file_kind file_kind_of(const char *path);

/* As what a file is read: YAML and CSV by the end of its name; else by what is in it, a spreadsheet if its first line has "service" or "name" as a cell of
 * its own, Open Referral, or else YAML. mapped: there is a mapping file, which is for spreadsheets. */
enum file_kind file_kind_to_read(const char *path, const struct bytes *bytes, bool mapped);

struct listed_file {
    const char *path;
    bool named;          /* by the request itself, not found in a folder */
    size_t size;         /* bytes, by what the system says; 0 when not known */
};

/* Start with an arena for the paths; free items and folders. */
struct file_list {
    struct arena *arena;
    struct listed_file *items;
    size_t count;
    size_t room;
    const char **folders; /* that were looked through */
    size_t folder_count;
    size_t folder_room;
};

/* Adds the files of every path of the request: a file as it is (whether it is there or can be read is not asked), a folder as its *.yaml,
 * *.yml, *.csv, *.json, *.jsonl and *.ndjson and those of the folders within, in the order of their names. Of a folder with a datapackage.json, that alone. Hidden names and the request's own data files are passed
 * over; folders more than 8 deep too, with a warning. False, with a problem, when a folder cannot be looked at or has no such file. */
bool file_list_make(struct file_list *list, const struct load_request *request, struct problems *problems);

/* Adds the .yaml and .yml files of a folder that need not be there. False when it is not there or cannot be read, which is then a problem. */
bool file_list_folder(struct file_list *list, const char *path, struct problems *problems);

#endif
