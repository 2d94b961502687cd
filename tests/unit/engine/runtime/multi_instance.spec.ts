import { test } from '@japa/runner'
import { compileProcess } from '#engine/index'
import {
  draw,
  element,
  end,
  error,
  errorEnd,
  exclusive,
  inclusive,
  many,
  on,
  parallel,
  service,
  start,
  sub,
  terminate,
  timer,
  user,
} from '../builder.ts'
import { Case } from '../case.ts'

const EACH = { 'fin:collection': 'people', 'fin:item': 'who' }
const COLLECT = { ...EACH, 'fin:collect': 'answers', 'fin:each': 'answer' }
const ask = () => user('ask', { in: { who: 'who', nth: 'loopCounter' }, out: { answer: 'result' } })
const xml = (given: Record<string, string>, until?: string) =>
  draw('start -> ask -> after -> end\nlate -> out', {
    start: start(),
    ask: many(ask(), given, until),
    late: on('ask', timer('10 days')),
    after: user('after'),
    end: end('done'),
    out: end('late'),
  })
const people = ['Ada', 'Bo', 'Cy']
const asked = (played: Case) => played.of('task').map(({ variables }) => variables)
const open = (played: Case) => played.keys('ask', 'task')

test.group('Multi-instance, side by side', () => {
  test('begins one for each item, each with its item and its number, and waits for all', async ({
    assert,
  }) => {
    const played = await Case.of(xml(COLLECT), { people })
    assert.deepEqual(asked(played), [
      { who: 'Ada', nth: '1' },
      { who: 'Bo', nth: '2' },
      { who: 'Cy', nth: '3' },
    ])
    const [ada, bo, cy] = open(played)
    played.doneAt(cy!, 'c').doneAt(ada!, 'a')
    assert.notInclude(played.waiting, 'after')
    played.doneAt(bo!, 'b')
    // in the order of the items, whatever the order of the answers
    assert.deepEqual(played.state?.variables, { people, answers: ['a', 'b', 'c'] })
    assert.deepEqual(played.waiting, ['after'])
    assert.lengthOf(
      played.path.filter((id) => id === 'ask'),
      1
    )
  })

  test('what is written in a repetition stays in it: only what is collected leaves', async ({ assert }) => {
    const played = await Case.of(xml(EACH), { people, answer: 'before' })
    for (const key of open(played)) played.doneAt(key, 'x')
    assert.deepEqual(played.state?.variables, { people, answer: 'before' })
  })

  test('is over as soon as one gives what ends it: the condition sees what was collected so far', async ({
    assert,
  }) => {
    const played = await Case.of(xml(COLLECT, 'list contains(answers, "no")'), { people })
    const [ada, bo, cy] = open(played)
    played.doneAt(bo!, 'yes')
    assert.deepEqual([played.of('incident'), open(played)], [[], [ada, cy]])
    played.doneAt(ada!, 'no')
    assert.deepEqual(played.waiting, ['after'])
    assert.deepEqual(played.state?.variables, { people, answers: ['no', 'yes'] })
  })

  test('over nothing, goes on at once; what it would have collected is an empty list', async ({ assert }) => {
    const played = await Case.of(xml(COLLECT), { people: [] })
    assert.deepEqual(played.waiting, ['after'])
    assert.deepEqual(played.state?.variables, { people: [], answers: [] })
  })

  test('over a number, goes so often', async ({ assert }) => {
    const counted = draw('start -> ask -> end', {
      start: start(),
      ask: (id) =>
        user('ask', { in: { nth: 'loopCounter' } })(id).replace(
          '</bpmn:userTask>',
          '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>copies</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>'
        ),
      end: end(),
    })
    const played = await Case.of(counted, { copies: 2 })
    assert.deepEqual(asked(played), [{ nth: '1' }, { nth: '2' }])
    assert.isTrue((await Case.of(counted, { copies: 0 })).ended)
    for (const copies of [-1, 1.5, 501, 'two', null]) {
      const stopped = await Case.of(counted, { copies })
      assert.deepEqual(
        stopped.of('incident').map(({ code }) => code),
        ['collection_unusable'],
        String(copies)
      )
    }
  })

  test('over what is no list, stops until that is mended, and is watched from then on', async ({
    assert,
  }) => {
    const played = await Case.of(xml(COLLECT), { people: 'Ada' })
    assert.deepEqual(
      played.of('incident').map(({ code, detail }) => [code, detail]),
      [['collection_unusable', 'people']]
    )
    assert.deepEqual(played.of('timer'), [])
    played.retry('ask', { people: ['Ada'] })
    assert.lengthOf(played.of('timer'), 1)
    assert.deepEqual(asked(played), [{ who: 'Ada', nth: '1' }])
    assert.deepEqual(played.doneAt(open(played)[0]!, 'a').waiting, ['after'])
  })

  test('its list is taken as it was when it began', async ({ assert }) => {
    const played = (await Case.of(xml(EACH), { people })).set({ people: ['Dee'] })
    assert.lengthOf(open(played), 3)
    for (const key of open(played)) played.doneAt(key)
    assert.deepEqual(played.waiting, ['after'])
  })

  test('with its condition true after one, those that are left are given up', async ({ assert }) => {
    const played = await Case.of(xml(COLLECT, 'numberOfCompletedInstances >= 2'), { people })
    const [ada, bo, cy] = open(played)
    played.doneAt(cy!, 'c').doneAt(ada!, 'a')
    assert.deepInclude(played.of('cancel'), { type: 'cancel', key: bo })
    assert.deepEqual(played.waiting, ['after'])
    // who did not answer has null in their place
    assert.deepEqual(played.state?.variables.answers, ['a', null, 'c'])
    assert.deepEqual(played.doneAt(bo!, 'b').commands, [])
  })

  test('its condition knows how many there are, are done and are open', async ({ assert }) => {
    const until = 'numberOfInstances = 3 and numberOfActiveInstances = 1 and numberOfCompletedInstances = 2'
    const played = await Case.of(xml(EACH, until), { people })
    const [first, second] = open(played)
    assert.notInclude(played.doneAt(first!).waiting, 'after')
    assert.deepEqual(played.doneAt(second!).waiting, ['after'])
  })

  test('a condition that is neither true nor false stops it once, while the others can still be done', async ({
    assert,
  }) => {
    const played = await Case.of(xml(EACH, 'enough'), { people, enough: null })
    const [first, second] = open(played)
    assert.lengthOf(played.doneAt(first!).of('incident'), 1)
    assert.lengthOf(played.doneAt(second!).of('incident'), 0)
    played.happen({ type: 'retry', key: played.keys('ask', 'many')[0]!, variables: { enough: false } }, false)
    assert.lengthOf(played.of('incident'), 0)
    assert.lengthOf(open(played), 1)
    assert.deepEqual(played.doneAt(open(played)[0]!).waiting, ['after'])
  })

  test('a boundary event watches all of it, and ends all that is open', async ({ assert }) => {
    const played = await Case.of(xml(COLLECT), { people })
    assert.lengthOf(played.of('timer'), 1)
    played.doneAt(open(played)[0]!)
    const left = open(played)
    played.trigger('late')
    assert.sameMembers(
      played.of('cancel').map(({ key }) => key),
      left
    )
    assert.equal(played.state?.outcome, 'late')
    assert.notProperty(played.state?.variables, 'answers')
  })

  test('an incident in one does not hold the others up', async ({ assert }) => {
    const calls = draw('start -> ask -> after -> end', {
      start: start(),
      ask: many(service('x.ask'), { 'fin:collection': '[1, 2]' }),
      after: user('after'),
      end: end(),
    })
    const played = await Case.of(calls)
    const [first, second] = played.keys('ask', 'activity')
    played.happen({ type: 'fail', key: first!, reason: 'down' }).doneAt(second!)
    assert.notInclude(played.waiting, 'after')
    played.happen({ type: 'retry', key: first! })
    assert.deepEqual(
      played.of('activity').map(({ key }) => key),
      [first]
    )
    assert.deepEqual(played.doneAt(first!).waiting, ['after'])
  })

  test('an error of one, caught on its border, ends them all', async ({ assert }) => {
    const caught = draw('start -> ask -> end\nbad -> out', {
      start: start(),
      ask: many(service('x.ask'), { 'fin:collection': '[1, 2]' }),
      bad: on('ask', error('E')),
      end: end(),
      out: end('bad'),
    })
    const played = await Case.of(caught)
    const [first, second] = played.keys('ask', 'activity')
    played.happen({ type: 'error', key: second!, code: 'E' })
    assert.deepEqual(
      played
        .of('cancel')
        .map(({ key }) => key)
        .sort(),
      [first, second].sort()
    )
    assert.equal(played.state?.outcome, 'bad')
  })

  test('items are read by the type that is declared; without one, only whole numbers are numbers', async ({
    assert,
  }) => {
    const next = (input: string, item: Record<string, string> = {}) =>
      draw('start -> ask -> end', {
        start: start(),
        ask: many(user('ask', { in: { next: input } }), {
          'fin:collection': 'items',
          'fin:item': 'd',
          ...item,
        }),
        end: end(),
      })
    const tomorrow = next('d + duration("P1D")', { 'fin:itemType': 'date' })
    assert.deepEqual(asked(await Case.of(tomorrow, { items: ['2026-01-31'] })), [{ next: '2026-02-01' }])
    const sums = next('d + 1', { 'fin:itemType': 'number' })
    assert.deepEqual(asked(await Case.of(sums, { items: ['0.2', 2] })), [{ next: '1.2' }, { next: '3' }])
    const bare = await Case.of(next('d + 1'), { items: ['0.2', 2] })
    assert.deepEqual(asked(bare), [{ next: '3' }])
    assert.deepEqual(
      bare.of('incident').map(({ code }) => code),
      ['expression_failed']
    )
  })
})

