import { CompleteTask } from '#cases/actions/complete_task'
import { casePage } from '#cases/queries/case_page'
import type { Json } from '#core/json'
import { unwrap } from '#core/result'
import { notificationsOfCase } from '#notifications/queries/notifications'
import { inTown } from '#tenancy/town_transaction'
import { signedIn, type CitizenVisitor } from '#tests/support/citizen_visitor'
import { goodAnswers, openOffice, type OpenOffice } from '#tests/support/filing'
import { walkToReceipt } from '#tests/support/walk_filing'
import { settle } from '#tests/support/worker'

/** What a citizen has filed today at their browser, and an officer who answers them. */
export class CitizensCase {
  private constructor(
    readonly office: OpenOffice,
    readonly citizen: CitizenVisitor,
    readonly receipt: string,
    readonly caseId: string
  ) {}

  static async file(office?: OpenOffice, answers: Record<string, Json> = {}): Promise<CitizensCase> {
    const place = office ?? (await openOffice({ demo: true }))
    const citizen = await signedIn(place.test)
    const receipt = await walkToReceipt(citizen, place.procedure.slug, { ...goodAnswers(place), ...answers })
    const filingId = receipt.split('/')[2]
    const [row] = await inTown(place.town.id, (trx) =>
      trx.rows<{ id: string }>(`SELECT case_id AS id FROM filings WHERE municipality_id = $1 AND id = $2`, [
        place.town.id,
        filingId,
      ])
    )
    const filed = new CitizensCase(place, citizen, receipt, row!.id)
    await filed.settle()
    return filed
  }

  get path(): string {
    return `/folder/cases/${this.caseId}`
  }

  /** The worker does what is due now. */
  settle = () => settle(this.office.town.id, new Date())

  /** An officer answers the open task of an element. */
  async officerAnswers(element: string, answers: Record<string, Json>): Promise<void> {
    const { town, test } = this.office
    const at = new Date()
    const page = await casePage(town.id, this.caseId, at)
    const task = page?.tasks.find((one) => one.element === element && one.state === 'open')
    if (!task) throw new Error(`no task ${element} is open`)
    unwrap(
      await new CompleteTask().execute({
        municipalityId: town.id,
        taskId: task.id,
        actor: { kind: 'officer', id: test.officer.id },
        roles: ['case_handler', 'technician', 'resolver'],
        answers,
        at,
      })
    )
    await this.settle()
  }

  async lastNotification() {
    const found = (await notificationsOfCase(this.office.town.id, this.caseId)).at(-1)
    if (!found) throw new Error('nothing was notified')
    return { ...found, path: `/folder/notifications/${found.id}` }
  }
}
