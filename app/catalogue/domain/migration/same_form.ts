import { canonical } from '#core/canonical_json'
import { leavesOf } from '#catalogue/domain/texts'
import type { CompiledProcedure, TextTree } from '#catalogue/domain/types'

export const differ = (a: unknown, b: unknown): boolean => canonical(a ?? null) !== canonical(b ?? null)

/** The words of a form, in every language. */
const wordsOf = (texts: Record<string, TextTree>, form: string) =>
  Object.entries(texts).map(([lang, tree]) => [
    lang,
    [...leavesOf(tree)].filter(([id]) => id.startsWith(`forms.${form}.`)),
  ])

/** Whether a form asks the same, in the same words. */
export function sameForm(
  from: CompiledProcedure,
  to: CompiledProcedure,
  before: string,
  now: string
): boolean {
  const bare = ({ forms }: CompiledProcedure, id: string) => {
    const { code: _code, types: _types, ...form } = forms[id] ?? { code: '', types: {} }
    return form
  }
  return (
    before === now &&
    !differ(bare(from, before), bare(to, now)) &&
    !differ(wordsOf(from.texts, before), wordsOf(to.texts, now))
  )
}
