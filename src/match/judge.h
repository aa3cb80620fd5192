/* The judges, what they see, and the explainers, for the table of criteria; and what an explainer shares with its judge. */
#ifndef MATCH_JUDGE_H
#define MATCH_JUDGE_H

#include "match/criteria.h"

typedef enum value judge_function(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value);
typedef void sees_function(const struct judge_setting *setting, const struct offer *offer, struct sight *sight);
typedef void depends_function(const struct need *need, struct buffer *out);
typedef void explain_function(const struct judge_setting *setting, const struct offer *offer, const struct need_term *term, const struct need_value *of,
                              size_t count, enum value value, struct arena *arena, struct reason *reason);

judge_function judge_place, judge_stage, judge_loss, judge_who, judge_age, judge_format, judge_about, judge_for, judge_only, judge_with, judge_language,
    judge_referral, judge_day, judge_time, judge_on, judge_near, judge_checked, judge_status, judge_words;

sees_function sees_place, sees_reach, sees_stage, sees_loss, sees_who, sees_age, sees_format, sees_about, sees_for, sees_with, sees_language, sees_referral,
    sees_checked, sees_status;

depends_function depends_loss, depends_for, depends_time, depends_near;

explain_function explain_place, explain_stage, explain_loss, explain_who, explain_age, explain_term, explain_about, explain_for, explain_only,
    explain_language, explain_when, explain_on, explain_near, explain_checked, explain_words;

/* The area of the list that shares ground with the place, the most local such; PLACE_NONE. */
place_id area_serving(const struct gazetteer *gazetteer, struct numbers areas, place_id place);

/* How far the place is from the nearest of an area's points, in miles; INFINITY when not known. */
double place_gap(const struct gazetteer *gazetteer, const struct whereabouts *from, place_id area);

/* Whether an area may serve only a part of the place that a postcode could lie outside of. MATCHING.md, "Place"; a postcode of a county of two tiers. */
bool area_is_part(const struct gazetteer *gazetteer, const struct whereabouts *where, place_id area);

/* The stage in which the offer surely stands, and what the open end means for the moment. */
enum value stage_value(struct stage stage, struct moment moment);
bool stage_stated(struct stage stage);

/* Whether the offer is for one of the groups that the need names, and whether it denies them all. */
bool for_named(const struct need *need, struct numbers groups);
bool for_denied(const struct need *need, struct numbers groups);

/* Whether the need names a loss, by after:loss or by a topic; and whether the offer is for nothing else. */
bool loss_named(const struct catalogue *catalogue, const struct need *need);
bool loss_alone(const struct catalogue *catalogue, const struct offer *offer);

/* Whether the session counts: it is not over, and where the need names days it is on one of them. */
bool session_counts(const struct judge_setting *setting, const struct session *session);

/* Whether the last day on which it met lies before today. */
bool session_over(const struct session *session, struct date today);

/* The least distance in miles from the need's place to where the offer meets openly; INFINITY when not known. */
double meeting_miles(const struct judge_setting *setting, const struct offer *offer);

/* The first values of the need's first in: term, or NULL. */
const struct need_term *need_where(const struct judge_setting *setting);

void sight_number(struct sight *sight, uint32_t number);
void sight_numbers(struct sight *sight, struct numbers numbers);

#endif
