import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { field } from '#desk/http/asked'
import { doorsOf } from '#desk/http/desk_props'
import { goTo, say } from '#desk/http/flash'
import { speechOf } from '#desk/http/speech'
import { EndSessions } from '#identity/actions/end_sessions'
import { SignInOfficer } from '#identity/actions/sign_in_officer'
import { countSignIn } from '#desk/http/sign_in_attempts'
import { browserOf, keepBrowser } from '#identity/http/browser_cookie'
import { returnPath } from '#identity/domain/return_path'
import { keepOfficer, officerIdOf } from '#identity/http/session_of'
import type { Officer } from '#identity/types'

const deskPath = (asked: unknown) => returnPath(asked, '/desk')

/** An employee comes to the desk with a password, and leaves it. */
export default class SignInController {
  async show(ctx: HttpContext) {
    const returnTo = deskPath(ctx.request.qs().return)
    if (officerIdOf(ctx)) return goTo(ctx, returnTo)
    return this.page(ctx, { email: '', returnTo, error: null })
  }

  async store(ctx: HttpContext) {
    const { town, response } = ctx
    const email = field(ctx, 'email', 320)
    const password = field(ctx, 'password', 1000)
    const returnTo = deskPath(field(ctx, 'return', 500))
    const failed = (status: number, reason: string) => {
      response.status(status)
      return this.page(ctx, { email, returnTo, error: speechOf(ctx).t(`desk.signIn.faults.${reason}`) })
    }
    const wait = await countSignIn(ctx)
    if (wait !== null) {
      response.header('retry-after', String(wait))
      return failed(429, 'too_many')
    }
    const at = new Date()
    const browser = browserOf(ctx) ?? randomUUID()
    const signedIn = await new SignInOfficer().execute(town.id, { email, password, browser, at })
    if (!signedIn.ok) return failed(422, signedIn.error)
    keepOfficer(ctx, signedIn.value.id, at)
    keepBrowser(ctx, browser)
    say(ctx, 'info', this.welcome(ctx, signedIn.value))
    return goTo(ctx, returnTo)
  }

  async destroy(ctx: HttpContext) {
    const officer = officerIdOf(ctx)
    if (officer) await new EndSessions().execute(ctx.town.id, 'officer', officer.id, new Date())
    ctx.session.clear()
    ctx.session.regenerate()
    return goTo(ctx, '/desk/sign-in')
  }

  /** `/desk`: each employee's first door. */
  async home(ctx: HttpContext) {
    ctx.session.reflash()
    return goTo(ctx, doorsOf(ctx.officer)[0]?.href ?? '/')
  }

  /** The last access and the last attempt that failed, told at each sign-in (ENS, op.acc.6). */
  private welcome(ctx: HttpContext, officer: Officer): string {
    const { name, previousAccessAt, lastFailureAt, lockedUntil } = officer
    const { t, moment } = speechOf(ctx)
    const told = [t('desk.signIn.welcome', { name })]
    told.push(
      previousAccessAt
        ? t('desk.signIn.lastAccess', { when: moment(previousAccessAt).text })
        : t('desk.signIn.firstAccess')
    )
    if (lastFailureAt) told.push(t('desk.signIn.lastFailure', { when: moment(lastFailureAt).text }))
    if (lockedUntil && lockedUntil > new Date())
      told.push(t('desk.signIn.locked', { when: moment(lockedUntil).text }))
    return told.join(' ')
  }

  private page = (
    { inertia }: HttpContext,
    props: { email: string; returnTo: string; error: string | null }
  ) => inertia.render('desk/sign_in', props)
}
