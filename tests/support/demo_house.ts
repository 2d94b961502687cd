import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CitizenVisitor } from '#tests/support/citizen_visitor'
import { eventually, operate, type Operation } from '#tests/support/house_process'
import { freePort } from '#tests/support/web_process'
import { load } from '#tests/unit/bootstrap/load'

const { urls } = await load('postgres/embedded')
const { secretsIn } = await load('secrets')

/** The house as an operator has it: the real commands, on a data folder of its own with the demo towns. */
export class DemoHouse {
  readonly parent = mkdtempSync(join(tmpdir(), 'operator-'))
  readonly folder = join(this.parent, 'data')
  private house: Operation | null = null

  private constructor(readonly port: number) {
    // As root PostgreSQL runs as `nobody`.
    chmodSync(this.parent, 0o755)
  }

  static async made(): Promise<DemoHouse> {
    return new DemoHouse(await freePort())
  }

  get env(): Record<string, string> {
    return { FINESTRA_DATA: this.folder, PORT: String(this.port) }
  }

  async open(more: Record<string, string> = {}): Promise<string> {
    const house = operate(['bin/start.js'], { ...this.env, ...more })
    this.house = house
    await eventually(
      'the house opens',
      () => {
        if (house.child.exitCode !== null) throw new Error(house.said())
        return house.said().includes('Finestra is open at')
      },
      60_000
    )
    return house.said()
  }

  async close(): Promise<void> {
    this.house?.child.kill()
    await this.house?.ended
    this.house = null
  }

  /** Runs a command of an operator to its end. */
  async runs(...script: string[]): Promise<{ code: number | null; said: string }> {
    const operation = operate(script, this.env)
    return { code: await operation.ended, said: operation.said() }
  }

  /** Where its database can be read while it runs. */
  get database(): string {
    const port = readFileSync(join(this.folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]
    return urls(port, secretsIn(this.folder)).DATABASE_OWNER_URL
  }

  log = (name: string) => readFileSync(join(this.folder, name), 'utf8')

  citizen = (town: string) => new CitizenVisitor(`${town}.localhost`).at(this.port)

  /** All that it keeps is gone, as with its disk. */
  lose(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  has = (name: string) => existsSync(join(this.folder, name))

  async end(): Promise<void> {
    await this.close()
    rmSync(this.parent, { recursive: true, force: true })
  }
}
