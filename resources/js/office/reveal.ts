/**
 * Shows a question only while the answer that it hangs on says so. The condition stands on the question's
 * frame as the form's compiled tree; this knows comparisons with plain values, `and`, `or` and yes or no.
 * Whatever it doesn't know stays in sight: the server decides, and drops what was not to be asked.
 */
export interface Condition {
  op: string
  name?: string
  value?: string | boolean | null
  operator?: string
  left?: Condition
  right?: Condition
}

type Plain = string | boolean | null

/** Whether a condition holds; undefined where it can't be told. `read` answers undefined for what isn't here. */
export function judge(condition: Condition, read: (name: string) => Plain | undefined): boolean | undefined {
  const { op, operator, left, right } = condition
  if (op === 'name') return asTruth(read(condition.name ?? ''))
  if (!left || !right) return undefined
  if (op === 'and' || op === 'or') {
    const sides = [judge(left, read), judge(right, read)]
    const decisive = op === 'or'
    if (sides.includes(decisive)) return decisive
    return sides.includes(undefined) ? undefined : !decisive
  }
  if (op !== 'comparison' || (operator !== '=' && operator !== '!=')) return undefined
  const [one, other] = [plain(left, read), plain(right, read)]
  if (one === undefined || other === undefined) return undefined
  return (one === other) === (operator === '=')
}

const asTruth = (value: Plain | undefined) =>
  value === null ? false : typeof value === 'boolean' ? value : undefined

function plain({ op, name, value }: Condition, read: (name: string) => Plain | undefined): Plain | undefined {
  if (op === 'literal') return value
  return op === 'name' ? read(name ?? '') : undefined
}

/** What stands in a form for a field: null when nothing was chosen or written, or it is not asked in a form that is here whole. */
function answerIn(form: HTMLFormElement, name: string): Plain | undefined {
  const control = form.elements.namedItem(`answers[${name}]`)
  if (control === null) return 'wholeForm' in form.dataset ? null : undefined
  const one = control instanceof RadioNodeList ? control[0] : control
  const value = control instanceof RadioNodeList ? control.value : (control as HTMLInputElement).value
  const ticks = one instanceof HTMLInputElement && one.type === 'checkbox'
  if (ticks) return one.checked || null
  const yesOrNo = one instanceof HTMLInputElement && one.type === 'radio' && ['yes', 'no'].includes(one.value)
  if (yesOrNo && value !== '') return value === 'yes'
  return value === '' ? null : value
}

export function revealQuestions(page: Document): void {
  for (const frame of page.querySelectorAll<HTMLElement>('[data-visible-when]')) {
    const form = frame.closest('form')
    if (!form) continue
    const condition = JSON.parse(frame.dataset['visibleWhen'] ?? '{}') as Condition
    const show = () => {
      frame.hidden = judge(condition, (name) => answerIn(form, name)) === false
    }
    form.addEventListener('change', show)
    show()
  }
}
