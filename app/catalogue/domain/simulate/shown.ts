import type { CompiledForm, present } from '#forms/index'
import type { Shown } from '#catalogue/domain/simulate/result'
import type { World } from '#catalogue/domain/simulate/world'

/** Keeps what of a form showed to whoever answered, and what didn't, where a condition decides it. */
export function keepShown({ shown }: World, form: CompiledForm, there: ReturnType<typeof present>): void {
  const keep = (part: Shown['part'], name: string, is: boolean) =>
    void shown.set(`${form.id}/${part}/${name}/${is}`, { form: form.id, part, name, shown: is })
  for (const { id, visible, fields } of form.pages) {
    const open = !visible || there.judge(visible) === true
    if (visible) keep('page', id, open)
    // what stands on a hidden page says nothing of its own condition
    for (const name of open ? fields : [])
      if (form.fields[name]?.visible) keep('field', name, there.shows(name))
  }
}
