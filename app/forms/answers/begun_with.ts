import type { Answers, CompiledForm } from '#forms/types'

/** What a form begins with: of what it is given, what it asks for. */
export const begunWith = (form: Pick<CompiledForm, 'fields'> | null, given: Answers | null): Answers =>
  Object.fromEntries(
    Object.entries(given ?? {}).filter(
      ([name, value]) => value !== null && Object.hasOwn(form?.fields ?? {}, name)
    )
  )
