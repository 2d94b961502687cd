import { test } from '@japa/runner'
import { RetryIncident } from '#cases/actions/retry_incident'
import { casePage } from '#cases/queries/case_page'
import { unwrap } from '#core/result'
import { verifyTown } from '#start/verify'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { FILED, officerOf } from '#tests/support/open_case'
import { testTown } from '#tests/support/town'
import { settle } from '#tests/support/worker'
import type { Json } from '#core/json'
import {
  call,
  draw,
  end,
  exclusive,
  many,
  message,
  receive,
  service,
  start,
  throwing,
  timer,
  user,
  waitFor,
  work,
} from '../../unit/engine/builder.js'

/** What is asked for has no number and no date in it: whatever is reckoned from it comes to nothing. */
const WRONG = { answers: { request: 'neither' } }
const NUMBER = 'number(answers.request)'

/** Sets `what` to what it comes to, and goes on to what reads it. */
const after = (what: Record<string, string>, flows: string, elements: Parameters<typeof draw>[1]) =>
  draw(`start -> reckon -> ${flows}`, {
    start: start(),
    reckon: work(what),
    review: user('review'),
    done: end('done'),
    ...elements,
  })

interface Kind {
  title: string
  xml: string
  code: string
  /** What mends it. */
  mended: Record<string, Json>
}

const KINDS: Kind[] = [
  {
    title: 'a condition',
    xml: after(
      { amount: 'null :: number' },
      'which\nwhich -> review : amount > 1\nwhich -> done : amount <= 1\nreview -> done',
      {
        which: exclusive(),
      }
    ),
    code: 'condition_not_boolean',
    mended: { amount: '7' },
  },
  {
    title: 'a timer',
    xml: after({ day: 'null :: date' }, 'waits -> review -> done', {
      waits: waitFor(timer('= day', 'timeDate')),
    }),
    code: 'timer_unusable',
    mended: { day: '2026-02-01' },
  },
  {
    title: 'what a message is about, where it is awaited',
    xml: after({ about: 'null :: string' }, 'hears -> review -> done', {
      hears: receive('works_finished', { 'fin:correlation': 'about' }),
    }),
    code: 'correlation_not_text',
    mended: { about: 'Major' },
  },
  {
    title: 'what a message is about, where it is thrown',
    xml: after({ about: 'null :: string' }, 'tell -> review -> done', {
      tell: throwing(message('works_finished'), { 'fin:correlation': 'about' }),
    }),
    code: 'correlation_not_text',
    mended: { about: 'Major' },
  },
  {
    title: 'the collection of what is done for each',
    xml: after({ list: 'null' }, 'review -> done', {
      review: many(user('review'), { isSequential: 'false', 'fin:collection': 'list', 'fin:item': 'one' }),
    }),
    code: 'collection_unusable',
    mended: { list: ['a'] },
  },
]

test.group('A case whose expression comes to nothing', () => {
  for (const { title, xml, code, mended } of KINDS)
    test(`has an incident, and goes on once it is mended: ${title}`, async ({ assert }) => {
      const town = await testTown()
      const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'wrong', xml), WRONG)
      const page = async () => (await casePage(town.id, caseId, FILED))!
      const [incident, ...more] = (await page()).incidents
      assert.deepEqual([incident?.code, more.length], [code, 0])
      assert.equal((await page()).summary.state, 'open')
      assert.deepEqual((await verifyTown(town.id)).violations, [])
      unwrap(
        await new RetryIncident().execute({
          ...{ municipalityId: town.id, incidentId: incident!.id, actor: officerOf(town) },
          ...{ reason: 'it was mended', variables: mended, at: FILED, moved: true },
        })
      )
      await settle(town.id, FILED)
      assert.isFalse((await page()).summary.hasIncident)
      assert.deepEqual((await verifyTown(town.id)).violations, [])
    })

  for (const [title, element] of [
    ['an input of an activity', service('cases.assign_unit', { in: { unit: NUMBER } })],
    ['an input of a call', call('inspection', { in: { answers: NUMBER } })],
    ['an output', service('cases.assign_unit', { out: { amount: `${NUMBER} + 1 :: number` } })],
  ] as const)
    test(`has an incident where what it needs can't be worked out, and nothing is passed on: ${title}`, async ({
      assert,
    }) => {
      const town = await testTown()
      await drawnProcedure(
        town.id,
        'inspection',
        draw('start -> done', { start: start(), done: end('done') })
      )
      const xml = draw('start -> does -> review -> done', {
        ...{ start: start(), does: element, review: user('review'), done: end('done') },
      })
      const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'wrong', xml), WRONG)
      await settle(town.id, FILED)
      const { incidents, tasks } = (await casePage(town.id, caseId, FILED))!
      assert.deepEqual([incidents.map(({ code }) => code), tasks], [['expression_failed'], []])
      assert.deepEqual((await verifyTown(town.id)).violations, [])
    })
})
