import router from '@adonisjs/core/services/router'
import { page } from '#start/kernel'

router.get('/health/live', ({ response }) => response.send({ live: true }))
router.get('/', [() => import('#portal/http/home_controller'), 'show']).use(page)