test.group('Multi-instance, one after the other', () => {
  const one = (given: Record<string, string>, until?: string) =>
    xml({ ...given, isSequential: 'true' }, until)

  test('begins the next once one is done', async ({ assert }) => {
    const played = await Case.of(one(COLLECT), { people })
    for (const [n, who] of people.entries()) {
      assert.deepEqual(asked(played), [{ who, nth: String(n + 1) }])
      assert.lengthOf(open(played), 1)
      played.doneAt(open(played)[0]!, who.toLowerCase())
    }
    assert.deepEqual(played.waiting, ['after'])
    assert.deepEqual(played.state?.variables.answers, ['ada', 'bo', 'cy'])
  })

  test('none follows once its condition holds', async ({ assert }) => {
    const played = await Case.of(one(COLLECT, 'numberOfCompletedInstances = 1'), { people })
    assert.deepEqual(played.doneAt(open(played)[0]!, 'a').waiting, ['after'])
    assert.deepEqual(played.state?.variables.answers, ['a'])
    assert.deepEqual(
      played.of('cancel').map(({ key }) => key.split(':')[0]),
      ['late']
    )
  })

  test('a late answer to one that is done changes nothing', async ({ assert }) => {
    const played = await Case.of(one(COLLECT), { people })
    const [first] = open(played)
    played.doneAt(first!, 'a')
    assert.deepEqual(played.doneAt(first!, 'b').commands, [])
    assert.lengthOf(open(played), 1)
  })
})

