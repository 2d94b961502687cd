import { type Diagnostic, warning } from '#core/diagnostic'
import type { Expression, Node } from '#expressions/index'
import type { CompiledForm } from '#forms/index'
import type { Check } from '#catalogue/domain/check/context'
import { expressionsIn, partsOf, pathOf } from '#catalogue/domain/expressions_in'

/** What may be left unanswered, with the answers that tell whether it is asked. */
function leftEmpty(form: CompiledForm): Map<string, readonly string[]> {
  const pages = new Map(form.pages.map(({ id, visible }) => [id, visible]))
  return new Map(
    Object.values(form.fields).flatMap(({ name, page, required, visible }) => {
      const shown = [visible, pages.get(page) ?? null].flatMap((each) => each?.variables ?? [])
      return required && shown.length === 0
        ? []
        : [[`answers.${name}`, shown.map((each) => `answers.${each}`)]]
    })
  )
}

const ORDERS = ['<', '<=', '>', '>=']

/** What something is reckoned with, or put in order: of nothing, that gives nothing. */
function reckoned(part: Node): Node[] {
  if (part.op === 'arithmetic' || (part.op === 'comparison' && ORDERS.includes(part.operator)))
    return [part.left, part.right]
  if (part.op === 'between') return [part.value, part.low, part.high]
  return part.op === 'negate' ? [part.value] : []
}

/** The answers that an expression asks about before it reckons with them: whether they are there, or what tells it. */
function askedIn(parts: Node[]): Set<string> {
  const isNull = (node: Node) => node.op === 'literal' && node.value === null
  const compared = parts.flatMap((part) =>
    part.op === 'comparison' && (isNull(part.left) || isNull(part.right)) ? [part.left, part.right] : []
  )
  const instances = parts.flatMap((part) => (part.op === 'instance' ? [part.value] : []))
  return new Set([...compared, ...instances].flatMap((node) => pathOf(node) ?? []))
}

function unchecked({ tree }: Expression, empty: Map<string, readonly string[]>): string[] {
  const parts = partsOf(tree)
  const [asked, said] = [askedIn(parts), new Set(parts.map(pathOf))]
  return [...new Set(parts.flatMap(reckoned).flatMap((node) => pathOf(node) ?? []))].filter((path) => {
    const tells = empty.get(path)
    return tells && !asked.has(path) && !tells.some((other) => said.has(other))
  })
}

/** A case in which it is empty would stop there. */
export const checkLeftEmpty: Check = ({ sheet, forms, graph, process }): Diagnostic[] => {
  const form = forms.get(sheet.submissionForm)
  const empty = form ? leftEmpty(form) : new Map<string, readonly string[]>()
  return [...Object.values(graph.nodes), ...Object.values(graph.flows)].flatMap((step) =>
    expressionsIn(step)
      .flatMap((expression) => unchecked(expression, empty))
      .map((answer) =>
        warning('ANSWER_MAY_BE_EMPTY', { file: process.file, element: step.id, params: { answer } })
      )
  )
}
