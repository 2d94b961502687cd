import type { VersionChanged } from '#cases/events'
import { carryAnswers } from '#filings/actions/carry_answers'
import type { TownTransaction } from '#tenancy/town_transaction'

/** A case goes on by another version: so do the answers that somebody is giving in it. */
export const versionChanged = (
  trx: TownTransaction,
  { caseFile, to, asked }: VersionChanged
): Promise<void> => carryAnswers(trx, { caseId: caseFile.id, to, asked })
