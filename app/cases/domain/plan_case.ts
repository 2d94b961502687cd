import { consequencesOf } from '#cases/domain/consequences'
import { dueOn } from '#cases/domain/due_on'
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
  filingId: string
  entryId: string
  /** The instant of the submission. */
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
  actor: Actor
}

/**
 * Plans the case that a filing opens: pure, in memory, before anything is locked. The terms count from
 * the day on which the filing takes effect (Law 39/2015, arts. 21.3.b and 31.2).
 */
export function planCase(opening: CaseOpening): CasePlan {
  const { caseId, newId, procedure, applicant, calendar, actor, seats = [], termsBy = calendar } = opening
  const at = opening.at.toISOString()
  const effective = effectiveFiling(at, calendar)
  const countsFrom = effective.effectiveDate
  const event = { type: 'start' as const, at, timeZone: calendar.timeZone, variables: opening.variables }
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
