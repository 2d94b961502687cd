import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from '@japa/runner'
import DecisionConformance from '#catalogue/commands/decision_conformance'
import DecisionConvert from '#catalogue/commands/decision_convert'
import DecisionLint from '#catalogue/commands/decision_lint'
import DecisionRun from '#catalogue/commands/decision_run'
import { typed } from '#tests/support/command'

const MODEL = {
  $schema: '/schemas/decision.json',
  name: 'rates',
  namespace: 'urn:rates',
  inputs: [{ id: 'zone', name: 'the zone', type: 'string' }],
  decisions: [
    {
      id: 'rate',
      name: 'the rate',
      type: 'number',
      requires: ['zone'],
      logic: {
        table: {
          hit: 'F',
          inputs: [{ expression: 'the zone' }],
          outputs: [{}],
          rules: [
            { id: 'centre', when: ['"A"'], then: ['12.5'] },
            { id: 'both', when: ['"A", "B"'], then: ['7'] },
          ],
        },
      },
    },
    { id: 'twice', name: 'twice', type: 'number', requires: ['rate'], logic: { literal: 'the rate * 2' } },
  ],
}

const cases = (result: string, name = 'the rate') => `<?xml version="1.0"?>
<tc:testCases xmlns:tc="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <tc:modelName>rates.dmn</tc:modelName>
  <tc:testCase id="one">
    <tc:inputNode name="the zone"><tc:value xsi:type="xsd:string">A</tc:value></tc:inputNode>
    <tc:resultNode name="${name}"><tc:expected><tc:value xsi:type="xsd:decimal">${result}</tc:value></tc:expected></tc:resultNode>
  </tc:testCase>
</tc:testCases>`

