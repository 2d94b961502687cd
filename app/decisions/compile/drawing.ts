import type { CompiledService, Shape } from '#decisions/compiled'
import { labelled } from '#decisions/compile/named'
import { type Place, type Report, at } from '#decisions/compile/report'
import { ANY, type Types } from '#decisions/compile/types'
import type { Decision, DecisionModel } from '#decisions/model'
import type { FunctionTypes, TypeEnvironment } from '#expressions/index'

interface Requiring {
  id: string
  requires?: string[]
}

/** What of a model requires what: the arrows of its drawing. */
export class Drawing {
  readonly services: CompiledService[]
  readonly #shapes = new Map<string, Shape>()
  readonly #names = new Map<string, string>()
  readonly #values: Set<string>
  readonly #functions: Set<string>
  readonly #order: string[] = []
  readonly #requiring: Map<string, { one: Requiring; place: Place }>

  constructor(
    private readonly model: DecisionModel,
    types: Types,
    private readonly report: Report
  ) {
    const { inputs = [], decisions, knowledge = [], services = [] } = model
    inputs.forEach((one, index) =>
      this.#shapes.set(one.id, types.named(one.type, at({ pointer: `/inputs/${index}/type` }, one.id)))
    )
    decisions.forEach((one, index) =>
      this.#shapes.set(
        one.id,
        types.named(one.type ?? one.logic?.type, at({ pointer: `/decisions/${index}/type` }, one.id))
      )
    )
    for (const { id, name } of [...inputs, ...decisions, ...knowledge, ...services]) this.#names.set(id, name)
    this.#values = new Set([...inputs, ...decisions].map(({ id }) => id))
    this.#functions = new Set([...knowledge, ...services].map(({ id }) => id))
    const placed = (kind: string, all: readonly Requiring[]) =>
      all.map((one, index) => [one.id, { one, place: at({ pointer: `/${kind}/${index}` }, one.id) }] as const)
    this.#requiring = new Map([
      ...placed('decisions', decisions),
      ...placed('knowledge', knowledge),
      // a service runs its decisions, so whatever calls it requires them
      ...placed(
        'services',
        services.map(({ id, outputs, encapsulated = [] }) => ({
          id,
          requires: [...outputs, ...encapsulated],
        }))
      ),
    ])
    this.services = services.map(
      ({ id, name, label, type, outputs, inputs: data = [], inputDecisions = [] }, index) => ({
        id,
        name,
        ...labelled({ label }),
        shape: types.named(type, at({ pointer: `/services/${index}/type` }, id)),
        outputs,
        given: [...data, ...inputDecisions],
      })
    )
  }

  /** Whether every arrow leads somewhere, and none in a circle. */
  stands(): boolean {
    for (const { one, place } of this.#requiring.values())
      for (const id of one.requires ?? [])
        if (!this.#names.has(id)) this.report.problem('REQUIRED_UNKNOWN', place, { id })
    for (const { id, given } of this.services)
      for (const one of given)
        if (!this.#values.has(one))
          this.report.problem('REQUIRED_UNKNOWN', at({ pointer: '/services' }, id), { id: one })
    if (!this.report.failed) this.#walk()
    return !this.report.failed
  }

  /** Decisions, after those that they require. */
  inOrder(): { decision: Decision; index: number }[] {
    const places = new Map(this.model.decisions.map((decision, index) => [decision.id, { decision, index }]))
    return this.#order.flatMap((id) => places.get(id) ?? [])
  }

  readsOf = ({ requires = [] }: Requiring): string[] => requires.filter((id) => this.#values.has(id))

  callsOf = ({ requires = [] }: Requiring): string[] => requires.filter((id) => this.#functions.has(id))

  shapeOf = (id: string): Shape => this.#shapes.get(id) ?? ANY

  variablesFor = (ids: readonly string[]): TypeEnvironment =>
    Object.fromEntries(ids.map((id) => [this.#names.get(id) ?? id, this.shapeOf(id).type]))

  servicesFor = (ids: readonly string[]): FunctionTypes =>
    Object.fromEntries(
      this.services
        .filter(({ id }) => ids.includes(id))
        .map(({ name, shape, given }) => [
          name,
          {
            parameters: given.map((id) => ({ name: this.#names.get(id) ?? id, type: this.shapeOf(id).type })),
            returns: shape.type,
          },
        ])
    )

  /** Depth first, without recursion: a chain may be as long as the model. */
  #walk(): void {
    const state = new Map<string, 'open' | 'done'>()
    for (const start of this.#requiring.keys()) {
      const stack: { id: string; next: number }[] = [{ id: start, next: 0 }]
      while (stack.length > 0) {
        const top = stack.at(-1) as { id: string; next: number }
        const { one, place } = this.#requiring.get(top.id) ?? { one: { id: top.id }, place: { pointer: '' } }
        if (top.next === 0 && state.has(top.id)) {
          if (state.get(top.id) === 'open')
            return this.report.problem('REQUIRED_CIRCULAR', place, { name: this.#names.get(top.id) ?? '' })
          stack.pop()
          continue
        }
        state.set(top.id, 'open')
        const required = one.requires?.[top.next++]
        if (required !== undefined) stack.push({ id: required, next: 0 })
        else {
          state.set(top.id, 'done')
          this.#order.push(top.id)
          stack.pop()
        }
      }
    }
  }
}
