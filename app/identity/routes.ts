import router from '@adonisjs/core/services/router'
import { answer, page } from '#start/kernel'

const SignInController = () => import('#identity/http/sign_in_controller')

router
  .group(() => {
    router.get('/sign-in', [SignInController, 'show'])
    router.get('/sign-in/:driver', [SignInController, 'begin'])
    router.get('/sign-in/:driver/answer', [SignInController, 'complete'])
    router.post('/sign-out', [SignInController, 'destroy'])
  })
  .use(page)

router.post('/sign-in/:driver/answer', [SignInController, 'complete']).as('sign_in.answer').use(answer)
