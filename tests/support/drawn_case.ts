import { openExOfficio } from '#cases/actions/open_ex_officio'
import { appendAudit } from '#audit/actions/append_audit'
import type { CaseApplicant } from '#cases/types'
import type { CompiledProcedure } from '#catalogue/types'
import { uuidv7 } from '#core/ids'
import type { Json } from '#core/json'
import { pack, plant, smallProcedure } from '#tests/catalogue/small_procedure'
import { publishAndAdopt } from '#tests/support/publish_and_adopt'
import { FILED } from '#tests/support/open_case'
import { settle } from '#tests/support/worker'
import { inTown } from '#tenancy/town_transaction'

/** What each is called; one that nothing uses stands for those that a drawing lacks. */
const named = (xml: string, what: RegExp) =>
  Object.fromEntries([['spare', 'Spare'], ...[...xml.matchAll(what)].map(([, id]) => [id, `Called ${id}`])])

const UNUSED = [/^documents\//, /^notices\//, /^scenarios\//]

/**
 * Publishes a procedure of which a test says the drawing only, and has a town offer it. Its tasks are of the form `review`;
 * messages are drawn with `_` for the dot of their names.
 */
export async function drawnProcedure(townId: string, slug: string, xml: string): Promise<CompiledProcedure> {
  const files = smallProcedure()
  for (const path of [...files.keys()]) if (UNUSED.some((unused) => unused.test(path))) files.delete(path)
  plant(files, 'procedure.json', '/slug', slug)
  for (const path of ['es', 'ca', 'en'].map((language) => `texts/${language}.json`)) {
    plant(files, path, '/tasks', named(xml, /<bpmn:(?:\w+(?:Task|Activity)|adHocSubProcess) id="(\w+)"/g))
    plant(files, path, '/outcomes', named(xml, /fin:outcome="(\w+)"/g))
    for (const unused of ['/documents', '/notices']) plant(files, path, unused, undefined)
  }
  const dotted = xml.replace(/(<bpmn:message id="\w+" name=")([a-z0-9]+)_/g, '$1$2.')
  files.set('process.bpmn', dotted)
  return publishAndAdopt(townId, files, { pack: 'small', manifest: pack })
}

/** Opens a case of a procedure without a filing, with its first work done; or where `works` is false, with no worker at it. */
export async function openDrawn(
  townId: string,
  procedure: CompiledProcedure,
  variables: Record<string, Json> = {},
  { at = FILED, applicant, works = true }: { at?: Date; applicant?: CaseApplicant; works?: boolean } = {}
): Promise<{ caseId: string; number: string }> {
  const opened = await inTown(townId, async (trx) => {
    const { audit, ...rest } = await openExOfficio(trx, {
      ...{ procedure, variables, at, subject: 'Drawn', language: 'es' },
      ...(applicant && { applicant }),
      cause: 'timer',
      key: uuidv7(),
    })
    await appendAudit(trx, audit, at)
    return rest
  })
  if (works) await settle(townId, at)
  return opened
}
