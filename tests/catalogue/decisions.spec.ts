import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import type { Json } from '#core/json'
import { compile, simulate, tellTimeline } from '#catalogue/index'
import { readDmn, writeDmn } from '#decisions/index'
import { taleOf } from '#tests/support/tale'
import { calendar } from './calendar.js'
import { pack, plant, smallProcedure } from './small_procedure.js'

const RATE = 'decisions/rate.json'

const model = {
  $schema: '/schemas/decision.json',
  name: 'rates',
  inputs: [{ id: 'request', name: 'request', type: 'string' }],
  decisions: [
    {
      id: 'rate',
      name: 'the rate',
      type: 'number',
      requires: ['request'],
      logic: {
        table: {
          hit: 'U' as const,
          inputs: [{ expression: 'request', values: '"Something", "Else", "Nothing"' }],
          outputs: [{ label: 'Rate' }],
          annotations: ['article'],
          rules: [
            { id: 'usual', when: ['"Something"'], then: ['12.5'], annotations: ['5.1'] },
            { id: 'other', when: ['"Else"'], then: ['7'], annotations: ['5.2'] },
          ],
        },
      },
    },
  ],
}

/** The small procedure, whose rate is decided before its document is issued. */
function deciding(
  decisions: Record<string, string> = { [RATE]: JSON.stringify(model) }
): Map<string, string> {
  const files = new Map([...smallProcedure(), ...Object.entries(decisions)])
  const task = `<bpmn:businessRuleTask id="decide" fin:decision="the rate"><bpmn:extensionElements>
    <fin:input name="request" value="answers.request" /><fin:output name="rate" value="result * 2" type="number" />
    </bpmn:extensionElements></bpmn:businessRuleTask>`
  const xml = (files.get('process.bpmn') as string)
    .replace('<bpmn:serviceTask id="issue"', `${task}<bpmn:serviceTask id="issue"`)
    .replace('sourceRef="review" targetRef="issue"', 'sourceRef="review" targetRef="decide"')
    .replace(
      '</bpmn:process>',
      '<bpmn:sequenceFlow id="f9" sourceRef="decide" targetRef="issue" /></bpmn:process>'
    )
  files.set('process.bpmn', xml)
  const path = ['start', 'fork', 'review', 'late', 'decide', 'issue', 'tell', 'done']
  plant(files, 'scenarios/done.json', '/expect/path', path)
  for (const language of ['es', 'ca', 'en'])
    plant(
      files,
      `texts/${language}.json`,
      '/documents/resolution/ruling',
      '{{variables.rate}} for {{answers.request}}'
    )
  return files
}

const asDmn = async () => ({ 'decisions/rate.dmn': await writeDmn(model) })

const changed = (pointer: string, value: unknown) => {
  const files = deciding()
  plant(files, RATE, pointer, value)
  return files
}

const found = async (files: Map<string, string>) => {
  const compiled = await compile(files, { pack })
  return (compiled.ok ? compiled.value.warnings : compiled.error).map(({ code, file, pointer, element }) =>
    `${code} ${file} ${pointer || element || ''}`.trim()
  )
}

/** What no rule takes is only looked at. */
const GAP = `TABLE_GAP ${RATE} /decisions/0/logic/table`

async function played(files: Map<string, string>, request: Json = 'Something') {
  const procedure = unwrap(await compile(files, { pack }))
  const scenario = procedure.scenarios['done']!
  return { procedure, simulation: simulate(procedure, { ...scenario, answers: { request } }, { calendar }) }
}

