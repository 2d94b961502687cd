import router from '@adonisjs/core/services/router'
import { middleware, page } from '#start/kernel'

const HomeController = () => import('#portal/http/home_controller')
const CatalogueController = () => import('#portal/http/catalogue_controller')
const VerificationController = () => import('#portal/http/verification_controller')
const FeesController = () => import('#portal/http/fees_controller')
const ClosedDaysController = () => import('#portal/http/closed_days_controller')
const OfficeController = () => import('#portal/http/office_controller')

router
  .group(() => {
    router.get('/', [HomeController, 'show'])
    router.get('/procedures', [CatalogueController, 'index'])
    router.get('/procedures/:slug', [CatalogueController, 'show'])
    router.get('/verify/:code?', [VerificationController, 'show'])
    router.get('/verify/:code/original', [VerificationController, 'download'])
    router.get('/verify/:code/page', [VerificationController, 'read'])
    router.get('/fees', [FeesController, 'show'])
    router.get('/fees.csv', [FeesController, 'csv'])
    router.get('/fees.json', [FeesController, 'json'])
    router.get('/about', [OfficeController, 'about'])
    router.get('/closed-days', [ClosedDaysController, 'show'])
    router.get('/accessibility', [OfficeController, 'accessibility'])
    router.get('/privacy', [OfficeController, 'privacy'])
    router.get('/cookies', [OfficeController, 'cookies'])
    router.get('/contact', [OfficeController, 'contact'])
  })
  .use([...page, middleware.citizen({ optional: true })])
