import type { HttpContext } from '@adonisjs/core/http'
import { notFound, ProblemError } from '#core/http/problem'
import { RecordAnswer } from '#payments/actions/record_answer'
import { gatewayNamed } from '#payments/queries/gateways'

/** What a gateway posts, as often as it likes. It is told that we know only when that is committed. */
export default class AnswersController {
  async store({ town, params, request, response }: HttpContext) {
    const gateway = gatewayNamed(String(params.gateway))
    if (!gateway?.available(town)) throw notFound()
    const read = await gateway.read(town, request.body())
    if (!read.ok)
      throw new ProblemError(read.error === 'forged' ? 403 : 400, `E_ANSWER_${read.error.toUpperCase()}`)
    const recorded = await new RecordAnswer().execute({
      municipalityId: town.id,
      gateway: gateway.name,
      answer: read.value,
      at: new Date(),
    })
    if (recorded === 'unknown') throw notFound()
    return response.send({ recorded })
  }
}
