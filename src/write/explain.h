/* "What is peer support?" as lines with roles, the same in the browser and line by line. */
#ifndef WRITE_EXPLAIN_H
#define WRITE_EXPLAIN_H

#include "catalogue/explainer.h"
#include "text/arena.h"
#include "write/sheet.h"

/* The parts for the reader, in the language of the interface where they have it: headings, paragraphs and, for a professional, where each part
 * is from. Never empty: without a part for the reader (explainer may be NULL) it says the little that the program itself knows. Texts live
 * in the arena or are the explainer's. */
struct sheet explain(const struct explainer *explainer, enum reader reader, struct arena *arena);

#endif
