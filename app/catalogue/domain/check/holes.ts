import { type Diagnostic, problem } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import type { Check, Context } from '#catalogue/domain/check/context'
import { textUses } from '#catalogue/domain/check/text_uses'
import { TOWN_FACTS } from '#catalogue/domain/seams/town_names'
import type { Seam } from '#catalogue/domain/seams/types'
import { type Leaf, holesOf, leafAt, leavesOf } from '#catalogue/domain/texts'
import { CONTEXT_ROOTS } from '#catalogue/domain/vocabulary'

const townHas = (member: string, seams: Seam[]) =>
  TOWN_FACTS.some((fact) => fact === member) || seams.some(({ id }) => id === member)

const PATH = /^[a-z][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)*$/

/** Why a hole can't be filled, as the code of a diagnostic; null when it can. */
function trouble(path: string, { facts, forms, sheet, seams }: Context): string | null {
  const [root, member] = path.split('.') as [string, string | undefined]
  if (!PATH.test(path)) return 'HOLE_SYNTAX'
  if (!CONTEXT_ROOTS.some((known) => known === root)) return 'HOLE_UNKNOWN'
  if (root === 'variables') return member && facts.variables.includes(member) ? null : 'HOLE_VARIABLE'
  if (root === 'town') return member && townHas(member, seams) ? null : 'HOLE_TOWN'
  if (root !== 'answers') return null
  const fields = forms.get(sheet.submissionForm)?.fields ?? {}
  return member && Object.hasOwn(fields, member) ? null : 'HOLE_ANSWER'
}

const sameHoles = (a: Leaf, b: Leaf) => holesOf(a).sort().join(' ') === holesOf(b).sort().join(' ')

/** What stands between double braces can be filled from a case, and is the same in every language. */
export const checkHoles: Check = (context) => {
  const filled = new Set(textUses(context).flatMap((use) => (use.filled ? [use.id] : [])))
  const [first] = context.texts.values()
  const found: Diagnostic[] = []
  for (const [language, tree] of context.texts) {
    for (const [id, leaf] of leavesOf(tree)) {
      const place = { file: `texts/${language}.json`, pointer: pointerTo(...id.split('.')) }
      const original = first && leafAt(first, id)
      if (original && !sameHoles(original, leaf))
        found.push(problem('HOLES_DIFFER', { ...place, params: { id } }))
      for (const path of holesOf(leaf)) {
        const code = filled.has(id) ? trouble(path, context) : 'HOLE_NOT_FILLED'
        if (code) found.push(problem(code, { ...place, params: { path: path || ' ' } }))
      }
    }
  }
  return found
}