test.group('Multi-instance of a subprocess', () => {
  const part = (inside: Parameters<typeof sub>[1], flows: string, given = COLLECT) =>
    draw('start -> part -> after -> end\nbad -> out', {
      start: start(),
      part: many(sub(flows, inside), given),
      bad: on('part', error('E')),
      after: user('after'),
      end: end(),
      out: end('bad'),
    })

  test('each has its own tokens, joins and variables', async ({ assert }) => {
    const played = await Case.of(
      part(
        {
          s: start(),
          f: parallel(),
          a: user('a', { out: { answer: 'who' } }),
          b: user('b'),
          j: parallel(),
          e: end(),
        },
        's -> f -> a -> j -> e\nf -> b -> j'
      ),
      { people: ['Ada', 'Bo'] }
    )
    const [a1, a2] = played.keys('a')
    played.doneAt(a1!).doneAt(a2!)
    assert.lengthOf(Object.keys(played.state!.joins), 2)
    const [b1, b2] = played.keys('b')
    played.doneAt(b2!)
    assert.lengthOf(Object.keys(played.state!.joins), 1)
    played.doneAt(b1!)
    assert.deepEqual(played.waiting, ['after'])
    assert.deepEqual(played.state?.variables.answers, ['Ada', 'Bo'])
  })

  test('nests: the inner collects into its repetition, the outer from there', async ({ assert }) => {
    const inner = many(user('a', { in: { both: 'who + x' }, out: { y: 'result' } }), {
      'fin:collection': '["1", "2"]',
      'fin:item': 'x',
      'fin:collect': 'answer',
      'fin:each': 'y',
    })
    const played = await Case.of(part({ s: start(), a: inner, e: end() }, 's -> a -> e'), {
      people: ['A', 'B'],
    })
    assert.deepEqual(
      played.of('task').map(({ variables }) => variables?.both),
      ['A1', 'A2', 'B1', 'B2']
    )
    for (const [n, key] of played.keys('a', 'task').entries()) played.doneAt(key, n)
    assert.deepEqual(played.state?.variables, {
      people: ['A', 'B'],
      answers: [
        [0, 1],
        [2, 3],
      ],
    })
    assert.deepEqual(played.waiting, ['after'])
  })

  test('a terminate event ends its own only; an error event caught outside, all', async ({ assert }) => {
    const inside = (stop: ReturnType<typeof terminate>) =>
      part(
        { s: start(), f: parallel(), a: user('a'), b: user('b'), e: end(), stop },
        's -> f -> a -> e\nf -> b -> stop',
        EACH as never
      )
    const played = await Case.of(inside(terminate()), { people: ['Ada', 'Bo'] })
    const [a1, a2] = played.keys('a')
    played.doneAt(played.keys('b')[0]!)
    assert.deepEqual(played.keys('a'), [a2])
    assert.deepEqual(played.doneAt(a1!).commands, [])
    played.doneAt(a2!).done('b')
    assert.deepEqual(played.waiting, ['after'])
    const failed = await Case.of(inside(errorEnd('E')), { people: ['Ada', 'Bo'] })
    failed.doneAt(failed.keys('b')[0]!)
    assert.deepInclude(failed.state, { tokens: {}, outcome: 'bad' })
  })

  test('a condition that a repetition stops at is mended in that repetition, where its variables are', async ({
    assert,
  }) => {
    const played = await Case.of(
      part(
        {
          s: start(),
          x: exclusive(),
          a: user('a', { in: { who: 'who' } }),
          b: user('b', { in: { who: 'who' } }),
          e: end(),
        },
        's -> x\nx -> a : who > 10\nx -> b : default\na -> e\nb -> e',
        EACH as never
      ),
      { people: [11, 'many', 2] }
    )
    const [stopped] = played.keys('x')
    played.happen({ type: 'retry', key: stopped!, variables: { who: 12 } })
    assert.deepEqual(asked(played), [{ who: '12' }])
    assert.deepEqual(played.state?.variables, { people: [11, 'many', 2] })
    assert.lengthOf(played.keys('a'), 2)
    assert.lengthOf(played.keys('b'), 1)
  })

  test('a repeated call of something that parts and joins inclusively waits only for itself', async ({
    assert,
  }) => {
    const played = await Case.of(
      part(
        { s: start(), w: inclusive(), a: user('a'), b: user('b'), j: inclusive(), e: end() },
        's -> w\nw -> a : who > 0\nw -> b : who > 1\na -> j\nb -> j\nj -> e',
        EACH as never
      ),
      { people: [1, 2] }
    )
    const [a1, a2] = played.keys('a')
    played.doneAt(a1!)
    assert.lengthOf(played.keys('part', 'inside'), 1)
    played.doneAt(a2!).done('b')
    assert.deepEqual(played.waiting, ['after'])
  })
})

