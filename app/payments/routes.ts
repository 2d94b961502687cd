import router from '@adonisjs/core/services/router'
import { middleware, page } from '#start/kernel'

const AnswersController = () => import('#payments/http/answers_controller')
const DemoGatewayController = () => import('#payments/http/demo_gateway_controller')

/** Gateways speak to the town without a session or a token of ours: their signature is the proof. */
router
  .post('/payments/answers/:gateway', [AnswersController, 'store'])
  .use([middleware.town(), middleware.language(), middleware.gate({ class: 'small' })])

router
  .group(() => {
    router.get('/demo-gateway', [DemoGatewayController, 'show'])
    router.post('/demo-gateway', [DemoGatewayController, 'store'])
  })
  .use(page)
