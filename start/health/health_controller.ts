import type { HttpContext } from '@adonisjs/core/http'
import { notFound } from '#core/http/problem'
import { METRICS_TYPE, metricsText } from '#core/metrics_text'
import { houseMetrics } from '#start/health/house_metrics'
import { houseState } from '#start/health/house_state'
import { mayReadMetrics } from '#start/health/metrics_reader'
import { metricsOfAll } from '#start/health/metrics_exchange'
import { isReady, readinessOf } from '#start/health/readiness'

/** For those who watch over the house: no town, no session, no rate, and nothing of anybody. */
export default class HealthController {
  live({ response }: HttpContext) {
    return response.send({ live: true })
  }

  async ready({ response }: HttpContext) {
    const checks = readinessOf(await houseState().catch(() => null))
    const ready = isReady(checks)
    return response.status(ready ? 200 : 503).send({ ready, checks })
  }

  async metrics({ request, response }: HttpContext) {
    const reader = { token: request.header('authorization'), forwarded: isForwarded(request.headers()), address: request.request.socket.remoteAddress } // prettier-ignore
    if (!mayReadMetrics(reader)) throw notFound()
    const families = [...(await metricsOfAll()), ...houseMetrics(await houseState().catch(() => null))]
    return response.header('content-type', METRICS_TYPE).send(metricsText(families))
  }
}

const isForwarded = (headers: object) =>
  ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'].some((name) => name in headers)
