import type { Activity, ActivityContext } from '#cases/activities/activity'
import { recordEvent } from '#cases/actions/record_event'
import { localDate } from '#cases/domain/local_date'
import { inTown } from '#tenancy/town_transaction'
import { numberOfCase } from '#cases/queries/case_number'
import { textOf } from '#catalogue/queries/texts'
import { AskEvidence, type Asked } from '#exchange/actions/ask_evidence'
import { recordEvidenceAnswer } from '#exchange/actions/record_evidence_answer'
import { isService } from '#exchange/index'
import type { Scope } from '#exchange/contract'
import { bookLanguage } from '#registry/domain/book_words'
import { unitsOf } from '#tenancy/queries/bodies_and_units'
import type { Language } from '#tenancy/types'

/** Null where the interested party objected: then nobody was asked (Law 39/2015, art. 28.2). */
type Answered = Asked | null

/**
 * `exchange.ask`: asks a register or another administration for the data of the interested party, and of nobody else:
 * whom it is about is no input, or a form could have anybody looked up. Who can't be reached is asked again, and then
 * there is an incident.
 */
export const askEvidence: Activity<Answered> = {
  async prepare(context) {
    const { town, caseFile, key, at, moved, input } = context
    if (input['objected'] === true) return null
    const question = await questionOf(context)
    const on = localDate(at, town.timeZone)
    return new AskEvidence().execute({ town, caseId: caseFile.id, key, question, on, at, moved })
  },

  async commit(trx, context, asked) {
    const { caseFile, key, at, input } = context
    if (!asked) return { result: { outcome: 'objected', found: false, data: null, askedAt: null } }
    const { queryId, answer, data } = asked
    const audit = await recordEvidenceAnswer(trx, { queryId, caseId: caseFile.id, key }, answer, at)
    const { outcome } = answer
    await recordEvent(trx, context, {
      kind: 'evidence_asked',
      public: true,
      data: { query: queryId, service: input['service'] ?? null, outcome },
    })
    const result = { outcome, found: outcome === 'found', data, askedAt: at.toISOString() }
    return { result, audit: [audit] }
  },
}

async function questionOf({ town, caseFile, procedure, input }: ActivityContext) {
  const { service, scope = 'person', article, consented } = input
  if (!isService(service)) throw new Error(`nobody knows how to ask for "${String(service)}"`)
  const book = bookLanguage(town) as Language
  const caseNumber = await inTown(town.id, (trx) => numberOfCase(trx, caseFile))
  const unit = (await unitsOf(town.id)).find(({ id }) => id === caseFile.unitId)
  const { identifier, name } = caseFile.applicant
  if (!identifier || !name) throw new Error('the case has nobody to ask about')
  return {
    service,
    subject: { identifier, name },
    scope: (scope === 'household' ? 'household' : 'person') satisfies Scope as Scope,
    purpose: textOf(procedure.texts, book, 'sheet.title'),
    authority: {
      kind: consented === true ? ('consent' as const) : ('law' as const),
      article: String(article),
    },
    procedure: { slug: procedure.slug, sia: procedure.sheet.sia },
    caseNumber,
    unit: unit?.name[book] ?? town.name,
  }
}
