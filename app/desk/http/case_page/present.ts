import { comingIn } from '#cases/queries/coming'
import type { CasePage } from '#cases/queries/case_page'
import type { CaseVersions } from '#cases/queries/versions_of_case'
import type { CompiledProcedure } from '#catalogue/types'
import { caseLines } from '#desk/http/case_line'
import { answersOf } from '#desk/http/case_page/answers'
import { besideOf, partsOf } from '#desk/http/case_page/beside'
import { comingLines } from '#desk/http/case_page/coming'
import { documentLine } from '#desk/http/case_page/documents'
import { factsOf } from '#desk/http/case_page/facts'
import { historyOf } from '#desk/http/case_page/history'
import { noticeLine, notificationLine } from '#desk/http/case_page/letters'
import { moneyOf } from '#desk/http/case_page/money'
import { othersIn } from '#desk/http/case_page/others'
import { taskLine } from '#desk/http/case_page/tasks'
import { elementWords } from '#desk/http/incident_line'
import { circuitLine } from '#desk/http/circuit_line'
import { lettersComing } from '#desk/http/letter_words'
import type { Speech } from '#desk/http/speech'
import type { CasePageProps, Option } from '#desk/types'
import { documentsOfCase } from '#documents/queries/documents'
import { filingsOfCase } from '#filings/queries/filings_of_case'
import type { Officer } from '#identity/types'
import { noticesOfCase } from '#notifications/queries/notices'
import { notificationsOfCase } from '#notifications/queries/notifications'
import { circuitsOfCase } from '#signatures/queries/circuits'
import { calendarsOf } from '#tenancy/queries/calendar'
import { seatsOf } from '#tenancy/queries/seats'
import type { Town } from '#tenancy/types'

export interface Reading {
  town: Town
  officer: Officer
  procedure: CompiledProcedure
  versions: CaseVersions
  speech: Speech
  at: Date
  officers: Option[]
  units: Option[]
}

/** A case in the words of its reader: all that its page shows. */
export async function presentCase(
  found: CasePage,
  reading: Reading
): Promise<Omit<CasePageProps, 'officers' | 'units'>> {
  const { town, officer, procedure, versions, speech, at } = reading
  const { caseFile, summary } = found
  const [[line], documents, filings, notifications, notices, calendars, coming, circuits] = await Promise.all(
    [
      caseLines(town.id, [summary], speech),
      documentsOfCase(town.id, caseFile.id),
      filingsOfCase(town.id, caseFile.id),
      notificationsOfCase(town.id, caseFile.id),
      noticesOfCase(town.id, caseFile.id),
      calendarsOf(town.id),
      comingIn(town.id, caseFile.id),
      circuitsOfCase(town.id, caseFile.id),
    ]
  )
  const calendar = calendars.at(caseFile.seats)
  const open = caseFile.state === 'open'
  const reader = { procedure, speech, officer, calendar, at, tasks: found.tasks }
  const names = new Map(
    [
      ...reading.officers,
      ...reading.units,
      ...documents.map(({ id, name }) => ({ value: id, label: name })),
    ].map(({ value, label }) => [value, label])
  )
  return {
    line: line!,
    seats: (await seatsOf(town.id)).map(({ slug, name }) => ({
      slug,
      name: speech.name(name) ?? slug,
      counts: caseFile.seats.includes(slug),
    })),
    facts: factsOf(procedure, caseFile, line!, speech),
    // The newest first: what just came in (a withdrawal, say) may make the older ones needless.
    tasks: found.tasks
      .filter(({ state }) => state === 'open')
      .map((task) => taskLine(task, reader))
      .reverse(),
    working: found.working,
    answers: await answersOf(town.id, versions, filings, found.tasks, speech),
    documents: documents.map((document) => documentLine(document, speech)),
    history: historyOf(found.history, {
      versions,
      speech,
      applicant: line!.applicant,
      filed: caseFile.filingId === null ? null : { at: caseFile.openedAt, number: line!.number },
      names: new Map([...names, ...(await othersIn(town.id, found.history))]),
    }),
    notes: found.notes
      .map(({ id, officerName, text, at: when }) => ({
        id,
        author: officerName ?? '',
        text,
        at: speech.moment(when),
      }))
      .reverse(),
    notifications: notifications.map((notification) => notificationLine(notification, speech)),
    notices: notices.map((notice) => noticeLine(notice, speech)),
    parts: await partsOf(caseFile, { procedure, speech, roles: officer.roles }),
    beside: await besideOf(town.id, caseFile, speech),
    money: await moneyOf(town.id, caseFile, { procedure, speech }),
    coming: [
      ...lettersComing(notifications, caseFile, { calendar, speech, at }),
      ...comingLines(coming, { procedure, speech, calendar, suspendedOn: caseFile.suspendedOn, at }),
    ],
    circuits: (await Promise.all(circuits.map((circuit) => circuitLine(town.id, circuit, speech)))).reverse(),
    incidents: found.incidents.map(({ id, code, element, state, openedAt }) => ({
      id,
      words: speech.t(`cases.incidents.${code}`),
      element: elementWords(procedure, element, speech),
      open: state === 'open',
      at: speech.moment(openedAt),
    })),
    modify: open && officer.roles.includes('admin') ? `/desk/cases/${caseFile.id}/modification` : null,
    may: {
      claim: open && !caseFile.assignedTo,
      assign: open,
      settle: officer.roles.includes('admin'),
    },
    assigned: { officer: caseFile.assignedTo ?? '', unit: caseFile.unitId ?? '' },
  }
}
