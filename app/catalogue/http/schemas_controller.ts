import type { HttpContext } from '@adonisjs/core/http'
import { SCHEMA_NAMES, schemaText } from '#catalogue/domain/schemas'
import { notFound } from '#core/http/problem'

/** The JSON Schemas of the documents of procedures: the editors of authors complete and check by them. */
export default class SchemasController {
  show({ params, response }: HttpContext) {
    const name = SCHEMA_NAMES.find((one) => params.file === `${one}.json`)
    if (!name) throw notFound()
    response.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=3600')
    return response.type('application/schema+json').send(schemaText(name))
  }
}
