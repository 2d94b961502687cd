import { type Diagnostic, hasProblems } from '#core/diagnostic'
import { type Result, err, ok } from '#core/result'
import { readingFault, xmlRefusal } from '#core/xml_guard'
import { inOneVersion, moddle } from '#decisions/dmn/dialect'
import { readDiagram } from '#decisions/dmn/diagram'
import { type DmnElement, given, idIn, is, many, one, text } from '#decisions/dmn/element'
import { Reading } from '#decisions/dmn/reading'
import { readFunction, readLogic } from '#decisions/dmn/read_logic'
import type {
  Decision,
  DecisionModel,
  DecisionService,
  InputData,
  Knowledge,
  TypeDefinition,
} from '#decisions/model'
import { LIMITS } from '#decisions/limits'

export interface DmnFile {
  file: string
  xml: string
}

/** What a DMN file says, and what of it should be looked at. */
export interface DmnRead {
  model: DecisionModel
  warnings: Diagnostic[]
}

/** Reads a DMN file of any version from 1.1, or says by name what of it can't be. */
export async function readDmn({ file, xml }: DmnFile): Promise<Result<DmnRead, Diagnostic[]>> {
  const reading = new Reading(file, xml)
  const definitions = await parsed(reading)
  if (!definitions) return err(reading.diagnostics)
  const model = modelOf(definitions, reading)
  return hasProblems(reading.diagnostics)
    ? err(reading.diagnostics)
    : ok({ model, warnings: reading.diagnostics })
}

/** The words of a drawing don't do for decisions. */
const OURS: Record<string, string> = { XML_TOO_LARGE: 'DMN_TOO_LARGE', XML_UNFOLDING: 'DMN_UNFOLDING' }

async function parsed(reading: Reading): Promise<DmnElement | null> {
  const refusal = xmlRefusal(reading.xml)
  if (refusal) {
    reading.problem(OURS[refusal.code] ?? 'DMN_UNREADABLE', null, refusal.params)
    return null
  }
  try {
    const { rootElement, warnings } = await moddle.fromXML(inOneVersion(reading.xml))
    for (const { message, element } of warnings) warned(message, element, reading)
    return hasProblems(reading.diagnostics) ? null : rootElement
  } catch (error) {
    reading.problem('DMN_UNREADABLE', null, { detail: readingFault(error) })
    return null
  }
}

/** What the reader stumbled on would be missing; a drawing that names nothing is only a drawing. */
function warned(message: string, element: DmnElement | undefined, reading: Reading): void {
  const [, duplicate] = /duplicate ID <(.*)>/.exec(message) ?? []
  if (duplicate !== undefined)
    return reading.problem('DMN_ID_DUPLICATE', { id: duplicate }, { id: duplicate })
  if (message.startsWith('unresolved reference') || message.startsWith('unknown attribute')) return
  const [, type] = /unknown type <(.*)>/.exec(message) ?? []
  if (type !== undefined) return reading.problem('DMN_UNKNOWN', element, { type })
  reading.problem('DMN_UNREADABLE', element, { detail: readingFault(message) })
}

function modelOf(definitions: DmnElement, reading: Reading): DecisionModel {
  for (const each of many(definitions, 'import'))
    reading.problem('DMN_IMPORT', definitions, { name: each.name ?? text(each, 'namespace') ?? '' })
  const elements = many(definitions, 'drgElement')
  const of = (type: string) => elements.filter((element) => is(element, type))
  const defined = many(definitions, 'itemDefinition')
  // what is called is of a type of functions, which says what it gives
  const results = new Map(
    defined.flatMap((each) => {
      const called = one(each, 'functionItem')
      return called ? [[each.name ?? '', text(called, 'outputTypeRef')] as const] : []
    })
  )
  const giving = <T extends InputData>(called: T): T =>
    called.type !== undefined && results.has(called.type)
      ? given({ ...called, type: results.get(called.type) })
      : called
  const knowledge = of('BusinessKnowledgeModel').map((each) => giving(readKnowledge(each, reading)))
  const services = of('DecisionService').map((each) => giving(readService(each)))
  const types = defined.filter(({ name }) => !results.has(name ?? '')).map((each) => readType(each, reading))
  if (many(definitions, 'artifact').length + of('KnowledgeSource').length > 0)
    reading.warning('DMN_NOTES_LEFT')
  for (const each of [...of('Decision'), ...of('InputData')])
    if (results.has(text(one(each, 'variable'), 'typeRef') ?? ''))
      reading.problem('DMN_FUNCTION_TYPE', each, { name: each.name ?? '' })
  const diagram = readDiagram(definitions)
  return {
    name: definitions.name ?? '',
    ...given({ namespace: text(definitions, 'namespace'), description: text(definitions, 'description') }),
    ...(types.length > 0 && { types }),
    inputs: of('InputData').map(readElement),
    decisions: of('Decision').map((each) => readDecision(each, reading)),
    ...(knowledge.length > 0 && { knowledge }),
    ...(services.length > 0 && { services }),
    ...(diagram && { diagram }),
  }
}

