import { defineConfig } from '@adonisjs/core/app'

export default defineConfig({
  directories: { languageFiles: 'resources/lang', views: 'resources/views', public: 'public' },
  commands: [() => import('#start/framework_commands'), () => import('#start/commands')],
  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    () => import('@adonisjs/core/providers/edge_provider'),
    { file: () => import('@adonisjs/core/providers/repl_provider'), environment: ['repl'] },
    () => import('@adonisjs/core/providers/vinejs_provider'),
    () => import('#start/shield_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('@adonisjs/i18n/i18n_provider'),
    () => import('#start/vite_provider'),
    () => import('@adonisjs/inertia/inertia_provider'),
    () => import('#start/redis_provider'),
    () => import('@adonisjs/limiter/limiter_provider'),
    () => import('#start/provider'),
    () => import('#identity/provider'),
    () => import('#documents/provider'),
  ],
  preloads: [() => import('#start/view'), () => import('#start/kernel'), () => import('#start/routes')],
  metaFiles: [
    { pattern: 'resources/views/**/*.edge', reloadServer: false },
    { pattern: 'resources/lang/**/*.json', reloadServer: true },
    { pattern: 'procedures-catalog/**', reloadServer: true },
    { pattern: 'public/**', reloadServer: false },
  ],
  tests: {
    suites: [
      { name: 'unit', files: ['tests/unit/**/*.spec.ts'], timeout: 30_000 },
      { name: 'architecture', files: ['tests/architecture/**/*.spec.ts'], timeout: 120_000 },
      { name: 'catalogue', files: ['tests/catalogue/**/*.spec.ts'], timeout: 120_000 },
      { name: 'functional', files: ['tests/functional/**/*.spec.ts'], timeout: 60_000 },
      { name: 'browser', files: ['tests/browser/**/*.spec.ts'], timeout: 120_000 },
    ],
    forceExit: true,
  },
})
