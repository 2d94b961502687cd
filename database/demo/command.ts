import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { loadCatalogue } from '#catalogue/actions/load_catalogue'
import { anyTown } from '#tenancy/actions/found_town'
import { towns } from '#tenancy/queries/towns'
import { fillDemoCalendar } from '#database/demo/fill_calendar'
import { DEMO_PASSWORD, demoOfficers } from '#database/demo/organisation'
import { offerDemo, seedDemo, staffDemoTown } from '#database/demo/seed'
import env from '#start/env'
import { readTownFile } from '#start/towns/town_file'

const demoTowns = async () => (await towns()).filter(({ demo }) => demo)

/** `demo:seed`, run by the bootstrap: the fictional towns, once; afterwards only what changed in the catalogue. */
export default class DemoSeed extends BaseCommand {
  static override commandName = 'demo:seed'
  static override description = 'Found the fictional demo towns with the procedures of the catalogue'
  static override options: CommandOptions = { startApp: true }

  override async run() {
    const { published, refused } = await loadCatalogue()
    for (const { slug, diagnostics } of refused) {
      this.logger.error(
        `${slug} does not compile: ${diagnostics[0]?.code} at ${diagnostics[0]?.file}${diagnostics[0]?.pointer}. Run: node ace procedure:lint ${slug}`
      )
      this.exitCode = 1
    }
    if (!(await anyTown())) await seedDemo(published, (line) => this.logger.info(line))
    else
      for (const town of await demoTowns()) {
        await staffDemoTown(town)
        const file = await readTownFile(this.app.makePath('resources', 'towns', `${town.slug}.json`))
        if (file.ok) await fillDemoCalendar(town.id, file.value)
        await offerDemo(town, published)
      }
    await this.tellSignIns()
  }

  /** For the terminal of a start; the passwords are no secret, yet nobody else's either. */
  private async tellSignIns() {
    const signIns = (await demoTowns()).flatMap(({ name, slug }) =>
      demoOfficers(slug).map((officer) => ({
        who: `${name}: ${officer.position.en}`,
        user: `${officer.user}@${slug}.example`,
        password: DEMO_PASSWORD,
        path: '/desk',
        town: slug,
      }))
    )
    const data = env.get('FINESTRA_DATA') ?? this.app.makePath('var')
    await mkdir(data, { recursive: true })
    const file = join(data, 'demo.json')
    await writeFile(file, JSON.stringify({ signIns }, null, 2), { mode: 0o600 })
    await chmod(file, 0o600)
  }
}
