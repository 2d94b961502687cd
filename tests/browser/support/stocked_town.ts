import { readFile } from 'node:fs/promises'
import { AddNote } from '#cases/actions/add_note'
import { casePage } from '#cases/queries/case_page'
import { incidentsWithCases } from '#cases/queries/incidents_with_cases'
import type { Step } from '#catalogue/types'
import { documentsOfCase } from '#documents/queries/documents'
import { filingsOfCase } from '#filings/queries/filings_of_case'
import { AcceptNotification } from '#notifications/actions/accept_notification'
import { RejectNotification } from '#notifications/actions/reject_notification'
import { notificationsOfCase } from '#notifications/queries/notifications'
import { outbox } from '#notifications/queries/outbox'
import type { Addressee } from '#notifications/types'
import { openOffice, readyDraft, type OpenOffice } from '#tests/support/filing'
import { tell, type Story } from '#tests/browser/support/tell'
import { beginAddition, caseWithFiles, draftWithFiles } from '#tests/browser/support/with_files'
import { addOfficer, type TestOfficer } from '#tests/support/town'
import { inTown } from '#tenancy/town_transaction'
import { workUntil } from '#tests/support/worker'

/** A town with cases in every state that a page can show; all are of the person who signs in. */
export class StockedTown {
  private constructor(
    readonly office: OpenOffice,
    /** An employee who handles cases, and nothing else. */
    readonly handler: TestOfficer,
    /** Cases by what has become of them. */
    readonly cases: Record<State, string>,
    /** A draft with all its answers and files, and one with none. */
    readonly draftId: string,
    readonly emptyDraftId: string
  ) {}

  /** With the name, colours and words of one of the demo towns. */
  static async like(slug: string): Promise<StockedTown> {
    const { name, settings } = JSON.parse(await readFile(`resources/towns/${slug}.json`, 'utf8'))
    const office = await openOffice({ demo: true, name, settings, holidays: ['2025-09-08'] })
    const cases: Record<string, string> = {}
    for (const [state, story] of Object.entries(STORIES)) cases[state] = await tell(office, story)
    cases['attached'] = await caseWithFiles(office)
    await beginAddition(office, cases['attached'])
    const handler = await addOfficer(office.town.id, {
      roles: ['case_handler'],
      unitIds: [office.test.unitId],
    })
    const [full, empty] = [await draftWithFiles(office), await readyDraft(office, { answers: {} })]
    const stocked = new StockedTown(
      office,
      handler,
      cases as StockedTown['cases'],
      full.draftId,
      empty.draftId
    )
    await stocked.finish()
    return stocked
  }

  notification = async (state: State): Promise<string> =>
    (await notificationsOfCase(this.office.town.id, this.cases[state])).at(-1)!.id

  /** The first open task of a case. */
  async task(state: State): Promise<string> {
    const page = await casePage(this.office.town.id, this.cases[state], new Date())
    return page!.tasks.find((task) => task.state === 'open')!.id
  }

  documents = (state: State) => documentsOfCase(this.office.town.id, this.cases[state])

  /** What has been filed in a case, the first thing first. */
  filings = (state: State) => filingsOfCase(this.office.town.id, this.cases[state])

  /** The filing that began a case. */
  async filing(state: State): Promise<string> {
    const page = await casePage(this.office.town.id, this.cases[state], new Date())
    return page!.summary.filingId!
  }

  /** A draft that has moved to a newer version, which asks some of its pages again. */
  async movedDraft(): Promise<string> {
    const { office } = this
    const form = office.procedure.forms[office.procedure.sheet.submissionForm]!
    const { draftId } = await readyDraft(office)
    await inTown(office.town.id, (trx) =>
      trx.rows(`UPDATE drafts SET asked_again = $3 WHERE municipality_id = $1 AND id = $2`, [
        office.town.id,
        draftId,
        form.pages.slice(0, 2).map(({ id }) => id),
      ])
    )
    return draftId
  }

  /** A courtesy notice. */
  notice = async (): Promise<string> => (await outbox(this.office.town.id, { limit: 1 }))[0]!.id

  /** What failed of the case that is stuck. */
  incident = async (): Promise<string> => (await incidentsWithCases(this.office.town.id))[0]!.id

  private async finish(): Promise<void> {
    const { town, test } = this.office
    const { id: personId, identifier } = test.person
    const addressee = { personId, identifier, level: 'substantial', method: 'demo' }
    await workUntil(town.id, new Date())
    await this.readLetter(addressee)
    await new RejectNotification().execute({
      municipalityId: town.id,
      notificationId: await this.notification('refused'),
      addressee,
      at: new Date(),
    })
    await new AddNote().execute({
      municipalityId: town.id,
      caseId: this.cases.fresh,
      officerId: test.officer.id,
      text: 'He llamado a la brigada: pasan el martes.',
      at: new Date(),
    })
  }

  /** A letter that its addressee has opened in the folder before it was posted. */
  private async readLetter(addressee: Addressee): Promise<void> {
    const notificationId = await this.notification('readBeforeDelivery')
    const given = { municipalityId: this.office.town.id, notificationId, addressee, at: new Date() }
    await new AcceptNotification().execute(given)
  }
}

type State = keyof typeof STORIES | 'attached'

const isTask = (element: string) => (step: Step) => 'task' in step && step.task === element

const STORIES = {
  silent: { scenario: 'silence_approves', daysAgo: 250 },
  overdue: { scenario: 'silence_approves', daysAgo: 120, until: isTask('certify_silence') },
  withdrawn: { scenario: 'withdrawn', daysAgo: 20 },
  onPaper: { scenario: 'dismissed_on_paper', daysAgo: 9 },
  readBeforeDelivery: { scenario: 'dismissed_on_paper', daysAgo: 6, until: (step) => 'term' in step },
  granted: { scenario: 'granted' },
  refused: { scenario: 'partly_granted' },
  required: { scenario: 'correction_answered', until: (step) => 'message' in step },
  opened: { scenario: 'correction_answered', until: isTask('correction') },
  resolving: { scenario: 'granted', until: isTask('resolve') },
  stuck: { scenario: 'seal_stays_down', until: (step) => 'retry' in step },
  fresh: { scenario: 'granted', until: () => true },
} satisfies Record<string, Story>

export const STATES = [...Object.keys(STORIES), 'attached'] as State[]
