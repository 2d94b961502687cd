import router from '@adonisjs/core/services/router'
import { HANDLERS, KEEPERS, SIGNERS } from '#desk/http/desk_props'
import { middleware, page } from '#start/kernel'

const SignInController = () => import('#desk/http/sign_in_controller')
const InboxController = () => import('#desk/http/inbox_controller')
const SearchController = () => import('#desk/http/search_controller')
const AssignmentsController = () => import('#desk/http/assignments_controller')
const CasesController = () => import('#desk/http/cases_controller')
const ChoicesController = () => import('#desk/http/choices_controller')
const NotesController = () => import('#desk/http/notes_controller')
const TasksController = () => import('#desk/http/tasks_controller')
const RegistryController = () => import('#desk/http/registry_controller')
const IncidentsController = () => import('#desk/http/incidents_controller')
const ModificationController = () => import('#desk/http/modification_controller')
const NewsController = () => import('#desk/http/news_controller')
const LettersController = () => import('#desk/http/letters_controller')
const NoticesController = () => import('#desk/http/notices_controller')
const PaymentsController = () => import('#desk/http/payments_controller')
const CalendarController = () => import('#desk/http/calendar_controller')
const SeatsController = () => import('#desk/http/seats_controller')
const RefundsController = () => import('#desk/http/refunds_controller')
const SignaturesController = () => import('#desk/http/signatures_controller')
const ProceduresController = () => import('#desk/http/procedures_controller')
const ValuesController = () => import('#desk/http/values_controller')
const ValueController = () => import('#desk/http/value_controller')
const VersionsController = () => import('#desk/http/versions_controller')
const RunsController = () => import('#desk/http/runs_controller')
const DocumentsController = () => import('#desk/http/documents_controller')

/** Anybody comes to the desk's door; behind it, each role has its rooms. */
router
  .group(() => {
    router.get('/sign-in', [SignInController, 'show']).as('desk.sign_in')
    router.post('/sign-in', [SignInController, 'store']).as('desk.sign_in.store')
    router.post('/sign-out', [SignInController, 'destroy']).as('desk.sign_out')
    router.get('/', [SignInController, 'home']).as('desk.home').use(middleware.officer())
  })
  .prefix('/desk')
  .use([...page, middleware.inertia()])

router
  .group(() => {
    router.get('/inbox', [InboxController, 'show']).as('desk.inbox')
    router.get('/search', [SearchController, 'show']).as('desk.search')
    router.post('/assignments', [AssignmentsController, 'store']).as('desk.assignments')
    router.get('/cases/:id', [CasesController, 'show']).as('desk.case')
    router.post('/cases/:id/claim', [AssignmentsController, 'claim']).as('desk.case.claim')
    router.post('/cases/:id/assignment', [AssignmentsController, 'update']).as('desk.case.assignment')
    router.post('/cases/:id/seats', [SeatsController, 'ofCase']).as('desk.case.seats')
    router.post('/cases/:id/choices', [ChoicesController, 'store']).as('desk.case.choices')
    router.post('/cases/:id/notes', [NotesController, 'store']).as('desk.case.notes')
    router.get('/tasks/:id', [TasksController, 'show']).as('desk.task')
    router.post('/tasks/:id', [TasksController, 'update']).as('desk.task.update')
    router.get('/letters', [LettersController, 'show']).as('desk.letters')
    router.post('/letters/:id/delivery', [LettersController, 'record']).as('desk.letter.delivery')
    router.post('/letters/:id/taking-back', [LettersController, 'takeBack']).as('desk.letter.taking_back')
    router.post('/letters/:id/setting-aside', [LettersController, 'putAside']).as('desk.letter.setting_aside')
    router.get('/documents/:id', [DocumentsController, 'show']).as('desk.document')
    router.get('/documents/:id/page', [DocumentsController, 'page']).as('desk.document.page')
  })
  .prefix('/desk')
  .use([...page, middleware.inertia(), middleware.officer({ role: HANDLERS })])

router
  .group(() => {
    router.get('/signatures', [SignaturesController, 'index']).as('desk.signatures')
    router.post('/signatures', [SignaturesController, 'store']).as('desk.signatures.store')
    router.get('/signatures/:id', [SignaturesController, 'show']).as('desk.signature')
    router.get('/signatures/:id/pdf', [SignaturesController, 'pdf']).as('desk.signature.pdf')
    router.post('/signatures/:id/signature', [SignaturesController, 'sign']).as('desk.signature.sign')
    router.post('/signatures/:id/refusal', [SignaturesController, 'refuse']).as('desk.signature.refuse')
  })
  .prefix('/desk')
  .use([...page, middleware.inertia(), middleware.officer({ role: SIGNERS })])

