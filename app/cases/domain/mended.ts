import { digestOf } from '#core/digest'
import type { Json } from '#core/json'
import { type State, variableAt } from '#engine/index'

type Variables = Record<string, Json>

/** What each variable was, as it is seen from a place of the case or by the case as a whole, and what it is mended to. */
export const turnsOf = ({ workflow }: { workflow: State }, key: string | null, variables: Variables) =>
  Object.fromEntries(
    Object.entries(variables).map(([name, after]) => {
      const before =
        key === null
          ? workflow.variables[name]
          : variableAt(workflow, { key, scope: workflow.tokens[key]?.scope }, name)
      return [name, { before: before ?? null, after }]
    })
  )

/** For the trail: what each variable was mended to, without saying it: it may be somebody's data. */
export const digestsOf = (variables: Variables): Record<string, string> =>
  Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, digestOf(value)]))
