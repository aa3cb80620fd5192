/* Sentences of `convert`, `diff` and `merge`. Those that complain follow "signpost: ". */
#ifndef COMMAND_KEEPING_WORDS_H
#define COMMAND_KEEPING_WORDS_H

#include "text/words.h"

#define KEEPING_CONVERT_WHAT _("convert what? Name a catalogue: a YAML, CSV or JSON file, or a folder of them")
#define KEEPING_TO_WHAT _("convert to what? Say --to yaml, csv, json, hsds-3.0 or hsds-uk-3.0, or -o with a name that ends so")
#define KEEPING_NO_FORMAT _("--to: there is no format \"%s\"; yaml, csv, json, hsds-3.0 and hsds-uk-3.0 can be written, and hsds-3.0-service, hsds-uk-3.0-service and hsds-3.0-package")
#define KEEPING_NOT_WRITTEN _("nothing is written: something in these files would be lost")
#define KEEPING_MERGE_WHAT _("merge what? Name two or more catalogues: YAML, CSV or JSON files, or folders of them")
#define KEEPING_NO_PREFER _("--prefer: \"%s\" is none of first, last and newest")
#define KEEPING_NOT_MERGED(count) \
    plural("nothing is written: these files differ in %zu value; --prefer first, last or newest decides", \
           "nothing is written: these files differ in %zu values; --prefer first, last or newest decides", count)
#define KEEPING_NOT_JOINED(count) \
    plural("nothing is written: these files differ in %zu value; `signpost merge --prefer` decides", \
           "nothing is written: these files differ in %zu values; `signpost merge --prefer` decides", count)
/* TRANSLATORS: "list.csv:4: juno/groups, stage_to: 2 years; list.yaml:12 says 3 years". */
#define KEEPING_CONFLICT _("%s:%u: %s: \"%s\"; %s:%u says \"%s\"")
#define KEEPING_TAKEN _("%s:%u: %s: \"%s\" is taken; %s:%u says \"%s\"")
/* TRANSLATORS: file, line, service, field. */
#define KEEPING_HIDDEN _("%s:%u: %s: a hidden place stands in %s, so that is not written; --with-hidden keeps it")
#define KEEPING_NO_ROOM _("%s is not written: a spreadsheet has no place for it")
#define KEEPING_NEEDS_FOLDER _("a package is a folder of files: say which with -o")
#define KEEPING_FOLDER_TAKEN _("%s: something stands there already; a package goes into a new folder, or an empty one")
#define KEEPING_NO_SERVICE _("--service: there is no service \"%s\" in these files")
#define KEEPING_ONE_SERVICE(count) \
    plural("nothing is written: there is %zu service, and this format holds one", \
           "nothing is written: there are %zu services, and this format holds one; --service says which", count)
#define KEEPING_DIFF_WHAT _("compare what? Name two catalogues, the old one first: signpost diff old.yaml new.yaml")
#define KEEPING_DIFF_STDIN _("only one of the two can be standard input")

#endif