test.group('An element that is repeated', () => {
  test('cannot give a variable the name of its counter', async ({ assert }) => {
    const compiled = await compileProcess({
      file: 'p.bpmn',
      xml: draw('start -> a -> end', {
        start: start(),
        a: many(user('a', { out: { loopCounter: 'result' } }), { 'fin:collection': '[1]' }),
        end: end(),
      }),
    })
    assert.deepEqual(!compiled.ok && compiled.error.map(({ code, element: id }) => [code, id]), [
      ['MAPPING_NAME', 'a'],
    ])
  })

  test('stopped for having been entered too often, goes on where it was, with its own variables', async ({
    assert,
  }) => {
    const tasks = element(
      'scriptTask',
      {},
      '<bpmn:extensionElements><fin:output name="y" value="n"/></bpmn:extensionElements>'
    )
    const part = sub('s -> w -> v -> e', { s: start(), w: tasks, v: tasks, e: end() })
    const played = await Case.of(
      draw('start -> part -> end', {
        start: start(),
        part: many(part, {
          'fin:collection': 'for i in 1..203 return i',
          'fin:item': 'n',
          'fin:collect': 'all',
          'fin:each': 'y',
        }),
        end: end(),
      })
    )
    assert.isAbove(played.of('incident').length, 0)
    for (let tries = 0; !played.ended && tries < 1000; tries += 1) {
      const [key] = Object.entries(played.state!.tokens).find(([, token]) => token.incident) ?? []
      played.happen({ type: 'retry', key: key! }, false)
    }
    assert.isTrue(played.ended)
    assert.deepEqual(
      played.state?.variables.all,
      Array.from({ length: 203 }, (_, n) => n + 1)
    )
  })
})
