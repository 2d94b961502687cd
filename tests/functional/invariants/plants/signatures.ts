import { unwrap } from '#core/result'
import { DemoSigner } from '#signatures/drivers/demo_signer'
import { ASKED, requestIn, signs } from '#tests/support/signatures'
import { asApp, asOwner, type Plant } from './plant.js'
import type { OfficeAtWork } from '../office_at_work.js'

/** A document that so many have signed, of two. */
async function signed(office: OfficeAtWork, count: number): Promise<string> {
  const circuit = await requestIn(office.test, { caseId: office.first.caseId })
  for (let i = 0; i < count; i += 1)
    unwrap(await signs(office.test, office.test.officer, circuit, ASKED, { signer: new DemoSigner() }))
  await asApp(office, `DELETE FROM subscriptions WHERE municipality_id = $1 AND message = 'signature_ended'`)
  return circuit.request.id
}

const swap = (column: string) => `
  UPDATE signatures g SET ${column} = o.${column} FROM signatures o
  WHERE g.municipality_id = $1 AND o.municipality_id = $1 AND g.id <> o.id AND g.request_id = $2 AND o.request_id = $2`

export const signatures: Plant[] = [
  {
    title: 'a document that counts as signed and lacks a signature',
    rule: 'I21',
    fault: 'signatures_out_of_order',
    async plant(office) {
      const id = await signed(office, 2)
      await asOwner(
        office,
        'signatures',
        `DELETE FROM signatures WHERE municipality_id = $1 AND request_id = $2 AND base <> (SELECT sha256 FROM signature_requests WHERE municipality_id = $1 AND id = $2)`,
        [id]
      )
      return id
    },
  },
  {
    title: 'a signature over other bytes than the one before left',
    rule: 'I21',
    fault: 'signature_chain_broken',
    async plant(office) {
      const id = await signed(office, 2)
      await asOwner(office, 'signatures', swap('base'), [id])
      return id
    },
  },
  {
    title: 'a draft in which a word was changed under the signatures',
    rule: 'I18',
    fault: 'signature_broken',
    async plant(office) {
      const id = await signed(office, 1)
      await asOwner(
        office,
        'signature_contents',
        `UPDATE signature_contents SET content = set_bit(content, 4000, 1 - get_bit(content, 4000)) WHERE municipality_id = $1 AND request_id = $2 AND ordinal = 0`,
        [id]
      )
      return id
    },
  },
  {
    title: 'a signed document whose bytes are others than were signed',
    rule: 'I21',
    fault: 'signed_document_differs',
    async plant(office) {
      const id = await signed(office, 2)
      const [row] = await asApp(
        office,
        `SELECT document_id AS document FROM signature_requests WHERE municipality_id = $1 AND id = $2`,
        [id]
      )
      await asOwner(
        office,
        'document_contents',
        `UPDATE document_contents SET content = set_bit(content, 4000, 1 - get_bit(content, 4000)) WHERE municipality_id = $1 AND document_id = $2`,
        [row!.document]
      )
      return row!.document as string
    },
  },
  {
    title: 'a request that is open again though it was signed',
    rule: 'I19',
    fault: 'signature_differs',
    async plant(office) {
      const id = await signed(office, 2)
      await asApp(
        office,
        `UPDATE signature_requests SET state = 'open', document_id = NULL, ended_at = NULL WHERE municipality_id = $1 AND id = $2`,
        [id]
      )
      return id
    },
  },
]
