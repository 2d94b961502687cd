import { Env } from '@adonisjs/core/env'

/** Everything that an operator can set. `.env.example` explains each. */
export default await Env.create(new URL('../', import.meta.url), {
  NODE_ENV: Env.schema.enum.optional(['development', 'production', 'test'] as const),
  HOST: Env.schema.string.optional(),
  PORT: Env.schema.number.optional(),
  APP_KEY: Env.schema.string(),
  LOG_LEVEL: Env.schema.string.optional(),
  PUBLIC_URL: Env.schema.string.optional(),
  DATABASE_URL: Env.schema.string(),
  DATABASE_OWNER_URL: Env.schema.string.optional(),
  DATABASE_DISPATCH_URL: Env.schema.string.optional(),
  DATABASE_POOL: Env.schema.number.optional(),
  REDIS_URL: Env.schema.string.optional(),
  SMTP_URL: Env.schema.string.optional(),
  TRUST_PROXY: Env.schema.string.optional(),
  METRICS_TOKEN: Env.schema.string.optional(),
  FINESTRA_DATA: Env.schema.string.optional(),
  FINESTRA_CATALOGUE: Env.schema.string.optional(),
  FINESTRA_DEMO: Env.schema.boolean.optional(),
})
