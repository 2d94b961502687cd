import { args, flags } from '@adonisjs/core/ace'
import { byCommand } from '#audit/types'
import { carryOut } from '#cases/actions/carry_out'
import { StartMigration } from '#cases/actions/start_migration'
import { StopMigration } from '#cases/actions/stop_migration'
import { WritePlan } from '#cases/actions/write_plan'
import { dryBack, dryRun } from '#cases/queries/dry_run'
import { planBack, planBetween, routeOfContents } from '#cases/queries/migration_plans'
import { runById, runsOf, stayedIn, type Stage } from '#cases/queries/migration_runs'
import { versionNamed, versionsInUse, type VersionInUse } from '#cases/queries/versions_in_use'
import { type MigrationPlan, proposePlan, termsBetween } from '#catalogue/index'
import { readJsonFile } from '#catalogue/queries/read_json_file'
import { readPlan } from '#catalogue/queries/read_plan'
import { digestOf } from '#core/digest'
import type { Json } from '#core/json'
import { TownCommand } from '#start/towns/town_command'
import { backLines, trialLines } from '#start/towns/trial_lines'
import type { Town } from '#tenancy/types'

const NAME = 'case:migrate'
const OPERATOR = byCommand(NAME)

const PAUSE_MS = 1_000
/** So often a case that somebody has is come back to before it is left where it is. */
const TRIES = 20

/** `node ace case:migrate <procedure> --town=...`: which versions have open cases; how they may move, tried and carried out. */
export default class CaseMigrate extends TownCommand {
  static override commandName = NAME
  static override description = 'Move open cases of a procedure from one version to another by a plan'
  static override help = [
    'Without --from and --to it lists the versions. Versions are named by number or by the first letters of their digest.',
    'It ends with 0 when all that was asked was done, 2 when cases stayed where they were, 1 when nothing could be done.',
  ]

  @args.string({ description: 'The slug of the procedure' })
  declare procedure: string

  @flags.string({ description: 'The slug of the town', required: true })
  declare town: string

  @flags.string({ description: 'The version that cases come from' })
  declare from?: string

  @flags.string({ description: 'The version that they move to' })
  declare to?: string

  @flags.string({ description: 'A plan in a file; else the town’s own, or the pack’s' })
  declare plan?: string

  @flags.boolean({ description: 'Print the plan that is proposed, to be looked at and kept in a file' })
  declare propose?: boolean

  @flags.boolean({ description: 'Count what would move and what would stay, and write nothing' })
  declare dryRun?: boolean

  @flags.number({ description: 'So many cases at most' })
  declare limit?: number

  @flags.number({ description: 'So many cases of a hundred' })
  declare percent?: number

  @flags.string({ description: 'Why, for the audit trail' })
  declare reason?: string

  @flags.boolean({ description: 'Put cases back that nothing has happened in since they moved' })
  declare back?: boolean

  @flags.boolean({ description: 'Stop the run that goes on' })
  declare stop?: boolean

