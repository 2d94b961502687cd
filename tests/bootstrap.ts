import { assert } from '@japa/assert'
import { apiClient } from '@japa/api-client'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import app from '@adonisjs/core/services/app'
import type { Config } from '@japa/runner/types'
import { closeBrowser } from '#tests/browser/support/browser'
import { houseServer } from '#start/http_server'
import testUtils from '@adonisjs/core/services/test_utils'

export const plugins: Config['plugins'] = [assert(), apiClient(), pluginAdonisJS(app)]

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = { setup: [], teardown: [] }

export const configureSuite: Config['configureSuite'] = (suite) => {
  if (['functional', 'browser'].includes(suite.name))
    suite.setup(() => testUtils.httpServer().start(houseServer))
  if (suite.name === 'browser') suite.teardown(closeBrowser)
}
