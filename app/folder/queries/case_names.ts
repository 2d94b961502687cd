import { casesOfPerson } from '#cases/queries/cases_of_person'

const MOST = 200

/** How a person tells their cases apart, by id: the subject and the number of each. */
export async function caseNames(municipalityId: string, personId: string): Promise<Map<string, string>> {
  const cases = await casesOfPerson(municipalityId, personId, { before: null, limit: MOST })
  return new Map(
    cases.map(({ id, subject, entryNumber }) => [id, [subject, entryNumber].filter(Boolean).join(' · ')])
  )
}
