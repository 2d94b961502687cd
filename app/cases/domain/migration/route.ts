import type { Route } from '#cases/domain/migration/types'
import { changesBetween, misfits, type MigrationPlan, versionOf } from '#catalogue/domain/migration/index'
import type { CompiledProcedure } from '#catalogue/types'
import { digestOf } from '#core/digest'
import type { Target } from '#engine/index'
import { compileExpression } from '#expressions/index'

/** Makes a plan ready that was found to be right. */
export function routeOf(from: CompiledProcedure, to: CompiledProcedure, plan: MigrationPlan): Route {
  return {
    ...{ from, to, plan, digest: digestOf(plan) },
    changes: changesBetween(from, to, plan),
    misfits: misfits(versionOf(from), versionOf(to), plan),
    migration: {
      elements: new Map(
        plan.elements.map(({ from: element, to: target, begin }): [string, Target] => [
          element,
          begin === undefined ? { to: target ?? null } : { begin },
        ])
      ),
      phases: new Map((plan.phases ?? []).map((phase) => [phase.from, phase.to])),
      variables: (plan.variables ?? []).flatMap(({ name, value }) => {
        const compiled = compileExpression(value)
        return compiled.ok ? [{ name, value: compiled.value }] : []
      }),
    },
  }
}
