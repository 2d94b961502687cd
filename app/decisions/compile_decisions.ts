import type { Diagnostic } from '#core/diagnostic'
import { type Result, err, ok } from '#core/result'
import { checkUses } from '#decisions/check/uses'
import { Drawing } from '#decisions/compile/drawing'
import { Leaves } from '#decisions/compile/leaves'
import { LogicCompiler, calledAs, over } from '#decisions/compile/logic'
import { labelled, namedElements, namesHold } from '#decisions/compile/named'
import type { Reach } from '#decisions/compile/names'
import { type Place, Report, at } from '#decisions/compile/report'
import { Types } from '#decisions/compile/types'
import type { CompiledDecisions, CompiledKnowledge } from '#decisions/compiled'
import { LIMITS } from '#decisions/limits'
import type { DecisionModel, Knowledge } from '#decisions/model'

export interface DecisionSource {
  file: string
  model: DecisionModel
  /**
   * A model of another tool's: types aren't judged before it runs, and an expression that can't be read comes to
   * null when it is asked for. Procedures never are.
   */
  foreign?: boolean
}

/** Compiles a decision model to plain data that `decide` reads, or says all that is wrong with it. */
export function compileDecisions({
  file,
  model,
  foreign = false,
}: DecisionSource): Result<CompiledDecisions, Diagnostic[]> {
  const report = new Report(file)
  const named = namedElements(model)
  const counted = named.length <= LIMITS.elements && (model.types?.length ?? 0) <= LIMITS.types
  if (!counted) report.problem('DECISION_TOO_LARGE', { pointer: '' }, { most: LIMITS.elements })
  else if (namesHold(named, report)) {
    const leaves = new Leaves(report, foreign)
    const types = new Types(model.types ?? [], leaves)
    const drawing = new Drawing(model, types, report)
    if (drawing.stands()) {
      const compiled = compileAll(model, { leaves, types, drawing })
      // what isn't read looks at nothing
      if (!report.failed && !foreign) checkUses(model, compiled, report)
      if (!report.failed) return ok({ ...compiled, warnings: report.diagnostics })
    }
  }
  return err(report.diagnostics)
}

interface Parts {
  leaves: Leaves
  types: Types
  drawing: Drawing
}

function compileAll(model: DecisionModel, { leaves, types, drawing }: Parts): CompiledDecisions {
  const logic = new LogicCompiler(leaves, types)
  const parametersOf = ({ parameters, id }: Knowledge, place: Place) =>
    logic.parameters(parameters, at({ pointer: `${place.pointer}/parameters` }, id))
  const knowledge = (model.knowledge ?? []).map((one, index): CompiledKnowledge => {
    const place = at({ pointer: `/knowledge/${index}` }, one.id)
    const shape = types.named(one.type ?? one.logic?.type, place)
    return {
      id: one.id,
      name: one.name,
      ...labelled(one),
      shape,
      parameters: parametersOf(one, place),
      calls: drawing.callsOf(one),
      logic: null,
    }
  })
  const functionsFor = (ids: readonly string[]): Reach['functions'] => ({
    ...Object.fromEntries(
      knowledge
        .filter(({ id }) => ids.includes(id))
        .map(({ name, parameters, shape }) => [name, calledAs(parameters, shape)])
    ),
    ...drawing.servicesFor(ids),
  })
  const withLogic = knowledge.map((one, index) => {
    const source = model.knowledge?.[index]?.logic
    const reach = over({ variables: {}, functions: functionsFor(one.calls) }, one.parameters)
    const place = at({ pointer: `/knowledge/${index}/logic` }, one.id)
    return source ? { ...one, logic: logic.compile(source, one.shape, reach, place) } : one
  })
  const decisions = drawing.inOrder().map(({ decision, index }) => {
    const place = at({ pointer: `/decisions/${index}/logic` }, decision.id)
    const [reads, calls] = [drawing.readsOf(decision), drawing.callsOf(decision)]
    const shape = drawing.shapeOf(decision.id)
    const reach: Reach = { variables: drawing.variablesFor(reads), functions: functionsFor(calls) }
    return {
      id: decision.id,
      name: decision.name,
      ...labelled(decision),
      shape,
      reads,
      calls,
      logic: decision.logic ? logic.compile(decision.logic, shape, reach, place) : null,
    }
  })
  return {
    version: 1,
    name: model.name,
    inputs: (model.inputs ?? []).map(({ id, name }) => ({ id, name, shape: drawing.shapeOf(id) })),
    decisions,
    knowledge: withLogic,
    services: drawing.services,
    warnings: [],
  }
}
