import type { ApplicationService } from '@adonisjs/core/types'

/** Joins the road of a filing to the worker, and its documents to whoever asks for them. */
export default class FilingsProvider {
  constructor(protected app: ApplicationService) {}

  async start() {
    const { registerJob } = await import('#core/jobs/registry')
    const { registerChore } = await import('#core/jobs/chores')
    const { offerMaker } = await import('#documents/queries/content_of')
    const { afterSubmission } = await import('#filings/jobs/after_submission')
    const { forgetExpiredDrafts } = await import('#filings/jobs/expired_drafts')
    const { makeFilingDocument } = await import('#filings/actions/make_filing_document')
    registerJob('after_submission', afterSubmission)
    registerChore('filings.expired_drafts', forgetExpiredDrafts)
    offerMaker(makeFilingDocument)
  }
}
