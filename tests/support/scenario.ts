import { CompleteTask, completeTask } from '#cases/actions/complete_task'
import { RetryIncident } from '#cases/actions/retry_incident'
import { activityJob } from '#cases/jobs/activity_job'
import { localDate } from '#cases/domain/local_date'
import { casePage } from '#cases/queries/case_page'
import type { CompiledProcedure, Reply, Scenario, Step } from '#catalogue/types'
import { registerJob } from '#core/jobs/registry'
import type { Json } from '#core/json'
import { type Result, ok, unwrap } from '#core/result'
import { deadline, parseTerm } from '#deadlines/index'
import { fileInCase } from '#filings/actions/file_in_case'
import { WithdrawCase } from '#filings/actions/withdraw_case'
import { AcceptNotification } from '#notifications/actions/accept_notification'
import { RecordDelivery } from '#notifications/actions/record_delivery'
import { TakeBack } from '#notifications/actions/take_back'
import type { Notification } from '#notifications/types'
import { notificationsOfCase } from '#notifications/queries/notifications'
import { amountOf } from '#payments/domain/cents'
import { ordersOfCase } from '#payments/queries/orders'
import { citizenFrom, type OpenOffice } from '#tests/support/filing'
import { hears } from '#tests/support/exchange'
import { fileAt } from '#tests/support/moved_filing'
import { answer, attempt, paid } from '#tests/support/payments'
import { rowsOf } from '#tests/support/rows'
import { playSignatures } from '#tests/support/signatures'
import type { TestTown } from '#tests/support/town'
import { settle, workUntil } from '#tests/support/worker'
import { calendarOf } from '#tenancy/queries/calendar'
import { circuitsOfCase } from '#signatures/queries/circuits'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

/**
 * What a golden case really led to, as the database tells it. Documents and entries are told in alphabetical
 * order: a clock that stands still gives them no other. Each filing has a receipt; the copies of those that
 * follow the first are left out, as golden cases do.
 */
export interface Played {
  caseId: string
  outcome: string | null
  phase: string | null
  state: string
  path: string[]
  documents: string[]
  entries: string[]
  notifications: number
  incidents: number
  /** What was asked for last, with two decimals. */
  fee: string | null
  /** What was given back, with two decimals. */
  givenBack: string | null
  /** Of what somebody was reminded, where the golden case says it. */
  reminders?: string[]
}

/** Plays golden cases in a town of the database: real filings, tasks, jobs and documents, a moved clock. */
export class Stage {
  private now: Date
  private caseId = ''
  private readonly failures = new Map<string, number>()

  private readonly town: TestTown

  constructor(
    private readonly office: OpenOffice,
    private readonly procedure: CompiledProcedure,
    private readonly scenario: Scenario
  ) {
    this.town = office.test
    this.now = new Date(scenario.at)
  }

  async play(): Promise<Played> {
    this.letActivitiesFail()
    this.letOthersAnswer()
    try {
      const { answers, applicant } = this.scenario
      const filing = { answers, at: this.now, anonymous: applicant === null }
      this.caseId = (await fileAt(this.office, this.procedure, filing)).caseId
      await this.settle()
      for (const step of this.scenario.steps) await this.do(step)
      return await this.found()
    } finally {
      registerJob('activity', activityJob)
    }
  }

  private letActivitiesFail(): void {
    registerJob('activity', {
      ...activityJob,
      run: (job, moment) => {
        const left = this.failures.get(job.name) ?? 0
        this.failures.set(job.name, Math.max(0, left - 1))
        return left > 0 ? Promise.reject(new Error('made to fail')) : activityJob.run(job, moment)
      },
    })
  }

  /** Whoever is asked answers as written, about the person of the town instead of the one who files in the golden case. */
  private letOthersAnswer(): void {
    const { replies, applicant } = this.scenario
    if (!replies) return
    const { name, identifier } = this.town.person
    const left: Reply[] = JSON.parse(
      JSON.stringify(replies)
        .replaceAll(String(applicant?.['name']), name)
        .replaceAll(String(applicant?.['identifier']), identifier)
    )
    hears(this.town.id, async () => {
      const { outcome, data = {} } = left.length > 1 ? left.shift()! : left[0]!
      if (outcome === 'unavailable') throw new Error('nobody there')
      if (outcome === 'found') return { outcome, reference: null, data }
      return outcome === 'refused'
        ? { outcome, reference: null, reason: 'as written' }
        : { outcome, reference: null }
    })
  }

  private async do(step: Step): Promise<void> {
    if ('fails' in step) this.failures.set(step.fails, step.times)
    else if ('advance' in step) await this.passTime(new Date(step.advance))
    else if ('term' in step) await this.passTime(await this.endOf(step.term))
    else if ('task' in step) await this.answer(step)
    else if ('message' in step) await this.send(step)
    else if ('retry' in step) await this.retry(step.retry)
    else throw new Error(`a real town doesn't play ${Object.keys(step).join()}`)
    await this.settle()
  }

