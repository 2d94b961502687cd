import { onVersionChanged } from '#cases/events'
import { registerChore } from '#core/jobs/chores'
import { registerJob } from '#core/jobs/registry'
import { offerMaker } from '#documents/queries/content_of'
import { offerSheets } from '#documents/queries/sheet_of'
import { makeFilingDocument, sheetOfFiling } from '#filings/actions/make_filing_document'
import { afterSubmission } from '#filings/jobs/after_submission'
import { draftsRound, ensureDraftsRounds } from '#filings/jobs/drafts_round'
import { versionChanged } from '#filings/listeners/version_changed'

/** Joins the road of a filing to the worker, and its documents to whoever asks for them. */
export function offerFilings(): void {
  registerJob('after_submission', afterSubmission)
  registerJob('drafts_round', draftsRound)
  registerChore('filings.drafts_rounds', ensureDraftsRounds)
  onVersionChanged(versionChanged)
  offerMaker(makeFilingDocument)
  offerSheets(sheetOfFiling)
}
