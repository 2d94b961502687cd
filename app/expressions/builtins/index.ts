import { booleans } from '#expressions/builtins/booleans'
import { calendarParts } from '#expressions/builtins/calendar_parts'
import { contexts } from '#expressions/builtins/contexts'
import { conversions } from '#expressions/builtins/conversions'
import { dates } from '#expressions/builtins/dates'
import { lists } from '#expressions/builtins/lists'
import { numbers } from '#expressions/builtins/numbers'
import { ranges } from '#expressions/builtins/ranges'
import type { Signature } from '#expressions/builtins/signature'
import { statistics } from '#expressions/builtins/statistics'
import { strings } from '#expressions/builtins/strings'

const all = [
  ...booleans,
  ...calendarParts,
  ...contexts,
  ...conversions,
  ...dates,
  ...lists,
  ...numbers,
  ...ranges,
  ...statistics,
  ...strings,
]

/** Every function of the language, with the ways of calling it in the order they are tried. */
export const BUILTINS: ReadonlyMap<string, Signature[]> = Map.groupBy(all, ({ name }) => name)

/** The ways of calling it that have these parameters; all of them for a call by place. */
export const waysOf = (name: string, labels: string[] = []): Signature[] =>
  (BUILTINS.get(name) ?? []).filter(({ parameters }) =>
    labels.every((label) => parameters.some((parameter) => parameter.name === label))
  )
