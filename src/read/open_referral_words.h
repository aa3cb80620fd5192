/* What is said of files of JSON and of Open Referral. */
#ifndef READ_OPEN_REFERRAL_WORDS_H
#define READ_OPEN_REFERRAL_WORDS_H

#include "text/words.h"

#define WORDS_JSON_OPEN _("a bracket or a quotation mark of the entry that begins here is never closed")
#define WORDS_JSON_DUPLICATE_KEY _("a key stands twice in the same object just before this")
#define WORDS_NO_JSON _("this is not JSON: %s")
#define WORDS_JSON_TOO_LONG _("this entry is longer than %zu MB")
#define WORDS_JSON_NO_OBJECT _("expected a service, which is an object in braces; found something else")
#define WORDS_IS_ORGANISATION _("this is an organisation with no services in it, so it is left out")
#define WORDS_IS_LOCATION _("this is a location and not a service, so it is left out")
#define WORDS_IS_TAXONOMY _("this is a part of a taxonomy and not a service, so it is left out")
#define WORDS_IS_OTHER _("this is no service of Open Referral, so it is left out")
#define WORDS_ID_FROM_NAME _("this service has no id; it gets \"%s\", made from its name")
#define WORDS_ID_MADE _("Signpost's ids have a to z, 0 to 9 and hyphens; this service gets \"%s\"")
#define WORDS_ID_FURTHER _("this service is at another location, too; here it gets the id \"%s\"")
#define WORDS_WRONG_TYPE _("\"%s\" should be text; it is not read")
#define WORDS_TEXT_CUT _("\"%s\" is longer than %zu bytes; the rest is not read")
#define WORDS_REFERRAL_AREA _("no place is known by \"%s\", so the areas of this service count as not stated")
#define WORDS_REFERRAL_POINT _("this latitude and longitude is nowhere in these islands; it is not read")
#define WORDS_REFERRAL_DATE _("\"%s\" is no date, so it counts as never checked")
#define WORDS_REFERRAL_LANGUAGE _("no language is known by \"%s\"; it is not read")
#define WORDS_PHONE_FROM_TEXT _("the phone number stands only in the description; it is read from there")
#define WORDS_REFERRAL_COUNTS _("read as Open Referral; entries: %zu; used: %zu; left out: %zu%s")
#define WORDS_REFERRAL_NOT_READ _("Signpost has no field for these, so they are not shown: %s")
#define WORDS_REFERRAL_KIND(count) \
    plural("nothing says that %zu service is peer support or a helpline, so it stands under \"also try\"", \
           "nothing says that %zu services are peer support or a helpline, so they stand under \"also try\"", count)
#define WORDS_PACKAGE_OUTSIDE _("the file \"%s\" of this package would stand outside its folder; it is not read")
#define WORDS_PACKAGE_NO_TABLE _("the package names the file \"%s\", which is not there")
#define WORDS_SIGNPOST_VALUE _("this attribute of Signpost's own has no name in \"taxonomy_term\"; it is not read")

#endif
