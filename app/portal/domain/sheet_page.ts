import { handsOver } from '#catalogue/queries/by_itself'
import { listOf, ownText, textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'
import type { Body, Unit } from '#tenancy/types'

/** Where a consolidated law can be read. */
const lawUrl = (id: string) =>
  /^BOE-A-\d{4}-\d+$/.test(id) ? `https://www.boe.es/buscar/act.php?id=${id}` : undefined

/** A procedure's sheet as its page shows it: who decides, how long, what silence means, what is needed. */
export function sheetPage(
  procedure: CompiledProcedure,
  lang: 'es' | 'ca' | 'en',
  {
    unit,
    body,
    notes = [],
  }: { unit: Unit | null; body: Body | null; notes?: { title: string; lines: string[] }[] }
) {
  const { sheet, texts } = procedure
  const text = (id: string) => textOf(texts, lang, id)
  const own = (id: string) => ownText(texts, lang, id)
  const laws = listOf(texts, lang, 'sheet.legalBase')
  return {
    title: text('sheet.title'),
    purpose: text('sheet.purpose'),
    body: body?.name[lang] ?? '',
    unit: unit?.name[lang] ?? '',
    term: sheet.term,
    atOnce: handsOver(procedure),
    silence: sheet.silence.effect,
    silenceText: own('sheet.silence'),
    cost: own('sheet.cost'),
    channels: sheet.channels,
    signIn: sheet.signInLevel,
    representation: sheet.representation,
    who: [text('sheet.who')],
    requirements: listOf(texts, lang, 'sheet.requirements'),
    evidence: sheet.evidence.map(({ id, requirement, obtainable }) => ({
      text: text(`sheet.evidence.${id}`),
      requirement,
      obtainable,
    })),
    steps: listOf(texts, lang, 'sheet.steps'),
    legalBase: sheet.legalBase.map(({ id, articles }, index) => ({
      text: laws[index] ?? id,
      articles: articles ?? null,
      href: lawUrl(id),
    })),
    appeals: sheet.appeals.map(({ id }) => text(`sheet.appeals.${id}`)),
    endsAdministrativeWay: sheet.endsAdministrativeWay,
    slug: procedure.slug,
    notes,
    sia: sheet.sia,
    version: sheet.version,
  }
}
