import { appendAudit } from '#audit/actions/append_audit'
import { uuidv7 } from '#core/ids'
import { unwrap } from '#core/result'
import { IssueDemoSeal } from '#documents/actions/issue_demo_seal'
import { layOutDraft } from '#documents/actions/lay_out_draft'
import { newVerificationCode } from '#documents/queries/verification_codes'
import { RefuseSignature } from '#signatures/actions/refuse_signature'
import { requestSignatures } from '#signatures/actions/request_signatures'
import { SignDocument } from '#signatures/actions/sign_document'
import type { Signer } from '#signatures/contract'
import { DemoSigner } from '#signatures/drivers/demo_signer'
import { digestSoFar } from '#signatures/domain/turn'
import { circuitById } from '#signatures/queries/circuits'
import type { Circuit, PlannedStep } from '#signatures/types'
import { townById } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'
import { addOfficer, testTown, type TestOfficer, type TestTown } from '#tests/support/town'

export const ASKED = new Date('2026-03-02T09:00:00Z')

export interface SigningTown extends TestTown {
  mayor: TestOfficer
  secretary: TestOfficer
}

const inAll = (text: string) => ({ es: text, ca: text, en: text })

/** A demo town with a seal, a mayor and a secretary, each with a name of their own. */
export async function signingTown(given: Parameters<typeof testTown>[0] = {}): Promise<SigningTown> {
  const town = await testTown({ demo: true, ...given })
  await new IssueDemoSeal().execute(town.id, { name: 'Vila de Prova', taxNumber: 'P4600000A' })
  const mayor = await addOfficer(town.id, {
    roles: ['resolver'],
    holds: ['mayor'],
    name: 'Remei Andrés Gisbert',
    position: inAll('Alcaldesa'),
  })
  const secretary = await addOfficer(town.id, {
    roles: ['secretary'],
    name: 'Ferran Aparisi Donat',
    position: inAll('Secretario'),
  })
  return { ...town, mayor, secretary }
}

export const TWO_STEPS: PlannedStep[] = [
  { position: 'holder', body: 'mayor', unitId: null, label: 'Alcaldía', reason: 'Dicta la resolución' },
  { position: 'secretary', body: null, unitId: null, label: 'Secretaría', reason: 'Da fe' },
]

/** A draft that the mayor and the secretary have to sign, and a case that waits for it. */
export async function requestIn(
  town: TestTown,
  { caseId = uuidv7(), at = ASKED, steps = TWO_STEPS, draftedBy = null as string | null } = {}
): Promise<Circuit> {
  const code = newVerificationCode(at.getTime())
  const title = 'Resolución de prueba'
  const rows = steps.map(({ label, reason }) => ({ label, reason, signed: [] }))
  const sheet = {
    language: 'es',
    title,
    blocks: [
      { kind: 'paragraph' as const, text: 'Se concede la licencia de terraza.' },
      { kind: 'signatures' as const, title: 'Firmas', rows },
    ],
  }
  const draft = await layOutDraft({
    town: (await townById(town.id))!,
    sheet,
    code,
    createdAt: at.toISOString(),
  })
  const id = await inTown(town.id, async (trx) => {
    const made = await requestSignatures(trx, {
      caseId,
      key: uuidv7(),
      template: 'resolution',
      kind: 'resolution',
      documentType: 'TD01',
      language: 'es',
      code,
      sheet,
      issuer: { name: inAll('Alcaldía'), directoryCode: null, holder: null },
      draft,
      steps,
      draftedBy,
      at,
    })
    await trx.rows(
      `INSERT INTO subscriptions (municipality_id, id, case_id, key, message, correlation) VALUES ($1, $2, $3, $4, 'signature_ended', $5)`,
      [town.id, uuidv7(), caseId, uuidv7(), made.id]
    )
    await appendAudit(trx, made.audit, at)
    return made.id
  })
  return (await circuitById(town.id, id))!
}

export const circuitOf = async (town: TestTown, { request }: Circuit): Promise<Circuit> =>
  (await circuitById(town.id, request.id))!

/** Somebody signs what they have just read. */
export async function signs(
  town: TestTown,
  officer: TestOfficer,
  circuit: Circuit,
  at = ASKED,
  { signer, ...more }: { signer?: Signer; read?: string } = {}
) {
  const read = more.read ?? digestSoFar(await circuitOf(town, circuit))
  return new SignDocument(signer && (() => signer)).execute({
    municipalityId: town.id,
    officerId: officer.id,
    requestId: circuit.request.id,
    read,
    at,
    moved: true,
  })
}

export async function refuses(
  town: TestTown,
  officer: TestOfficer,
  circuit: Circuit,
  reason = 'Falta el informe técnico',
  at = ASKED
) {
  const read = digestSoFar(await circuitOf(town, circuit))
  return new RefuseSignature().execute({
    municipalityId: town.id,
    officerId: officer.id,
    requestId: circuit.request.id,
    read,
    reason,
    at,
    moved: true,
  })
}

/** Everybody signs, one after the other. */
export async function allSign(town: SigningTown, circuit: Circuit, at = ASKED): Promise<Circuit> {
  for (const officer of [town.mayor, town.secretary]) unwrap(await signs(town, officer, circuit, at))
  return circuitOf(town, circuit)
}

/** What a golden case says of a document that waits: the town's officer signs each step, or refuses the first. */
export async function playSignatures(
  town: TestTown,
  circuit: Circuit,
  { payload, at }: { payload: Record<string, unknown>; at: Date }
): Promise<void> {
  if (payload['state'] === 'refused')
    return void unwrap(await refuses(town, town.officer, circuit, String(payload['reason'] ?? 'No'), at))
  for (const _ of circuit.steps)
    unwrap(await signs(town, town.officer, circuit, at, { signer: new DemoSigner() }))
}