router
  .get('/desk/news', [NewsController, 'show'])
  .as('desk.news')
  .use([middleware.unattended(), ...page, middleware.officer({ role: HANDLERS })])

router
  .group(() => {
    router.get('/registry', [RegistryController, 'show']).as('desk.registry')
    router
      .get('/registry/export/:format', [RegistryController, 'export'])
      .where('format', /^(csv|json)$/)
      .as('desk.registry.export')
  })
  .prefix('/desk')
  .use([...page, middleware.inertia(), middleware.officer({ role: KEEPERS })])

router
  .group(() => {
    router.get('/payments', [PaymentsController, 'show']).as('desk.payments')
    router.get('/payments/export/csv', [PaymentsController, 'export']).as('desk.payments.export')
    router.get('/payments/refunds', [RefundsController, 'show']).as('desk.refunds')
    router.get('/payments/refunds/export/csv', [RefundsController, 'export']).as('desk.refunds.export')
    router.post('/payments/:id/refunds', [RefundsController, 'store']).as('desk.refund')
  })
  .prefix('/desk')
  .use([...page, middleware.inertia(), middleware.officer({ role: 'treasurer' })])

router
  .group(() => {
    router.get('/incidents', [IncidentsController, 'index']).as('desk.incidents')
    router.post('/incident-retries', [IncidentsController, 'retryAll']).as('desk.incidents.retries')
    router.get('/incidents/:id', [IncidentsController, 'show']).as('desk.incident')
    router.post('/incidents/:id/retry', [IncidentsController, 'retry']).as('desk.incident.retry')
    router.get('/cases/:id/modification', [ModificationController, 'show']).as('desk.modification')
    router.post('/cases/:id/modification', [ModificationController, 'update']).as('desk.modification.update')
    router.get('/procedures', [ProceduresController, 'show']).as('desk.procedures')
    router.post('/procedures/:slug/offer', [ProceduresController, 'offer']).as('desk.procedure.offer')
    router
      .post('/procedures/:slug/withdrawal', [ProceduresController, 'withdraw'])
      .as('desk.procedure.withdrawal')
    router.get('/procedures/:slug/values', [ValuesController, 'show']).as('desk.values')
    router.post('/procedures/:slug/binding', [ValuesController, 'bind']).as('desk.values.bind')
    router.post('/procedures/:slug/removal', [ValuesController, 'remove']).as('desk.values.remove')
    router.get('/procedures/:slug/values/:seam', [ValueController, 'show']).as('desk.value')
    router.post('/procedures/:slug/values/:seam', [ValueController, 'update']).as('desk.value.update')
    router.get('/versions', [VersionsController, 'index']).as('desk.versions')
    router.get('/versions/:slug/:from/:to', [VersionsController, 'show']).as('desk.version_plan')
    router.post('/versions/:slug/:from/:to', [VersionsController, 'update']).as('desk.version_plan.update')
    router.get('/runs/:id', [RunsController, 'show']).as('desk.run')
    router.post('/runs/:id/stop', [RunsController, 'stop']).as('desk.run.stop')
    router.post('/runs/:id/back', [RunsController, 'back']).as('desk.run.back')
    router.post('/runs/:id/reviewed', [RunsController, 'reviewed']).as('desk.run.reviewed')
    router.get('/notices', [NoticesController, 'index']).as('desk.notices')
    router.get('/notices/:id', [NoticesController, 'show']).as('desk.notice')
    router.get('/calendar', [CalendarController, 'show']).as('desk.calendar')
    router.post('/calendar/:year', [CalendarController, 'load']).as('desk.calendar.load')
    router.post('/calendar/:year/list', [CalendarController, 'list']).as('desk.calendar.list')
    router.post('/calendar/:year/days', [CalendarController, 'add']).as('desk.calendar.add')
    router
      .post('/calendar/:year/days/:day/removal', [CalendarController, 'remove'])
      .as('desk.calendar.remove')
    router.post('/seats', [SeatsController, 'store']).as('desk.seats')
    router.post('/seats/offices', [SeatsController, 'move']).as('desk.seats.move')
    router.get('/notices/:id/html', [NoticesController, 'html']).as('desk.notice.html')
  })
  .prefix('/desk')
  .use([...page, middleware.inertia(), middleware.officer({ role: 'admin' })])
