import type { HttpContext } from '@adonisjs/core/http'

/** The first page of a town's electronic office. */
export default class HomeController {
  show({ town }: HttpContext) {
    return town.name
  }
}
