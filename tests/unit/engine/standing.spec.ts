import { test } from '@japa/runner'
import { BpmnModdle } from 'bpmn-moddle'
import { compileDefinitions } from '#engine/compile_process'
import { finestraDescriptor } from '#engine/index'
import type { BpmnElement } from '#engine/reading/bpmn'
import { Report } from '#engine/reading/report'
import { standingOf } from '#engine/reading/standing'
import { draw, end, start } from './builder.ts'

/**
 * All that BPMN 2.0 lets a file say, from the descriptor that the reader itself reads by: each type wherever it may stand,
 * each attribute with each kind of value. What the compiler says nothing of has to be in its table of what is executed
 * or only shown.
 */
const moddle = new BpmnModdle({ fin: finestraDescriptor })
const [bpmn] = moddle.getPackages()
const enumerations = new Map(
  bpmn!.enumerations!.map(({ name, literalValues }) => [`bpmn:${name}`, literalValues])
)

const instance = (type: string, given: Record<string, unknown> = {}) => moddle.create(type, given)
const concrete = bpmn!.types.flatMap(({ name, isAbstract }) => (isAbstract ? [] : [`bpmn:${name}`]))
const kindsOf = (type: string) => concrete.filter((name) => instance(name).$instanceOf?.(type))

type Property = NonNullable<BpmnElement['$descriptor']['properties']>[number]
const propertiesOf = (element: BpmnElement): Property[] =>
  (element.$descriptor.properties ?? []).filter(({ isVirtual }) => !isVirtual)

/** What stands in the place, and the whole that it stands in. */
interface Stand {
  whole: BpmnElement
  element: BpmnElement
}

const { rootElement } = await moddle.fromXML(draw('start -> end', { start: start(), end: end() }))

/** A whole of its own each time: it is written to. */
function plain(): Stand {
  const whole = copy(rootElement)
  return { whole, element: whole }
}

function copy(element: BpmnElement): BpmnElement {
  const made = new Map<BpmnElement, BpmnElement>()
  const held = (each: BpmnElement): BpmnElement => {
    const twin = instance(each.$type)
    made.set(each, twin)
    for (const { isReference, ns } of propertiesOf(each)) {
      const value = own(each, ns.localName)
      if (value === undefined || isReference) continue
      put(
        twin,
        ns.localName,
        Array.isArray(value)
          ? value.map((one) => (isElement(one) ? held(one) : one))
          : isElement(value)
            ? held(value)
            : value
      )
    }
    return twin
  }
  const whole = held(element)
  for (const [each, twin] of made)
    for (const { isReference, ns } of propertiesOf(each)) {
      const value = own(each, ns.localName)
      if (value === undefined || !isReference) continue
      put(
        twin,
        ns.localName,
        Array.isArray(value)
          ? value.map((one) => made.get(one) ?? one)
          : (made.get(value as BpmnElement) ?? value)
      )
    }
  return whole
}

const isElement = (value: unknown): value is BpmnElement =>
  typeof value === 'object' && value !== null && '$type' in value
const own = (element: BpmnElement, name: string): unknown =>
  Object.hasOwn(element, name) ? element.get(name) : undefined
const keep = (value: unknown, parent: BpmnElement): void => {
  for (const each of [value].flat()) if (isElement(each)) each.$parent = parent
}
function put(element: BpmnElement, name: string, value: unknown): void {
  element.set(name, value)
  const isReference = propertiesOf(element).find(({ ns }) => ns.localName === name)?.isReference
  if (!isReference) keep(value, element)
}

/** What the compiler says of it, one line each. */
function said({ whole }: Stand): string[] {
  const out = new Report('', '')
  compileDefinitions(whole, {}, out)
  return out.diagnostics.map(({ code, element, params }) =>
    [code, element, ...Object.values(params)].join(' ')
  )
}

const more = (after: string[], before: string[]): string[] => after.filter((line) => !before.includes(line))

/** The values that a property may have, other than that which it has anyway. */
function samples({ type, default: usual, isReference }: Property): unknown[] {
  if (type === 'Boolean') return [true, false].filter((value) => value !== usual)
  if (type === 'Integer' || type === 'Real') return [7]
  if (type === 'String') return ['x']
  const literals = enumerations.get(type)
  if (literals) return literals.map(({ name }) => name).filter((name) => name !== usual)
  if (type === 'Element') return [foreign()]
  const kinds = kindsOf(type)
  return (isReference ? kinds.slice(0, 1) : kinds).map((kind) =>
    instance(kind, isReference ? { id: 'other' } : {})
  )
}

const foreign = () => moddle.createAny('other:thing', 'urn:other')

const seen = new Set<string>()
const silent: string[] = []
const refused = new Set<string>()
const looked = new Set<string>()

