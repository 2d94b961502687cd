import { CompleteTask } from '#cases/actions/complete_task'
import { type LockedCase, lockedCase } from '#cases/queries/locked_case'
import { type CasePage, casePage } from '#cases/queries/case_page'
import { uuidv7 } from '#core/ids'
import type { Json } from '#core/json'
import { unwrap } from '#core/result'
import { TakeBack } from '#notifications/actions/take_back'
import { notificationsOfCase } from '#notifications/queries/notifications'
import { type OpenOffice, goodAnswers, openOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import type { TestTown } from '#tests/support/town'
import { settle } from '#tests/support/worker'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

/** A Monday; the term to resolve ends on 2 June. */
export const FILED = new Date('2026-03-02T09:30:00Z')

export const PROCEED = { decision: 'proceed', proposal: 'Estimar.' }
export const REQUIRE = { decision: 'correction', deficiencies: 'Falta el número de la calle.' }
export const GRANT = { decision: 'granted', ruling: 'Reparar.', reasons: 'Es obligatorio.' }

export const ADDRESS = { street: 'Calle Mayor', number: '12', postcode: '46440', town: 'Almussafes' }

/** Whoever files so is notified by post. */
export const ON_PAPER = { notificationChannel: 'paper', address: ADDRESS }

export interface OpenCase {
  office: OpenOffice
  town: TestTown
  caseId: string
  filingId: string
}

/** A case that a filing has opened in a town of its own, with its first activities done. */
export async function openCase({
  at = FILED,
  subject = 'Farola apagada',
  more = {},
} = {}): Promise<OpenCase> {
  const office = await openOffice()
  const answers = { ...goodAnswers(office), subject, ...more }
  const { caseId, filingId } = await fileAt(office, office.procedure, { answers, at })
  await settle(office.test.id, at)
  return { office, town: office.test, caseId, filingId }
}

export const officerOf = (town: TestTown) => ({ kind: 'officer' as const, id: town.officer.id })

export const pageOf = async ({ town, caseId }: Pick<OpenCase, 'town' | 'caseId'>, at = FILED) =>
  (await casePage(town.id, caseId, at)) as CasePage

export const openTask = async (open: Pick<OpenCase, 'town' | 'caseId'>, element: string) =>
  (await pageOf(open)).tasks.find((task) => task.element === element && task.state === 'open')

/** Answers the open task of an element, as the officer of the town. */
export async function answerTask(
  open: Pick<OpenCase, 'town' | 'caseId'>,
  element: string,
  answers: Record<string, Json>,
  { roles = ['case_handler', 'technician', 'resolver', 'citizen'], at = FILED } = {}
) {
  const task = await openTask(open, element)
  return new CompleteTask().execute({
    municipalityId: open.town.id,
    taskId: task?.id ?? uuidv7(),
    actor: officerOf(open.town),
    roles,
    answers,
    at,
    moved: true,
  })
}

/** The case decided, its letter still to be posted; `before` may happen between the decision and the resolution. */
export async function decidedOnPaper(before: (open: OpenCase) => Promise<unknown> = async () => null) {
  const open = await openCase({ more: ON_PAPER })
  await answerTask(open, 'review', PROCEED)
  unwrap(await answerTask(open, 'resolve', GRANT))
  await before(open)
  await settle(open.town.id, FILED)
  return open
}

/** The letter that waits is not posted. */
export async function takeLetterBack({ town, caseId }: OpenCase): Promise<void> {
  const [letter] = await notificationsOfCase(town.id, caseId)
  unwrap(
    await new TakeBack().execute({
      municipalityId: town.id,
      notificationId: letter!.id,
      actor: officerOf(town),
      reason: 'not to be notified any more',
      at: FILED,
      moved: true,
    })
  )
  await settle(town.id, FILED)
}

/** Does something with a case that is locked, in a transaction of its town. */
export const withLocked = <Done>(
  { town, caseId }: Pick<OpenCase, 'town' | 'caseId'>,
  work: (trx: TownTransaction, caseFile: LockedCase) => Promise<Done>
): Promise<Done> => inTown(town.id, async (trx) => work(trx, (await lockedCase(trx, caseId)) as LockedCase))
