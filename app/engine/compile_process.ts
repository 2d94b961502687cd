import type { Diagnostic } from '#core/diagnostic'
import { hasProblems } from '#core/diagnostic'
import { type Result, err, ok } from '#core/result'
import { checkBoundaries } from '#engine/checks/boundaries'
import { checkCompensations } from '#engine/checks/compensations'
import { checkEnds } from '#engine/checks/ends'
import { checkJoins } from '#engine/checks/joins'
import { checkListeners } from '#engine/checks/listeners'
import { Plan } from '#engine/checks/plan'
import { checkReach } from '#engine/checks/reach'
import { checkStarts } from '#engine/checks/starts'
import { checkThrown } from '#engine/checks/thrown'
import { kindOf } from '#engine/elements/index'
import type { Graph } from '#engine/graph'
import { type BpmnElement, one } from '#engine/reading/bpmn'
import { collect, partsOf } from '#engine/reading/collect'
import { findProcess } from '#engine/reading/find_process'
import { type Known, variablesOf } from '#engine/reading/known'
import { readFlows } from '#engine/reading/read_flows'
import { hostsOf, readNodes, startsOf } from '#engine/reading/read_nodes'
import { tieHandlers } from '#engine/reading/read_handlers'
import { beginningsOf, eventsOf } from '#engine/reading/read_beginnings'
import { readXml } from '#engine/reading/read_xml'
import { Report } from '#engine/reading/report'
import { rolesOf } from '#engine/reading/roles'
import { reportUnread } from '#engine/reading/unread'

/** A BPMN file, and the names it may use; a kind of name that isn't given isn't checked. */
export interface ProcessSource {
  file: string
  xml: string
  known?: Known
}

/**
 * Compiles a BPMN 2.0 process to a graph that `advance` runs. Whatever wouldn't be executed exactly as drawn
 * is an error that names the element; texts are `diagnostics.<code>` of the engine's language files (for
 * terms and expressions, of their rooms'). Warnings alone don't stop it: they come with the graph.
 */
export async function compileProcess({
  file,
  xml,
  known = {},
}: ProcessSource): Promise<Result<Graph, Diagnostic[]>> {
  const out = new Report(file, xml)
  const definitions = await readXml(out)
  return definitions ? compileDefinitions(definitions, known, out) : err(out.diagnostics)
}

/** The same of a drawing that has been read already: an editor has it open. */
export function compileDefinitions(
  definitions: BpmnElement,
  known: Known,
  out: Report
): Result<Graph, Diagnostic[]> {
  const process = findProcess(definitions, out)
  if (!process) return err(out.diagnostics)

  const collected = collect(process, out)
  const whole = !hasProblems(out.diagnostics)
  if (collected.nodes.length > 0) reportUnread(definitions, process, out)
  const types = variablesOf(known, collected.nodes, out)
  const starts = startsOf(collected.nodes)
  const entered = new Set(collected.flows.map(({ element }) => one(element, 'targetRef')?.id ?? ''))
  const around = { out, known, variables: known.variables && types, starts, entered }
  const placed = new Map(collected.nodes.map((node) => [node.element.id, node]))
  const flows = readFlows(collected.flows, placed, around)
  const nodes = readNodes(collected.nodes, flows, rolesOf([process, ...partsOf(collected)], out), around)

  const names = new Map(
    [...collected.nodes, ...collected.flows].map(({ element }) => [element.id, element.name])
  )
  const handlers = tieHandlers(collected, nodes, out)
  const plan = new Plan({ nodes, flows, starts, handlers, names }, out)
  // with parts left out, what follows from the whole would only lead away from the cause
  if (whole && flows.size === collected.flows.length) {
    checkStarts(plan, process.id ?? '')
    checkEnds(plan)
    checkBoundaries(plan, hostsOf(collected.nodes))
    checkReach(plan)
    checkThrown(plan, known)
    checkJoins(plan, process.id ?? '')
    checkListeners(plan)
    for (const node of nodes.values()) kindOf(node).check?.(plan, node)
    if (!hasProblems(out.diagnostics)) checkCompensations(plan)
  }

  if (hasProblems(out.diagnostics)) return err(out.diagnostics)
  return ok({
    version: 1,
    process: process.id ?? '',
    ...beginningsOf(nodes, starts),
    events: eventsOf(nodes, starts),
    nodes: Object.fromEntries(nodes),
    flows: Object.fromEntries(flows),
    variables: types,
    warnings: out.diagnostics,
  })
}
