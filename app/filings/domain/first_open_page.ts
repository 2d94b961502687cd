import {
  formValidator,
  visiblePages,
  type Answers,
  type Circumstances,
  type CompiledForm,
  type CompiledPage,
} from '#forms/index'

/** The pages that show of those that are asked again, since the draft moved to another version. */
export const pagesAskedAgain = (
  form: CompiledForm,
  { answers, askedAgain }: { answers: Answers; askedAgain: string[] },
  circumstances: Circumstances
): CompiledPage[] => visiblePages(form, answers, circumstances).filter(({ id }) => askedAgain.includes(id))

/** The first page in order that was never gone through, or has something to answer, to mend or to look at again; null when none is left. */
export function firstOpenPage(
  form: CompiledForm,
  draft: { answers: Answers; askedAgain: string[]; seen: string[] },
  circumstances: Circumstances
): CompiledPage | null {
  const open = new Set([
    ...formValidator(form)(draft.answers, circumstances).map(({ name }) => form.fields[name]?.page),
    ...draft.askedAgain,
  ])
  return (
    visiblePages(form, draft.answers, circumstances).find(
      ({ id }) => open.has(id) || !draft.seen.includes(id)
    ) ?? null
  )
}
