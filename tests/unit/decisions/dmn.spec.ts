import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import { type DecisionModel, compileDecisions, decide, readDmn, writeDmn } from '#decisions/index'
import { toJson } from '#expressions/index'
import { model, table } from './support.ts'

const NAMESPACES: Record<string, string> = {
  '1.1': 'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  '1.2': 'http://www.omg.org/spec/DMN/20180521/MODEL/',
  '1.3': 'https://www.omg.org/spec/DMN/20191111/MODEL/',
  '1.4': 'https://www.omg.org/spec/DMN/20211108/MODEL/',
  '1.5': 'https://www.omg.org/spec/DMN/20230324/MODEL/',
  '1.6': 'https://www.omg.org/spec/DMN/20240513/MODEL/',
}

const file = (inside: string, namespace = NAMESPACES['1.3']) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="${namespace}" xmlns:feel="http://www.omg.org/spec/FEEL/20140401"
  xmlns:other="urn:other" id="defs" name="rates" namespace="urn:rates">${inside}</definitions>`

const RATES = `
  <extensionElements><other:colour of="red"><other:deep/></other:colour></extensionElements>
  <itemDefinition name="Zone"><typeRef>feel:string</typeRef><allowedValues><text>"A", "B"</text></allowedValues></itemDefinition>
  <inputData id="zone" name="the zone"><variable name="the zone" typeRef="Zone"/></inputData>
  <decision id="rate" name="the rate" other:shade="1">
    <variable name="the rate" typeRef="feel:number"/>
    <informationRequirement><requiredInput href="#zone"/></informationRequirement>
    <decisionTable outputLabel="Rate">
      <input label="Zone"><inputExpression typeRef="Zone"><text>the zone</text></inputExpression></input>
      <output/>
      <annotation name="article"/>
      <rule id="first"><inputEntry><text>"A"</text></inputEntry><outputEntry><text>12.5</text></outputEntry>
        <annotationEntry><text>5.1</text></annotationEntry></rule>
      <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>7</text></outputEntry></rule>
    </decisionTable>
  </decision>`

const read = async (xml: string) => unwrap(await readDmn({ file: 'rates.dmn', xml })).model

const codes = async (xml: string): Promise<string[]> => {
  const found = await readDmn({ file: 'rates.dmn', xml })
  return found.ok ? [] : found.error.map(({ code, element }) => (element ? `${code} ${element}` : code))
}

/** Every kind of logic, each with what it can hold. */
const everything: DecisionModel = {
  name: 'all of it',
  namespace: 'urn:all',
  description: 'What a model can hold',
  types: [
    { name: 'Zone', type: 'string', allowed: '"A", "B"' },
    {
      name: 'Terraces',
      collection: true,
      components: [
        { name: 'zone', type: 'Zone' },
        { name: 'tables', type: 'number' },
      ],
    },
  ],
  inputs: [
    {
      id: 'in',
      name: 'terraces',
      label: 'The terraces',
      type: 'Terraces',
      description: 'Those asked for',
    },
  ],
  knowledge: [
    {
      id: 'k',
      name: 'rate of',
      label: 'The rate of a zone',
      type: 'number',
      parameters: [{ name: 'zone', type: 'Zone' }],
      logic: table('P', 'zone => rate\n"A" => 12.5\n- => 7', {
        inputs: [{ expression: 'zone', label: 'Zone', type: 'Zone', values: '"A", "B"' }],
        outputs: [{ label: 'Rate', type: 'number', values: '7, 12.5', default: '0' }],
        annotations: ['article'],
      }),
    },
  ],
  decisions: [
    {
      id: 'a',
      name: 'a',
      label: 'The amount (in euros)',
      type: 'number',
      question: 'How much?',
      answers: 'euros',
      requires: ['in', 'k'],
      logic: { literal: '1 < 2 and "é" = "é"', type: 'boolean' },
    },
    {
      id: 'b',
      name: 'b',
      requires: ['a', 'k'],
      logic: {
        context: [
          { name: 'f', value: { parameters: [{ name: 'x', type: 'number' }], body: { literal: 'x' } } },
          {
            name: 'called',
            type: 'number',
            value: { invoke: 'rate of', with: [{ name: 'zone', value: { literal: '"A"' } }] },
          },
          {
            name: 'rows',
            value: {
              columns: [{ name: 'n', type: 'number' }],
              rows: [[{ literal: '1' }], [{ literal: '2' }]],
            },
          },
          { name: 'items', value: { list: [{ literal: '1' }, { list: [] }] } },
          { value: { literal: 'called' } },
        ],
      },
    },
    {
      id: 'c',
      name: 'c',
      logic: {
        if: { literal: 'true' },
        then: { filter: { literal: '[1]' }, match: { literal: 'true' } },
        else: { for: 'x', in: { literal: '[1]' }, return: { literal: 'x' } },
      },
    },
    {
      id: 'd',
      name: 'd',
      logic: {
        list: [
          { some: 'x', in: { literal: '[1]' }, satisfies: { literal: 'x > 1' } },
          { every: 'x', in: { literal: '[1]' }, satisfies: { literal: 'x > 1' } },
        ],
      },
    },
    { id: 'e', name: 'e' },
  ],
  services: [
    {
      id: 's',
      name: 'served',
      label: 'The service',
      type: 'number',
      outputs: ['b'],
      encapsulated: ['a'],
      inputs: ['in'],
      inputDecisions: ['c'],
    },
  ],
  diagram: {
    shapes: [
      { of: 'a', x: 10, y: 20, width: 180, height: 80 },
      { of: 'in', x: 10, y: 200, width: 180, height: 60 },
    ],
    edges: [
      {
        from: 'in',
        to: 'a',
        points: [
          [100, 200],
          [100, 100],
        ],
      },
    ],
  },
}

test.group('A DMN file', () => {
  for (const [version, namespace] of Object.entries(NAMESPACES))
    test(`of version ${version} is read`, async ({ assert }) => {
      const source = await read(file(RATES, namespace))
      const compiled = unwrap(compileDecisions({ file: 'rates.dmn', model: source }))
      const { value, why } = decide(compiled, 'the rate', { 'the zone': 'A' })
      assert.isNull(value)
      assert.deepEqual(why, [])
      assert.equal(toJson(decide(compiled, 'the rate', { 'the zone': 'B' }).value), '7')
    })

  test('is read into plain data: names, types, tests, notes, ids', async ({ assert }) => {
    assert.deepEqual(await read(file(RATES)), {
      name: 'rates',
      namespace: 'urn:rates',
      types: [{ name: 'Zone', type: 'feel:string', allowed: '"A", "B"' }],
      inputs: [{ id: 'zone', name: 'the zone', type: 'Zone' }],
      decisions: [
        {
          id: 'rate',
          name: 'the rate',
          type: 'feel:number',
          requires: ['zone'],
          logic: {
            table: {
              hit: 'U',
              inputs: [{ expression: 'the zone', label: 'Zone', type: 'Zone' }],
              outputs: [{ label: 'Rate' }],
              annotations: ['article'],
              rules: [
                { id: 'first', when: ['"A"'], then: ['12.5'], annotations: ['5.1'] },
                { id: 'rule_1', when: ['-'], then: ['7'] },
              ],
            },
          },
        },
      ],
    })
  })

  test('comes back as it was written: model, file and drawing', async ({ assert }) => {
    const xml = await writeDmn(everything)
    const again = await read(xml)
    assert.deepEqual(again, everything)
    assert.equal(await writeDmn(again), xml)
  })

  test('keeps what people call a decision beside its name, and is asked by either', async ({ assert }) => {
    const decision = (
      id: string,
      label: string
    ) => `<decision id="${id}" name="${label}"><variable name="${id}"/>
      <literalExpression><text>"${id}"</text></literalExpression></decision>`
    const found = await read(
      file(decision('fee', 'The fee') + decision('due', 'fee') + decision('x', 'y') + decision('z', 'y'))
    )
    assert.deepEqual(
      found.decisions.map(({ name, label }) => [name, label]),
      [
        ['fee', 'The fee'],
        ['due', 'fee'],
        ['x', 'y'],
        ['z', 'y'],
      ]
    )
    const compiled = unwrap(compileDecisions({ file: 'rates.dmn', model: found }))
    const asked = (name: string) => decide(compiled, name, {})
    assert.equal(asked('The fee').value, 'fee')
    assert.equal(asked('fee').value, 'fee')
    assert.equal(asked('x').value, 'x')
    assert.equal(asked('y').faults[0]?.code, 'NOTHING_DECIDED')
  })

  test('of Camunda calls a decision without a variable by its id', async ({ assert }) => {
    const chain = `<decision id="zona" name="Zona"><decisionTable id="t"><output id="o" name="zone"/>
        <rule id="r"><outputEntry id="e"><text>"A"</text></outputEntry></rule></decisionTable></decision>
      <decision id="tasa" name="Tasa de terraza"><informationRequirement id="ir"><requiredDecision href="#zona"/></informationRequirement>
        <decisionTable id="u"><input id="i"><inputExpression id="ie"><text>zona</text></inputExpression></input><output id="p"/>
        <rule id="q"><inputEntry id="f"><text>"A"</text></inputEntry><outputEntry id="g"><text>12.5</text></outputEntry></rule></decisionTable></decision>`
    const camunda = file(chain).replace('id="defs"', 'id="defs" exporter="Camunda Modeler"')
    const found = await read(camunda)
    assert.deepEqual(
      found.decisions.map(({ name, label }) => [name, label]),
      [
        ['zona', 'Zona'],
        ['tasa', 'Tasa de terraza'],
      ]
    )
    const compiled = unwrap(compileDecisions({ file: 'camunda.dmn', model: found }))
    assert.equal(toJson(decide(compiled, 'Tasa de terraza', {}).value), '12.5')
    assert.equal(await writeDmn(await read(await writeDmn(found))), await writeDmn(found))
    assert.equal((await read(file(chain))).decisions[0]?.name, 'Zona')
  })

  test('says of what is called what it gives, by its type of functions', async ({ assert }) => {
    const called = `<itemDefinition id="t" name="tRate"><functionItem outputTypeRef="number"/></itemDefinition>
      <businessKnowledgeModel id="k" name="k"><variable name="k" typeRef="tRate"/>
      <encapsulatedLogic><literalExpression><text>1</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>`
    const { types, knowledge } = await read(file(called))
    assert.isUndefined(types)
    assert.equal(knowledge?.[0]?.type, 'number')
  })

  test('says DMN 1.3, or 1.4 where it has what came with it', async ({ assert }) => {
    assert.include(await writeDmn(everything), 'https://www.omg.org/spec/DMN/20211108/MODEL/')
    assert.include(
      await writeDmn(model({}, { literal: '1' })),
      'https://www.omg.org/spec/DMN/20191111/MODEL/'
    )
  })

  test('is given a drawing where it has none', async ({ assert }) => {
    const again = await read(await writeDmn({ ...everything, diagram: undefined }))
    assert.sameMembers(again.diagram?.shapes.map(({ of }) => of) ?? [], [
      'a',
      'b',
      'c',
      'd',
      'e',
      'in',
      'k',
      's',
    ])
    assert.lengthOf(again.diagram?.edges ?? [], 4)
  })
})

const decision = (logic: string) => `<decision id="d" name="d"><variable name="d"/>${logic}</decision>`
const literal = (attributes = '', inside = '<text>1</text>') =>
  `<literalExpression id="lit" ${attributes}>${inside}</literalExpression>`

test.group('What a DMN file may not hold is refused by its name', () => {
  for (const [says, xml, code] of [
    ['a document type', `<!DOCTYPE x>${file(RATES)}`, 'DMN_UNFOLDING'],
    ['an entity', file('<!ENTITY a "b">'), 'DMN_UNFOLDING'],
    ['more than a file of a model weighs', file(' '.repeat(1_000_000)), 'DMN_TOO_LARGE'],
    ['no DMN at all', '<html/>', 'DMN_UNREADABLE'],
    ['half a file', file(RATES).slice(0, -40), 'DMN_UNREADABLE'],
    ['an id twice', file(RATES.replace('id="zone"', 'id="rate"')), 'DMN_ID_DUPLICATE rate'],
    ['an element of no version', file(decision('<magic/>')), 'DMN_UNKNOWN'],
    ['an import', file('<import name="more" namespace="urn:more" importType="x"/>'), 'DMN_IMPORT defs'],
    [
      'values from elsewhere',
      file(decision(literal('', '<importedValues namespace="u" importType="x" locationURI="y"/>'))),
      'DMN_IMPORT lit',
    ],
    [
      'an expression of another language',
      file(decision(literal('expressionLanguage="https://www.ecma-international.org/js"'))),
      'DMN_LANGUAGE lit',
    ],
    [
      'a function of Java',
      file(
        `<businessKnowledgeModel id="k" name="k"><encapsulatedLogic id="f" kind="Java">${literal()}</encapsulatedLogic></businessKnowledgeModel>`
      ),
      'DMN_FUNCTION_KIND f',
    ],
    [
      'a function as what is decided',
      file(
        '<itemDefinition id="t" name="t"><functionItem/></itemDefinition><decision id="d" name="d"><variable name="d" typeRef="t"/></decision>'
      ),
      'DMN_FUNCTION_TYPE d',
    ],
    ['a call of what is no name', file(decision('<invocation id="i"><list/></invocation>')), 'DMN_CALLED i'],
  ] as const)
    test(says, async ({ assert }) => {
      assert.deepEqual(await codes(xml), [code])
    })

  test('with the line of the element', async ({ assert }) => {
    const found = await readDmn({
      file: 'rates.dmn',
      xml: file(`\n\n${decision(literal('expressionLanguage="js"'))}`),
    })
    if (found.ok) return assert.fail('it was accepted')
    assert.deepInclude(found.error[0], { file: 'rates.dmn', element: 'lit', line: 5 })
  })
})
