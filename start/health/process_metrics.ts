import { monitorEventLoopDelay } from 'node:perf_hooks'
import { gauge } from '#core/metrics'
import { poolUse } from '#tenancy/queries/pool_use'

const RESOLUTION_MS = 20

/** What every process of the house tells of itself: memory, time, its loop and its connections. */
export function watchProcess(): void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  // A loop that nothing holds up comes by after the time between two looks.
  const lag = (nanoseconds: number) => Math.max(0, (nanoseconds / 1e6 - RESOLUTION_MS) / 1000)
  delay.enable()
  gauge('process_cpu_seconds_total', 'Processor time, of user and system', cpuSeconds, 'counter')
  gauge('process_resident_memory_bytes', 'Memory in use', () => process.memoryUsage.rss())
  gauge('process_start_time_seconds', 'When the process began', () => Date.now() / 1000 - process.uptime())
  gauge('nodejs_heap_used_bytes', 'Memory of the program itself', () => process.memoryUsage().heapUsed)
  gauge('nodejs_eventloop_lag_seconds', 'How late the event loop was since the last reading', () => {
    const samples = ['0.5', '0.99'].map((quantile) => ({
      labels: { quantile },
      value: lag(delay.percentile(Number(quantile) * 100)),
    }))
    const max = { labels: { quantile: '1' }, value: lag(delay.max) }
    delay.reset()
    return [...samples, max]
  })
  gauge('finestra_database_connections', 'Connections that carry requests and jobs', () =>
    Object.entries(poolUse()).map(([state, value]) => ({ labels: { state }, value }))
  )
}

const cpuSeconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
