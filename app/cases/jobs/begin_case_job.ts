import { appendAudit } from '#audit/actions/append_audit'
import { openExOfficio } from '#cases/actions/open_ex_officio'
import { nextOccurrence, type Occurrence } from '#cases/domain/occurrences'
import type { OpeningRow } from '#cases/types'
import { offeredBySlug } from '#catalogue/queries/offered'
import type { CompiledProcedure } from '#catalogue/types'
import { enqueue, newJob } from '#core/jobs/enqueue'
import { finishJob } from '#core/jobs/finish'
import type { HeldJob, JobHandler } from '#core/jobs/types'
import type { Json } from '#core/json'
import { officialLanguage } from '#core/locale'
import { calendarOf } from '#tenancy/queries/calendar'
import { townById } from '#tenancy/queries/towns'
import { inTown, type TownTransaction } from '#tenancy/town_transaction'

/** What a job to begin a case says; of a timer also which of its times it is. */
export interface Begin {
  cause: OpeningRow['cause']
  element: string
  digest: string
  variables: Record<string, Json>
  occurrence?: Occurrence
  /** Of a signal, the case that threw it, and what it is called. */
  origin?: string
  signal?: string
}

/**
 * A procedure that begins by itself begins: at a date or term, or since a signal was thrown. Where the town offers it no
 * more, or in another version, nothing happens: that one has its own beginnings.
 */
export const beginCaseJob: JobHandler = {
  async run(job, { at, moved }) {
    const begin = job.input as unknown as Begin
    const town = await townById(job.municipalityId)
    const procedure = await offeredBySlug(job.municipalityId, job.name)
    await inTown(job.municipalityId, async (trx) => {
      await finishJob(trx, job)
      if (!town || procedure?.digest !== begin.digest) return
      const { cause, element, variables } = begin
      const { audit } = await openExOfficio(trx, {
        ...{ procedure, cause, element, variables, key: job.key, subject: '', at },
        language: officialLanguage(town.languages),
        ...(begin.origin !== undefined && { origin: begin.origin }),
        ...(begin.signal !== undefined && { name: begin.signal }),
      })
      if (begin.occurrence) await again(trx, job, procedure, begin)
      await appendAudit(trx, audit, moved ? at : undefined)
    })
  },
}

/** The next time follows from this one, in its transaction: none is lost, and none comes twice. */
async function again(
  trx: TownTransaction,
  job: HeldJob,
  { graph }: CompiledProcedure,
  begin: Begin
): Promise<void> {
  const timer = graph.starts.find(({ element, by }) => element === begin.element && by === 'timer')
  if (timer?.by !== 'timer' || !begin.occurrence) return
  const next = nextOccurrence(timer, begin.occurrence, await calendarOf(trx.municipalityId))
  if (next) await enqueue(trx, [timedBeginning(job.name, begin, next, job.runAt)])
}

export const timedBeginning = (slug: string, begin: Begin, occurrence: Occurrence, at: Date) =>
  newJob('begin_case', at, {
    name: slug,
    key: `timer/${begin.digest}/${begin.element}/${occurrence.at}`,
    input: { ...begin, occurrence: { ...occurrence } },
    run_at: occurrence.at,
  })
