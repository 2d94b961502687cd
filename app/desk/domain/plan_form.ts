import type { Instruction, MigrationPlan } from '#catalogue/domain/migration/index'

const GIVEN_UP = 'none'

/** What an instruction is in the form: `to:<element>`, `begin:<element>`, `none`; empty for whoever stays. */
export function choiceOf(one: Instruction | undefined): string {
  if (!one) return ''
  if (one.begin !== undefined) return `begin:${one.begin}`
  return one.to === null ? GIVEN_UP : `to:${one.to}`
}

function instructionOf(from: string, choice: string): Instruction[] {
  const [how, element = ''] = choice.split(':')
  if (choice === GIVEN_UP) return [{ from, to: null }]
  if (how === 'to') return [{ from, to: element }]
  return how === 'begin' ? [{ from, begin: element }] : []
}

interface TermChoice {
  count: string
  ground: string
}

/** What was chosen for the terms that a form asks about; those that it does not ask about stay as they are. */
export function withTerms(
  { timers: before = [], ...plan }: MigrationPlan,
  choices: Record<string, TermChoice>
): MigrationPlan {
  const all = [...new Set([...before.map(({ element }) => element), ...Object.keys(choices)])]
  const timers = all.flatMap((element) => {
    const chosen = choices[element]
    if (!chosen) return before.filter((one) => one.element === element)
    const { count, ground } = chosen
    return count === 'again' || count === 'anew' ? [{ element, count, ground } as const] : []
  })
  return timers.length > 0 ? { ...plan, timers } : plan
}

/** A plan with what was chosen for its elements; the rest of it, and its order, stay: the same choices are the same plan. */
export function withChoices(
  base: MigrationPlan,
  elements: string[],
  { choices, reason, lang }: { choices: Record<string, string>; reason: string; lang: string }
): MigrationPlan {
  const all = [...new Set([...base.elements.map(({ from }) => from), ...elements])]
  return {
    ...base,
    reason: reason === base.reason[lang] ? base.reason : { [lang]: reason },
    elements: all.flatMap((from) =>
      elements.includes(from)
        ? instructionOf(from, choices[from] ?? '')
        : base.elements.filter((one) => one.from === from)
    ),
  }
}
