import type { CasePage } from '#cases/queries/case_page'
import type { IncidentWithCase } from '#cases/queries/incidents_with_cases'
import { obstaclesOf, seenWords, variableName } from '#catalogue/index'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import type { Json } from '#core/json'
import type { VariableField } from '#desk/domain/variable_fields'
import { helpsToTryAgain, wayOut } from '#desk/domain/way_out'
import type { Speech } from '#desk/http/speech'

/** What the case stopped at, what that saw then, as its history has it, and what helps. */
export async function stopOf(
  { caseFile, history }: CasePage,
  incident: IncidentWithCase,
  fields: VariableField[],
  { lang, t }: Speech
) {
  const { code, element } = incident
  const procedure = await frozenProcedure(caseFile.digest)
  const stop = history.findLast(({ at, data }) => {
    const stopped = (data['stopped'] ?? {}) as { element?: string }
    return at <= incident.openedAt && stopped.element === element && data['incident'] === code
  })
  const because = (stop?.data['because'] ?? {}) as Record<string, Record<string, Json>>
  const seen = because[element] ?? {}
  const asked = [...new Set(Object.keys(seen).map((path) => path.split('.')[0] as string))]
  const way = wayOut(
    code,
    asked,
    fields.map(({ name }) => name)
  )
  const tale = { procedure, lang, t }
  const paths = Object.keys(seen)
  const names =
    paths.length > 0 ? paths.map((path) => variableName(tale, path)) : fields.map(({ name }) => name)
  return {
    asked,
    obstacles: obstaclesOf(tale, incident),
    seen: seenWords(tale, seen),
    remedy: t(`cases.remedies.${way}`, { names: [...new Set(names)].join(', ') }),
    again: helpsToTryAgain(way),
  }
}
