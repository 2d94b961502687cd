import db from '@adonisjs/lucid/services/db'
import { routeOf } from '#cases/domain/migration/route'
import type { Route } from '#cases/domain/migration/types'
import type { MigrationPlan } from '#catalogue/domain/migration/index'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { rowsOfTown } from '#tenancy/town_transaction'

/** A plan that a town has written down: its own, or one of a pack that it has taken. */
export interface TownPlan {
  id: string
  slug: string
  from: string
  to: string
  digest: string
  contents: MigrationPlan
  madeAt: Date
}

const COLUMNS = `id, slug, from_digest AS "from", to_digest AS "to", digest, contents, made_at AS "madeAt"`

/** The plans of a town for a procedure, the newest first. */
export const plansOf = (municipalityId: string, slug: string): Promise<TownPlan[]> =>
  rowsOfTown<TownPlan>(
    municipalityId,
    `SELECT ${COLUMNS} FROM migration_plans WHERE municipality_id = $1 AND slug = $2 ORDER BY id DESC LIMIT 50`,
    [municipalityId, slug],
    'plans_of'
  )

export const planById = (municipalityId: string, id: string): Promise<TownPlan | null> =>
  rowsOfTown<TownPlan>(
    municipalityId,
    `SELECT ${COLUMNS} FROM migration_plans WHERE municipality_id = $1 AND id = $2`,
    [municipalityId, id],
    'plan_by_id'
  ).then(([row]) => row ?? null)

/** The plan that a pack brings for two versions, published last; null where it brings none. */
async function publishedPlan(from: string, to: string): Promise<MigrationPlan | null> {
  const { rows } = await db.rawQuery(
    `SELECT contents FROM published_plans WHERE from_digest = ? AND to_digest = ? ORDER BY published_at DESC LIMIT 1`,
    [from, to]
  )
  return rows[0]?.contents ?? null
}

/** A plan made ready for cases. */
export const routeOfContents = async (plan: MigrationPlan): Promise<Route> =>
  routeOf(await frozenProcedure(plan.from), await frozenProcedure(plan.to), plan)

export const routeOfPlan = ({ contents }: TownPlan): Promise<Route> => routeOfContents(contents)

/** The plan between two versions: the town's own that was written last, else the pack's; null where there is none. */
export async function planBetween(
  municipalityId: string,
  { slug, from, to }: { slug: string; from: string; to: string }
): Promise<MigrationPlan | null> {
  const own = (await plansOf(municipalityId, slug)).find((one) => one.from === from && one.to === to)
  return own?.contents ?? publishedPlan(from, to)
}

/** The plan by which cases came last from one version to the other, of those that are there still; null where none did. */
export async function planBack(
  municipalityId: string,
  { slug, from, to }: { slug: string; from: string; to: string }
): Promise<MigrationPlan | null> {
  const [last] = await rowsOfTown<{ contents: MigrationPlan }>(
    municipalityId,
    `SELECT p.contents FROM migration_plans p
     JOIN case_migrations m ON m.municipality_id = $1 AND m.plan_digest = p.digest AND m.outcome = 'moved'
     JOIN case_files c ON c.municipality_id = $1 AND c.id = m.case_id AND c.state = 'open' AND c.digest = p.to_digest
     WHERE p.municipality_id = $1 AND p.slug = $2 AND p.from_digest = $3 AND p.to_digest = $4
       AND NOT EXISTS (SELECT FROM case_migrations later WHERE later.municipality_id = $1 AND later.case_id = m.case_id
         AND later.outcome <> 'stays' AND later.id > m.id)
     ORDER BY m.id DESC LIMIT 1`,
    [municipalityId, slug, from, to],
    'plan_back'
  )
  return last?.contents ?? null
}
