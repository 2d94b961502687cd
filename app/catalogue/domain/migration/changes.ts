import { canonical } from '#core/canonical_json'
import type { Node } from '#engine/index'
import { FROZEN_MESSAGES } from '#catalogue/domain/migration/frozen'
import {
  type Change,
  type ChangeClass,
  CLASSES,
  type ChangeCode,
  type Instruction,
  type MigrationPlan,
} from '#catalogue/domain/migration/types'
import { leavesOf } from '#catalogue/domain/texts'
import type { CompiledProcedure, TextTree } from '#catalogue/domain/types'

const differ = (a: unknown, b: unknown) => canonical(a ?? null) !== canonical(b ?? null)

interface Drawn {
  form?: string
  message?: string
  due?: unknown
}

const drawn = (node: Node): Drawn => (node.data ?? {}) as Drawn

/** The words of a form, in every language. */
const wordsOf = (texts: Record<string, TextTree>, form: string) =>
  Object.entries(texts).map(([lang, tree]) => [
    lang,
    [...leavesOf(tree)].filter(([id]) => id.startsWith(`forms.${form}.`)),
  ])

/** Whether a form asks the same, in the same words. */
function sameForm(from: CompiledProcedure, to: CompiledProcedure, before: string, now: string): boolean {
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

/** Whoever was asked to sign, to pay or to open a letter can't be left without an answer. */
const givenUp = (node: Node): ChangeClass => {
  if (FROZEN_MESSAGES.includes(drawn(node).message ?? '')) return 'forbidden'
  return node.kind.endsWith('_boundary') ? 'safe' : 'needs_clerk'
}

function ofElement(from: CompiledProcedure, to: CompiledProcedure, instruction: Instruction): Change[] {
  const before = from.graph.nodes[instruction.from]
  if (!before) return []
  const change = (code: ChangeCode, what: string | null, least: ChangeClass): Change => ({
    ...{ change: code, of: before.id, what, class: least },
  })
  if (instruction.begin !== undefined) {
    const least = givenUp(before)
    return [change('begun', instruction.begin, least === 'forbidden' ? least : 're_ask')]
  }
  if (instruction.to === null) return [change('given_up', null, givenUp(before))]
  const now = to.graph.nodes[instruction.to]
  if (!now) return []
  const [old, fresh] = [drawn(before), drawn(now)]
  const crosses = (before.role === 'citizen') !== (now.role === 'citizen')
  return [
    ...(old.form && fresh.form && !sameForm(from, to, old.form, fresh.form)
      ? [change('form', fresh.form, 're_ask')]
      : []),
    ...(old.form && before.role !== now.role
      ? [change('role', now.role, crosses ? 'forbidden' : 'needs_clerk')]
      : []),
    ...(old.due && differ(old.due, fresh.due) ? [change('term', now.id, 'safe')] : []),
  ]
}

/** What of the sheet binds the office towards whoever is interested. */
const lawOf = ({ sheet, fees }: CompiledProcedure) => ({
  term: sheet.term,
  silence: sheet.silence,
  fee: fees,
})

function ofAll(from: CompiledProcedure, to: CompiledProcedure): Change[] {
  const [before, now] = [lawOf(from), lawOf(to)]
  const parts = (['term', 'silence', 'fee'] as const).filter((part) => differ(before[part], now[part]))
  const templates = Object.keys(from.templates).filter((id) => differ(from.templates[id], to.templates[id]))
  return [
    ...parts.map((what): Change => ({ change: 'law', of: null, what, class: 'safe' })),
    ...templates.map((what): Change => ({ change: 'templates', of: null, what, class: 'safe' })),
  ]
}

/** How strictly the house treats a change, whatever a plan says; its line there, if it has one. */
export const stricter = (a: ChangeClass, b: ChangeClass): ChangeClass =>
  CLASSES.indexOf(a) >= CLASSES.indexOf(b) ? a : b

/** What running cases feel of a move, each change in its class: the house's, or the plan's where that is stricter. */
export function changesBetween(
  from: CompiledProcedure,
  to: CompiledProcedure,
  plan: Pick<MigrationPlan, 'elements' | 'classes'>
): Change[] {
  const found = [...plan.elements.flatMap((one) => ofElement(from, to, one)), ...ofAll(from, to)]
  return found.map((one) => {
    const said = (plan.classes ?? []).filter(
      ({ change, of }) => change === one.change && (of === undefined || of === one.of)
    )
    return { ...one, class: said.reduce((worst, line) => stricter(worst, line.class), one.class) }
  })
}
