import router from '@adonisjs/core/services/router'
import { middleware, page, pageWithFiles } from '#start/kernel'

const FolderController = () => import('#folder/http/folder_controller')
const CaseController = () => import('#folder/http/case_controller')
const CorrectionsController = () => import('#folder/http/corrections_controller')
const AdditionsController = () => import('#folder/http/additions_controller')
const NotificationsController = () => import('#folder/http/notifications_controller')
const PaymentsController = () => import('#folder/http/payments_controller')
const AttemptsController = () => import('#folder/http/attempts_controller')
const FollowUpController = () => import('#folder/http/follow_up_controller')
const DocumentsController = () => import('#folder/http/documents_controller')

router
  .group(() => {
    router.get('/folder', [FolderController, 'home'])
    router.get('/folder/documents', [FolderController, 'documents'])
    router.get('/folder/cases/:id', [CaseController, 'show'])
    router.get('/folder/cases/:id/withdrawal', [CaseController, 'confirmWithdrawal'])
    router.post('/folder/cases/:id/withdrawal', [CaseController, 'withdraw'])
    router.get('/folder/cases/:id/corrections/:task', [CorrectionsController, 'show'])
    router.post('/folder/cases/:id/corrections/:task', [CorrectionsController, 'store'])
    router.get('/folder/cases/:id/documents', [AdditionsController, 'show'])
    router.post('/folder/cases/:id/documents', [AdditionsController, 'store'])
    router.post('/folder/cases/:id/documents/files/:upload/removal', [AdditionsController, 'remove'])
    router.get('/folder/notifications', [NotificationsController, 'index'])
    router.get('/folder/notifications/:id', [NotificationsController, 'show'])
    router.post('/folder/notifications/:id/acceptance', [NotificationsController, 'accept'])
    router.post('/folder/notifications/:id/rejection', [NotificationsController, 'reject'])
    router.get('/folder/payments', [PaymentsController, 'index'])
    router.get('/folder/payments/:id', [PaymentsController, 'show'])
    router.post('/folder/payments/:id/attempts', [AttemptsController, 'store'])
    router.post('/folder/payments/:id/check', [AttemptsController, 'check'])
    router.get('/documents/:id', [DocumentsController, 'show'])
    router.get('/documents/:id/page', [DocumentsController, 'page'])
  })
  .use([...page, middleware.citizen()])

router
  .group(() => {
    router.get('/follow-up', [FollowUpController, 'show'])
    router.post('/follow-up', [FollowUpController, 'find'])
    router.get('/follow-up/:id', [FollowUpController, 'case'])
    router.post('/follow-up/:id/leave', [FollowUpController, 'leave'])
    router.get('/follow-up/:id/documents/:document', [FollowUpController, 'download'])
    router.get('/follow-up/:id/documents/:document/page', [FollowUpController, 'page'])
  })
  .use(page)

router
  .post('/folder/cases/:id/documents/files', [AdditionsController, 'upload'])
  .use([...pageWithFiles, middleware.citizen()])
