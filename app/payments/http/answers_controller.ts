import type { HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import { notFound, ProblemError } from '#core/http/problem'
import { RecordAnswer } from '#payments/actions/record_answer'
import type { AnswerFault } from '#payments/contract'
import { gatewayNamed } from '#payments/queries/gateways'

const FAULTS = {
  forged: { status: 403, code: 'E_ANSWER_FORGED' },
  malformed: { status: 400, code: 'E_ANSWER_MALFORMED' },
} satisfies Record<AnswerFault, { status: number; code: string }>

/** What a gateway posts, as often as it likes. It is told that we know only when that is committed. */
export default class AnswersController {
  async store({ town, params, request, response }: HttpContext) {
    const gateway = gatewayNamed(String(params.gateway))
    if (!gateway?.available(town)) throw notFound()
    const read = await gateway.read(town, request.body())
    if (!read.ok) {
      const { status, code } = FAULTS[read.error]
      logger.warn(
        { town: town.id, gateway: gateway.name, fault: read.error },
        'an answer of a gateway is refused'
      )
      throw new ProblemError(status, code)
    }
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
