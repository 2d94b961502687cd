import { type Diagnostic, problem, warning } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import type { Check, Context } from '#catalogue/domain/check/context'
import { type TextUse, textUses } from '#catalogue/domain/check/text_uses'
import { SHEET } from '#catalogue/domain/files'
import { type Leaf, leavesOf } from '#catalogue/domain/texts'

const fileOf = (language: string) => `texts/${language}.json`
const pointerOf = (id: string) => pointerTo(...id.split('.'))

type Leaves = Map<string, Map<string, Leaf>>

function missingLanguages({ sheet, texts }: Context): Diagnostic[] {
  const missing = sheet.languages.filter((language) => !texts.has(language))
  const extra = [...texts.keys()].filter((language) => !sheet.languages.includes(language))
  return [
    ...missing.map((language) =>
      problem('LANGUAGE_MISSING', { file: fileOf(language), params: { language } })
    ),
    ...extra.map((language) => {
      const place = { file: SHEET, pointer: '/languages', params: { language } }
      return problem('LANGUAGE_UNDECLARED', place)
    }),
  ]
}

/** What is wrong with a text in one language; `model` is the same text in the first language that has it. */
function troubleWith(use: TextUse, model: Leaf | null, leaf: Leaf | undefined): string | null {
  const isList = use.list ?? false
  if (leaf === undefined) return 'TEXT_MISSING'
  if (Array.isArray(leaf) !== isList) return isList ? 'TEXT_NOT_A_LIST' : 'TEXT_A_LIST'
  const differs = Array.isArray(model) && leaf.length !== model.length
  return differs && !use.anyLength ? 'TEXT_LISTS_DIFFER' : null
}

/** A text that is used, or that another language has, must be in every language, and of the same shape. */
function missingTexts(all: Leaves, uses: TextUse[]): Diagnostic[] {
  const byId = new Map(uses.map((use) => [use.id, use]))
  const first = new Map<string, Leaf>()
  for (const [language, leaves] of all)
    for (const [id, leaf] of leaves) {
      if (!first.has(id)) first.set(id, leaf)
      if (!byId.has(id)) byId.set(id, { id, usedIn: fileOf(language), list: Array.isArray(leaf) })
    }
  const wanted = [...byId.values()].filter(({ id, optional }) => !optional || first.has(id))
  return wanted.flatMap((use) =>
    [...all].flatMap(([language, leaves]) => {
      const code = troubleWith(use, first.get(use.id) ?? null, leaves.get(use.id))
      const params = { id: use.id, language, usedIn: use.usedIn }
      return code ? [problem(code, { file: fileOf(language), pointer: pointerOf(use.id), params })] : []
    })
  )
}

function unusedTexts(all: Leaves, uses: TextUse[]): Diagnostic[] {
  const used = new Set(uses.map(({ id }) => id))
  return [...all].flatMap(([language, leaves]) =>
    [...leaves.keys()]
      .filter((id) => !used.has(id))
      .map((id) => warning('TEXT_UNUSED', { file: fileOf(language), pointer: pointerOf(id), params: { id } }))
  )
}

function legalBase({ sheet }: Context, all: Leaves): Diagnostic[] {
  return [...all].flatMap(([language, leaves]) => {
    const leaf = leaves.get('sheet.legalBase')
    if (!Array.isArray(leaf) || leaf.length === sheet.legalBase.length) return []
    const params = { expected: sheet.legalBase.length, found: leaf.length }
    return [problem('LEGAL_BASE_COUNT', { file: fileOf(language), pointer: '/sheet/legalBase', params })]
  })
}

/** Every text id used exists in every language; what nobody uses is said. */
export const checkTexts: Check = (context) => {
  const all: Leaves = new Map([...context.texts].map(([language, tree]) => [language, leavesOf(tree)]))
  const uses = textUses(context)
  return [
    ...missingLanguages(context),
    ...missingTexts(all, uses),
    ...legalBase(context, all),
    ...unusedTexts(all, uses),
  ]
}
