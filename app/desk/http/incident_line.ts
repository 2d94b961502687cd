import { commandOf } from '#audit/types'
import type { IncidentWithCase } from '#cases/queries/incidents_with_cases'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import type { CompiledProcedure } from '#catalogue/types'
import type { IncidentLine } from '#desk/domain/incidents_page'
import type { Speech } from '#desk/http/speech'
import type { Option } from '#desk/types'

/** What an element is called, in the words of its procedure, else as it is drawn; by its id where nobody gave it a name. */
export function elementWords(procedure: CompiledProcedure | null, element: string, speech: Speech): string {
  const node = procedure?.graph.nodes[element]
  return (procedure && speech.of(procedure, `tasks.${element}`)) || node?.name || node?.code || element
}

export const procedureOf = async ({ digest }: { digest: string | null }) =>
  digest === null ? null : frozenProcedure(digest)

/** An incident as a line of a list, in words. */
export async function incidentLine(
  incident: IncidentWithCase,
  speech: Speech,
  officers: Option[]
): Promise<IncidentLine> {
  const { id, caseId, digest, element, code, openedAt, resolvedAt, resolvedBy } = incident
  const procedure = await procedureOf(incident)
  return {
    id,
    case:
      caseId && digest
        ? { id: caseId, number: incident.entryNumber ?? '', subject: incident.subject ?? '' }
        : null,
    element: elementWords(procedure, element, speech),
    procedure: procedure && (speech.of(procedure, 'sheet.title') ?? procedure.slug),
    words: speech.t(`cases.incidents.${code}`),
    at: speech.moment(openedAt),
    settled: resolvedAt && { at: speech.moment(resolvedAt), by: whoOf(resolvedBy, speech, officers) },
  }
}

/** Who did something, by the actor that was written down. */
export function whoOf(actor: string | null, { t }: Speech, officers: Option[]): string {
  const [kind, id = ''] = (actor ?? '').split('/')
  const command = kind === 'system' ? commandOf({ kind, id }) : null
  if (command) return t('desk.history.operator', { command })
  if (kind !== 'officer') return t('desk.history.system')
  return officers.find(({ value }) => value === id)?.label ?? t('desk.history.officer')
}
