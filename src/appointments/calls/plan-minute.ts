/**
 * Seconds of a minute as the call plan counts it, in SQL: 60, unless a demonstration plays its days quicker.
 * Every connection of the service has the setting, see docs/decisions/0028.
 */
const PLAN_MINUTE = `coalesce(nullif(current_setting('pulang.plan_minute', true), ''), '60')::float8`;

/** A point in time (since 1970), or an interval, in minutes of the plan. @param value an expression in SQL */
export const inPlanMinutes = (value: string): string =>
  `(extract(epoch FROM ${value})::float8 / ${PLAN_MINUTE})`;

/** An interval of so many minutes of the plan. @param minutes an expression in SQL */
export const planMinutes = (minutes: string): string =>
  `make_interval(secs => (${minutes}) * ${PLAN_MINUTE})`;

/** The point in time that is so many minutes of the plan after 1970. @param minutes an expression in SQL */
export const atPlanMinute = (minutes: string): string => `to_timestamp(${minutes} * ${PLAN_MINUTE})`;
