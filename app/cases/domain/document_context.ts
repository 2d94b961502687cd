import { localDate } from '#cases/domain/local_date'
import type { CaseApplicant } from '#cases/types'
import { textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'
import type { Json } from '#core/json'
import type { LaterFiling } from '#documents/index'
import type { Body, Language, Texts, Town, Unit } from '#tenancy/types'

const inLanguage = (texts: Texts | undefined, language: string): string | null =>
  texts ? (texts[language as Language] ?? texts.es ?? null) : null

/** What documents and notices speak of, as it is known; instants in ISO. */
export interface DocumentFacts {
  town: Town
  body: Body | null
  unit: Unit | null
  procedure: Pick<CompiledProcedure, 'slug' | 'texts'>
  language: string
  applicant: CaseApplicant
  subject: string
  /** Of the case, where no entry opened it. */
  number?: string
  entry: { number: string; recordedAt: string; effectiveAt: string } | null
  answers: Json
  /** What has been filed in the case since. */
  filings?: LaterFiling[]
  variables: Record<string, Json>
  at: Date
}

/** What the town said when it was filed; a text of the town in the language of the document, null where it is blank. */
const filledIn = (town: Json | undefined, language: string): Record<string, Json> =>
  Object.fromEntries(
    Object.entries((town ?? {}) as Record<string, Json>).map(([id, value]) => [
      id,
      value !== null && typeof value === 'object'
        ? inLanguage(value as unknown as Texts, language)?.trim() || null
        : value,
    ])
  )

/** What the words of documents and notices are filled from, the same for what is filed and for what follows. */
export const documentContext = (facts: DocumentFacts): Record<string, Json> => {
  const { town, body, unit, procedure, language, applicant, subject, entry, answers, filings = [] } = facts
  const { variables, at } = facts
  return {
    town: {
      ...filledIn(variables['town'], language),
      name: town.name,
      officeName: inLanguage(town.settings.officeName, language),
      council: inLanguage(town.settings.council, language),
      taxNumber: town.taxNumber,
    },
    body: body && { name: inLanguage(body.name, language), holder: body.holder },
    case: { number: entry?.number ?? facts.number ?? null, unit: inLanguage(unit?.name, language), subject },
    entry: entry ?? { number: null, recordedAt: null, effectiveAt: null },
    applicant: {
      identifier: applicant.identifier,
      name: applicant.name,
      email: applicant.email ?? null,
      phone: applicant.phone ?? null,
    },
    representative: applicant.representative ?? null,
    answers,
    filings: filings as unknown as Json,
    variables,
    sheet: { slug: procedure.slug, title: textOf(procedure.texts, language, 'sheet.title') },
    today: localDate(at, town.timeZone),
    document: {},
  }
}
