import type { HttpContext } from '@adonisjs/core/http'
import { randomUUID } from 'node:crypto'
import { postedText } from '#core/http/posted_text'
import { notFound } from '#core/http/problem'
import { refuseTooMany, secondsToWait } from '#core/http/rate'
import { Counter } from '#core/metrics'
import { err } from '#core/result'
import { EndSessions } from '#identity/actions/end_sessions'
import { WelcomePerson } from '#identity/actions/welcome_person'
import {
  hasOwnPage,
  type OwnPageDriver,
  type ProviderDriver,
  type SignedIn,
  type SignInState,
} from '#identity/contract'
import { answers, fieldsOf } from '#identity/domain/provider_answer'
import { returnPath } from '#identity/domain/return_path'
import { handOver } from '#identity/http/hand_over'
import { citizenOf, keepCitizen } from '#identity/http/session_of'
import { driverOf, driversOf } from '#identity/queries/drivers'

/** Tries a minute from one address at one town: a room full of people passes, a machine that guesses does not. */
const RATE = { requests: 30, duration: '1 min' }

/** An answer is taken once in the time that it may be taken. */
const ONCE = { requests: 1, duration: '30 mins' }

const refusals = new Counter(
  'finestra_citizen_sign_ins_refused_total',
  'Sign-ins of citizens that were refused'
)

interface Outcome {
  identity: SignedIn
  returnTo: string
}

/** Signing in as a citizen, whatever the means: away to the provider, and back with its answer. */
export default class SignInController {
  show(ctx: HttpContext) {
    return this.page(ctx, returnPath(ctx.request.qs().return), null)
  }

  async begin(ctx: HttpContext) {
    const { town, params, request, response, session } = ctx
    const driver = driverOf(town, params.driver)
    if (!driver) throw notFound()
    const returnTo = returnPath(request.qs().return)
    if (hasOwnPage(driver)) return response.redirect(`/sign-in?return=${encodeURIComponent(returnTo)}`)
    const state: SignInState = { driver: driver.name, nonce: randomUUID(), returnTo, begun: Date.now() }
    session.put('sign_in', state)
    const answerAt = new URL(`/sign-in/${driver.name}/answer`, request.completeUrl()).href
    const departure = await driver.begin(town, state, answerAt)
    return typeof departure === 'string'
      ? response.redirect(departure)
      : handOver(ctx, departure.action, departure.fields)
  }

  async complete(ctx: HttpContext) {
    const { town, params, request, response, i18n } = ctx
    const driver = driverOf(town, params.driver)
    if (!driver) throw notFound()
    await refuseTooMany(ctx, `sign_in:${town.id}:${request.ip()}`, RATE)
    const { identity, returnTo } = hasOwnPage(driver)
      ? await this.chosen(ctx, driver)
      : await this.answered(ctx, driver)
    if (!identity.ok) {
      refusals.add()
      response.status(422)
      return this.page(ctx, returnTo, i18n.t(`identity.faults.${identity.error}`))
    }
    const { email, phone } = identity.value
    const citizen = await new WelcomePerson().execute(town.id, identity.value, {
      at: new Date(),
      email,
      phone,
    })
    keepCitizen(ctx, citizen)
    return response.redirect().status(303).toPath(returnTo)
  }

  /** By a form of ours: a link signs nobody in. */
  private async chosen(ctx: HttpContext, driver: OwnPageDriver): Promise<Outcome> {
    const identity = await driver.choose(ctx.town, postedText(ctx, 'identity'))
    return { identity, returnTo: returnPath(postedText(ctx, 'return_to')) }
  }

  /** Once: a sign-in whose answer came is over, in every copy of its session. */
  private async answered({ request, session, town }: HttpContext, driver: ProviderDriver): Promise<Outcome> {
    const state: SignInState | null = session.get('sign_in', null)
    const answer = fieldsOf(driver.answer, request.method() === 'POST' ? request.body() : request.qs())
    const refused = { identity: err('answer_refused' as const), returnTo: returnPath(state?.returnTo) }
    if (!state || !answer || !answers(state, { driver, answer, at: new Date() })) return refused
    session.forget('sign_in')
    if ((await secondsToWait(`sign_in_answer:${town.id}:${state.nonce}`, ONCE)) !== null) return refused
    return { identity: await driver.complete(town, state, answer), returnTo: refused.returnTo }
  }

  async destroy(ctx: HttpContext) {
    const { town, session, response } = ctx
    const citizen = citizenOf(ctx)
    if (citizen) await new EndSessions().execute(town.id, 'person', citizen.personId, new Date())
    session.clear()
    session.regenerate()
    return response.redirect().status(303).toPath('/')
  }

  private page({ town, view, i18n }: HttpContext, returnTo: string, error: string | null) {
    const offered = driversOf(town)
    const methods = offered
      .filter((driver) => !hasOwnPage(driver))
      .map(({ name }) => ({
        id: name,
        name: i18n.t(`identity.drivers.${name}.name`),
        text: i18n.t(`identity.drivers.${name}.text`),
        href: `/sign-in/${name}?return=${encodeURIComponent(returnTo)}`,
      }))
    const identities = offered.filter(hasOwnPage).flatMap((driver) =>
      driver.choices(town).map(({ identifier, givenName, surnames, organisation }) => ({
        id: identifier,
        name: `${givenName} ${surnames}`,
        document: identifier,
        kind: organisation ? 'representative' : 'natural_person',
        text: organisation
          ? i18n.t('identity.demo.forOrganisation', { name: organisation.name })
          : i18n.t('identity.demo.forOneself'),
        action: `/sign-in/${driver.name}/answer`,
      }))
    )
    return view.render('pages/portal/sign_in', { methods, identities, returnTo, error })
  }
}
