import { test } from '@japa/runner'
import {
  condition,
  draw,
  end,
  exclusive,
  many,
  message,
  milestone,
  on,
  race,
  receive,
  signal,
  start,
  sub,
  timer,
  user,
  waitFor,
} from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

const xml = draw('start -> first -> answered -> yes\nfirst -> reminded -> again\nfirst -> expired -> no', {
  start: start(),
  first: race(),
  answered: waitFor(message('answer')),
  reminded: receive('reminder'),
  expired: waitFor(timer('15 working days')),
  yes: end('answered'),
  again: end('reminded'),
  no: end('silence'),
})

test.group('Event-based gateway', () => {
  test('waits for all events behind it at once', async ({ assert }) => {
    const played = await Case.of(xml)
    assert.deepEqual(played.waiting, ['answered', 'expired', 'first', 'reminded'])
    assert.deepEqual(played.path, ['start', 'first'])
  })

  test('goes the way of the first, and gives up the others', async ({ assert }) => {
    const ways = {
      answered: (played: Case) => played.message('answer'),
      reminded: (played: Case) => played.message('reminder'),
      silence: (played: Case) => played.trigger('expired'),
    }
    for (const [outcome, way] of Object.entries(ways)) {
      const played = way(await Case.of(xml))
      assert.equal(played.state?.outcome, outcome)
      assert.lengthOf(played.of('cancel'), 2)
      assert.deepEqual(played.state?.tokens, {})
      assert.lengthOf(played.path, 4)
    }
  })

  test('takes the arrow of the one that came, and no other', async ({ assert }) => {
    const played = (await Case.of(xml)).message('reminder')
    const taken = played
      .of('trace', played.all)
      .filter(({ kind, element }) => kind === 'take' && element === 'first')
    assert.deepEqual(
      taken.map(({ flow }) => played.graph.flows[flow!]!.target),
      ['reminded']
    )
  })

  test('leads only to events that wait, each by this arrow alone', async ({ assert }) => {
    assert.deepEqual(await saidOf(xml), [])
    const with_ = (more: Parameters<typeof draw>[1], flows = '') =>
      draw(`start -> first -> wait -> end\nfirst -> it -> end\n${flows}`, {
        start: start(),
        first: race(),
        wait: waitFor(timer('1 day')),
        end: end(),
        ...more,
      })
    const allowed = {
      signal: waitFor(signal('S')),
      condition: waitFor(condition('x')),
      message: waitFor(message('M')),
      timer: waitFor(timer('2 days')),
      receive: receive('M'),
    }
    for (const [name, it] of Object.entries(allowed)) assert.deepEqual(await saidOf(with_({ it })), [], name)
    for (const it of [user('a'), milestone(), exclusive()])
      assert.deepEqual(await saidOf(with_({ it })), ['RACE_TARGET it'])
    const twice = with_(
      { it: waitFor(message('M')), before: user('a'), start: start() },
      'start -> before -> it'
    )
    assert.deepEqual(await saidOf(twice), ['RACE_TARGET it'])
  })

  test('waits for events alone: a receive task with an event on its border, or again and again, is no part of a race', async ({
    assert,
  }) => {
    const around = { first: race(), start: start(), end: end(), other: waitFor(timer('3 days')) }
    const flows = 'start -> first -> it -> end\nfirst -> other -> end'
    const bordered = draw(`${flows}\nlate -> end`, {
      ...{ ...around, it: receive('M'), late: on('it', timer('1 day')) },
    })
    const repeated = draw(flows, { ...around, it: many(receive('M'), { 'fin:collection': '[1, 2]' }) })
    for (const drawn of [bordered, repeated]) assert.deepEqual(await saidOf(drawn), ['RACE_TARGET it'])
  })

  test('begins no process, nor waits for all of its events', async ({ assert }) => {
    const given = (name: string, value: string) =>
      xml.replace('<bpmn:eventBasedGateway', `$& ${name}="${value}"`)
    assert.deepEqual(await saidOf(given('instantiate', 'true')), ['REFUSED_PROPERTY first'])
    assert.deepEqual(await saidOf(given('gatewayDirection', 'Diverging')), [])
  })

  test('is given up, with all that wait, when its part is interrupted', async ({ assert }) => {
    const inside = draw('start -> part -> end\nstop -> out', {
      start: start(),
      part: sub('s -> first -> told -> e\nfirst -> late -> e', {
        s: start(),
        first: race(),
        told: waitFor(message('M')),
        late: waitFor(timer('1 day')),
        e: end(),
      }),
      stop: on('part', message('stop')),
      end: end(),
      out: end('stopped'),
    })
    const played = (await Case.of(inside)).message('stop')
    assert.sameMembers(
      played.of('cancel').map(({ key }) => key.split(':')[0]),
      ['told', 'late']
    )
    assert.deepInclude(played.state, { tokens: {}, outcome: 'stopped' })
  })
})
