import { type Diagnostic, warning } from '#core/diagnostic'
import type { Check, Context } from '#catalogue/domain/check/context'
import { checkPlan } from '#catalogue/domain/migration/check_plan'

/**
 * The plans that lead to this version, as far as they speak of it: the version that cases come from is held against them
 * where it is at hand. Those that lead to an earlier one stay beside it for towns that come late.
 */
export const checkMigrations: Check = (context): Diagnostic[] =>
  [...context.migrations].flatMap(([id, plan]) => {
    const file = `migrations/${id}.json`
    const leadsTo = id.slice(id.indexOf('-') + 1)
    return leadsTo === context.sheet.version
      ? [
          ...checkPlan({ plan, file, from: null, to: versionIn(context) }),
          ...unsaid(context, file, plan.reason),
        ]
      : []
  })

const versionIn = ({ digest, sheet, graph, facts }: Context) => ({
  ...{ digest, slug: sheet.slug, sheet, graph, phases: facts.phases },
})

/** Why cases move is told in every language of the procedure. */
const unsaid = ({ sheet }: Context, file: string, reason: Record<string, string>): Diagnostic[] =>
  sheet.languages
    .filter((language) => !reason[language])
    .map((language) => warning('PLAN_REASON_MISSING', { file, pointer: '/reason', params: { language } }))
