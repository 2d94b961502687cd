import { type CountedBy, type Dated, type DatedTimer, type Drawn, elementOf } from '#cases/domain/dated_case'
import { localDate } from '#cases/domain/local_date'
import { extensionOfTimer, urgencyOf } from '#cases/domain/term_turns'
import { timerDue } from '#cases/domain/timer_due'
import { canonical } from '#core/canonical_json'
import { type Calendar, type Pause, followsFrom, startsOn } from '#deadlines/index'

/** A timer is as it was drawn where it began, or where it was counted again. */
export const isCountedTimer = (timer: DatedTimer, of: Dated, pauses: Pause[], law: CountedBy): boolean =>
  of.stepsAt.includes(timer.createdAt) &&
  drawnFor(timer, of, law).some((drawn) => isCountedBy(drawn, timer, { of, pauses, calendar: law.calendar }))

function drawnFor(
  { key, name, createdAt }: DatedTimer,
  { versions }: Dated,
  { digest, graphs }: CountedBy
): Drawn[] {
  let began = [versions[0]?.from ?? digest]
  for (const { at, to } of versions) if (at <= createdAt) began = at === createdAt ? [...began, to] : [to]
  const again = versions.filter((turn) => turn.again.includes(key)).map(({ to }) => to)
  return [...began, ...again].flatMap((version) =>
    [elementOf(key), name].flatMap((element) => {
      const drawn = graphs.get(version)?.nodes[element]?.data as Drawn | null | undefined
      return drawn?.due ? turnsOf(drawn) : []
    })
  )
}

/** The first time it is due, and, where it comes back, each time after that. */
const turnsOf = (drawn: Drawn): Drawn[] =>
  drawn.again ? [drawn, { ...drawn, due: { term: drawn.again.every }, follows: true }] : [drawn]

function isCountedBy(
  drawn: Drawn,
  timer: DatedTimer,
  { of, pauses, calendar }: { of: Dated; pauses: Pause[]; calendar: Calendar }
): boolean {
  const { input, name, runAt, createdAt, state } = timer
  const { term = null, date = null } = 'expression' in drawn.due ? input : drawn.due
  const opening = openingOf(of, calendar)
  const began = createdAt === of.openedAt && input.from === opening ? opening : createdAt
  const from = term && drawn.follows ? followsFrom(term, began, calendar.timeZone) : began
  const { suspends } = drawn
  const extension = extensionOfTimer(of.turns, timer.key)
  const watches = of.workflow.tokens[timer.key]?.host !== undefined && !drawn.again
  const through = (watches && date !== null && !date.includes('T')) || undefined
  const urgent = isHalved(timer, drawn, of) || undefined
  const due = timerDue({ term, date, from, suspends, urgent, through, extension }, calendar, pauses)
  const counted = {
    ...{ element: name, term, date, from, lastDay: due.lastDay, suspends },
    ...(urgent && { urgent }),
    ...(through && { through }),
    ...(extension && { extension }),
  }
  const stands = suspends && of.suspendedOn !== null
  return (
    canonical(counted) === canonical(input) &&
    due.runAt === runAt &&
    (state === 'failed' || (state === 'paused') === stands)
  )
}

/** Halved with the term to resolve, or opened since the case is urgent; of what opened at that very instant its own word is taken. */
function isHalved({ key, input, createdAt }: DatedTimer, { unhurried }: Drawn, { turns }: Dated): boolean {
  const urgency = urgencyOf(turns)
  if (!urgency || !input.term || unhurried) return false
  const { since, keys } = urgency
  return keys.includes(key) || createdAt > since || (createdAt === since && input.urgent === true)
}

/** From where the terms of the opening count: its entry keeps the effect that it was given (art. 31.2). */
const openingOf = ({ openedAt, countsFrom }: Dated, { timeZone }: Calendar): string =>
  localDate(new Date(openedAt), timeZone) === countsFrom ? openedAt : startsOn(countsFrom, timeZone)
