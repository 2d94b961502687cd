import { consequencesOf } from '#cases/domain/consequences'
import { dueOn } from '#cases/domain/due_on'
import { localDate } from '#cases/domain/local_date'
import type { Actor, CaseApplicant, CasePlan, CaseProcedure } from '#cases/types'
import type { Json } from '#core/json'
import { type Calendar, effectiveFiling } from '#deadlines/index'
import { advance } from '#engine/index'

/** All that opens a case. Ids and time are handed in: planning twice gives the same plan. */
export interface CaseOpening {
  caseId: string
  newId(): string
  procedure: CaseProcedure
  applicant: CaseApplicant
  /** Null where it is opened ex officio, as is the entry. */
  filingId: string | null
  entryId: string | null
  /** The instant of the submission, or of the opening. */
  at: Date
  /** That of the electronic office, by which the filing takes effect. */
  calendar: Calendar
  /** The other seats whose closed days count for its terms, and the calendar with them. */
  seats?: string[]
  termsBy?: Calendar
  unitId: string | null
  language: string
  /** A line that tells this case from others in a list. */
  subject: string
  /** What the process starts with. */
  variables: Record<string, Json>
  /** The start event that it begins at; by default the one that filings come to. */
  element?: string
  actor: Actor
}

/**
 * Plans a case: pure, in memory, before anything is locked. The terms of one that a filing opens count from the day on
 * which that takes effect (Law 39/2015, arts. 21.3.b and 31.2), those of one opened ex officio from then (art. 21.3.a).
 */
export function planCase(opening: CaseOpening): CasePlan {
  const { caseId, newId, procedure, applicant, calendar, actor, seats = [], termsBy = calendar } = opening
  const at = opening.at.toISOString()
  const { timeZone } = calendar
  const effective = opening.filingId
    ? effectiveFiling(at, calendar)
    : { effectiveDate: localDate(opening.at, timeZone), effectiveAt: at }
  const countsFrom = effective.effectiveDate
  const begins = opening.element === undefined ? {} : { element: opening.element }
  const event = { type: 'start' as const, at, timeZone, variables: opening.variables, ...begins }
  const { state, commands } = advance(procedure.graph, null, event)
  return {
    caseFile: {
      id: caseId,
      slug: procedure.slug,
      digest: procedure.digest,
      filing_id: opening.filingId,
      entry_id: opening.entryId,
      person_id: applicant.personId,
      applicant,
      subject: opening.subject,
      language: opening.language,
      unit_id: opening.unitId,
      state: state.status === 'ended' ? 'closed' : 'open',
      phase: state.phase,
      outcome: state.outcome,
      workflow: state,
      opened_at: at,
      counts_from: countsFrom,
      due_on: dueOn({ term: procedure.term, countsFrom, pauses: [] }, termsBy),
      seats,
      closed_at: state.status === 'ended' ? at : null,
      updated_at: at,
    },
    ...consequencesOf(commands, {
      caseId,
      newId,
      event,
      state,
      actor,
      calendar: termsBy,
      countsFrom: effective.effectiveAt,
      pauses: [],
    }),
  }
}
