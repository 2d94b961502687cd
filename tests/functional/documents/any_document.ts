import { uuidv7 } from '#core/ids'
import { newVerificationCode } from '#documents/queries/verification_codes'
import type { DocumentRow } from '#documents/rows'

/** A document that a town has issued, without bytes. */
export const anyDocument = (given: Partial<DocumentRow> = {}): DocumentRow => ({
  id: uuidv7(),
  case_id: null,
  filing_id: null,
  kind: 'letter',
  document_type: 'TD99',
  name: 'A letter',
  media_type: 'application/pdf',
  language: 'ca',
  origin: 'administration',
  code: newVerificationCode(Date.now()),
  size: null,
  sha256: null,
  template: 'letter',
  facts: null,
  created_at: '2026-03-02T09:30:00.000Z',
  ...given,
})
