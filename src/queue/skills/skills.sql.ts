const OFFICERS = `
  SELECT a.id, a.display_name AS name, coalesce(s.skills, '{}') AS skills, coalesce(s.version, 1) AS version
  FROM account a JOIN account_post p ON p.account_id = a.id AND p.post_id = $1
  LEFT JOIN officer_skills s ON s.account_id = a.id AND s.post_id = $1
  WHERE a.role = 'officer' AND a.active`;
const COUNTERS = `
  SELECT c.id, c.number, coalesce(s.skills, '{}') AS skills, coalesce(s.version, 1) AS version
  FROM counter c LEFT JOIN counter_skills s ON s.counter_id = c.id WHERE c.post_id = $1 AND c.closed_at IS NULL`;

/** Parameter: post. */
export const OFFICERS_SQL = `${OFFICERS} ORDER BY a.display_name, a.id`;
export const COUNTERS_SQL = `${COUNTERS} ORDER BY c.number`;

/** Parameters: post, officer or counter. */
export const OFFICER_SQL = `${OFFICERS} AND a.id = $2`;
export const COUNTER_SQL = `${COUNTERS} AND c.id = $2`;

const CHANGE = `DO UPDATE SET skills = excluded.skills, changed_by = excluded.changed_by, changed_at = now(),
  version = t.version + 1 WHERE t.version = $5 RETURNING version`;

/** Nothing where somebody else changed them meanwhile. Parameters: post, officer, skills, by, version seen. */
export const CHANGE_OFFICER_SQL = `
  INSERT INTO officer_skills AS t (post_id, account_id, skills, changed_by)
  SELECT $1, $2, $3, $4 WHERE $5::int = 1 OR EXISTS (SELECT FROM officer_skills WHERE post_id = $1 AND account_id = $2)
  ON CONFLICT (post_id, account_id) ${CHANGE}`;
export const CHANGE_COUNTER_SQL = `
  INSERT INTO counter_skills AS t (post_id, counter_id, skills, changed_by)
  SELECT $1, $2, $3, $4 WHERE $5::int = 1 OR EXISTS (SELECT FROM counter_skills WHERE counter_id = $2)
  ON CONFLICT (counter_id) ${CHANGE}`;

/** Who changed them last; nothing where nobody did. Parameters: post, officer or counter. */
export const OFFICER_LAST_SQL = `
  SELECT b.display_name AS who, a.display_name AS whose
  FROM officer_skills s JOIN account b ON b.id = s.changed_by JOIN account a ON a.id = s.account_id
  WHERE s.post_id = $1 AND s.account_id = $2`;
export const COUNTER_LAST_SQL = `
  SELECT b.display_name AS who, c.number::text AS whose
  FROM counter_skills s JOIN account b ON b.id = s.changed_by JOIN counter c ON c.id = s.counter_id
  WHERE s.post_id = $1 AND s.counter_id = $2`;
