import { dueAfter, lawAfter } from '#cases/domain/migration/law'
import type { Movable, Move, Route, Stay } from '#cases/domain/migration/types'
import { type Change, type ChangeClass, stricter } from '#catalogue/domain/migration/index'
import { type Result, err, ok } from '#core/result'
import type { Calendar } from '#deadlines/index'
import { migrate } from '#engine/index'

export interface MoveAt {
  at: Date
  calendar: Calendar
  /** Somebody has looked at this case, and says that it may move. */
  reviewed: boolean
}

/** What a move would make of a case, or all the reasons why it stays; the same for a trial and in earnest. */
export function planMove(
  of: Movable,
  route: Route,
  { at, calendar, reviewed }: MoveAt
): Result<Move, Stay[]> {
  const felt = route.changes.filter((change) => concerns(change, of))
  const strictest = felt.reduce<ChangeClass>((worst, change) => stricter(worst, change.class), 'safe')
  const due = dueAfter(of, route, calendar)
  const stays = [
    ...felt.flatMap((change) => refusal(change, reviewed)),
    ...route.misfits
      .filter(({ name }) => Object.hasOwn(of.workflow.variables, name))
      .map(({ name, from, to }) => ({
        code: 'variable_type',
        element: '',
        detail: `${name}: ${from} → ${to}`,
      })),
    ...(due.ok ? [] : [due.error]),
  ]
  const asked = targets(
    felt.filter(({ change }) => change === 'form').map((change) => change.of),
    route
  )
  const anew = new Set([...asked, ...(route.plan.timers ?? []).map(({ element }) => element)])
  const happens = { at: at.toISOString(), timeZone: calendar.timeZone }
  const moved = migrate(route.from.graph, route.to.graph, of.workflow, { ...route.migration, anew }, happens)
  if (!moved.ok) stays.push(...moved.error.map(({ code, element, detail }) => ({ code, element, detail })))
  if (stays.length > 0 || !moved.ok) return err(stays)
  const dueOn = due.ok ? due.value : of.dueOn
  return ok({ ...moved.value, class: strictest, law: lawAfter(of, route), dueOn, asked })
}

/** Whether a case feels a change: it is of all, or something of the case stands on its element. */
const concerns = ({ of }: Change, { workflow }: Movable): boolean =>
  of === null || Object.values(workflow.tokens).some(({ element }) => element === of)

function refusal({ change, of, class: how }: Change, reviewed: boolean): Stay[] {
  if (how === 'forbidden' || (how === 'needs_clerk' && !reviewed))
    return [{ code: how, element: of ?? '', detail: change }]
  return []
}

const targets = (elements: (string | null)[], { migration }: Route): string[] =>
  elements.flatMap((element) => {
    const target = element === null ? undefined : migration.elements.get(element)
    return target && 'to' in target && target.to !== null ? [target.to] : []
  })
