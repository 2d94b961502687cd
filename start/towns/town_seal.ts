import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { args } from '@adonisjs/core/ace'
import { BindSeal } from '#documents/actions/bind_seal'
import { TownCommand } from '#start/towns/town_command'

/** `node ace town:seal <town> <file>`: the organ seal with which the town's documents are sealed from now on. */
export default class TownSeal extends TownCommand {
  static override commandName = 'town:seal'
  static override description = 'Bind an organ seal from a PKCS#12 file (.p12, .pfx) to a town'

  @args.string({ description: 'The slug of the town' })
  declare town: string

  @args.string({ description: 'The file; its password is asked for, or read from standard input' })
  declare file: string

  override async run() {
    const town = await this.named(this.town)
    if (!town) return
    const file = await readFile(this.file).catch(() => null)
    if (!file) return this.refuse(this.say('tenancy.commands.seal.no_file', { file: this.file }))
    const passphrase = await this.passphrase()
    const bound = await new BindSeal().execute(town, { file, passphrase, at: new Date() })
    const params = { file: this.file, town: town.name, number: town.taxNumber ?? '' }
    if (!bound.ok) return this.refuse(this.say(`tenancy.commands.seal.${bound.error}`, params))
    const { subject, validToDate } = bound.value
    const holder = /^CN=(.+)$/m.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ')
    this.logger.success(
      this.say('tenancy.commands.seal.bound', { holder, until: validToDate.toISOString().slice(0, 10) })
    )
  }

  /** Never an argument: those are read by everybody on the machine, and kept by the shell. */
  private async passphrase(): Promise<string> {
    if (process.stdin.isTTY) return this.prompt.secure(this.say('tenancy.commands.seal.ask'))
    for await (const line of createInterface({ input: process.stdin })) return line
    return ''
  }
}
