import { checkAsked } from '#tenancy/queries/check_asked'

const WORK = `(SELECT key, count(*) AS times FROM jobs WHERE municipality_id = $1 AND kind = 'notice' GROUP BY key)`

/** A courtesy notice that waits has the one work that sends it; one that left, or can't, has none: it leaves once. */
export const checkNotices = checkAsked([
  {
    rule: 'I9',
    count: `SELECT count(*)::int FROM notices WHERE municipality_id = $1`,
    faults: {
      notice_work: `
        SELECT n.id AS row FROM notices n LEFT JOIN ${WORK} j ON j.key = n.id::text
        WHERE n.municipality_id = $1 AND coalesce(j.times, 0) <> CASE n.state WHEN 'queued' THEN 1 ELSE 0 END`,
    },
  },
])
