import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import type { OpenOffice } from '#tests/support/filing'
import { FILED } from '#tests/support/open_case'
import { settle } from '#tests/support/worker'
import { call, draw, end, message, receive, start, throwing, user } from '../../unit/engine/builder.js'

const CALLED = draw('start -> review -> done', { start: start(), review: user('review'), done: end('done') })
const CALLS = draw('start -> tell -> asks -> done', {
  start: start(),
  tell: throwing(message('works_begun'), { 'fin:correlation': 'answers.request' }),
  asks: call('inspection', { in: { answers: '{ request: answers.request }' } }),
  done: end('done'),
})
const HEARS = draw('start -> hears -> done', {
  start: start(),
  hears: receive('works_begun', { 'fin:correlation': 'answers.request' }),
  done: end('done'),
})

/** A case that was opened ex officio has told another something, called a third and waits for it; what it told about something else waits. */
export async function busyBetween({ town }: OpenOffice): Promise<void> {
  const answers = { request: 'Major' }
  await drawnProcedure(town.id, 'inspection', CALLED)
  await openDrawn(town.id, await drawnProcedure(town.id, 'hears', HEARS), { answers })
  const calls = await drawnProcedure(town.id, 'calls', CALLS)
  await openDrawn(town.id, calls, { answers })
  await openDrawn(town.id, calls, { answers: { request: 'Menor' } })
  await settle(town.id, FILED)
}
