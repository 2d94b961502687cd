import { SYSTEM } from '#audit/types'
import { advanceCase } from '#cases/actions/advance_case'
import { writeCases } from '#cases/actions/write_cases'
import { planCase } from '#cases/domain/plan_case'
import { PublishVersion } from '#catalogue/actions/publish_version'
import type { CompiledProcedure } from '#catalogue/types'
import { risingUuidv7, uuidv7 } from '#core/ids'
import { unwrap } from '#core/result'
import { type Graph, type State, advance, compileProcess } from '#engine/index'
import { calendarOf } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'
import type { BenchTown } from '#tests/bench/towns'
import { pack, smallProcedure } from '#tests/catalogue/small_procedure'

/** What each answer to a task says: the loop goes on. */
const RESULT = { decision: 'no' }
const WHEN = { at: '2026-03-02T09:00:00.000Z', timeZone: 'Europe/Madrid' }

export const graphOf = async (xml: string): Promise<Graph> =>
  unwrap(await compileProcess({ file: 'process.bpmn', xml }))

export const begun = (graph: Graph): State =>
  advance(graph, null, { type: 'start', ...WHEN, variables: {} }).state

const waiting = (state: State): string =>
  Object.keys(state.tokens).find((key) => state.tokens[key]!.waits === 'task')!

/** Reads a state, answers the task that waits, and writes the state again. */
export function answered(graph: Graph, text: string): string {
  const state = JSON.parse(text) as State
  const done = { type: 'done' as const, ...WHEN, key: waiting(state), result: RESULT }
  return JSON.stringify(advance(graph, state, done).state)
}

/** The smallest procedure with a process of the bench in its place. */
export async function published(slug: string, xml: string): Promise<CompiledProcedure> {
  const files = smallProcedure()
  for (const path of files.keys()) if (path.startsWith('scenarios/')) files.delete(path)
  const change = (path: string, into: (json: any) => void) => {
    const json = JSON.parse(files.get(path)!)
    into(json)
    files.set(path, JSON.stringify(json))
  }
  change('procedure.json', (sheet) => (sheet.slug = slug))
  for (const language of ['es', 'ca', 'en'])
    change(`texts/${language}.json`, ({ tasks }) => Object.assign(tasks, { check: 'Check' }))
  files.set('process.bpmn', xml)
  return unwrap(await new PublishVersion().execute(files, { pack: 'small', manifest: pack }))
}

/** Cases of a town, opened together as filings open them. */
export async function openCases(
  { id, personId }: BenchTown,
  procedure: CompiledProcedure,
  count: number,
  at = new Date()
): Promise<string[]> {
  const calendar = await calendarOf(id)
  const plans = Array.from({ length: count }, (_, index) =>
    planCase({
      caseId: uuidv7(),
      newId: () => risingUuidv7(Date.now()),
      procedure: { ...procedure, term: procedure.sheet.term },
      applicant: {
        personId,
        identifier: '12345678Z',
        name: 'Amparo Ferrer Miralles',
        email: 'amparo@example.org',
        phone: null,
        representative: null,
      },
      filingId: uuidv7(),
      entryId: uuidv7(),
      at,
      calendar,
      unitId: null,
      language: 'es',
      subject: `case ${index + 1}`,
      variables: {},
      actor: SYSTEM,
    })
  )
  await inTown(id, (trx) => writeCases(trx, plans))
  return plans.map(({ caseFile }) => caseFile.id)
}

/** Answers the tasks of a case one after the other, each in a transaction of its own. */
export class OwnCase {
  #next: string
  #state: State

  constructor(
    private readonly town: BenchTown,
    private readonly procedure: CompiledProcedure,
    private readonly caseId: string
  ) {
    this.#state = begun(procedure.graph)
    this.#next = waiting(this.#state)
  }

  async move(): Promise<void> {
    const at = new Date()
    const event = { type: 'done' as const, key: this.#next, result: RESULT }
    const moved = await inTown(this.town.id, (trx) =>
      advanceCase(trx, this.caseId, event, { at, actor: { kind: 'officer', id: this.town.personId } })
    )
    if (!moved) throw new Error(`case ${this.caseId} did not wait for ${this.#next}`)
    this.#foresee()
  }

  /** The step is pure: which task it opened is known without asking. */
  #foresee(): void {
    const done = { type: 'done' as const, ...WHEN, key: this.#next, result: RESULT }
    this.#state = advance(this.procedure.graph, this.#state, done).state
    this.#next = waiting(this.#state)
  }
}
