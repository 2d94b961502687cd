import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { tellIfRefused } from '#core/http/misuse'
import { Counter, Histogram } from '#core/metrics'

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

const requests = new Counter('finestra_http_requests_total', 'Answers, by route and class of status', ['route', 'status']) // prettier-ignore
const durations = new Histogram('finestra_http_request_seconds', 'From the request to the end of its answer', SECONDS, ['route']) // prettier-ignore

const CLASSES = ['0xx', '1xx', '2xx', '3xx', '4xx', '5xx']

/** Routes are told as they are written, never as they were asked for. */
const routeOf = ({ route, request }: HttpContext) =>
  route?.pattern ?? (request.request.url?.startsWith('/assets/') ? '/assets/*' : 'none')

/** Counts and times every answer, and tells of those that may be misuse, by a listener on the answer itself: nobody waits for it. */
export default class MeasureMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    const began = performance.now()
    const { response } = ctx.response
    response.once('finish', () => {
      const route = routeOf(ctx)
      tellIfRefused(route, response.statusCode)
      requests.add(1, route, CLASSES[Math.floor(response.statusCode / 100)] ?? 'none')
      durations.see((performance.now() - began) / 1000, route)
    })
    return next()
  }
}
