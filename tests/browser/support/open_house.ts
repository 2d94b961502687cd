import type { TestContext } from '@japa/runner/core'
import { Citizen } from '#tests/browser/support/citizen'
import { Officer } from '#tests/browser/support/officer'
import { Visitor, type Circumstances } from '#tests/browser/support/visitor'
import { textOf } from '#catalogue/queries/texts'
import { inTown } from '#tenancy/town_transaction'
import { SubmitFiling } from '#filings/actions/submit_filing'
import { unwrap } from '#core/result'
import { tell } from '#tests/browser/support/tell'
import { carried } from '#tests/support/carried'
import {
  citizenFrom,
  goodAnswers,
  openOffice,
  publishedProcedures,
  readyDraft,
  type OpenOffice,
} from '#tests/support/filing'
import { settle, workUntil } from '#tests/support/worker'

/** A demo town with its windows open, and those who come to them. All leave when the test ends. */
export class OpenHouse {
  private constructor(
    readonly office: OpenOffice,
    private readonly context: TestContext
  ) {}

  /**
   * `slug`: the procedure that matters here; the catalogue's first unless told. `scenario`: the golden case whose town this
   * one is, by what it has filled in.
   */
  static async for(context: TestContext, slug?: string, scenario?: string): Promise<OpenHouse> {
    const office = await openOffice({ demo: true })
    const procedure = (await publishedProcedures()).find((one) => one.slug === slug)
    if (!procedure) return new OpenHouse(office, context)
    const golden = scenario && procedure.scenarios[scenario]
    const house = { ...office, procedure }
    return new OpenHouse(golden ? { ...house, procedure: await carried(house, golden) } : house, context)
  }

  get procedure() {
    return this.office.procedure
  }

  /** The form that a filing answers. */
  get form() {
    return this.procedure.forms[this.procedure.sheet.submissionForm]!
  }

  /** Good answers to it: those of the procedure's first golden case. */
  get answers() {
    return goodAnswers(this.office)
  }

  /** A text of the procedure. */
  text = (id: string, lang = 'es') => textOf(this.procedure.texts, lang, id)

  /** Somebody who has not said who they are. */
  visitor = async (how?: Circumstances) => this.until(await Visitor.open(this.office.test, how))

  citizen = async (how?: Circumstances) => this.until(await Citizen.open(this.office.test, how))

  /** An employee with every role, at the inbox. */
  async officer(how?: Circumstances): Promise<Officer> {
    const officer = this.until(await Officer.open(this.office.test, how))
    await officer.signIn(this.office.test.officer)
    return officer
  }

  /** Does what the worker has to do now; it runs in the process of the tests. */
  async work(): Promise<void> {
    const { failures } = await settle(this.office.town.id, new Date())
    if (failures.length > 0) throw new Error(failures.join('\n'))
  }

  /** A case of the person who signs in, with its receipt. */
  async filed(): Promise<void> {
    const { town, test } = this.office
    const draft = await readyDraft(this.office)
    unwrap(
      await new SubmitFiling().execute({ town, citizen: citizenFrom(test.person), at: new Date(), ...draft })
    )
    await this.work()
  }

  /** A golden case that began some days ago, played until a task or to its end. */
  async play(scenario: string, { daysAgo = 0, until = '' } = {}): Promise<void> {
    await tell(this.office, { scenario, daysAgo, until: (step) => 'task' in step && step.task === until })
    await workUntil(this.office.town.id, new Date())
  }

  /** A draft of the person who signs in, with good answers: where they check them. */
  async readyToSubmit(): Promise<string> {
    const { draftId } = await readyDraft(this.office)
    return `/filings/${draftId}/check`
  }

  /** Numbers of the entries of both books of the register. */
  entries = async (): Promise<string[]> => {
    const { id } = this.office.town
    const rows = await inTown(id, (trx) =>
      trx.rows<{ number: string }>(
        `SELECT entry_number AS number FROM register_entries WHERE municipality_id = $1 AND book <> 'resolutions' ORDER BY recorded_at`,
        [id]
      )
    )
    return rows.map(({ number }) => number)
  }

  private until<V extends Visitor>(visitor: V): V {
    this.context.cleanup(() => visitor.leave())
    return visitor
  }
}
