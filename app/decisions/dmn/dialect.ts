import dmn13 from 'dmn-moddle/resources/dmn/json/dmn13.json' with { type: 'json' }
import { DmnModdle } from 'dmn-moddle'

/** What files are written in. */
export const WRITTEN = dmn13.uri
const DIAGRAMS = 'https://www.omg.org/spec/DMN/20191111/DMNDI/'

/** The namespaces of the other versions, 1.1 to 1.6, whose elements are those of 1.3 and a few more. */
const MODELS =
  /http:\/\/www\.omg\.org\/spec\/DMN\/(?:20151101|20151130|20180521)\/(?:dmn\.xsd|MODEL\/)|https:\/\/www\.omg\.org\/spec\/DMN\/(?:20191111|20211108|20230324|20240513)\/MODEL\//g
const DRAWINGS =
  /http:\/\/www\.omg\.org\/spec\/DMN\/20180521\/DMNDI\/|https:\/\/www\.omg\.org\/spec\/DMN\/(?:20211108|20230324|20240513)\/DMNDI\//g

/** The same file, in the namespaces of 1.3. */
export const inOneVersion = (xml: string): string => xml.replace(MODELS, WRITTEN).replace(DRAWINGS, DIAGRAMS)

const LATER = 'https://www.omg.org/spec/DMN/20211108/MODEL/'

/** A file that has what only later versions know says that it is of one. */
export const asWritten = (xml: string): string =>
  /<dmn:(?:conditional|filter|for|some|every)\b/.test(xml) ? xml.replaceAll(WRITTEN, LATER) : xml

const property = (name: string, type = 'ChildExpression') => ({ name, type, xml: { serialize: 'property' } })
const iterator = (name: string, result: string) => ({
  name,
  superClass: ['Expression'],
  properties: [
    { name: 'iteratorVariable', isAttr: true, type: 'String' },
    property('in', 'TypedChildExpression'),
    property(result),
  ],
})

/** The boxed expressions of DMN 1.4, which the library doesn't know yet. */
const ADDED = [
  {
    name: 'ChildExpression',
    properties: [
      { name: 'id', isAttr: true, type: 'String' },
      { name: 'value', type: 'Expression' },
    ],
  },
  {
    name: 'TypedChildExpression',
    superClass: ['ChildExpression'],
    properties: [{ name: 'typeRef', isAttr: true, type: 'String' }],
  },
  {
    name: 'Conditional',
    superClass: ['Expression'],
    properties: [property('if'), property('then'), property('else')],
  },
  { name: 'Filter', superClass: ['Expression'], properties: [property('in'), property('match')] },
  iterator('For', 'return'),
  iterator('Some', 'satisfies'),
  iterator('Every', 'satisfies'),
]

/** Attributes, and elements beside expressions, that versions after 1.3 add. */
const EXTENDED: Record<string, object[]> = {
  ItemDefinition: [{ name: 'typeConstraint', type: 'UnaryTests', xml: { serialize: 'property' } }],
}

export const moddle = new DmnModdle({
  dmn: {
    ...dmn13,
    types: [
      ...dmn13.types.map((type) => ({
        ...type,
        properties: [...(type.properties ?? []), ...(EXTENDED[type.name] ?? [])],
      })),
      ...ADDED,
    ],
  },
})
