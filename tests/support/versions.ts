import { carryOut, type Progress } from '#cases/actions/carry_out'
import type { VersionChange } from '#cases/actions/change_version'
import { StartMigration } from '#cases/actions/start_migration'
import { StopMigration } from '#cases/actions/stop_migration'
import { WritePlan } from '#cases/actions/write_plan'
import { planById, routeOfPlan } from '#cases/queries/migration_plans'
import { type Run, runById, type Stage } from '#cases/queries/migration_runs'
import { receiptOf } from '#cases/queries/receipts'
import { PublishVersion } from '#catalogue/actions/publish_version'
import { listProcedures, type MigrationPlan, proposePlan, readProcedure } from '#catalogue/index'
import type { CompiledProcedure } from '#catalogue/types'
import type { Json } from '#core/json'
import { unwrap } from '#core/result'
import { inTown } from '#tenancy/town_transaction'
import { CATALOGUE } from '#tests/catalogue/root'
import { plant } from '#tests/catalogue/small_procedure'
import { FILED, officerOf, type OpenCase } from '#tests/support/open_case'

export type Files = Map<string, string>

let number = 0

/** Publishes another version of a procedure of the catalogue, changed so. No town offers it yet. */
export async function publishNext(
  { slug }: { slug: string },
  change: (files: Files) => void = () => {}
): Promise<CompiledProcedure> {
  const place = (await listProcedures(CATALOGUE)).find((one) => one.slug === slug)!
  const files = new Map(unwrap(await readProcedure(place.folder)))
  plant(files, 'procedure.json', '/version', `90.${process.pid}.${++number}`)
  change(files)
  return unwrap(await new PublishVersion().execute(files, { pack: place.pack }))
}

/** Changes the drawing of a procedure. */
export const redrawn =
  (...changes: [from: string, to: string][]) =>
  (files: Files): void => {
    const drawn = changes.reduce(
      (xml, [from, to]) => {
        if (!xml.includes(from)) throw new Error(`nothing is drawn so: ${from}`)
        return xml.replaceAll(from, to)
      },
      files.get('process.bpmn') as string
    )
    files.set('process.bpmn', drawn)
  }

/** Has so many months to resolve instead of three; its golden cases are those of three. */
export const withTerm =
  (months: number) =>
  (files: Files): void => {
    plant(files, 'procedure.json', '/term/amount', months)
    redrawn(['3 months<', `${months} months<`])(files)
    for (const path of [...files.keys()].filter((one) => one.startsWith('scenarios/'))) files.delete(path)
  }

type Of = Pick<OpenCase, 'town'> & { office: OpenCase['office'] }

/** Writes the plan that is proposed, changed so, as the officer of the town. */
export async function writtenPlan(
  { town, office }: Of,
  to: CompiledProcedure,
  more: Partial<MigrationPlan> = {},
  from: CompiledProcedure = office.procedure
): Promise<string> {
  const reason = { es: 'Se corrige', ca: 'Es corregix', en: 'It is put right' }
  const plan = { ...proposePlan(from, to, reason), ...more } as unknown as Json
  const actor = officerOf(town)
  return unwrap(await new WritePlan().execute({ municipalityId: town.id, plan, actor, at: FILED })).id
}

export interface Carried {
  runId: string
  run: Run
  progress: Progress
}

/** Begins to carry out a plan. */
export const started = async (
  { town }: Pick<OpenCase, 'town'>,
  planId: string,
  { direction = 'forward' as Run['direction'], stage = {} as Stage & { percent?: number }, at = FILED } = {}
): Promise<string> =>
  unwrap(
    await new StartMigration().execute({
      ...{ municipalityId: town.id, planId, direction, stage, at },
      reason: 'the procedure was put right',
      actor: officerOf(town),
    })
  ).runId

/** Goes through a run until it is over. */
export async function followed({ town }: Pick<OpenCase, 'town'>, runId: string, at = FILED): Promise<Run> {
  for (let turns = 0; turns < 50; turns += 1) {
    const { state } = await carryOut(town.id, runId, { at, moved: true, most: 50 })
    if (state !== 'running') break
  }
  return (await runById(town.id, runId)) as Run
}

/** Carries out a plan from beginning to end. */
export async function carriedOut(
  open: Pick<OpenCase, 'town'>,
  planId: string,
  how: Parameters<typeof started>[2] = {}
): Promise<Run> {
  return followed(open, await started(open, planId, how), how.at)
}

/** All that a case needs to move by a plan, or back: its route, and a run that has not come to it. */
export async function changeBy(
  open: Of,
  planId: string,
  how: Parameters<typeof started>[2] = {}
): Promise<VersionChange> {
  const runId = await started(open, planId, how)
  const route = await routeOfPlan((await planById(open.town.id, planId))!)
  return { route, runId, actor: officerOf(open.town), reviewed: false, at: FILED, moved: true }
}

/** Stops a run. */
export const stopped = async ({ town }: Pick<OpenCase, 'town'>, runId: string) =>
  unwrap(
    await new StopMigration().execute({ municipalityId: town.id, runId, actor: officerOf(town), at: FILED })
  )

/** What became of a case in a run. */
export const receiptIn = ({ town, caseId }: Pick<OpenCase, 'town' | 'caseId'>, runId: string) =>
  inTown(town.id, (trx) => receiptOf(trx, runId, caseId))
