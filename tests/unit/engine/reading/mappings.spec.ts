import { test } from '@japa/runner'
import { compileProcess } from '#engine/index'
import { draw, end, start, user } from '../builder.ts'
import { graphOf } from '../case.ts'
import { saidOf } from '../linted.ts'

const drawn = (given: Parameters<typeof user>[1]) =>
  draw('start -> it -> end', { start: start(), it: user('a', given), end: end() })
const named = (name: string) => saidOf(drawn({ out: { [name]: 'result' } }))

test.group('What an element is given and gives', () => {
  test('has a name that FEEL reads as one', async ({ assert }) => {
    for (const name of ['x', 'camelCase', 'with_9', 'a'.repeat(64)])
      assert.deepEqual(await named(name), [], name)
    for (const name of ['Big', '9x', '_x', 'a-b', 'a b', 'ñ', 'xñ', 'a'.repeat(65)])
      assert.deepEqual(await named(name), ['MAPPING_NAME it'], name)
  })

  test('has no name that means something already', async ({ assert }) => {
    for (const name of ['result', 'loopCounter', 'constructor', 'toString', 'valueOf'])
      assert.deepEqual(await named(name), ['MAPPING_NAME it'], name)
    assert.deepEqual(await saidOf(drawn({ in: { result: '1' } })), ['MAPPING_NAME it'])
  })

  test('is told as one or the other when something is wrong with it', async ({ assert }) => {
    const kinds = async (given: Parameters<typeof user>[1]) => {
      const compiled = await compileProcess({ file: 'process.bpmn', xml: drawn(given) })
      return (compiled.ok ? [] : compiled.error).map(({ params }) => [params.kind, params.variable])
    }
    assert.deepEqual(await kinds({ in: { 'a-b': '1' } }), [['input', 'a-b']])
    assert.deepEqual(await kinds({ out: { 'a-b': '1' } }), [['output', 'a-b']])
  })

  test('has a name and a value, each once', async ({ assert }) => {
    assert.deepEqual(await named(''), ['MAPPING_INCOMPLETE it'])
    assert.deepEqual(await saidOf(drawn({ in: { x: ' ' } })), ['MAPPING_INCOMPLETE it'])
    const twice = drawn({ in: { x: '1' } }).replace('<fin:input name="x" value="1"/>', '$&$&')
    assert.deepEqual(await saidOf(twice), ['MAPPING_TWICE it'])
    // given and taken under one name are two things
    assert.deepEqual(await saidOf(drawn({ in: { x: '1' }, out: { x: 'result' } })), [])
  })

  test('is kept in the order of the drawing, without the spaces around', async ({ assert }) => {
    const graph = await graphOf(drawn({ in: { ' b ': ' 1 + 1 ', a: '2' } }))
    const { inputs } = graph.nodes.it?.data as { inputs: { name: string; value: { source: string } }[] }
    assert.deepEqual(
      inputs.map(({ name, value }) => [name, value.source]),
      [
        ['b', '1 + 1'],
        ['a', '2'],
      ]
    )
  })

  test('sees what is known, and only what it gives sees the result', async ({ assert }) => {
    const known = { variables: { fee: 'number' } } as const
    assert.deepEqual(await saidOf(drawn({ in: { x: 'fee + 1' } }), known), [])
    assert.deepEqual(await saidOf(drawn({ in: { x: 'total' } }), known), ['NAME_UNKNOWN it'])
    assert.deepEqual(await saidOf(drawn({ in: { x: 'result' } }), known), ['NAME_UNKNOWN it'])
    assert.deepEqual(await saidOf(drawn({ out: { x: 'result.a' } }), known), [])
  })
})