  override async run() {
    const town = await this.named(this.town)
    if (!town) return
    if (this.stop) return this.#stop(town)
    const versions = await versionsInUse(town.id, this.procedure)
    if (versions.length === 0) return this.refuse(this.#tell('none', { slug: this.procedure }))
    if (!this.from || !this.to) return this.#list(versions)
    const [from, to] = await Promise.all([this.#version(this.from), this.#version(this.to)])
    if (!from || !to) return
    if (this.propose) {
      const reason = { es: '…', ca: '…', en: '…' }
      return this.logger.log(JSON.stringify(proposePlan(from.procedure!, to.procedure!, reason), null, 2))
    }
    const plan = await this.#plan(town, from, to)
    if (!plan) return
    if (this.dryRun) return this.#try(town, plan)
    await this.#carryOut(town, plan)
  }

  #tell = (id: string, params: Record<string, string | number> = {}) =>
    this.say(`cases.commands.migrate.${id}`, params)

  #list(versions: VersionInUse[]) {
    for (const { version, digest, cases, offered } of versions)
      this.logger.log(
        this.#tell('version', { version, digest: digest.slice(0, 12), cases, offered: offered ? 1 : 0 })
      )
  }

  async #version(name: string): Promise<VersionInUse | null> {
    const found = await versionNamed(this.procedure, name)
    if (found?.procedure) return found
    this.refuse(this.#tell('no_version', { version: name, slug: this.procedure }))
    return null
  }

  /** The plan in the file, the last one of the town, or the pack's; back, that by which cases came. Held against both versions. */
  async #plan(town: Town, from: VersionInUse, to: VersionInUse): Promise<MigrationPlan | null> {
    const written = this.plan ? await readJsonFile<Json>(this.plan, 'migration') : null
    if (written && !written.ok) {
      this.misfit(written.error, this.#tell('misfit'))
      return null
    }
    const between = { slug: this.procedure, from: from.digest, to: to.digest }
    const plan = written?.value ?? (await (this.back ? planBack : planBetween)(town.id, between))
    if (!plan) {
      this.refuse(this.#tell(this.back ? 'none_came' : 'no_plan'))
      return null
    }
    const read = await readPlan(plan as Json, this.plan ?? 'plan')
    if (read.ok) return read.value.plan
    this.misfit(read.error, this.#tell('misfit'))
    return null
  }

  get #stage(): Stage & { percent?: number } {
    return {
      ...(this.limit !== undefined && { limit: this.limit }),
      ...(this.percent !== undefined && { percent: this.percent }),
    }
  }

  async #try(town: Town, plan: MigrationPlan) {
    const told = this.back ? await this.#tryBack(town, plan) : await this.#tryForward(town, plan)
    for (const line of told.lines) this.logger.log(line)
    if (told.stays.length > 0) this.exitCode = 2
  }

  async #tryForward(town: Town, plan: MigrationPlan) {
    const route = await routeOfContents(plan)
    const trial = await dryRun(town.id, route, this.#stage, new Date())
    const terms = termsBetween(route.from, route.to, plan)
    return { lines: trialLines(trial, terms, this.say), stays: trial.stays }
  }

  async #tryBack(town: Town, plan: MigrationPlan) {
    const trial = await dryBack(town.id, { ...plan, digest: digestOf(plan) }, this.#stage)
    return { lines: backLines(trial, this.say), stays: trial.stays }
  }

  async #carryOut(town: Town, plan: MigrationPlan) {
    const given = { municipalityId: town.id, actor: OPERATOR, at: new Date() }
    const written = await new WritePlan().execute({ ...given, plan: plan as unknown as Json })
    if (!written.ok) return this.misfit(written.error, this.#tell('misfit'))
    const started = await new StartMigration().execute({
      ...given,
      ...{ planId: written.value.id, stage: this.#stage, reason: this.reason ?? '' },
      direction: this.back ? 'back' : 'forward',
    })
    if (!started.ok) return this.refuse(this.#tell(`refused.${started.error}`))
    const { runId } = started.value
    this.logger.log(this.#tell('started', { town: town.slug }))
    await this.#follow(town, runId)
    const run = (await runById(town.id, runId))!
    for (const { number, faults } of await stayedIn(town.id, runId))
      this.logger.warning(
        this.#tell('stayed', {
          number,
          why: faults.map(({ code }) => this.say(`cases.migration.faults.${code}`)).join(' '),
        })
      )
    this.logger.success(this.#tell('ended', { moved: run.moved, restored: run.restored, stays: run.stays }))
    if (run.stays > 0) this.exitCode = 2
  }

  /** Goes through it beside the worker, which may be doing so too. */
  async #follow({ id }: Town, runId: string) {
    for (let tries = 0; ;) {
      const progress = await carryOut(id, runId, { at: new Date(), most: 50, lastCall: tries >= TRIES })
      if (progress.state !== 'running') return
      if (progress.tried > 0) {
        const { moved, restored, stays } = (await runById(id, runId))!
        this.logger.log(this.#tell('progress', { done: moved + restored + stays }))
        tries = 0
      } else {
        tries += 1
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
    }
  }

  async #stop(town: Town) {
    const running = (await runsOf(town.id, this.procedure)).find(({ state }) => state === 'running')
    if (!running) return this.refuse(this.#tell('not_running', { slug: this.procedure }))
    const given = { municipalityId: town.id, runId: running.id, actor: OPERATOR, at: new Date() }
    await new StopMigration().execute(given)
    this.logger.success(this.#tell('stopped', { moved: running.moved + running.restored }))
  }
}
