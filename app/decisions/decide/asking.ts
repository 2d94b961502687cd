import type {
  CompiledDecision,
  CompiledDecisions,
  CompiledKnowledge,
  CompiledService,
} from '#decisions/compiled'
import { type ByName, called } from '#decisions/decide/called'
import { decideLogic } from '#decisions/decide/logic'
import type { Session, Sight } from '#decisions/decide/session'
import { shaped } from '#decisions/decide/shape'
import type { FeelContext, FeelValue } from '#expressions/index'

/** One question to a model: each decision that it requires is made once. */
export class Asking {
  readonly #made = new Map<string, FeelValue>()

  constructor(
    private readonly compiled: CompiledDecisions,
    private readonly session: Session,
    private readonly given: FeelContext
  ) {}

  /** What is asked for by its name; by its label, where that is nobody's name and of one alone. */
  named(asked: string): FeelValue {
    const { decisions, services, knowledge: all } = this.compiled
    const labelled = [...decisions, ...services, ...all].filter(({ label }) => label === asked)
    const isNamed = [...decisions, ...services, ...all].some(({ name }) => name === asked)
    const name = isNamed || labelled.length !== 1 ? asked : (labelled[0]?.name ?? asked)
    const decision = decisions.find((one) => one.name === name)
    if (decision) return this.#value(decision.id)
    const service = services.find((one) => one.name === name)
    if (service) return this.#served(service, this.given)
    const knowledge = all.find((one) => one.name === name)
    return knowledge ? this.#known(knowledge).byName(this.given) : this.session.fault('NOTHING_DECIDED', name)
  }

  /** The value of an input or a decision. They are kept in order, so that none waits for another. */
  #value(id: string): FeelValue {
    const known = this.#made.get(id)
    if (known !== undefined) return known
    const needed = this.#neededFor(id)
    for (const decision of this.compiled.decisions)
      if (needed.has(decision.id) && !this.#made.has(decision.id))
        this.#made.set(decision.id, this.#decided(decision))
    const input = this.compiled.inputs.find((one) => one.id === id)
    if (input) this.#made.set(id, this.#given(input.name, input))
    return this.#made.get(id) ?? null
  }

  #neededFor(id: string): Set<string> {
    const byId = new Map(this.compiled.decisions.map((one) => [one.id, one]))
    const needed = new Set([id])
    for (const one of needed) {
      const decision = byId.get(one)
      if (decision && !this.given.has(decision.name)) for (const read of decision.reads) needed.add(read)
    }
    return needed
  }

  #given(name: string, { shape }: Pick<CompiledDecision, 'shape'>): FeelValue {
    return shaped(this.given.get(name) ?? null, shape, this.session, name)
  }

  #decided(decision: CompiledDecision): FeelValue {
    const { name, shape, reads, calls, logic } = decision
    if (this.given.has(name)) return this.#given(name, decision)
    if (!logic) return this.session.fault('NOTHING_DECIDED', name)
    const scope: FeelContext = new Map()
    for (const id of reads) {
      const read = [...this.compiled.inputs, ...this.compiled.decisions].find((one) => one.id === id)
      if (read) scope.set(read.name, this.#value(id))
    }
    const value = decideLogic(logic, this.session, { scope, functions: this.#functions(calls), of: name })
    return shaped(value, shape, this.session, name)
  }

  #functions(ids: readonly string[]): Sight['functions'] {
    const { knowledge, services } = this.compiled
    const found = new Map<string, ByName>()
    for (const one of knowledge) if (ids.includes(one.id)) found.set(one.name, this.#known(one))
    for (const one of services) if (ids.includes(one.id)) found.set(one.name, this.#callable(one))
    return found
  }

  #known({ name, parameters, shape, calls, logic }: CompiledKnowledge): ByName {
    const byName = (given: ReadonlyMap<string, FeelValue>): FeelValue => {
      if (!logic) return this.session.fault('NOTHING_DECIDED', name)
      const scope: FeelContext = new Map(
        parameters.map((one) => [
          one.name,
          shaped(given.get(one.name) ?? null, one.shape, this.session, name),
        ])
      )
      const value = decideLogic(logic, this.session, { scope, functions: this.#functions(calls), of: name })
      return shaped(value, shape, this.session, name)
    }
    return called(
      parameters.map((one) => one.name),
      byName
    )
  }

  #callable(service: CompiledService): ByName {
    const names = service.given.map((id) => this.#nameOf(id))
    return called(names, (given) => this.#served(service, new Map(given)))
  }

  /** A service decides over what it is given alone. */
  #served({ name, outputs, shape }: CompiledService, given: FeelContext): FeelValue {
    const inside = new Asking(this.compiled, this.session, given)
    const values = outputs.map((id): [string, FeelValue] => [this.#nameOf(id), inside.#value(id)])
    const value = values.length === 1 ? (values[0]?.[1] ?? null) : new Map(values)
    return shaped(value, shape, this.session, name)
  }

  #nameOf(id: string): string {
    const { inputs, decisions } = this.compiled
    return [...inputs, ...decisions].find((one) => one.id === id)?.name ?? id
  }
}
