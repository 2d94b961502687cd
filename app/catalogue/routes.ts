import router from '@adonisjs/core/services/router'

const SchemasController = () => import('#catalogue/http/schemas_controller')

router.get('/schemas/:file', [SchemasController, 'show'])
