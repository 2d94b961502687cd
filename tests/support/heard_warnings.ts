import logger from '@adonisjs/core/services/logger'
import type { TestContext } from '@japa/runner/core'

/** What the log warns of until the test ends; the log keeps it, too. */
export function heardWarnings({ cleanup }: Pick<TestContext, 'cleanup'>): unknown[] {
  const heard: unknown[] = []
  const warn = logger.warn
  logger.warn = (...said: unknown[]) => {
    heard.push(said)
    return Reflect.apply(warn, logger, said)
  }
  cleanup(() => {
    logger.warn = warn
  })
  return heard
}
