import { unwrap } from '#core/result'
import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { loadCatalogue } from '#catalogue/actions/load_catalogue'
import type { CompiledProcedure } from '#catalogue/types'
import { IssueDemoSeal } from '#documents/actions/issue_demo_seal'
import { SaveAnswers } from '#filings/actions/save_answers'
import { StartDraft } from '#filings/actions/start_draft'
import type { Answers } from '#forms/index'
import type { Citizen } from '#identity/types'
import { townById } from '#tenancy/queries/towns'
import type { Town } from '#tenancy/types'
import { testTown, type TestPerson, type TestTown } from '#tests/support/town'

let catalogue: Promise<CompiledProcedure[]> | null = null

/** The procedures of the catalogue, published once in the test database. */
export const publishedProcedures = (): Promise<CompiledProcedure[]> =>
  (catalogue ??= loadCatalogue().then(({ published }) => published))

/** Another database has published nothing yet. */
export const forgetCatalogue = () => void (catalogue = null)

export interface OpenOffice {
  town: Town
  test: TestTown
  procedure: CompiledProcedure
}

/** A temporary town with a seal that offers the catalogue's first procedure. */
export async function openOffice(given: Parameters<typeof testTown>[0] = {}): Promise<OpenOffice> {
  const test = await testTown(given)
  const procedures = await publishedProcedures()
  for (const { slug, digest } of procedures) await new AdoptProcedure().execute(test.id, { slug, digest })
  const town = (await townById(test.id)) as Town
  await new IssueDemoSeal().execute(test.id, { name: town.name, taxNumber: town.taxNumber ?? '' })
  return { town, test, procedure: procedures[0] as CompiledProcedure }
}

export const citizenFrom = (person: TestPerson): Citizen => ({
  personId: person.id,
  identifier: person.identifier,
  name: person.name,
  organisation: null,
  email: person.email,
  phone: null,
  level: 'substantial',
  method: 'demo',
  since: Date.now(),
})

/** The answers of the procedure's first golden case: the documents say what a good filing is. */
export const goodAnswers = ({ procedure }: OpenOffice): Answers =>
  structuredClone(Object.values(procedure.scenarios)[0]!.answers) as Answers

/** A draft with answers, ready to file. */
export async function readyDraft(
  office: OpenOffice,
  { answers = goodAnswers(office), at = new Date() } = {}
) {
  const { town, test, procedure } = office
  const common = { municipalityId: town.id, personId: test.person.id, at }
  const draftId = unwrap(
    await new StartDraft().execute({
      ...common,
      slug: procedure.slug,
      digest: procedure.digest,
      language: 'es',
    })
  )
  await new SaveAnswers().execute({ ...common, draftId, version: 1, answers })
  return { draftId, version: 2 }
}
