import { test } from '@japa/runner'
import { compileProcess } from '#engine/index'

const OPEN = '<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d">\n'
const drawing = (inside: string) =>
  `${OPEN}  <b:process id="p" name="Licence" isExecutable="true">\n    ${inside}\n    <b:startEvent id="s"/>\n    <b:endEvent id="e"/>\n    <b:sequenceFlow id="f" sourceRef="s" targetRef="e"/>\n  </b:process>\n</b:definitions>`

/** `CODE element line:column`. */
async function told(xml: string): Promise<string[]> {
  const compiled = await compileProcess({ file: 'process.bpmn', xml })
  return (compiled.ok ? [] : compiled.error).map(
    ({ code, element, line, column }) => `${code} ${element} ${line}:${column}`
  )
}

test.group('A diagnostic says the line and the column', () => {
  const places: [string, string, string[]][] = [
    ['of a document type', `<!-- one -->\n <!DOCTYPE x>${drawing('')}`, ['XML_UNFOLDING undefined 2:2']],
    ['of a name that stands for nothing', drawing('<!-- x -->&nbsp;'), ['XML_ENTITY undefined 3:15']],
    ['of XML that closes wrongly', drawing('<b:task id="t"></b:x>'), ['XML_UNREADABLE undefined 3:20']],
    ['of text that nothing reads', drawing('so\n   be it'), ['XML_UNREADABLE p 5:5']],
    ['of an element without an id', drawing('<b:manualTask name="x"/>'), ['ID_MISSING p 3:5']],
    ['of an element that BPMN does not have', drawing('<b:coffee>\n</b:coffee>'), ['ELEMENT_UNKNOWN p 3:5']],
    ['and its own id, if it has one', drawing('<b:coffee id="c"/>'), ['ELEMENT_UNKNOWN c 3:5']],
    [
      'of the second with the same id',
      drawing('<b:textAnnotation id="n"/>\n<b:group id="n"/>'),
      ['ID_DUPLICATE n 4:1'],
    ],
    [
      'of an unknown attribute, by its element',
      drawing('<!-- id="n" -->\n  <b:group id="n" colour="red"/>'),
      ['ATTRIBUTE_UNKNOWN n 4:3'],
    ],
    [
      'of an event without an id, in the element that has one',
      drawing(
        '<b:startEvent id="n">\n <b:timerEventDefinition>\n  <b:timeDate language="perl">x</b:timeDate>\n </b:timerEventDefinition></b:startEvent>'
      ).replace('<b:timerEventDefinition>', '<b:timerEventDefinition xmlns:o="urn:o" o:x="1">'),
      ['ATTRIBUTE_UNKNOWN n 5:3', 'ATTRIBUTE_UNKNOWN n 4:2', 'REFUSED_PROPERTY n 3:5', 'TIMER_DATE n 3:5'],
    ],
    [
      'of an extension of another program',
      drawing(
        '<b:group id="n">\n<b:extensionElements><o:x xmlns:o="urn:o"/></b:extensionElements></b:group>'
      ),
      ['EXTENSION_UNKNOWN n 4:22'],
    ],
    [
      'of a file without a process',
      '\n<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL"/>',
      ['PROCESS_MISSING undefined 2:1'],
    ],
  ]
  for (const [says, xml, gives] of places)
    test(says, async ({ assert }) => {
      assert.deepEqual(await told(xml), gives)
    })
})

test.group('What stands in a comment or in CDATA', () => {
  test('declares nothing, and stands for itself', async ({ assert }) => {
    assert.deepEqual(await told(drawing('<!-- <!DOCTYPE x> &euro; -->')), [])
    const note =
      '<b:textAnnotation id="n"><b:text><![CDATA[<!ENTITY a "b"> &euro; & more]]></b:text></b:textAnnotation>'
    assert.deepEqual(await told(drawing(note)), [])
    assert.deepEqual(await told(drawing('<!-- closed --><!DOCTYPE x>')), ['XML_UNFOLDING undefined 3:20'])
  })
})
