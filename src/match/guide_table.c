/* The questions of the guide and what can be chosen, in the words that people read. */
#include "match/guide_parts.h"
#include "text/words.h"

static const struct guide_choice where_choices[] = {
    {N_("Scotland"), "in:Scotland", GUIDE_NONE},
    {N_("England"), "in:England", GUIDE_NONE},
    {N_("Wales"), "in:Wales", GUIDE_NONE},
    {N_("Northern Ireland"), "in:\"Northern Ireland\"", GUIDE_NONE},
    {N_("I would rather not say"), "", GUIDE_NONE},
};

static const struct guide_choice stage_choices[] = {
    [GUIDE_STAGE_PREGNANT] = {N_("I am pregnant"), "pregnant:any", GUIDE_WEEKS},
    [GUIDE_STAGE_CHILD] = {N_("I have a baby or a young child"), "child:any", GUIDE_AGE},
    [GUIDE_STAGE_LOSS] = {N_("I have lost a baby"), "after:loss", GUIDE_NONE},
    [GUIDE_STAGE_NOT_SAID] = {N_("I would rather not say"), "", GUIDE_NONE},
};

static const struct guide_choice who_choices[] = {
    {N_("The mother"), "who:mother", GUIDE_NONE},
    {N_("The father"), "who:father", GUIDE_NONE},
    {N_("A partner"), "who:partner", GUIDE_NONE},
    {N_("A grandparent, or someone else who helps"), "who:carer", GUIDE_NONE},
    {N_("I would rather not say"), "", GUIDE_NONE},
};

static const struct guide_choice how_choices[] = {
    {N_("In a group"), "format:group", GUIDE_NONE},
    {N_("With one person"), "format:one-to-one", GUIDE_NONE},
    {N_("Online"), "format:online", GUIDE_NONE},
    {N_("By phone"), "format:phone", GUIDE_NONE},
    {N_("I do not mind"), "", GUIDE_NONE},
};

static const struct guide_choice weeks_choices[] = {
    {N_("About 8 weeks"), "pregnant:8", GUIDE_NONE},
    {N_("About 16 weeks"), "pregnant:16", GUIDE_NONE},
    {N_("About 24 weeks"), "pregnant:24", GUIDE_NONE},
    {N_("About 32 weeks"), "pregnant:32", GUIDE_NONE},
    {N_("About 38 weeks"), "pregnant:38", GUIDE_NONE},
    {N_("I do not know, or would rather not say"), "pregnant:any", GUIDE_NONE},
};

static const struct guide_choice age_choices[] = {
    {N_("Under 6 weeks"), "child:0w", GUIDE_NONE},
    {N_("About 3 months"), "child:3m", GUIDE_NONE},
    {N_("About 6 months"), "child:6m", GUIDE_NONE},
    {N_("About 9 months"), "child:9m", GUIDE_NONE},
    {N_("1 year"), "child:1y", GUIDE_NONE},
    {N_("2 years"), "child:2y", GUIDE_NONE},
    {N_("3 years"), "child:3y", GUIDE_NONE},
    {N_("4 years"), "child:4y", GUIDE_NONE},
    {N_("I would rather not say"), "child:any", GUIDE_NONE},
};

#define CHOICES(list) .choices = (list), .choice_count = sizeof(list) / sizeof *(list)

const struct guide_row guide_rows[GUIDE_QUESTION_COUNT] = {
    [GUIDE_WHERE] = {.title = N_("Where"), .ask = N_("Where do you want to find support?"),
                     .hint = N_("Type a town, a council area or a postcode."), CHOICES(where_choices),
                     .first_key = KEY_IN, .last_key = KEY_IN},
    [GUIDE_STAGE] = {.title = N_("Stage"), .ask = N_("Are you pregnant, or do you have a baby?"),
                     .hint = N_("You can also type 20 weeks, 3 months, 2 years or due 1 March."), CHOICES(stage_choices),
                     .first_key = KEY_PREGNANT, .last_key = KEY_AFTER},
    [GUIDE_WHO] = {.title = N_("Who"), .ask = N_("Who are you?"),
                   .hint = N_("If you ask for someone else, say who they are."), CHOICES(who_choices),
                   .first_key = KEY_WHO, .last_key = KEY_WHO},
    [GUIDE_HOW] = {.title = N_("How"), .ask = N_("How would you like it?"),
                   .hint = N_("You can choose more than one, such as 1 and 3."), CHOICES(how_choices),
                   .first_key = KEY_FORMAT, .last_key = KEY_FORMAT},
    [GUIDE_WEEKS] = {.title = N_("Weeks"), .ask = N_("How many weeks pregnant are you?"),
                     .hint = N_("Type a number such as 20, or when the baby is due: due 1 March."), CHOICES(weeks_choices), .amount = true,
                     .first_key = KEY_PREGNANT, .last_key = KEY_AFTER},
    [GUIDE_AGE] = {.title = N_("Age"), .ask = N_("How old is your baby or child?"),
                   .hint = N_("Type an age such as 6 weeks, 3 months or 2 years, or born 4 July."), CHOICES(age_choices), .amount = true,
                   .first_key = KEY_PREGNANT, .last_key = KEY_AFTER},
};
