import router from '@adonisjs/core/services/router'
import { middleware, page, pageWithFiles } from '#start/kernel'

const DraftsController = () => import('#filings/http/drafts_controller')
const PagesController = () => import('#filings/http/pages_controller')
const SubmissionController = () => import('#filings/http/submission_controller')
const ReceiptController = () => import('#filings/http/receipt_controller')

router
  .get('/procedures/:slug/filings', [DraftsController, 'resume'])
  .use([...page, middleware.citizen({ optional: true })])

router
  .post('/procedures/:slug/filings', [DraftsController, 'store'])
  .use([...page, middleware.citizen({ resumes: true })])

router.post('/procedures/:slug/anonymous-filings', [DraftsController, 'storeAnonymous']).use(page)

router
  .group(() => {
    router.get('/filings/:id', [DraftsController, 'show']).use(middleware.draft())
    router.get('/filings/:id/saved', [DraftsController, 'saved']).use(middleware.draft())
    router.get('/filings/:id/moved', [DraftsController, 'moved']).use(middleware.draft())
    router
      .get('/filings/:id/discard', [DraftsController, 'confirmDiscard'])
      .use(middleware.draft({ moves: false }))
    router.post('/filings/:id/discard', [DraftsController, 'destroy'])
    router.get('/filings/:id/pages/:page', [PagesController, 'show']).use(middleware.draft())
    router.get('/filings/:id/check', [SubmissionController, 'show']).use(middleware.draft())
    router.post('/filings/:id/submission', [SubmissionController, 'store'])
    router.get('/filings/:id/receipt', [ReceiptController, 'show'])
  })
  .use([...page, middleware.filer()])

router
  .post('/filings/:id/pages/:page', [PagesController, 'update'])
  .use([...pageWithFiles, middleware.filer()])
