import type { LockedCase } from '#cases/queries/locked_case'
import type { Circumstances } from '#forms/index'

/**
 * What the form of a task may speak of beside its answers: what the process knows at the moment of the answer,
 * however long the task has been open (`variables`), what the
 * town said when it was filed (`town`), and the day.
 */
export const taskCircumstances = (
  { workflow }: Pick<LockedCase, 'workflow'>,
  { at, timeZone }: { at: Date; timeZone: string }
): Circumstances => {
  const { variables } = workflow
  return { values: { variables, town: variables['town'] ?? null }, now: at.toISOString(), timeZone }
}
