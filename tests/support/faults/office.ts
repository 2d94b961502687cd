import { randomUUID } from 'node:crypto'
import { CitizenVisitor } from '#tests/support/citizen_visitor'
import { openOffice, type OpenOffice } from '#tests/support/filing'

/** An office of a demo town, by the same address whatever port a process has. */
export const demoOffice = (): Promise<OpenOffice> =>
  openOffice({ demo: true, hosts: [`${randomUUID()}.example`] })

/** Its person, signed in at one process; their cookies are good at every other. */
export const citizenOf = ({ test }: OpenOffice, port: number): Promise<CitizenVisitor> =>
  new CitizenVisitor(test.host).at(port).signIn()
