import type { DryRun } from '#cases/queries/dry_run'
import type { CompiledProcedure } from '#catalogue/types'
import { elementWords } from '#desk/http/incident_line'
import type { Speech } from '#desk/http/speech'

type Why = Pick<DryRun['stays'][number], 'code' | 'element' | 'detail'>

/** By a change of the process, which one it was; else what is told is as the engine has it. */
const JUDGED = ['needs_clerk', 'forbidden']

/** Why a case stays, and where in the version that it is on. */
export function stayWords({ code, element, detail }: Why, from: CompiledProcedure, speech: Speech) {
  const what = JUDGED.includes(code) && detail ? speech.t(`desk.versions.changes.${detail}`) : detail
  return {
    words: speech.t(`cases.migration.faults.${code}`),
    at: [element && elementWords(from, element, speech), what].filter(Boolean).join(' · '),
  }
}
