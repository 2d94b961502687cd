import type { Graph } from '#engine/index'
import type { TypeEnvironment } from '#expressions/index'
import { townOfDocuments } from '#catalogue/domain/seams/town_names'
import type { Seam } from '#catalogue/domain/seams/types'

const FILINGS = { list: { context: { kind: 'string', number: 'string', recordedAt: 'string' } } } as const

/**
 * What the conditions of documents may speak of: the answers, and what the process has written. Checked against when a
 * procedure is compiled, and read by when a document is: an amount is compared as a number, a day as a day.
 */
export function templateTypes({
  graph,
  seams,
}: {
  graph: Pick<Graph, 'variables'>
  seams: Seam[]
}): TypeEnvironment {
  const { answers = 'any', ...variables } = graph.variables
  return { answers, variables: { context: variables }, filings: FILINGS, town: townOfDocuments(seams) }
}
