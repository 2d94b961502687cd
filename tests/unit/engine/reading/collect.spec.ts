import { test } from '@japa/runner'
import { compileProcess } from '#engine/index'
import { MOST_ELEMENTS } from '#engine/reading/collect'
import { draw, element, end, exclusive, start, sub } from '../builder.ts'
import { graphOf } from '../case.ts'
import { saidOf } from '../linted.ts'

/** A chain of gateways, so many that the drawing has this many steps and flows; inside a part, if it is asked for. */
function long(count: number, inside = false): string {
  const gateways = (count - (inside ? 4 : 0) - 3) / 2
  const ids = Array.from({ length: gateways }, (_, n) => `g${n}`)
  const middle = Object.fromEntries(ids.map((id) => [id, exclusive()]))
  const flows = (from: string, to: string) => [from, ...ids, to].join(' -> ')
  if (!inside) return draw(flows('start', 'end'), { start: start(), ...middle, end: end() })
  const part = sub(flows('s', 'e'), { s: start(), ...middle, e: end() })
  // the start, the end, the part and its two flows are five more, of which one stands for the odd start inside
  return draw('start -> part -> end', { start: start(), part, end: end() })
}

test.group('The elements of a drawing', () => {
  test('may be as many as are allowed, flows included, and not one more', async ({ assert }) => {
    const odd = MOST_ELEMENTS - 1
    assert.lengthOf(Object.keys((await graphOf(long(odd))).nodes), MOST_ELEMENTS / 2)
    // a way more from the first gateway makes it even: it lacks its conditions then, and no more
    const even = await compileProcess({
      file: 'process.bpmn',
      xml: long(odd).replace(
        '</bpmn:process>',
        '<bpmn:sequenceFlow id="more" sourceRef="g0" targetRef="end"/>$&'
      ),
    })
    assert.notInclude(
      (even.ok ? [] : even.error).map(({ code }) => code),
      'TOO_MANY_ELEMENTS'
    )
    const compiled = await compileProcess({ file: 'process.bpmn', xml: long(odd + 2) })
    assert.deepEqual(
      (compiled.ok ? [] : compiled.error).map(({ code, element: id, params }) => [code, id, params.count]),
      [['TOO_MANY_ELEMENTS', 'process', MOST_ELEMENTS + 1]]
    )
  })

  test('are counted in parts as well', async ({ assert }) => {
    const compiled = await compileProcess({ file: 'process.bpmn', xml: long(MOST_ELEMENTS + 3, true) })
    assert.deepEqual(
      (compiled.ok ? [] : compiled.error).map(({ code }) => code),
      ['TOO_MANY_ELEMENTS']
    )
  })

  test('that are refused are told once, and not what is in them', async ({ assert }) => {
    const part = element(
      'transaction',
      { triggeredByEvent: 'true' },
      element('task')('inner') + element('complexGateway')('other')
    )
    const xml = draw('start -> end', { start: start(), part, end: end() })
    assert.deepEqual(await saidOf(xml), ['REFUSED_SUBPROCESS part'])
  })

  test('have ids that can be keys of anything', async ({ assert }) => {
    const named = (id: string) =>
      draw('start -> end', { start: start(), it: () => element('userTask')(id), end: end() })
    for (const id of ['it.s', '__it', '__proto__', 'a'.repeat(65), 'toString', 'hasOwnProperty'])
      assert.deepEqual(await saidOf(named(id)), [`ID_UNSAFE ${id}`], id)
    for (const id of ['a-b', '_it', '_9-2', '_', 'A_9', 'a'.repeat(64)])
      assert.notInclude(await saidOf(named(id)), `ID_UNSAFE ${id}`, id)
  })
})