  /** Retries wait a little, so the clock may have moved on when all is done. */
  private async settle(): Promise<void> {
    this.now = (await settle(this.town.id, this.now)).now
  }

  /** Every timer goes off at its own moment, and what it causes is done before the next one. */
  private async passTime(until: Date): Promise<void> {
    await workUntil(this.town.id, until, this.now)
    this.now = until
  }

  private async endOf(text: string): Promise<Date> {
    const calendar = await calendarOf(this.town.id)
    return new Date(deadline(unwrap(parseTerm(text)), this.now.toISOString(), calendar).expiresAt)
  }

  private async answer(step: Extract<Step, { task: string }>): Promise<void> {
    const page = await casePage(this.town.id, this.caseId, this.now)
    const task = page?.tasks.find(({ element, state }) => element === step.task && state === 'open')
    if (!task)
      throw new Error(
        `no task ${step.task} is open, only: ${page?.summary.openTasks.map(({ element }) => element).join(', ')}`
      )
    const answer = { taskId: task.id, roles: [step.by], answers: step.with, at: this.now, moved: true }
    if (step.by !== 'citizen') {
      const actor = { kind: 'officer' as const, id: this.town.officer.id }
      if (step.refused) return await this.mustRefuse(step.refused, { ...answer, actor })
      unwrap(await new CompleteTask().execute({ ...answer, municipalityId: this.town.id, actor }))
    } else await this.fileInCase(step.with, (trx, actor) => completeTask(trx, { ...answer, actor }))
  }

  /** What the law doesn't allow is refused at its field, and the task stays open. */
  private async mustRefuse(fields: string[], answer: Parameters<typeof completeTask>[1]): Promise<void> {
    const done = await new CompleteTask().execute({ ...answer, municipalityId: this.town.id })
    const issues = !done.ok && done.error.code === 'invalid' ? done.error.issues : []
    const found = [...new Set(issues.map(({ name }) => name))].sort().join()
    if (found !== [...fields].sort().join()) throw new Error(`refused were: ${found || 'none'}`)
  }

  /** What a citizen does is registered, with its receipt. */
  private async fileInCase(
    answers: Record<string, Json>,
    act: (trx: TownTransaction, actor: { kind: 'person'; id: string }) => Promise<Result<unknown, unknown>>
  ): Promise<void> {
    const { town } = this.office
    const filing = {
      town,
      citizen: citizenFrom(this.town.person),
      caseId: this.caseId,
      kind: 'correction' as const,
      answers,
      at: this.now,
      moved: true,
    }
    const actor = { kind: 'person' as const, id: this.town.person.id }
    unwrap(
      await fileInCase(filing, async (trx) => {
        const acted = await act(trx, actor)
        return acted.ok ? ok([]) : acted
      })
    )
  }

  private async send(step: Extract<Step, { message: string }>): Promise<void> {
    if (step.message === 'notification_practised') return this.openNotification(step.of)
    if (step.message === 'notification_attempted')
      return this.carryLetter(await this.notificationOf(step.of), step.payload?.['outcome'])
    if (step.message === 'signature_ended') return this.endSignature(step)
    if (step.message === 'payment_ended') return this.endPayment(step.payload?.['state'] === 'paid')
    await this.withdraw(step)
  }

  private async withdraw({ payload, refused }: Extract<Step, { message: string }>): Promise<void> {
    const done = await new WithdrawCase().execute({
      town: this.office.town,
      citizen: citizenFrom(this.town.person),
      caseId: this.caseId,
      reason: String(payload?.['reason'] ?? ''),
      at: this.now,
      moved: true,
    })
    if (done.ok === Boolean(refused)) throw new Error(`the withdrawal was ${done.ok ? 'taken' : done.error}`)
  }

  /** The citizen pays at the demonstration gateway, or lets the term pass. */
  private async endPayment(pays: boolean): Promise<void> {
    const order = (await ordersOfCase(this.town.id, this.caseId)).findLast(({ state }) => state === 'open')
    if (!order) throw new Error('nothing is asked for')
    if (!pays) return this.passTime(order.expiresAt)
    const begun = await attempt(this.town, order, this.now)
    const effect = await answer(this.town, paid(begun.id, order.amount, { settledAt: this.now }), this.now)
    if (effect !== 'paid') throw new Error(`the money did not pay the order: ${effect}`)
  }

  /** Everybody signs what waits, or the first whose turn it is refuses. */
  private async endSignature({ payload = {} }: Extract<Step, { message: string }>): Promise<void> {
    const circuit = (await circuitsOfCase(this.town.id, this.caseId)).find(
      ({ request }) => request.state === 'open'
    )
    if (!circuit) throw new Error('nothing waits to be signed')
    await playSignatures(this.town, circuit, { payload, at: this.now })
  }

