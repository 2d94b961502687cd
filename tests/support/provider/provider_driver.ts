import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { err, ok } from '#core/result'
import type { ProviderDriver } from '#identity/contract'
import type { VerifiedIdentity } from '#identity/types'
import { offerDriver } from '#identity/queries/drivers'
import type { Town } from '#tenancy/types'

/** How a provider is asked: by an address (OpenID Connect), or by a form that is posted to it (SAML). */
export type Asked = 'by link' | 'by form'

const sealed = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest('base64url')

/**
 * A driver of a provider that answers by a form, as SAML and OpenID Connect (`form_post`) do, for the towns of a test
 * only. What the provider vouches for is signed, and is of one sign-in.
 */
export class TestProvider {
  readonly key = randomBytes(32)
  readonly driver: ProviderDriver
  private readonly towns = new Set<string>()

  constructor(
    readonly name: string,
    readonly asked: Asked,
    readonly origin = 'http://provider.example'
  ) {
    this.driver = {
      name,
      available: (town: Town) => this.towns.has(town.id),
      answer: { nonce: 'RelayState', fields: { RelayState: 80, SAMLResponse: 4000 } },
      begin: async (_town, { nonce }, answerAt) => {
        const fields = { RelayState: nonce, answerAt }
        return asked === 'by form'
          ? { action: `${this.origin}/ask`, fields }
          : `${this.origin}/ask?${new URLSearchParams(fields)}`
      },
      complete: async (_town, { nonce }, { SAMLResponse = '' }) => this.read(SAMLResponse, nonce),
    }
    offerDriver(this.driver)
  }

  offerTo(town: { id: string }): this {
    this.towns.add(town.id)
    return this
  }

  /** What the provider says of somebody, to the sign-in with this nonce. */
  says(identity: Partial<VerifiedIdentity>, nonce: string): string {
    const text = Buffer.from(JSON.stringify({ identity, nonce })).toString('base64url')
    return `${text}.${sealed(this.key, text)}`
  }

  private read(given: string, nonce: string) {
    const [text = '', seal = ''] = given.split('.')
    const right = Buffer.from(sealed(this.key, text))
    const there = Buffer.from(seal)
    if (there.length !== right.length || !timingSafeEqual(there, right)) return err('answer_refused' as const)
    const said = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (said.nonce !== nonce) return err('answer_refused' as const)
    if (!said.identity.identifier) return err('cancelled' as const)
    return ok({ level: 'high', method: this.name, ...said.identity } as VerifiedIdentity)
  }
}
