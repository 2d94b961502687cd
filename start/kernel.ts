import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#start/exception_handler'))

/** Static files are looked up under /assets only; every route then names the middleware it needs. */
server.use([
  () => import('#start/health/measure_middleware'),
  () => import('#start/container_bindings_middleware'),
  () => import('#start/headers_middleware'),
  () => import('#start/assets_middleware'),
])

export const middleware = router.named({
  town: () => import('#tenancy/http/town_middleware'),
  language: () => import('#core/http/language_middleware'),
  view: () => import('#start/view_middleware'),
  gate: () => import('#core/http/body_gate_middleware'),
  stranger: () => import('#core/http/stranger_middleware'),
  session: () => import('#core/http/session_middleware'),
  shield: () => import('#start/shield_middleware'),
  unattended: () => import('#core/http/unattended_middleware'),
  citizen: () => import('#identity/http/citizen_middleware'),
  answer: () => import('#identity/http/answer_middleware'),
  officer: () => import('#identity/http/officer_middleware'),
  filer: () => import('#filings/http/filer_middleware'),
  draft: () => import('#filings/http/draft_middleware'),
  inertia: () => import('#start/inertia_middleware'),
})

const people = (gate: { class?: string }) => [
  middleware.town(),
  middleware.language(),
  middleware.stranger(),
  middleware.session(),
  middleware.view(),
  middleware.gate(gate),
  middleware.shield(),
]

/** What a page for people needs, in order. */
export const page = people({})

/** The same for a page that takes files: its multipart posts stream past the gate to where they are read. */
export const pageWithFiles = people({ class: 'upload' })

/** Where a provider's page sends somebody back to: it may have to be posted again before a session is begun. */
export const answer = [
  middleware.town(),
  middleware.language(),
  middleware.view(),
  middleware.gate({}),
  middleware.answer(),
  middleware.stranger(),
  middleware.session(),
  middleware.shield(),
]
