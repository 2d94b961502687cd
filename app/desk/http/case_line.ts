import type { InboxRow } from '#cases/queries/listed_case'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { dueWords } from '#desk/http/due'
import type { Speech } from '#desk/http/speech'
import { letterWords } from '#desk/http/letter_words'
import { waitingOfCases } from '#notifications/queries/notifications'
import type { CaseLine } from '#desk/types'
import { unitsOf } from '#tenancy/queries/bodies_and_units'
import { calendarsOf } from '#tenancy/queries/calendar'

/** Lines of a list of cases, as people read them: each in the words of the version it runs on. */
export async function caseLines(
  municipalityId: string,
  rows: InboxRow[],
  speech: Speech
): Promise<CaseLine[]> {
  const [waiting, calendars] = await Promise.all([
    waitingOfCases(
      municipalityId,
      rows.map(({ id }) => id)
    ),
    calendarsOf(municipalityId),
  ])
  const units = new Map((await unitsOf(municipalityId)).map(({ id, name }) => [id, speech.name(name)]))
  return Promise.all(
    rows.map(async (row) => {
      const procedure = await frozenProcedure(row.digest)
      const word = (id: string) => speech.of(procedure, id)
      const own = waiting.filter(({ caseId }) => caseId === row.id)
      const letters = own
        .filter(({ address }) => address !== null)
        .map((letter) => letterWords(letter, row, calendars.at(row.seats), speech))
      const idle = row.state === 'open' && row.openTasks.length === 0
      const unopened = idle && own.length > letters.length
      return {
        id: row.id,
        number: row.entryNumber ?? '',
        subject: row.subject,
        applicant: row.applicantName ?? speech.t(row.filingId ? 'cases.anonymous' : 'cases.nobody'),
        procedure: word('sheet.title') ?? row.slug,
        phase: isWithoutOutcome(row) ? null : row.phase && (word(`phases.${row.phase}`) ?? row.phase),
        closed: row.state === 'closed',
        outcome: isWithoutOutcome(row)
          ? speech.t('cases.states.closed')
          : row.outcome && (word(`outcomes.${row.outcome}`) ?? row.outcome),
        unit: (row.unitId && units.get(row.unitId)) ?? null,
        assignee: row.assigneeName,
        due: dueWords(row, calendars.at(row.seats), speech),
        urgent: row.law?.urgent !== undefined,
        letters,
        todo: [
          ...letters,
          ...(unopened ? [speech.t('desk.inbox.waitsForOpening')] : []),
          ...row.openTasks.map(({ element, role }) =>
            role === 'citizen' ? speech.t('desk.inbox.waitsForParty') : (word(`tasks.${element}`) ?? element)
          ),
        ],
        incident: row.hasIncident,
      }
    })
  )
}

/** One that was given up is in no phase any more, though it came to nothing. */
const isWithoutOutcome = ({ state, outcome }: InboxRow) => state === 'closed' && outcome === null
