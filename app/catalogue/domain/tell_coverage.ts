import type { Coverage, CoveredBranch } from '#catalogue/domain/coverage/coverage'
import { conditionWords } from '#catalogue/domain/words/condition'
import { conditionOf, eventOf, hostOf, stepTowards } from '#catalogue/domain/words/hint'
import { type Tale, elementName, own } from '#catalogue/domain/words/tale'
import { wayWords } from '#catalogue/domain/words/way'

/** What a field or a page of a form is called. */
function partName(tale: Tale, element: string): string {
  const [form, name] = element.split('.')
  const label =
    own(tale, `forms.${form}.fields.${name}.label`) ?? own(tale, `forms.${form}.pages.${name}.title`)
  return label ?? element
}

/** A branch in words: where it is, and when it is taken. */
function branchWords(tale: Tale, branch: CoveredBranch): string {
  const { kind, element } = branch
  if (kind === 'shown' || kind === 'hidden')
    return tale.t(`catalogue.report.coverage.${kind}`, { what: partName(tale, element) })
  if (kind === 'event' || kind === 'start')
    return tale.t(`catalogue.report.coverage.${kind}`, { event: elementName(tale, element) })
  if (kind === 'rule') {
    const [, rule = ''] = branch.id.split(`${element}:`)
    return tale.t('catalogue.report.coverage.rule', { name: elementName(tale, element), rule })
  }
  if (REPEATED.includes(kind)) return repeatedWords(tale, branch)
  return wayWords(tale, branch.id) ?? branch.id
}

const REPEATED: CoveredBranch['kind'][] = ['again', 'over', 'none', 'early', 'all', 'choice']

function repeatedWords(tale: Tale, { kind, element, target }: CoveredBranch): string {
  const [what, choice] = [elementName(tale, element), elementName(tale, target ?? element)]
  return tale.t(`catalogue.report.coverage.${kind}`, { what, choice })
}

/** The conditions whose truth leads elsewhere than to the default. */
const othersOf = ({ procedure: { graph } }: Tale, { id, element }: CoveredBranch) =>
  (graph.nodes[element]?.outgoing ?? [])
    .filter((flow) => flow !== id)
    .flatMap((flow) => graph.flows[flow]?.condition ?? [])

/** What case would take a branch that none takes. */
function hintWords(tale: Tale, branch: CoveredBranch): string {
  const { kind, element, id } = branch
  if (kind === 'start' && tale.procedure.graph.nodes[id]?.scope === null)
    return tale.t('catalogue.report.coverage.hints.begins', { begins: JSON.stringify({ element: id }) })
  const step = stepTowards(tale.procedure, branch)
  if (step) return tale.t('catalogue.report.coverage.hints.step', { step: JSON.stringify(step) })
  if (kind === 'default') {
    const what = othersOf(tale, branch).map((condition) => conditionWords(tale, condition))
    return tale.t('catalogue.report.coverage.hints.holdsNot', { what: what.join('; ') })
  }
  const condition = conditionOf(tale.procedure, branch)
  if (condition)
    return tale.t(`catalogue.report.coverage.hints.${kind === 'over' ? 'holdsNot' : 'holds'}`, {
      what: conditionWords(tale, condition),
    })
  const event = eventOf(branch)
  if (event || kind === 'none' || kind === 'all') return whenWords(tale, branch, event)
  if (kind === 'rule')
    return tale.t('catalogue.report.coverage.hints.holds', { what: branch.condition ?? branch.id })
  const part = partCondition(tale, element)
  if (!part) return branchWords(tale, branch)
  const what = conditionWords(tale, part, element.split('.')[0])
  return tale.t(`catalogue.report.coverage.hints.${kind === 'hidden' ? 'holdsNot' : 'holds'}`, { what })
}

/** What would have to come about, where no one step does it. */
function whenWords(tale: Tale, { kind, element, condition }: CoveredBranch, event: string | null): string {
  const { graph } = tale.procedure
  const node = graph.nodes[event ?? element]
  const host = (event && hostOf(tale.procedure, event)) ?? node?.scope ?? element
  const { code } = (node?.data ?? {}) as { code?: string | null }
  const what = elementName(tale, event ? host : element)
  const key = event ? (node?.kind.split('_')[0] ?? '') : kind
  return tale.t(`catalogue.report.coverage.hints.${key}`, { what, code: code ?? '*', list: condition ?? '' })
}

function partCondition({ procedure }: Tale, element: string) {
  const [form = '', name = ''] = element.split('.')
  const found = procedure.forms[form]
  return found?.fields[name]?.visible ?? found?.pages.find(({ id }) => id === name)?.visible ?? null
}

/** The answer of `procedure:test --coverage`: each branch with how many cases take it, and how those that none takes would be. */
export function tellCoverage(tale: Tale, { branches, taken, percent }: Coverage): string[] {
  const { t, procedure } = tale
  const head = { slug: procedure.slug, taken, branches: branches.length, percent }
  return [
    t('catalogue.report.coverage.head', head),
    ...branches.flatMap((branch) => {
      const count = branch.takenBy.length
      const cases = t('catalogue.report.coverage.cases', { count })
      const line = `${count > 0 ? '✓' : '✗'} ${cases.padEnd(10)} ${branch.id.padEnd(36)} ${branchWords(tale, branch)}`
      return count > 0
        ? [line]
        : [line, `    ${t('catalogue.report.coverage.hint', { hint: hintWords(tale, branch) })}`]
    }),
  ]
}
