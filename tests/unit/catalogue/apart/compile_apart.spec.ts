import { readFileSync, readdirSync } from 'node:fs'
import { test } from '@japa/runner'
import { compileApart } from '#catalogue/apart/compile_apart'
import { compile } from '#catalogue/index'

const FOLDER = 'procedures-catalog/finestra-basics/procedures/general-application'

const files = new Map(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const path = `${parentPath}/${name}`
      return [path.slice(FOLDER.length + 1), readFileSync(path, 'utf8')]
    })
)

const flow = (id: string, from: string, to: string) =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`

const process = (inside: string) =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"><bpmn:process id="p" isExecutable="true">${inside}</bpmn:process></bpmn:definitions>`

const nested = (depth: number) =>
  '<bpmn:subProcess id="s">'.replaceAll('s"', 's0"') +
  Array.from({ length: depth }, (_, n) => `<bpmn:subProcess id="s${n + 1}">`).join('') +
  '</bpmn:subProcess>'.repeat(depth + 1)

/** Gateways that each open and close several ways, so that the ways through are more than anybody can count. */
const braided = (rows: number) =>
  `<bpmn:startEvent id="start"/>${flow('f', 'start', 'g0')}${Array.from(
    { length: rows },
    (_, n) =>
      `<bpmn:exclusiveGateway id="g${n}"/><bpmn:parallelGateway id="j${n}"/>${flow(`a${n}`, `g${n}`, `j${n}`)}${flow(`b${n}`, `g${n}`, `j${n}`)}${flow(`c${n}`, `j${n}`, `g${n + 1}`)}`
  ).join('')}<bpmn:endEvent id="g${rows}"/>`

const HOSTILE: Record<string, string> = {
  'a process with 100,000 steps': process(
    Array.from({ length: 100_000 }, (_, n) => `<bpmn:task id="t${n}"/>`).join('')
  ),
  'as many as its bytes allow': process(
    Array.from({ length: 30_000 }, (_, n) => `<bpmn:task id="t${n}"/>`).join('')
  ),
  'parts within parts without end': process(nested(15_000)),
  'lanes within lanes without end': process(
    `<bpmn:laneSet id="l">${'<bpmn:lane><bpmn:childLaneSet>'.repeat(9_000)}${'</bpmn:childLaneSet></bpmn:lane>'.repeat(9_000)}</bpmn:laneSet>`
  ),
  'gateways braided': process(braided(300)),
  'names that every object has': process(
    '<bpmn:startEvent id="__proto__"/><bpmn:task id="constructor"/><bpmn:task id="toString"/>'
  ),
  'an entity that unfolds': `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(1000)}">]>${process('&a;')}`,
  'an attribute without end': process(`<bpmn:task id="t" name="${'x'.repeat(900_000)}"/>`),
  'a condition within brackets within brackets': process(
    `<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="g"/><bpmn:endEvent id="e"/>${flow('f', 's', 'g')}<bpmn:sequenceFlow id="c" sourceRef="g" targetRef="e"><bpmn:conditionExpression>${'('.repeat(100_000)}1${')'.repeat(100_000)}</bpmn:conditionExpression></bpmn:sequenceFlow>`
  ),
}

test.group('Documents that others wrote', () => {
  test('are compiled apart, to just what they would be here', async ({ assert }) => {
    const [apart, here] = await Promise.all([compileApart(files), compile(files)])
    assert.isTrue(apart.ok, JSON.stringify(apart))
    assert.deepEqual(apart, here)
  }).timeout(60_000)

  for (const [what, xml] of Object.entries(HOSTILE)) {
    test(`with ${what} are refused with a reason, and soon`, async ({ assert }) => {
      const changed = new Map([...files].map(([path, text]) => [path, path.endsWith('.bpmn') ? xml : text]))
      const compiled = await compileApart(changed)
      assert.isFalse(compiled.ok)
      if (compiled.ok) return
      assert.isNotEmpty(compiled.error)
      // the limit is a wall of last resort: what is known to be hostile doesn't come so far
      assert.notInclude(
        compiled.error.map(({ code }) => code),
        'COMPILATION_STOPPED'
      )
    }).timeout(60_000)
  }
})
