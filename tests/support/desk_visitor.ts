import type { TestOfficer, TestTown } from '#tests/support/town'
import { Visitor, type Answer, type Question } from '#tests/support/visitor'

export interface DeskAnswer extends Answer {
  /** What the page was given, where the answer is a page of the desk. */
  component: string | null
  props: any
}

const PAGE = /<script data-page="app" type="application\/json">(.*?)<\/script>/s

/** Somebody at the desk of one town, whose pages are given as data. */
export class DeskVisitor extends Visitor {
  declare get: (path: string) => Promise<DeskAnswer>
  declare submit: (path: string, fields?: Record<string, string> | [string, string][]) => Promise<DeskAnswer>

  /** Posts as a form of a page does, with the token that the page was given. */
  post = (path: string, fields: object = {}) =>
    this.ask({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    })

  async signIn({ email, password }: Pick<TestOfficer, 'email' | 'password'>): Promise<DeskAnswer> {
    await this.get('/desk/sign-in')
    return this.post('/desk/sign-in', { email, password })
  }

  override async ask(question: Question): Promise<DeskAnswer> {
    const answer = await super.ask(question)
    const page = PAGE.exec(answer.body)?.[1]
    const { component = null, props = null } = page ? JSON.parse(page) : {}
    return { ...answer, component, props }
  }
}

/** An officer of a test town who has signed in. */
export async function atTheDesk(town: Pick<TestTown, 'host'>, officer: TestOfficer): Promise<DeskVisitor> {
  const visitor = new DeskVisitor(town.host)
  const answer = await visitor.signIn(officer)
  if (answer.status !== 303) throw new Error(`the officer could not sign in: ${answer.status}`)
  return visitor
}