function readType(element: DmnElement, reading: Reading, depth = 0): TypeDefinition {
  const components = many(element, 'itemComponent')
  if (one(element, 'functionItem'))
    reading.problem('DMN_FUNCTION_TYPE', element, { name: element.name ?? '' })
  if (depth > LIMITS.depth) reading.problem('DECISION_TOO_DEEP', element, { most: LIMITS.depth })
  const allowed = one(element, 'allowedValues') ?? one(element, 'typeConstraint')
  return {
    name: element.name ?? '',
    ...given({ type: text(element, 'typeRef'), allowed: reading.literal(allowed) }),
    ...(element.get('isCollection') === true && { collection: true }),
    ...(components.length > 0 &&
      depth <= LIMITS.depth && { components: components.map((each) => readType(each, reading, depth + 1)) }),
  }
}

/** The name of its variable is the one that expressions use. */
function readElement(element: DmnElement): InputData {
  const id = element.id ?? element.name ?? ''
  const name = one(element, 'variable')?.name ?? (isCalledById(element) ? id : (element.name ?? ''))
  return {
    id,
    name,
    ...given({
      label: element.name?.trim() === name.trim() ? undefined : text(element, 'name'),
      type: text(one(element, 'variable'), 'typeRef'),
      description: text(element, 'description'),
    }),
  }
}

/** Camunda gives what a decision comes to by its id, and leaves the variable out. */
const isCalledById = (element: DmnElement): boolean =>
  is(element, 'Decision') && /^Camunda\b/.test(text(element.$parent, 'exporter') ?? '')

const REQUIREMENTS = {
  informationRequirement: ['requiredDecision', 'requiredInput'],
  knowledgeRequirement: ['requiredKnowledge'],
}

function requiresOf(element: DmnElement): { requires?: string[] } {
  const requires = Object.entries(REQUIREMENTS).flatMap(([kind, ends]) =>
    (is(element, 'Decision') || kind === 'knowledgeRequirement' ? many(element, kind) : []).flatMap(
      (requirement) => ends.flatMap((end) => one(requirement, end) ?? []).map(idIn)
    )
  )
  return requires.length > 0 ? { requires } : {}
}

function readDecision(element: DmnElement, reading: Reading): Decision {
  const logic = one(element, 'decisionLogic')
  return {
    ...readElement(element),
    ...given({ question: text(element, 'question'), answers: text(element, 'allowedAnswers') }),
    ...requiresOf(element),
    ...(logic && { logic: readLogic(logic, reading) }),
  }
}

function readKnowledge(element: DmnElement, reading: Reading): Knowledge {
  const defined = one(element, 'encapsulatedLogic')
  const { parameters, body } = defined ? readFunction(defined, reading) : { parameters: [], body: undefined }
  return {
    ...readElement(element),
    ...requiresOf(element),
    parameters,
    ...(body && one(defined, 'body') && { logic: body }),
  }
}

function readService(element: DmnElement): DecisionService {
  const ids = (property: string) => many(element, property).map(idIn)
  const some = (list: string[]) => (list.length > 0 ? list : undefined)
  return {
    ...readElement(element),
    outputs: ids('outputDecision'),
    ...given({
      encapsulated: some(ids('encapsulatedDecision')),
      inputDecisions: some(ids('inputDecision')),
      inputs: some(ids('inputData')),
    }),
  }
}
