import { appendAudit } from '#audit/actions/append_audit'
import { AskEvidence } from '#exchange/actions/ask_evidence'
import { recordEvidenceAnswer } from '#exchange/actions/record_evidence_answer'
import { inTown } from '#tenancy/town_transaction'
import { ASKED, familyOf, foundIn, hears, questionAbout } from '#tests/support/exchange'
import type { OpenOffice } from '#tests/support/filing'

/** Questions of a case: one that was answered, one that nobody answered, and one whose answer got lost with its worker. */
export async function busyRegisters({ town, test }: OpenOffice, caseId: string): Promise<void> {
  const found = foundIn(familyOf(test.person.identifier))
  const ask = (key: string) =>
    new AskEvidence().execute({
      ...{ town, caseId, key, on: '2026-03-02', at: ASKED, moved: true },
      question: questionAbout(test.person),
    })
  hears(town.id, async () => found)
  const { queryId } = await ask('ask:1')
  await inTown(town.id, async (trx) =>
    appendAudit(
      trx,
      [await recordEvidenceAnswer(trx, { queryId, caseId, key: 'ask:1' }, found, ASKED)],
      ASKED
    )
  )
  await ask('ask:2')
  hears(town.id, () => Promise.reject(new Error('shut')))
  await ask('ask:3').catch(() => {})
}
