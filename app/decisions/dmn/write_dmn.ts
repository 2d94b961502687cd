import { asWritten, moddle } from '#decisions/dmn/dialect'
import type { DmnElement } from '#decisions/dmn/element'
import { layoutOf } from '#decisions/dmn/layout'
import { made, variable } from '#decisions/dmn/made'
import { writeFunction, writeLogic } from '#decisions/dmn/write_logic'
import type { Decision, DecisionModel, Diagram, InputData, Knowledge, TypeDefinition } from '#decisions/model'

/** A model as a file of DMN 1.3 (1.4 where it has boxed expressions of that version), with its drawing or one made for it. */
export async function writeDmn(model: DecisionModel): Promise<string> {
  const { inputs = [], decisions, knowledge = [], services = [] } = model
  const arrows = new Map<string, DmnElement>()
  const writer = new Requirements(model, arrows)
  const shown = new Map<string, DmnElement>()
  const keep = (element: DmnElement): DmnElement => {
    shown.set(element.id ?? '', element)
    return element
  }
  const named = ({ id, name, label, type, description }: InputData) => ({
    id,
    name: label ?? name,
    description,
    variable: variable({ name, type }),
  })
  const references = (ids?: readonly string[]) => ids?.map(reference)
  const definitions = made('Definitions', {
    id: idOf(model.name),
    name: model.name,
    namespace: model.namespace ?? 'urn:finestra:decisions',
    description: model.description,
    itemDefinition: model.types?.map(typeDefinition),
    drgElement: [
      ...decisions.map((one) =>
        keep(
          made('Decision', {
            ...named(one),
            question: one.question,
            allowedAnswers: one.answers,
            ...writer.of(one),
            decisionLogic: one.logic && writeLogic(one.logic, one.id),
          })
        )
      ),
      ...inputs.map((one) => keep(made('InputData', named(one)))),
      ...knowledge.map((one) =>
        keep(
          made('BusinessKnowledgeModel', {
            ...named(one),
            ...writer.of(one),
            encapsulatedLogic: writeFunction(one.parameters, one.logic, one.id),
          })
        )
      ),
      ...services.map((one) =>
        keep(
          made('DecisionService', {
            ...named(one),
            outputDecision: references(one.outputs),
            encapsulatedDecision: references(one.encapsulated),
            inputDecision: references(one.inputDecisions),
            inputData: references(one.inputs),
          })
        )
      ),
    ],
  })
  definitions.set('dmnDI', drawn(model.diagram ?? layoutOf(model), shown, arrows))
  const { xml } = await moddle.toXML(definitions, { format: true })
  return asWritten(xml)
}

const reference = (id: string) => made('DMNElementReference', { href: `#${id}` })

/** An id out of a name: a letter first, and letters, figures and lines. */
const idOf = (name: string): string => `model_${name.normalize('NFD').replace(/[^A-Za-z0-9_-]+/g, '_')}`

/** The requirements of decisions and knowledge, by what they come from and lead to. */
class Requirements {
  readonly #kinds = new Map<string, 'requiredDecision' | 'requiredInput' | 'requiredKnowledge'>()

  constructor(
    { inputs = [], decisions, knowledge = [], services = [] }: DecisionModel,
    private readonly arrows: Map<string, DmnElement>
  ) {
    for (const { id } of inputs) this.#kinds.set(id, 'requiredInput')
    for (const { id } of decisions) this.#kinds.set(id, 'requiredDecision')
    for (const { id } of [...knowledge, ...services]) this.#kinds.set(id, 'requiredKnowledge')
  }

  of({ id, requires = [] }: Decision | Knowledge): Record<string, DmnElement[]> {
    const information: DmnElement[] = []
    const knowledge: DmnElement[] = []
    for (const from of requires) {
      const kind = this.#kinds.get(from) ?? 'requiredDecision'
      const type = kind === 'requiredKnowledge' ? 'KnowledgeRequirement' : 'InformationRequirement'
      const requirement = made(type, { id: `${id}_from_${from}`, [kind]: reference(from) })
      this.arrows.set(`${from} ${id}`, requirement)
      ;(kind === 'requiredKnowledge' ? knowledge : information).push(requirement)
    }
    return { informationRequirement: information, knowledgeRequirement: knowledge }
  }
}

const typeDefinition = ({ name, type, allowed, collection, components }: TypeDefinition): DmnElement =>
  made('ItemDefinition', {
    name,
    typeRef: type,
    allowedValues: allowed === undefined ? undefined : made('UnaryTests', { text: allowed }),
    isCollection: collection,
    itemComponent: components?.map(typeDefinition),
  })

function drawn(
  { shapes, edges }: Diagram,
  shown: Map<string, DmnElement>,
  arrows: Map<string, DmnElement>
): DmnElement {
  const elements = [
    ...shapes.flatMap(({ of, ...bounds }) => {
      const element = shown.get(of)
      const properties = {
        id: `shape_${of}`,
        dmnElementRef: element,
        bounds: moddle.create('dc:Bounds', bounds),
      }
      return element ? [moddle.create('dmndi:DMNShape', properties)] : []
    }),
    ...edges.flatMap(({ from, to, points }) => {
      const arrow = arrows.get(`${from} ${to}`)
      const waypoint = points.map(([x, y]) => moddle.create('dc:Point', { x, y }))
      return arrow
        ? [moddle.create('dmndi:DMNEdge', { id: `edge_${arrow.id}`, dmnElementRef: arrow, waypoint })]
        : []
    }),
  ]
  const diagram = moddle.create('dmndi:DMNDiagram', { id: 'diagram', diagramElements: elements })
  return moddle.create('dmndi:DMNDI', { diagrams: [diagram] })
}
