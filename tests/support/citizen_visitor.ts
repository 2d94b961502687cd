import { demoIdentities } from '#identity/domain/demo_identities'
import { formsIn, type PageForm } from '#tests/support/page_forms'
import { MULTIPART, multipart, type Part } from '#tests/support/multipart'
import { Visitor, type Answer } from '#tests/support/visitor'

export type GivenFile = Pick<Part, 'filename' | 'content' | 'type'>

/** A citizen at a browser without scripts: reads pages, fills in their forms, presses their buttons. */
export class CitizenVisitor extends Visitor {
  /** Signs in as one of the fictional persons. */
  async signIn(identity: { identifier: string } = demoIdentities[0]!): Promise<this> {
    const { status } = await this.tryToSignIn(identity.identifier)
    if (status !== 303) throw new Error(`the citizen could not sign in: ${status}`)
    return this
  }

  async tryToSignIn(identifier: string, returnTo = '/folder'): Promise<Answer> {
    await this.get('/sign-in')
    return this.submit('/sign-in/demo/answer', { identity: identifier, return_to: returnTo })
  }

  /** The form of a page whose action begins so. */
  async formAt(path: string, action: string): Promise<PageForm> {
    const page = await this.get(path)
    return formIn(page, action)
  }

  /** Sends a form with what the visitor has filled in. */
  send(
    { action, fields, multipart: takesFiles }: PageForm,
    filled: Record<string, string> = {},
    files: [string, GivenFile][] = []
  ) {
    const untouched = fields.filter(([name]) => !(name in filled))
    const all = [...untouched, ...Object.entries(filled)]
    if (!takesFiles) return this.submit(action, all)
    const parts: Part[] = [
      ...all.map(([name, content]) => ({ name, content })),
      ...files.map(([name, file]) => ({ name, ...file })),
    ]
    return this.ask({
      method: 'POST',
      path: action,
      headers: { 'content-type': MULTIPART },
      body: multipart(parts),
    })
  }

  /** Begins a filing, as the person who signed in or as nobody; answers where its first page is. */
  async begin(slug: string, as: 'filings' | 'anonymous-filings' = 'filings'): Promise<string> {
    const form = await this.formAt(`/procedures/${slug}`, `/procedures/${slug}/${as}`)
    const begun = await this.send(form)
    if (begun.status !== 303) throw new Error(`the filing did not begin: ${begun.status}`)
    return begun.headers.location!
  }

  /** Answers the page of a filing and goes on; the answer says where to. */
  async answer(path: string, filled: Record<string, string>, files: [string, GivenFile][] = []) {
    const form = await this.formAt(path, path.split('?')[0]!)
    return this.send(form, { _step: 'next', ...filled }, files)
  }
}

export function formIn(page: Answer, action: string): PageForm {
  const form = formsIn(page.body).find((one) => one.action.split('?')[0] === action)
  if (!form) throw new Error(`there is no form to ${action} (${page.status})`)
  return form
}

/** A citizen of a demo town who has signed in: the first of the fictional persons, or another. */
export const signedIn = (town: { host: string }, nth = 0): Promise<CitizenVisitor> =>
  new CitizenVisitor(town.host).signIn(demoIdentities[nth])
