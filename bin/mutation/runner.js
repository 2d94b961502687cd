import { registerHooks } from 'node:module'
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PluginKind, commonTokens, declareClassPlugin, tokens } from '@stryker-mutator/api/plugin'
import {
  DryRunStatus,
  TestStatus,
  determineHitLimitReached,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner'
import { forgetful, forgetAll } from './forgetful.js'
import { collected, comesFrom } from './specs.js'

const SPECS = new URL('./specs.js', import.meta.url).href

/** The namespace that mutated sources ask for the mutant that is active. */
const mutants = (globalThis.__stryker__ ??= {})

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@japa/runner'
      ? { url: SPECS, format: 'module', shortCircuit: true }
      : next(specifier, context),
})

/** Runs the specs of one room in its own process, which stays: a mutant costs what its tests cost. */
class RoomRunner {
  static inject = tokens(commonTokens.options)

  constructor({ room }) {
    this.folder = resolve('tests/unit', room.name)
    this.leaves = room.leaves
  }

  capabilities() {
    return { reloadEnvironment: false }
  }

  async init() {
    globalThis.WeakMap = forgetful(WeakMap)
    const { default: fc } = await import('fast-check')
    fc.configureGlobal({ seed: 1 })
  }

  async dryRun() {
    await this.#load()
    const tests = []
    for (const test of this.tests) tests.push(await this.#run(test))
    const took = new Map(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]))
    this.tests.sort((one, other) => took.get(one.id) - took.get(other.id))
    return { status: DryRunStatus.Complete, tests, mutantCoverage: mutants.mutantCoverage }
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit, disableBail }) {
    if (mutantActivation === 'static') mutants.activeMutant = activeMutant.id
    await this.#load()
    Object.assign(mutants, { activeMutant: activeMutant.id, hitCount: hitLimit ? 0 : undefined, hitLimit })
    const tests = []
    for (const test of this.tests) {
      if (testFilter && !testFilter.includes(test.id)) continue
      tests.push(await this.#run(test))
      if (tests.at(-1).status === TestStatus.Failed && !disableBail) break
    }
    mutants.activeMutant = undefined
    const endless = determineHitLimitReached(mutants.hitCount, hitLimit)
    return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests })
  }

  async #load() {
    if (this.tests) return
    const specs = readdirSync(this.folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.spec.ts') && !this.leaves.includes(name))
      .sort()
    for (const name of specs) {
      comesFrom(name)
      await import(pathToFileURL(resolve(this.folder, name)).href)
    }
    this.tests = collected.map((test) => Object.assign(test, { id: `${test.file} > ${test.name}` }))
  }

  async #run(test) {
    forgetAll()
    const { id, name, file } = test
    const began = performance.now()
    mutants.currentTestId = id
    const failure = await test.execute().then(
      () => null,
      (error) => String(error?.message ?? error)
    )
    mutants.currentTestId = undefined
    const result = { id, name, fileName: resolve(this.folder, file), timeSpentMs: performance.now() - began }
    return failure === null
      ? { ...result, status: TestStatus.Success }
      : { ...result, status: TestStatus.Failed, failureMessage: failure.slice(0, 500) }
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'room', RoomRunner)]
