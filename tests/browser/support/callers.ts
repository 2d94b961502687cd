import type { Who } from '#tests/browser/pages/visit'
import { Citizen } from '#tests/browser/support/citizen'
import { Officer } from '#tests/browser/support/officer'
import type { StockedTown } from '#tests/browser/support/stocked_town'
import { Visitor } from '#tests/browser/support/visitor'
import type { Language } from '#tenancy/types'

/** Those who look at the pages of a town: each comes once, signs in, and stays. */
export class Callers {
  private readonly here = new Map<Who, Promise<Visitor>>()

  constructor(
    private readonly town: StockedTown,
    private readonly lang: Language
  ) {}

  as(who: Who = 'anybody'): Promise<Visitor> {
    const there = this.here.get(who) ?? this.come(who)
    this.here.set(who, there)
    return there
  }

  async leave(): Promise<void> {
    for (const visitor of this.here.values()) await (await visitor).leave()
  }

  private async come(who: Who): Promise<Visitor> {
    const { office, handler } = this.town
    const how = { lang: this.lang }
    if (who === 'anybody') return Visitor.open(office.test, how)
    if (who === 'citizen') {
      const citizen = await Citizen.open(office.test, how)
      await citizen.signIn()
      return citizen
    }
    const officer = await Officer.open(office.test, how)
    await officer.signIn(who === 'handler' ? handler : office.test.officer)
    return officer
  }
}
