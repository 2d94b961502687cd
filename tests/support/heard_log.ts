import logger from '@adonisjs/core/services/logger'
import type { TestContext } from '@japa/runner/core'

/** What the log is told at a level until the test ends; the log keeps it, too. */
export function heardLog(
  { cleanup }: Pick<TestContext, 'cleanup'>,
  level: 'warn' | 'error' = 'warn'
): unknown[] {
  const heard: unknown[] = []
  const tell = logger[level]
  logger[level] = (...said: unknown[]) => {
    heard.push(said)
    return Reflect.apply(tell, logger, said)
  }
  cleanup(() => {
    logger[level] = tell
  })
  return heard
}
