import { args, flags } from '@adonisjs/core/ace'
import { HandOver } from '#cases/actions/hand_over'
import { lockedInHand } from '#cases/queries/in_hand'
import { DismissOfficer } from '#identity/actions/dismiss_officer'
import { NameHolder } from '#identity/actions/name_holder'
import { lockOfficers } from '#identity/queries/administrators'
import type { Officer } from '#identity/types'
import { waitsForAlone } from '#signatures/queries/waits_for'
import { OfficerCommand } from '#start/officers/officer_command'
import { inTown, type TownTransaction } from '#tenancy/town_transaction'
import type { Town } from '#tenancy/types'

/** Rolls back what had begun; its text is for whoever typed the command. */
class Obstacle extends Error {}

/** `node ace officer:dismiss <town> <e-mail>`: somebody works here no more. What they did stays told by their name. */
export default class OfficerDismiss extends OfficerCommand {
  static override commandName = 'officer:dismiss'
  static override description = 'End the account of somebody who works in a town no more'

  @args.string({ description: 'The slug of the town' })
  declare town: string

  @args.string({ description: 'The e-mail address with which they sign in' })
  declare email: string

  @flags.string({ description: 'Who takes over their cases, by e-mail address' })
  declare to?: string

  @flags.boolean({
    description: 'Leave what they have in hand to nobody: cases to their unit, bodies vacant',
  })
  declare release?: boolean

  override async run() {
    const town = await this.named(this.town)
    const officer = town && (await this.employee(town, this.email))
    const heir = officer && (this.to ? await this.employee(town, this.to) : undefined)
    if (!officer || heir === null) return
    if (heir?.id === officer.id)
      return this.refuse('Nobody takes over from themselves. Name somebody else with --to.')
    try {
      const told = await inTown(town.id, (trx) => this.#dismiss(trx, town, officer, heir?.id ?? null))
      for (const line of told) this.logger.log(line)
      this.logger.success(`${officer.name} works in ${town.name} no more; their sessions are ended.`)
    } catch (error) {
      if (!(error instanceof Obstacle)) throw error
      this.refuse(error.message)
    }
  }

  /** All of it or nothing. Answers what became of what they had in hand. */
  async #dismiss(
    trx: TownTransaction,
    town: Town,
    { id, name, holds }: Officer,
    heir: string | null
  ): Promise<string[]> {
    const cases = (await lockedInHand(trx, id)).length
    await lockOfficers(trx)
    const signatures = await waitsForAlone(town.id, id)
    const kept = [
      ...(cases > 0 && !heir ? [`${cases} open cases (hand them over with --to=<e-mail>)`] : []),
      ...holds.map(
        (body) => `the body ${body} (name another: node ace town:name-holder ${town.slug} ${body} <e-mail>)`
      ),
      ...(signatures > 0 ? [`${signatures} documents that nobody else can sign (name or hire who can)`] : []),
    ]
    if (kept.length > 0 && !this.release)
      throw new Obstacle(`${name} has in hand: ${kept.join('; ')}. Or leave it to nobody, with --release.`)
    const at = new Date()
    await new HandOver().execute(town.id, { from: id, to: heir, at })
    for (const body of holds) await new NameHolder().execute(town.id, { body, officerId: null })
    const dismissed = await new DismissOfficer().execute(town.id, { officerId: id, at })
    if (!dismissed.ok) throw new Obstacle(this.#refusal(dismissed.error, name, town.slug))
    if ((await lockedInHand(trx, id)).length > 0)
      throw new Obstacle(`${name} was given a case in this very moment. Try again.`)
    return [
      ...(cases > 0
        ? [`${cases} open cases went ${heir ? `to ${this.to}` : 'back to their units, to nobody'}.`]
        : []),
      ...holds.map(
        (body) => `The body ${body} is vacant: nothing that its holder signs or that names them can go on.`
      ),
      ...(signatures > 0 ? [`${signatures} documents wait for a signature that nobody can give now.`] : []),
    ]
  }

  #refusal = (refusal: 'unknown' | 'last_admin' | 'holds', name: string, town: string) =>
    ({
      unknown: `${name} works in ${town} no more.`,
      last_admin: `Nobody else administers ${town}. Hire another, or make somebody an admin, first.`,
      holds: `${name} was named the holder of a body in this very moment. Try again.`,
    })[refusal]
}
