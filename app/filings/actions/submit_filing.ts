import { feeOf, mayBeAnonymous, startVariables, townOn } from '#catalogue/index'
import { townProcedure } from '#catalogue/queries/town_procedure'
import type { Sheet } from '#catalogue/types'
import { failpoint } from '#core/failpoint'
import type { Json } from '#core/json'
import { err, ok, type Result } from '#core/result'
import { uploadsOf } from '#documents/queries/uploads'
import { writingOf } from '#documents/queries/writing'
import { chance } from '#filings/chance'
import { pressReceipt } from '#filings/actions/make_filing_document'
import { isObliged, languageOf } from '#filings/domain/applicant'
import { type Bar, barredFrom } from '#filings/domain/barred'
import { draftDigest } from '#filings/domain/draft_digest'
import type { Filed } from '#filings/domain/filed'
import { holderOf } from '#filings/domain/holder'
import { pagesAskedAgain } from '#filings/domain/first_open_page'
import { planSubmission } from '#filings/domain/plan_submission'
import { heldDraft } from '#filings/queries/drafts'
import { earlierAnswers } from '#filings/registrar/earlier_answers'
import { ConflictError, WithdrawnVersionError, type Member } from '#filings/registrar/member'
import { onItsDay } from '#filings/registrar/on_its_day'
import { registrar } from '#filings/registrar/registrar'
import { pressedReceipts } from '#filings/receipts'
import type { Acknowledgement, Draft, Filer } from '#filings/types'
import { type FilingWindow, effectiveFiling, filingWindow } from '#deadlines/index'
import { cleanAnswers, formValidator, type Issue } from '#forms/index'
import type { FeeFault } from '#fees/index'
import { bookLanguage } from '#registry/domain/book_words'
import { bodyFor, seatsOfUnit, unitFor } from '#tenancy/queries/bodies_and_units'
import { calendarsOf } from '#tenancy/queries/calendar'
import type { Town } from '#tenancy/types'

/** Why a filing was not taken. Nothing was written, and the draft is as it was. */
export type SubmissionRefusal =
  | { kind: 'no_draft' }
  | { kind: 'changed' }
  | { kind: 'conflict' }
  /** The draft is filed in a case that stands, and opens none. */
  | { kind: 'in_case' }
  /** The town has withdrawn the version that the draft is on. */
  | { kind: 'withdrawn' }
  /** The draft moved to another version, and what changed was not looked at yet. */
  | { kind: 'asked_again' }
  /** Nobody said who they are, and the town does not take that. */
  | { kind: 'not_anonymous' }
  /** The procedure can't be filed on this day. */
  | { kind: 'out_of_window'; window: FilingWindow }
  /** Whoever files is not known as surely as the sheet asks, or is none of those whom it is for. */
  | { kind: 'barred'; bar: Bar; sheet: Sheet }
  | { kind: 'invalid'; issues: Issue[] }
  /** What it costs can't be told: no rates of the day, or none that fit. */
  | { kind: 'no_fee'; fault: FeeFault }

export type Submission = Filer & {
  town: Town
  draftId: string
  /** The version of the draft that the person saw when they decided to file. */
  version: number
  at: Date
  /** `at` is a moved clock: the register shows it (tests, simulations). */
  moved?: boolean
}

/**
 * Files a draft: validates it by the version it was begun on, plans everything in memory and hands it to
 * the registrar. Asked again with the same draft and version, it answers the same.
 */
