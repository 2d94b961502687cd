import type { Actor } from '#cases/types'
import { enqueue, newJob } from '#core/jobs/enqueue'
import type { Json } from '#core/json'
import type { State } from '#engine/index'
import type { TownTransaction } from '#tenancy/town_transaction'

const PARENT = `
  SELECT parent_id AS "caseId", parent_key AS key FROM openings
  WHERE municipality_id = $1 AND case_id = $2 AND parent_id IS NOT NULL`

/**
 * A case that another had called is over: a job tells that one, since nobody holds two cases at once. What it is told is
 * how it ended, and what its process knew at the end.
 */
export async function endCall(
  trx: TownTransaction,
  { id, workflow }: { id: string; workflow: State },
  at: Date
): Promise<void> {
  const parent = await parentOf(trx, id)
  if (!parent) return
  const { outcome, error, variables } = workflow
  const result = { ...variables, outcome } as Record<string, Json>
  await enqueue(trx, [
    newJob('call_ended', at, {
      ...{ name: outcome ?? '', case_id: parent.caseId, key: parent.key },
      input: { case: id, result, ...(error !== undefined && { error }) },
    }),
  ])
}

/** What nobody in a case heard of what it escalated is told to the case that called it, each by a job. */
export async function escalateCalls(
  trx: TownTransaction,
  id: string,
  codes: string[],
  at: Date
): Promise<void> {
  const parent = codes.length > 0 ? await parentOf(trx, id) : null
  if (!parent) return
  const { caseId: case_id, key } = parent
  await enqueue(
    trx,
    codes.map((name) => newJob('call_escalated', at, { name, case_id, key, input: { case: id } }))
  )
}

async function parentOf(trx: TownTransaction, id: string) {
  const given = [trx.municipalityId, id]
  const [parent] = await trx.rows<{ caseId: string; key: string }>(PARENT, given, 'parent_of_case')
  return parent ?? null
}

const CALLED = `
  SELECT o.case_id AS id FROM openings o JOIN case_files c ON c.municipality_id = $1 AND c.id = o.case_id
  WHERE o.municipality_id = $1 AND o.parent_id = $2 AND o.parent_key = ANY($3) AND c.state = 'open'`

/** Who gave it up by hand, and why. */
export interface GivingUp {
  actor: Actor
  reason: string
}

/** What a case had called and no longer waits for is told so, by a job of its own. */
export async function giveUpCalls(
  trx: TownTransaction,
  caseId: string,
  keys: string[],
  at: Date,
  by: GivingUp | null = null
): Promise<void> {
  if (keys.length === 0) return
  const called = await trx.rows<{ id: string }>(CALLED, [trx.municipalityId, caseId, keys], 'called_cases')
  await enqueue(
    trx,
    called.map(({ id }) =>
      newJob('call_given_up', at, {
        case_id: id,
        input: { parent: caseId, ...(by && { ...by, actor: { ...by.actor } }) },
      })
    )
  )
}
