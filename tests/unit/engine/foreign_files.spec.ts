import { test } from '@japa/runner'
import { BpmnModdle } from 'bpmn-moddle'
import fc from 'fast-check'
import { compileProcess, finestraDescriptor } from '#engine/index'
import { draw, end, exclusive, message, on, service, start, sub, timer, user, waitFor } from './builder.ts'
import { graphOf } from './case.ts'

const xml = draw(
  'start -> it -> decide\ndecide -> wait -> end : x = 1\ndecide -> end : default\nlate -> end',
  {
    start: start({ 'fin:phase': 'received' }),
    it: sub('s -> a -> b -> e', {
      s: start(),
      a: user('a', { in: { y: '1' }, out: { x: 'result.x :: number' } }),
      b: service('b', { 'fin:retries': '2' }),
      e: end('inner'),
    }),
    late: on('it', timer('10 working days'), { 'fin:suspends': 'true' }),
    decide: exclusive(),
    wait: waitFor(message('reply'), { 'fin:correlation': '"a"' }),
    end: end('done', { 'fin:code': 'E1' }),
  }
)

const compile = (source: string) => compileProcess({ file: 'process.bpmn', xml: source })

test.group('A foreign file', () => {
  test('with any part changed, gives a graph or diagnostics, and never anything else', async ({ assert }) => {
    const piece = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom(
        '__proto__',
        'constructor',
        '<',
        '>',
        '"',
        '&',
        '<bpmn:',
        '</bpmn:subProcess>',
        ' id="it"',
        ' xmlns="urn:x"',
        '\u0000',
        '😀',
        '<![CDATA[',
        '<?x',
        '&#x0;'
      )
    )
    const change = fc.record({ at: fc.nat(xml.length), length: fc.nat(12), piece })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const changed = changes.reduce(
          (text, { at, length, piece: put }) => text.slice(0, at) + put + text.slice(at + length),
          xml
        )
        const compiled = await compile(changed)
        if (compiled.ok)
          assert.equal(
            JSON.stringify(compiled.value),
            JSON.stringify(JSON.parse(JSON.stringify(compiled.value)))
          )
        else assert.isNotEmpty(compiled.error.filter(({ severity }) => severity === 'error'))
        assert.deepEqual(Object.keys(Object.prototype), [])
      }),
      { numRuns: 400 }
    )
  }).timeout(60_000)

  test('with names that every object has, does no harm', async ({ assert }) => {
    for (const name of ['__proto__', 'constructor', 'hasOwnProperty']) {
      for (const old of ['"a"', '"it"', '"late"', '"reply"', '"done"', '"received"', '"x"']) {
        await compile(xml.replaceAll(old, `"${name}"`))
        assert.isUndefined(({} as Record<string, unknown>).kind)
      }
    }
  })

  test('with subprocesses one inside another, as many as are allowed, is carried out', async ({ assert }) => {
    const depth = 300
    let inner: Parameters<typeof draw>[1][string] = user('a')
    for (let n = 0; n < depth; n += 1)
      inner = sub(`s${n} -> p${n} -> e${n}`, { [`s${n}`]: start(), [`p${n}`]: inner, [`e${n}`]: end() })
    const graph = await graphOf(draw('start -> p -> end', { start: start(), p: inner, end: end() }))
    assert.equal(Object.values(graph.nodes).filter(({ kind }) => kind === 'sub_process').length, depth)
    // a lane answers for what is inside its subprocesses
    assert.equal(graph.nodes.p0?.role, 'case_handler')
  }).timeout(30_000)

  test('with nothing but mistakes is told the first two hundred', async ({ assert }) => {
    const many = Array.from({ length: 9000 }, (_, n) => `<bpmn:task id="t${n}" x="1"/>`).join('')
    const compiled = await compile(xml.replace('</bpmn:process>', `${many}</bpmn:process>`))
    assert.lengthOf(compiled.ok ? [] : compiled.error, 200)
  }).timeout(30_000)
})

test.group('The extension namespace', () => {
  test('goes through an editor that knows the descriptor without loss', async ({ assert }) => {
    const editor = new BpmnModdle({ fin: finestraDescriptor })
    const { rootElement, warnings } = await editor.fromXML(xml)
    assert.deepEqual(warnings, [])
    const { xml: written } = await editor.toXML(rootElement, { format: true })
    assert.deepEqual(await graphOf(written), await graphOf(xml))
    for (const word of [
      'fin:suspends',
      'fin:correlation',
      'fin:retries',
      'fin:code',
      'fin:role',
      'fin:outcome',
      'fin:input',
      'fin:output',
    ]) {
      assert.include(written, word)
    }
  })
})
