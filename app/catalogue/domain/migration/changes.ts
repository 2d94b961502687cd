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
import { differ, sameForm } from '#catalogue/domain/migration/same_form'
import type { CompiledProcedure } from '#catalogue/domain/types'

interface Drawn {
  form?: string
  message?: string
  due?: unknown
}

const drawn = (node: Node): Drawn => (node.data ?? {}) as Drawn

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

const fieldsOf = ({ forms, sheet }: CompiledProcedure) => forms[sheet.submissionForm]?.fields ?? {}

const ANSWER = /\banswers\.([A-Za-z][A-Za-z0-9_]*)/g

/** The answers of the filing that a process reads: who was not asked for one has nothing there. */
const answersRead = ({ graph }: CompiledProcedure): string[] => [
  ...new Set(
    [...JSON.stringify([graph.nodes, graph.flows]).matchAll(ANSWER)].map(([, field]) => field as string)
  ),
]

function ofAll(from: CompiledProcedure, to: CompiledProcedure): Change[] {
  const [before, now] = [lawOf(from), lawOf(to)]
  const parts = (['term', 'silence', 'fee'] as const).filter((part) => differ(before[part], now[part]))
  const unasked = answersRead(to).filter((field) => !Object.hasOwn(fieldsOf(from), field))
  const templates = Object.keys(from.templates).filter((id) => differ(from.templates[id], to.templates[id]))
  return [
    ...parts.map((what): Change => ({ change: 'law', of: null, what, class: 'safe' })),
    ...unasked.map((what): Change => ({ change: 'answers', of: null, what, class: 'needs_clerk' })),
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
