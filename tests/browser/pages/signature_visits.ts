import type { Visit } from '#tests/browser/pages/visit'
import type { StockedTown } from '#tests/browser/support/stocked_town'
import type { Visitor } from '#tests/browser/support/visitor'
import { unwrap } from '#core/result'
import { refuses, requestIn, signs } from '#tests/support/signatures'

/** What has to be signed: two that wait, one of them opened before; one that was signed by all, and one that came back. */
export async function signatureVisits({
  office: { test },
  cases,
}: StockedTown): Promise<Omit<Visit, 'as'>[]> {
  const at = new Date()
  const request = () => requestIn(test, { caseId: cases.fresh, at, draftedBy: test.officer.id })
  await request()
  const [opened, signed, refused] = [await request(), await request(), await request()]
  for (let i = 0; i < 2; i += 1) unwrap(await signs(test, test.officer, signed, at))
  unwrap(await refuses(test, test.officer, refused, 'Falta el informe de la técnica.', at))
  const path = (circuit: typeof opened) => `/desk/signatures/${circuit.request.id}`
  const press = (name: string) => (visitor: Visitor) => visitor.press(visitor.t(`desk.signatures.${name}`))
  return [
    { path: path(opened) },
    { path: path(opened), state: 'being signed', then: press('sign') },
    { path: path(opened), state: 'being refused', then: press('refuse') },
    { path: path(signed), state: 'signed' },
    { path: path(refused), state: 'refused' },
    { path: '/desk/signatures' },
    {
      path: '/desk/signatures',
      state: 'with one chosen',
      then: ({ page }) => page.getByRole('checkbox').first().check({ force: true }),
    },
    { path: '/desk/signatures?tray=signed' },
    { path: '/desk/signatures?tray=refused' },
    { path: `/desk/cases/${cases.fresh}`, state: 'being signed' },
  ]
}