test.group('A procedure that decides by rules', () => {
  test('is told what no rule takes, and nothing else', async ({ assert }) => {
    assert.deepEqual(await found(deciding()), [GAP])
  })

  test('goes its way by them, as JSON and as DMN', async ({ assert }) => {
    for (const decisions of [undefined, await asDmn()]) {
      const { simulation } = await played(deciding(decisions))
      assert.deepEqual(simulation.obstacles, [])
      assert.include(simulation.path, 'decide')
      assert.equal(simulation.outcome, 'done')
      const written = simulation.timeline.flatMap(({ changed: values }) => values['rate'] ?? [])
      assert.deepEqual(written, ['25'])
    }
  })

  test('tells by which rule', async ({ assert }) => {
    const { procedure, simulation } = await played(deciding(), 'Else')
    const lines = tellTimeline(taleOf(procedure, 'en'), simulation, 'Europe/Madrid')
    assert.include(lines.join('\n'), 'by the rules the rate other')
  })

  test('waits for a person where no rule applies', async ({ assert }) => {
    const { simulation } = await played(deciding(), 'Nothing')
    const incidents = simulation.timeline.flatMap(({ commands }) =>
      commands.flatMap((command) =>
        command.type === 'incident' ? [`${command.code} ${command.detail}`] : []
      )
    )
    assert.deepEqual(incidents, ['decision_unusable the rate: NO_RULE the rate'])
  })

  test('is another version when a rule changes', async ({ assert }) => {
    const digest = async (files: Map<string, string>) => unwrap(await compile(files, { pack })).digest
    const before = await digest(deciding())
    assert.notEqual(await digest(changed('/decisions/0/logic/table/rules/0/then/0', '13')), before)
    assert.equal(await digest(deciding()), before)
  })

  test('has its models with it, as plain data', async ({ assert }) => {
    const { procedure } = await played(deciding())
    assert.deepEqual(Object.keys(procedure.decisions), [RATE])
    assert.deepEqual(JSON.parse(JSON.stringify(procedure.decisions)), procedure.decisions)
  })
})

test.group('What is wrong with the decisions of a procedure is told', () => {
  test('with its file and pointer, in JSON', async ({ assert }) => {
    const table = '/decisions/0/logic/table'
    for (const [pointer, value, says] of [
      [`${table}/hit`, 'X', 'VALUE_NOT_ALLOWED'],
      ['/decisions/0/colour', 'red', 'PROPERTY_UNKNOWN'],
      [`${table}/rules/0/when/0`, '"Somethin', 'SYNTAX'],
      [`${table}/rules/0/then/0`, '"a lot"', 'TYPE_NOT_EXPECTED'],
      ['/inputs/0/type', 'Zone', 'DECISION_TYPE_UNKNOWN'],
    ] as const)
      assert.include(await found(changed(pointer, value)), `${says} ${RATE} ${pointer}`, says)
  })

  test('with its element and line, in DMN', async ({ assert }) => {
    const { 'decisions/rate.dmn': xml } = await asDmn()
    const broken = xml.replace('<dmn:text>12.5</dmn:text>', '<dmn:text>12.5 +</dmn:text>')
    const compiled = await compile(deciding({ 'decisions/rate.dmn': broken }), { pack })
    if (compiled.ok) return assert.fail('it was accepted')
    const line = broken.slice(0, broken.indexOf('id="usual"')).split('\n').length
    assert.deepInclude(compiled.error[0], {
      code: 'SYNTAX',
      file: 'decisions/rate.dmn',
      element: 'usual',
      line,
    })
  })

  test('what is refused of DMN, by its name', async ({ assert }) => {
    const { 'decisions/rate.dmn': xml } = await asDmn()
    const entity = { 'decisions/rate.dmn': `<!DOCTYPE x [<!ENTITY e "e">]>${xml}` }
    assert.include(await found(deciding(entity)), 'DMN_UNFOLDING decisions/rate.dmn')
  })

  test('a decision that two files have, one that none has, and a file of which nothing is asked', async ({
    assert,
  }) => {
    const twice = deciding({ [RATE]: JSON.stringify(model), ...(await asDmn()) })
    assert.include(await found(twice), 'DECISION_REPEATED decisions/rate.dmn')
    assert.include(await found(deciding({})), 'DECISION_UNKNOWN process.bpmn decide')
    const idle = new Map([...smallProcedure(), [RATE, JSON.stringify(model)] as const])
    assert.deepEqual(await found(idle), [GAP, `DECISIONS_UNUSED ${RATE}`])
  })

  test('nothing is lost between the JSON of a procedure and DMN', async ({ assert }) => {
    const { $schema: _, ...plain } = model
    const { diagram: __, ...again } = unwrap(await readDmn({ file: '', xml: await writeDmn(model) })).model
    assert.deepEqual(again, { ...plain, namespace: 'urn:finestra:decisions' })
  })
})
