import type { CompiledProcedure } from '#catalogue/types'
import { unwrap } from '#core/result'
import { CitizenVisitor } from '#tests/support/citizen_visitor'
import { fillIn } from '#tests/support/filled_in'
import { openOffice, publishedProcedures, type OpenOffice } from '#tests/support/filing'
import { wordsIn } from '#tests/support/page_forms'
import { walkToReceipt } from '#tests/support/walk_filing'

/** What somebody writes who does not say who they are. */
export const REPORT = {
  kind: 'incident',
  service: 'public_space',
  subject: 'Fanal apagat',
  facts: 'El fanal de la font no s’encén.',
  place: 'Plaça Major, 3',
  answerWished: 'look',
  language: 'ca',
}

/** A demo town where complaints can be made anonymously, and the procedure that takes them. */
export async function anonymousOffice(
  given: Parameters<typeof openOffice>[0] = {}
): Promise<OpenOffice & { complaint: CompiledProcedure }> {
  const office = await openOffice({ demo: true, ...given })
  return { ...office, complaint: await allowed(office) }
}

/** The procedure of complaints, in a town that takes what nobody signs. */
export async function allowed({ town }: OpenOffice): Promise<CompiledProcedure> {
  const complaint = (await publishedProcedures()).find(({ sheet }) => sheet.takesComplaints)!
  await allow(town.id, complaint.slug)
  return complaint
}

/** A town says whether it takes what nobody signs. */
export async function allow(municipalityId: string, slug: string, value = true): Promise<void> {
  const values = { values: { anonymous: [{ from: '2025-01-01', value }] } }
  unwrap(await fillIn(municipalityId, { slug, values }))
}

export interface AnonymousFiling {
  visitor: CitizenVisitor
  filingId: string
  /** As the receipt's page gives it. */
  code: string
}

/** Files a report from its sheet to its receipt, as nobody; `visitor` may have signed in before. */
export async function fileAnonymously(
  { test, complaint }: Awaited<ReturnType<typeof anonymousOffice>>,
  {
    answers = {},
    visitor = new CitizenVisitor(test.host),
  }: { answers?: object; visitor?: CitizenVisitor } = {}
): Promise<AnonymousFiling> {
  const path = await walkToReceipt(visitor, complaint.slug, { ...REPORT, ...answers }, 'anonymous-filings')
  const page = await visitor.get(path)
  const [code] = /(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}(?!-)/.exec(codeIn(page.body)) ?? []
  if (!code) throw new Error(`the receipt gives no code: ${wordsIn(page.body).slice(0, 300)}`)
  return { visitor, filingId: path.split('/')[2]!, code }
}

const codeIn = (html: string) => /id="follow-up-code">([^<]*)</.exec(html)?.[1] ?? ''
