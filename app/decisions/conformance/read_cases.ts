import { DmnModdle } from 'dmn-moddle'
import { type Result, err, ok } from '#core/result'
import { readingFault, xmlRefusal } from '#core/xml_guard'
import { type DmnElement, many, one, text } from '#decisions/dmn/element'
import type { Case, CaseFile, Written } from '#decisions/conformance/cases'

const own = (name: string, type: string, isMany = false) => ({
  name,
  type,
  isMany,
  xml: { serialize: 'property' },
})
const attribute = (name: string) => ({ name, type: 'String', isAttr: true })

/** The language of the test files. */
const cases = {
  name: 'TestCases',
  uri: 'http://www.omg.org/spec/DMN/20160719/testcase',
  prefix: 'tc',
  xml: { tagAlias: 'lowerCase' },
  types: [
    { name: 'Labels', properties: [{ name: 'label', type: 'String', isMany: true }] },
    {
      name: 'TestCases',
      properties: [
        { name: 'modelName', type: 'String' },
        own('labels', 'Labels'),
        own('testCase', 'TestCase', true),
      ],
    },
    {
      name: 'TestCase',
      properties: [
        ...['id', 'type', 'invocableName', 'name'].map(attribute),
        { name: 'description', type: 'String' },
        own('inputNode', 'Given', true),
        own('resultNode', 'Result', true),
      ],
    },
    {
      name: 'Given',
      properties: [
        ...['name', 'nil', 'kind'].map(attribute),
        own('value', 'Scalar'),
        own('component', 'Given', true),
        own('list', 'Items'),
      ],
    },
    {
      name: 'Scalar',
      properties: [...['kind', 'nil'].map(attribute), { name: 'body', type: 'String', isBody: true }],
    },
    { name: 'Items', properties: [attribute('nil'), own('item', 'Given', true)] },
    {
      name: 'Result',
      properties: [
        ...['name', 'errorResult', 'type', 'cast'].map(attribute),
        own('computed', 'Given'),
        own('expected', 'Given'),
      ],
    },
  ],
}

const moddle = new DmnModdle({ tc: cases })

/** `xsi:type` would name a type of the reader's. */
const plain = (xml: string) =>
  xml.replace(/\bxsi:(type|nil)=/g, (_, name) => (name === 'type' ? 'kind=' : 'nil='))

/** The cases of a file, or why it has none. */
export async function readCases(xml: string): Promise<Result<CaseFile, string>> {
  const refusal = xmlRefusal(xml)
  if (refusal) return err(refusal.code)
  try {
    const { rootElement } = await moddle.fromXML(plain(xml), 'tc:TestCases')
    return ok({
      model: text(rootElement, 'modelName') ?? '',
      cases: many(rootElement, 'testCase').map(caseOf),
    })
  } catch (error) {
    return err(readingFault(error))
  }
}

function caseOf(element: DmnElement): Case {
  const [kind, name] = [text(element, 'type'), text(element, 'invocableName')]
  return {
    id: element.id ?? '',
    called: name && (kind === 'decisionService' || kind === 'bkm') ? { kind, name } : null,
    inputs: many(element, 'inputNode').map((input) => ({ name: input.name ?? '', value: written(input) })),
    results: many(element, 'resultNode').map((result) => ({
      name: result.name ?? '',
      value: written(one(result, 'expected') ?? one(result, 'computed')),
    })),
  }
}

function written(element: DmnElement | null): Written {
  if (!element || text(element, 'nil') === 'true') return null
  const [list, value, entries] = [one(element, 'list'), one(element, 'value'), many(element, 'component')]
  if (list) return text(list, 'nil') === 'true' ? null : { list: many(list, 'item').map(written) }
  if (entries.length > 0)
    return { entries: entries.map((entry) => ({ name: entry.name ?? '', value: written(entry) })) }
  if (!value || text(value, 'nil') === 'true') return null
  const body = value.get('body')
  // nothing at all, of no type, is how older files write null
  if (!body && !text(value, 'kind')) return null
  return {
    kind: text(value, 'kind') ?? text(element, 'kind') ?? null,
    text: typeof body === 'string' ? body : '',
  }
}
