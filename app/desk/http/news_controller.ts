import type { HttpContext } from '@adonisjs/core/http'
import { lastPulse } from '#cases/queries/pulse'

/** Whether something has happened: asked by open pages every few seconds, answered from memory mostly. */
export default class NewsController {
  async show({ town, response }: HttpContext) {
    return response.send({ pulse: await lastPulse(town.id) })
  }
}
