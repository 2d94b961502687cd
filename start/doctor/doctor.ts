import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import logger from '@adonisjs/core/services/logger'
import { examine } from '#start/doctor/examine'
import type { Finding } from '#start/doctor/finding'

/** `node ace doctor`: what to know before calling for help; exits with 1 where something fails. */
export default class Doctor extends BaseCommand {
  static override commandName = 'doctor'
  static override description =
    'Look at the machine, the settings, the database and the towns, and say what to mend'
  static override options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'As JSON, for programs' })
  declare json?: boolean

  override async run() {
    // What is wrong is said below, once and in words.
    logger.level = 'silent'
    const findings = await examine(new Date())
    if (findings.some(({ verdict }) => verdict === 'fail')) this.exitCode = 1
    if (this.json) return this.logger.log(JSON.stringify({ ok: this.exitCode !== 1, findings }, null, 2))
    const width = Math.max(...findings.map(({ about }) => about.length))
    for (const finding of findings) this.tell(finding, width)
    this.logger.log(this.sum(findings))
  }

  private tell({ about, verdict, said, remedy }: Finding, width: number) {
    const colour = { ok: 'green', warn: 'yellow', fail: 'red' } as const
    const mark = this.colors[colour[verdict]](verdict.padEnd(4))
    this.logger.log(`${mark}  ${about.padEnd(width)}  ${said}`)
    if (remedy) this.logger.log(`${' '.repeat(width + 8)}${remedy}`)
  }

  private sum(findings: Finding[]) {
    const count = (verdict: string) => findings.filter((one) => one.verdict === verdict).length
    return `\n${count('ok')} ok, ${count('warn')} to look at, ${count('fail')} to mend`
  }
}