export class SubmitFiling {
  async execute(submission: Submission): Promise<Result<Acknowledgement, SubmissionRefusal>> {
    const { town, draftId } = submission
    const holder = holderOf(submission)
    const bodyDigest = draftDigest(draftId, submission.version, (holder.personId ?? holder.codeDigest)!)
    const draft = await heldDraft(town.id, holder, draftId)
    if (!draft) return this.#answeredBefore(town.id, draftId, bodyDigest)
    if (draft.kind !== 'submission') return err({ kind: 'in_case' })
    if (draft.version !== submission.version) return err({ kind: 'changed' })
    if (!draft.accepting) return err({ kind: 'withdrawn' })
    return onItsDay(submission.at, (at) => this.#file({ ...submission, at }, draft, bodyDigest))
  }

  async #file(
    submission: Submission,
    draft: Draft,
    bodyDigest: string
  ): Promise<Result<Acknowledgement, SubmissionRefusal>> {
    const { town, citizen, at, moved = false } = submission
    const [procedure, calendars] = await Promise.all([
      townProcedure(town.id, draft.digest),
      calendarsOf(town.id),
    ])
    const calendar = calendars.office
    const bar = citizen && barredFrom(procedure.sheet, citizen)
    if (bar) return err({ kind: 'barred', bar, sheet: procedure.sheet })
    const window = filingWindow(procedure.sheet.window, at.toISOString(), calendar)
    if (window.state !== 'open') return err({ kind: 'out_of_window', window })
    const form = procedure.forms[procedure.sheet.submissionForm]!
    const { timeZone } = town
    const { recordedDate } = effectiveFiling(at.toISOString(), calendar)
    const values = townOn(procedure, recordedDate)
    if (!citizen && !mayBeAnonymous(procedure.sheet, values)) return err({ kind: 'not_anonymous' })
    const circumstances = { values, now: at.toISOString(), timeZone, obliged: isObliged(citizen) }
    const answers = cleanAnswers(form, draft.answers, circumstances)
    const issues = formValidator(form)(answers, circumstances)
    if (issues.length > 0) return err({ kind: 'invalid', issues })
    if (pagesAskedAgain(form, draft, circumstances).length > 0) return err({ kind: 'asked_again' })
    const fee = feeOf(procedure, answers, recordedDate, calendar)
    if (!fee.ok) return err({ kind: 'no_fee', fault: fee.error })
    const [unit, body, uploads] = await Promise.all([
      unitFor(town.id, procedure.sheet.unit),
      bodyFor(town.id, procedure.sheet.body),
      uploadsOf(town.id, form, draft.id, answers),
    ])
    const member = planSubmission(
      {
        town,
        unit,
        body,
        calendars,
        seats: await seatsOfUnit(town.id, unit),
        procedure,
        draft,
        answers,
        variables: startVariables(procedure.sheet, {
          ...{ answers, fee: fee.value, values },
          anonymous: !citizen,
        }),
        uploads,
        filer: submission,
        bodyDigest,
        writing: writingOf(town, languageOf(form, answers, { draft, town })),
        book: writingOf(town, bookLanguage(town)),
        at,
        moved,
      },
      chance
    )
    try {
      const written = await registrar.submit(town.id, member)
      await this.#pressReceipt(member, written, {
        ...{ town, unit, body, procedure, values },
        fee: fee.value as unknown as Json,
      })
      return ok(written)
    } catch (error) {
      if (error instanceof ConflictError) return err({ kind: 'conflict' })
      if (error instanceof WithdrawnVersionError) return err({ kind: 'withdrawn' })
      throw error
    }
  }

  /** The receipt is ready when the answer is; its bytes are stored by the worker, or by whoever asks first. */
  async #pressReceipt(
    { filing, documents, case: { caseFile } }: Member,
    { entryNumber, recordedAt, effectiveAt }: Acknowledgement,
    place: Pick<Filed, 'town' | 'unit' | 'body' | 'procedure' | 'values' | 'fee'>
  ): Promise<void> {
    const receipt = documents.find(({ kind }) => kind === 'receipt')
    if (!receipt?.code) return
    const filed: Filed = {
      ...place,
      language: filing.language,
      applicant: filing.applicant,
      signer: filing.signer,
      answers: filing.answers as Filed['answers'],
      answersDigest: filing.answers_digest,
      subject: caseFile.subject,
      inCase: null,
      entry: { number: entryNumber, recordedAt, effectiveAt },
      attachments: documents
        .filter(({ origin }) => origin === 'citizen')
        .map(({ name, size, sha256 }) => ({ name, size: size ?? 0, sha256: sha256 ?? '' })),
      at: filing.filed_at,
      kind: filing.kind,
      form: place.procedure.sheet.submissionForm,
    }
    pressedReceipts.keep(receipt.id, await pressReceipt(filed, receipt.code))
    await failpoint('receipt.pressed')
  }

  async #answeredBefore(
    townId: string,
    draftId: string,
    bodyDigest: string
  ): Promise<Result<Acknowledgement, SubmissionRefusal>> {
    const [earlier] = await earlierAnswers(townId, [draftId])
    if (!earlier) return err({ kind: 'no_draft' })
    return earlier.bodyDigest === bodyDigest ? ok(earlier.written) : err({ kind: 'conflict' })
  }
}
