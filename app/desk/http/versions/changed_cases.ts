import type { HttpContext } from '@adonisjs/core/http'
import { changedIn } from '#cases/queries/migration_runs'
import type { CompiledProcedure } from '#catalogue/types'
import { seenUntil } from '#core/http/asked'
import type { VersionRunPage } from '#desk/domain/versions_page'
import { speechOf } from '#desk/http/speech'
import { doneWords } from '#desk/http/versions/done_words'

const LIMIT = 50

/** The cases that a run moved or put back, with what it did to each; a page of them, the last first. */
export async function changedCases(
  ctx: HttpContext,
  runId: string,
  between: { from: CompiledProcedure; to: CompiledProcedure }
): Promise<VersionRunPage['changed']> {
  const speech = speechOf(ctx)
  const before = seenUntil(ctx)
  const found = await changedIn(ctx.town.id, runId, { before, limit: LIMIT + 1 })
  const shown = found.slice(0, LIMIT)
  const path = `/desk/runs/${runId}`
  return {
    cases: shown.map(({ caseId, number, at, outcome, done }) => ({
      ...{ caseId, number, at: speech.moment(at) },
      outcome: speech.t(`desk.versions.outcomes.${outcome}`),
      words: doneWords(done ?? {}, between, speech),
    })),
    first: before && path,
    next: found.length > LIMIT ? `${path}?before=${shown.at(-1)!.id}` : null,
  }
}
