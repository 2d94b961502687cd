import cluster from 'node:cluster'
import { randomUUID } from 'node:crypto'
import { collectMetrics, type Family } from '#core/metrics'
import { ofProcesses } from '#core/metrics_text'

const PATIENCE_MS = 1500

type Counted = Record<string, Family[]>

interface Message {
  metrics?: 'tell' | 'all'
  id?: string
  counted?: Counted
}

const waiting = new Map<string, (counted: Counted) => void>()

const ownName = () => (cluster.worker ? `web-${cluster.worker.id}` : 'web')

/** Answers the supervisor, which asks all its processes for one of them (bin/support/metrics_exchange.js). */
export function joinExchange(): void {
  if (!process.send) return
  process.on('message', ({ metrics, id, counted }: Message) => {
    if (metrics === 'tell') process.send?.({ metrics: 'told', id, families: collectMetrics() })
    if (metrics === 'all' && id) waiting.get(id)?.(counted ?? {})
  })
}

/** What all processes counted, whichever of them is asked; without a supervisor it is this one alone. */
export async function metricsOfAll(): Promise<Family[]> {
  const own = () => ({ [ownName()]: collectMetrics() })
  if (!process.send) return ofProcesses(own())
  const id = randomUUID()
  const counted = await new Promise<Counted>((resolve) => {
    waiting.set(id, resolve)
    process.send!({ metrics: 'ask', id })
    setTimeout(() => resolve(own()), PATIENCE_MS).unref()
  })
  waiting.delete(id)
  return ofProcesses(counted)
}