const REFUSED = /^(REFUSED_|EVENT_UNDEFINED|EXTENSION_UNKNOWN)/

/** Looks at one type in its place: at each property of it, and at each type that may stand in it. */
function look(make: () => Stand): void {
  const { element } = make()
  const name = nameOf(element)
  if (seen.has(name)) return
  seen.add(name)
  const before = said(make())
  const { reads, shows } = standingOf(element) ?? { reads: new Set(), shows: new Set() }
  looked.add(element.$type)
  const tell = (what: string, change: (element: BpmnElement) => void, known = false): void => {
    const stand = make()
    change(stand.element)
    if (more(said(stand), before).length === 0 && !known) silent.push(`${name} ${what}`)
  }
  tell('of another program', (each) => ((each.$attrs as Record<string, string>)['other:x'] = 'y'))
  for (const property of propertiesOf(element)) {
    const { ns, isMany, isReference } = property
    const local = ns.localName
    const known = reads.has(local) || shows.has(local)
    if (local === 'extensionElements') {
      const values = instance('bpmn:ExtensionElements', { values: [foreign()] })
      tell(local, (each) => {
        put(each, local, values)
        keep(values.get('values'), values)
      })
      continue
    }
    if (local === 'diagrams') continue
    for (const value of samples(property)) {
      const set = (each: BpmnElement) =>
        put(each, local, isMany ? [...((own(each, local) as unknown[]) ?? []), value] : value)
      tell(`${local} ${isElement(value) ? value.$type : String(value)}`, set, known)
      if (isReference || !isElement(value) || !known) continue
      for (const child of variations(value)) {
        const stand = () => {
          const around = make()
          const inner = child()
          put(
            around.element,
            local,
            isMany ? [...((own(around.element, local) as unknown[]) ?? []), inner] : inner
          )
          return { whole: around.whole, element: inner }
        }
        const news = more(said(stand()), before)
        if (news.some((line) => REFUSED.test(line))) refused.add(nameOf(child()))
        else look(stand)
      }
    }
  }
}

/** A type with each event that it can be about; a subprocess also as one that an event begins. */
function variations(value: BpmnElement): (() => BpmnElement)[] {
  const given = value.$instanceOf?.('bpmn:BaseElement') ? { id: 'it' } : {}
  const makes = [() => instance(value.$type, given)]
  if (value.$instanceOf?.('bpmn:Event'))
    for (const type of kindsOf('bpmn:EventDefinition'))
      makes.push(() => {
        const event = instance(value.$type, given)
        put(event, 'eventDefinitions', [instance(type)])
        return event
      })
  if (value.$instanceOf?.('bpmn:SubProcess'))
    makes.push(() => instance(value.$type, { ...given, triggeredByEvent: true }))
  return makes
}

const nameOf = (element: BpmnElement): string => {
  const definitions = element.get('eventDefinitions')
  const of = Array.isArray(definitions) ? definitions.map(({ $type }: BpmnElement) => $type).join() : ''
  return [element.$type, of, element.get('triggeredByEvent') ? 'by event' : ''].filter(Boolean).join(' ')
}

test.group('Of all that BPMN lets a file say', () => {
  test('nothing is passed over in silence: it is executed, or is listed as only shown, or is refused', ({
    assert,
  }) => {
    // the process that is executed before any other, which would be a drawing
    look(() => {
      const { whole } = plain()
      const root = whole.get('rootElements') as BpmnElement[]
      return { whole, element: root.find(({ $type }) => $type === 'bpmn:Process') as BpmnElement }
    })
    look(plain)
    assert.deepEqual(silent.slice(0, 50), [])
    // it did come to what is executed, deep inside, and to what isn't
    const types = (text: string) => text.split(' ').map((type) => `bpmn:${type}`)
    assert.includeMembers(
      [...looked],
      types(
        'UserTask Transaction Lane TimerEventDefinition FormalExpression StandardLoopCharacteristics Message'
      )
    )
    assert.includeMembers(
      [...refused],
      types(
        'GlobalUserTask GlobalScriptTask Choreography GlobalConversation ChoreographyTask DataStore DataStoreReference Interface ItemDefinition Resource ComplexGateway Task TimerEventDefinition'
      )
    )
  }).timeout(120_000)

  test('what is listed as executed or shown is something that BPMN has', ({ assert }) => {
    for (const type of concrete) {
      const element = instance(type)
      const { reads = [], shows = [] } = standingOf(element) ?? {}
      const names = propertiesOf(element).map(({ ns }) => ns.localName)
      const virtual = (element.$descriptor.properties ?? []).filter(({ isVirtual }) => isVirtual)
      assert.includeMembers([...names, ...virtual.map(({ ns }) => ns.localName)], [...reads, ...shows], type)
      for (const name of reads) assert.notInclude([...shows], name)
    }
  })
})
