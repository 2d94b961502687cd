import type { Plan } from '#engine/checks/plan'

/** The process and every subprocess begin at exactly one start event. */
export function checkStarts(plan: Plan, process: string): void {
  const scopes = [
    null,
    ...[...plan.nodes.values()].filter(({ kind }) => kind === 'sub_process').map(({ id }) => id),
  ]
  for (const scope of scopes) {
    const [first, ...more] = plan.starts.get(scope) ?? []
    if (first === undefined) plan.problem('START_MISSING', scope ?? process)
    for (const id of more) plan.problem('START_SEVERAL', id, { first: first as string })
  }
}
