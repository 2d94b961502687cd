import env from '#start/env'
import { defineConfig } from '@adonisjs/core/logger'
import { logError } from '#core/log_safe'

const loggerConfig = defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: true,
      name: 'finestra',
      level: env.get('LOG_LEVEL', 'info'),
      serializers: { err: logError },
    },
  },
})

export default loggerConfig

declare module '@adonisjs/core/types' {
  export interface LoggersList extends InferLoggers<typeof loggerConfig> {}
}
