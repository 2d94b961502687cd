import type { HttpContext } from '@adonisjs/core/http'
import type { OwnCase } from '#cases/queries/cases_of_person'
import { ProblemError } from '#core/http/problem'
import { toCase } from '#folder/http/to_case'
import { wordsOf } from '#folder/http/words'

/** What is resolved is neither withdrawn nor added to, though its letter still waits (Law 39/2015, arts. 76.1, 84.1 and 94). */
export function refuseDecided(ctx: HttpContext, { summary, decided }: OwnCase): void {
  if (summary.state === 'open' && decided)
    throw new ProblemError(409, 'E_CASE_DECIDED', {}, [], [toCase(summary.id, wordsOf(ctx))])
}
