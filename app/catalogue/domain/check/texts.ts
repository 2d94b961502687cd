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

/** A text that is used, or that another language has, must be in every language, and of the same shape. */
function missingTexts(all: Leaves, uses: TextUse[]): Diagnostic[] {
  const wanted = new Map(uses.filter(({ optional }) => !optional).map((use) => [use.id, use]))
  for (const [language, leaves] of all)
    for (const id of leaves.keys()) if (!wanted.has(id)) wanted.set(id, { id, usedIn: fileOf(language) })
  const found: Diagnostic[] = []
  for (const { id, usedIn, list } of wanted.values()) {
    const first = [...all.values()].map((leaves) => leaves.get(id)).find((leaf) => leaf !== undefined)
    const isList = list ?? Array.isArray(first)
    for (const [language, leaves] of all) {
      const place = { file: fileOf(language), pointer: pointerOf(id), params: { id, language, usedIn } }
      const leaf = leaves.get(id)
      if (leaf === undefined) found.push(problem('TEXT_MISSING', place))
      else if (Array.isArray(leaf) !== isList)
        found.push(problem(isList ? 'TEXT_NOT_A_LIST' : 'TEXT_A_LIST', place))
      else if (Array.isArray(leaf) && Array.isArray(first) && leaf.length !== first.length)
        found.push(problem('TEXT_LISTS_DIFFER', place))
    }
  }
  return found
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
  const uses = textUses(context, context.facts, context.elements)
  return [
    ...missingLanguages(context),
    ...missingTexts(all, uses),
    ...legalBase(context, all),
    ...unusedTexts(all, uses),
  ]
}
