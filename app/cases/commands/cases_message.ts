import { args, flags } from '@adonisjs/core/ace'
import { SYSTEM } from '#audit/types'
import { SendMessage } from '#cases/actions/send_message'
import { awaitedMessages, keptMessages } from '#cases/queries/message_traffic'
import { TownsCommand } from '#cases/commands/towns_command'
import type { Json } from '#core/json'

const SHOWN = 200

/**
 * `node ace cases:message <town> <name> --id=...`: tells whichever case waits for it; sent again under its id, nothing more
 * happens. With `--list`, what waits to be told and what was told in vain so far.
 */
export default class CasesMessage extends TownsCommand {
  static override commandName = 'cases:message'
  static override description = 'Send a message to the case of a town that waits for it, or list what waits'
  static override help = [
    'To send, the name and --id are needed. With --list nothing is sent: it tells which cases wait for which message,',
    'and which messages are kept because nobody waits for them yet.',
  ]

  @args.string({ description: 'The slug of the town' })
  declare town: string

  @args.string({ description: 'The name of the message, such as works.finished', required: false })
  declare name?: string

  @flags.string({
    description: 'Needed to send: your own id of it. Sent again under the same one, it is the same message',
  })
  declare id?: string

  @flags.string({ description: 'What it is about: what the case that waits names' })
  declare about?: string

  @flags.boolean({
    description: 'List the cases that wait for a message, and the messages that wait for a case',
  })
  declare list: boolean

  @flags.string({ description: 'What it brings, as a JSON object' })
  declare payload?: string

  @flags.number({ description: 'For how many days it is kept while nobody waits for it (30)' })
  declare days?: number

  override async run() {
    const [town] = await this.chosen(this.town)
    if (!town) return
    if (this.list) return this.#list(town.id)
    const payload = objectIn(this.payload ?? '{}')
    if (!payload) return this.refuse('the payload is no JSON object')
    const sent = await new SendMessage().execute({
      ...{
        municipalityId: town.id,
        key: this.id ?? '',
        name: this.name ?? '',
        about: this.about ?? '',
        payload,
      },
      ...(this.days !== undefined && { keptDays: this.days }),
      ...{ actor: SYSTEM, at: new Date() },
    })
    if (!sent.ok) return this.refuse(REFUSALS[sent.error])
    this.logger.success(`sent: ${sent.value}`)
  }

  async #list(townId: string) {
    const [awaited, kept] = [await awaitedMessages(townId, SHOWN), await keptMessages(townId, SHOWN)]
    for (const { name, correlation, number, caseId, element, since } of awaited)
      this.logger.log(
        `awaited  ${addressed(name, correlation)}  by case ${number ?? caseId} at ${element}${since ? ` since ${since.toISOString()}` : ''}`
      )
    for (const { id, name, correlation, number, caseId, sentAt, expiresAt } of kept)
      this.logger.log(
        `kept     ${addressed(name, correlation)}  ${id}  from ${caseId ? `case ${number ?? caseId}` : 'outside'}, sent ${sentAt.toISOString()}, until ${expiresAt.toISOString()}`
      )
    this.logger.info(
      `${awaited.length} awaited, ${kept.length} kept${Math.max(awaited.length, kept.length) === SHOWN ? ` (the first ${SHOWN} of each)` : ''}`
    )
  }
}

const addressed = (name: string, about: string) => (about ? `${name} --about=${JSON.stringify(about)}` : name)

function objectIn(text: string): Record<string, Json> | null {
  try {
    const value = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

const REFUSALS = {
  no_name: 'the message needs a name of at most 200 letters',
  no_key: 'say by which id it is yours: --id="..."',
  of_an_office: 'that is told by an office of the house, and by nobody else',
  not_own: 'a message of your own has a name of two words and a dot, such as works.finished',
  other_content: 'something else was sent under this id before; nothing was sent now',
  too_large: 'the payload is too large: at most 64 kB',
  kept_too_long: 'a message is kept for one to 366 days',
}
