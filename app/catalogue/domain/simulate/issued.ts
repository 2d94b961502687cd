import { decidingTemplates } from '#catalogue/domain/deciding_templates'
import type { World } from '#catalogue/domain/simulate/world'
import { RESOLUTION } from '#documents/index'

/** A document that has come into the case; a resolution with its number in the book of resolutions. */
export function issued(world: World, template: string) {
  const { documents, procedure } = world
  documents.push(template)
  if (decidingTemplates(procedure, 'withdrawal').includes(template)) world.decided = template
  const resolves = (id: string) => procedure.templates[id]?.type === RESOLUTION
  const number = resolves(template) ? `resolution-${documents.filter(resolves).length}` : null
  return { documentId: `${template}:${documents.length}`, number }
}
