import app from '@adonisjs/core/services/app'
import { defineConfig, formatters, loaders } from '@adonisjs/i18n'

/** Spanish, Valencian (`ca`) and English. */
export default defineConfig({
  defaultLocale: 'es',
  supportedLocales: ['es', 'ca', 'en'],
  fallbackLocales: {},
  formatter: formatters.icu(),
  loaders: [loaders.fs({ location: app.languageFilesPath() })],
})