  /** The last notification, or the last one of a certain document. */
  private async notificationOf(template: string | undefined): Promise<Notification> {
    const templates = await inTown(this.town.id, (trx) =>
      trx.rows<{ id: string; template: string }>(
        `SELECT id, template FROM documents WHERE municipality_id = $1`,
        [this.town.id]
      )
    )
    const of = new Map(templates.map((one) => [one.id, one.template]))
    const all = await notificationsOfCase(this.town.id, this.caseId)
    const notification = all.findLast(
      ({ documentId }) => template === undefined || of.get(documentId) === template
    )
    if (!notification) throw new Error(`nothing was notified of ${template}`)
    return notification
  }

  /** The citizen opens it, or it is delivered. */
  private async openNotification(template: string | undefined): Promise<void> {
    const notification = await this.notificationOf(template)
    if (notification.address !== null) return this.carryLetter(notification)
    const { id, identifier } = this.town.person
    const addressee = { personId: id, identifier, level: 'substantial', method: 'demo' }
    const given = {
      municipalityId: this.town.id,
      notificationId: notification.id,
      addressee,
      at: this.now,
      moved: true,
    }
    unwrap(await new AcceptNotification().execute(given))
  }

  /** What was posted is delivered today, or comes back; or it is not posted at all. */
  private async carryLetter({ id: notificationId }: Notification, outcome?: Json): Promise<void> {
    const { timeZone } = await calendarOf(this.town.id)
    const actor = { kind: 'officer' as const, id: this.town.officer.id }
    const given = { municipalityId: this.town.id, notificationId, actor, at: this.now, moved: true }
    if (outcome === 'taken_back')
      return void unwrap(await new TakeBack().execute({ ...given, reason: 'not to be notified any more' }))
    unwrap(
      await new RecordDelivery().execute({
        ...given,
        result: outcome === 'returned' ? 'unknown' : 'delivered',
        on: localDate(this.now, timeZone),
        hour: this.now.toLocaleTimeString('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' }),
      })
    )
  }

  private async retry(element: string): Promise<void> {
    const page = await casePage(this.town.id, this.caseId, this.now)
    const incident = page?.incidents.find((one) => one.element === element && one.state === 'open')
    if (!incident) throw new Error(`there is no incident at ${element}`)
    const actor = { kind: 'officer' as const, id: this.town.officer.id }
    const given = {
      municipalityId: this.town.id,
      incidentId: incident.id,
      actor,
      reason: 'mended',
      at: this.now,
      moved: true,
    }
    unwrap(await new RetryIncident().execute(given))
  }

  async #givenBack(): Promise<string | null> {
    const [row] = await rowsOf<{ cents: number | null }>(
      this.town.id,
      `SELECT sum(r.amount)::float8 AS cents FROM refunds r JOIN refund_orders o ON o.municipality_id = $1 AND o.id = r.refund_order_id
       JOIN payment_orders p ON p.municipality_id = $1 AND p.id = o.order_id WHERE r.municipality_id = $1 AND p.case_id = $2`,
      [this.caseId]
    )
    return row!.cents === null ? null : amountOf(row!.cents)
  }

  private async found(): Promise<Played> {
    const page = await casePage(this.town.id, this.caseId, this.now)
    if (!page) throw new Error('the case is gone')
    const entries = await inTown(this.town.id, (trx) =>
      trx.rows<{ book: string }>(
        `SELECT book FROM register_entries WHERE municipality_id = $1 AND case_id = $2 AND book <> 'resolutions' ORDER BY recorded_at`,
        [this.town.id, this.caseId]
      )
    )
    const templates = await inTown(this.town.id, (trx) =>
      trx.rows<{ template: string }>(
        `SELECT d.template FROM documents d JOIN case_files c ON c.municipality_id = $1 AND c.id = d.case_id
         WHERE d.municipality_id = $1 AND d.case_id = $2 AND (d.template <> 'filing' OR d.filing_id = c.filing_id)`,
        [this.town.id, this.caseId]
      )
    )
    // A clock that stands still gives orders no order of their own: their references do.
    const asked = (await ordersOfCase(this.town.id, this.caseId)).sort((a, b) =>
      a.reference.localeCompare(b.reference)
    )
    const reminded = page.history.filter(({ kind }) => kind === 'reminder_sent')
    return {
      ...(this.scenario.expect.reminders && { reminders: reminded.map(({ data }) => String(data['of'])) }),
      caseId: this.caseId,
      outcome: page.summary.outcome,
      phase: page.summary.phase,
      state: page.summary.state,
      path: page.history.flatMap(({ kind, data }) => (kind === 'step' ? (data['entered'] as string[]) : [])),
      documents: templates.map(({ template }) => template).sort(),
      entries: entries.map(({ book }) => book).sort(),
      notifications: (await notificationsOfCase(this.town.id, this.caseId)).length,
      incidents: page.incidents.length,
      givenBack: await this.#givenBack(),
      fee: asked.at(-1)?.assessment.total ?? null,
    }
  }
}