test.group('The commands for decisions', (group) => {
  let root = ''
  const path = (name: string) => join(root, name)
  const put = async (name: string, text: string) => {
    await mkdir(dirname(path(name)), { recursive: true })
    await writeFile(path(name), text)
    return path(name)
  }
  const model = () => put('rates.json', JSON.stringify(MODEL))
  const dmn = async () => {
    await typed(DecisionConvert, [await model(), `--to=${path('rates.dmn')}`])
    return path('rates.dmn')
  }
  group.each.setup(async () => {
    root = await mkdtemp(join(tmpdir(), 'finestra-decisions-'))
    return () => rm(root, { recursive: true })
  })

  test('lint tells gaps with an example and counts them, in the language it is asked in', async ({
    assert,
  }) => {
    const { exitCode, said } = await typed(DecisionLint, [await model()])
    assert.equal(exitCode, 0)
    assert.include(said, 'No rule takes: the zone = "…".')
    assert.include(said, '2 decisions: 1 thing to look at.')
    assert.notInclude(said, 'nothing wrong')
    const { said: speaks } = await typed(DecisionLint, [await model(), '--lang=ca'])
    assert.include(speaks, 'Cap regla s’aplica a')
  })

  test('lint says of good models that they are', async ({ assert }) => {
    const good = await put('good.json', JSON.stringify(MODEL).replace('\\"A\\", \\"B\\"', '-'))
    const { exitCode, said } = await typed(DecisionLint, [good])
    assert.equal(exitCode, 0)
    assert.equal(said.split('\n').length, 1)
    assert.include(said, '2 decisions, nothing wrong')
  })

  test('lint says where a model is wrong, and fails', async ({ assert }) => {
    const wrong = await put('wrong.json', JSON.stringify(MODEL).replace('"12.5"', '"12.5 +"'))
    const { exitCode, said } = await typed(DecisionLint, [wrong])
    assert.equal(exitCode, 1)
    assert.include(said, 'wrong.json:1:7 /decisions/0/logic/table/rules/0/then/0')
    const absent = await typed(DecisionLint, [path('nothing.dmn')])
    assert.equal(absent.exitCode, 1)
  })

  test('run decides over a file, and says by which rules and which others apply', async ({ assert }) => {
    const input = await put('in.json', '{"the zone": "A"}')
    const { exitCode, said } = await typed(DecisionRun, [await dmn(), `--input=${input}`])
    assert.equal(exitCode, 0)
    assert.include(said, '✓ the rate = "12.5"')
    assert.include(said, 'by the rate (F): centre; applies, too: both')
    assert.include(said, '✓ twice = "25"')
  })

  test('run fails where nothing can be decided, or what it is given is no input', async ({ assert }) => {
    const input = await put('in.json', '{"the zone": "C"}')
    const { exitCode, said } = await typed(DecisionRun, [
      await model(),
      '--decision=the rate',
      `--input=${input}`,
    ])
    assert.equal(exitCode, 1)
    assert.include(said, '✗ the rate = null')
    assert.include(said, 'no rule takes this')
    assert.notInclude(said, 'twice')
    const list = await put('list.json', '[]')
    assert.equal((await typed(DecisionRun, [await model(), `--input=${list}`])).exitCode, 1)
  })

  test('run says in sentences, in the language it is asked in, where an expression came to nothing', async ({
    assert,
  }) => {
    const decisions = [
      { id: 'total', name: 'total', requires: ['n'], logic: { literal: 'sum(n)' } },
      { id: 'each', name: 'each', requires: ['n'], logic: { literal: 'for i in 1..n return i' } },
      { id: 'code', name: 'code', logic: { list: [{ parameters: [], body: { literal: '1' } }] } },
    ]
    const empty = await put(
      'empty.json',
      JSON.stringify({ ...MODEL, inputs: [{ id: 'n', name: 'n' }], decisions })
    )
    const { said } = await typed(DecisionRun, [empty])
    assert.include(said, '! total: The function “sum” can’t be called with (null). Check how many values')
    assert.include(said, '! each: There is no way to go through these values one by one.')
    assert.include(said, '✗ code: it can’t be read An expression can’t define functions of its own.')
    const { said: habla } = await typed(DecisionRun, [empty, '--lang=es'])
    assert.include(habla, '! total: La función «sum» no admite (null).')
    for (const text of [said, habla]) assert.notMatch(text, /[A-Z]+_[A-Z]+/)
  })

  test('run decides by what people call a decision, too, in DMN and in JSON', async ({ assert }) => {
    const [rate, twice] = MODEL.decisions
    const decisions = [{ ...rate, label: 'Rate of a terrace' }, twice]
    const labelled = await put('labelled.json', JSON.stringify({ ...MODEL, decisions }))
    await typed(DecisionConvert, [labelled, `--to=${path('labelled.dmn')}`])
    const input = await put('in.json', '{"the zone": "A"}')
    for (const file of [labelled, path('labelled.dmn')])
      for (const name of ['the rate', 'Rate of a terrace']) {
        const { said } = await typed(DecisionRun, [file, `--decision=${name}`, `--input=${input}`])
        assert.include(said, `✓ ${name} = "12.5"`)
        assert.notInclude(said, 'twice')
      }
  })

  test('convert writes DMN and comes back to the same JSON', async ({ assert }) => {
    const { exitCode, said } = await typed(DecisionConvert, [await dmn()])
    assert.equal(exitCode, 0)
    const { diagram, ...again } = JSON.parse(said)
    assert.deepEqual(again, MODEL)
    assert.lengthOf(diagram.shapes, 3)
    assert.include(await readFile(path('rates.dmn'), 'utf8'), 'https://www.omg.org/spec/DMN/20191111/MODEL/')
  })

  test('a model that is made to cost without end is refused or stopped, with the reason', async ({
    assert,
  }) => {
    const xml = (inner: string) =>
      `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="u">${inner}</definitions>`
    const bomb = await put('bomb.dmn', `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">]>${xml('&a;')}`)
    const deep = await put(
      'deep.dmn',
      xml(`<decision id="a">${'<list>'.repeat(60_000)}${'</list>'.repeat(60_000)}</decision>`)
    )
    const long = await put('long.dmn', xml(' '.repeat(2_000_000)))
    const bytes = await put('bytes.dmn', 'a\u0000b')
    for (const [file, why] of [
      [bomb, 'declares DOCTYPE'],
      [deep, 'nested more than 20 levels'],
      [long, 'larger than 1,048,576 bytes'],
      ['/dev/zero', 'larger than 1,048,576 bytes'],
      [bytes, 'not UTF-8 text'],
    ] as const) {
      const { exitCode, said } = await typed(DecisionLint, [file])
      assert.equal(exitCode, 1)
      assert.include(said, why)
    }
    const loop = (_: unknown, at: number) =>
      `<decision id="l${at}" name="l${at}"><literalExpression><text>for a in 1..1000, b in 1..1000 return a * b</text></literalExpression></decision>`
    const loops = await put('loops.dmn', xml(Array.from({ length: 400 }, loop).join('')))
    const { exitCode, said } = await typed(DecisionRun, [loops])
    assert.equal(exitCode, 1)
    assert.include(said, 'it was stopped, at 2 seconds of work or 256 megabytes')
  }).timeout(60_000)

  test('convert says where it can’t write, and conformance that there is nothing to play', async ({
    assert,
  }) => {
    const to = await typed(DecisionConvert, [await model(), `--to=${path('nowhere/rates.dmn')}`])
    assert.equal(to.exitCode, 1)
    assert.include(to.said, `✗ --to=${path('nowhere/rates.dmn')}\n    This file can’t be written.`)
    const none = await typed(DecisionConformance, [path('nowhere')])
    assert.equal(none.exitCode, 1)
    assert.include(none.said, `There are no cases in ${path('nowhere')}`)
    await put('tests/level-2/odd/odd-test-01.xml', '<tc:testCases')
    const odd = await typed(DecisionConformance, [path('tests')])
    assert.equal(odd.exitCode, 1)
    assert.include(odd.said, '✗ level-2/odd  0/0\n    ~ DMN_UNREADABLE')
  })

  test('conformance says what passes, fails, or is refused by name', async ({ assert }) => {
    const xml = await readFile(await dmn(), 'utf8')
    const add = async (name: string, text: string, result: string) => {
      await put(`tests/level-2/${name}/rates.dmn`, text)
      await put(`tests/level-2/${name}/${name}-test-01.xml`, cases(result))
    }
    await add('good', xml, '12.5')
    const passed = await typed(DecisionConformance, [path('tests')])
    assert.equal(passed.exitCode, 0)
    assert.include(passed.said, '✓ level-2/good  1/1')
    await add('wrong', xml, '13')
    await add('lambda', xml.replace('12.5<', 'function(x) x<'), '12.5')
    await add(
      'java',
      xml.replace('<dmn:inputData', '<dmn:import name="j" namespace="n" importType="t"/><dmn:inputData'),
      '1'
    )
    const { exitCode, said } = await typed(DecisionConformance, [path('tests')])
    assert.equal(exitCode, 1)
    assert.include(said, '✗ level-2/wrong  0/1')
    assert.include(said, '~ level-2/lambda  0/1')
    assert.include(said, '~ FUNCTION_DEFINED: Functions defined within an expression of FEEL')
    assert.include(said, '~ level-2/java  0/0')
    assert.include(said, 'Models: 1 pass, 1 fail, 2 with something refused by name')
    assert.include(said, 'Results: 1 pass, 1 fail, 1 refused by name')
  })
})
