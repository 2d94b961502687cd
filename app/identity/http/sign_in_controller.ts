import type { HttpContext } from '@adonisjs/core/http'
import { randomUUID } from 'node:crypto'
import { postedText } from '#core/http/posted_text'
import { notFound } from '#core/http/problem'
import { refuseTooMany } from '#core/http/rate'
import { EndSessions } from '#identity/actions/end_sessions'
import { WelcomePerson } from '#identity/actions/welcome_person'
import type { SignInState } from '#identity/contract'
import { demoIdentities } from '#identity/domain/demo_identities'
import { returnPath } from '#identity/domain/return_path'
import { citizenOf, keepCitizen } from '#identity/http/session_of'
import { driverOf, driversOf } from '#identity/queries/drivers'

/** Tries a minute from one address at one town: a room full of people passes, a machine that guesses does not. */
const RATE = { requests: 30, duration: '1 min' }

/** Signing in as a citizen, whatever the means: away to the provider, and back with its answer. */
export default class SignInController {
  show(ctx: HttpContext) {
    return this.page(ctx, returnPath(ctx.request.qs().return), null)
  }

  async begin({ town, params, request, response, session }: HttpContext) {
    const driver = driverOf(town, params.driver)
    if (!driver) throw notFound()
    const state: SignInState = { nonce: randomUUID(), returnTo: returnPath(request.qs().return) }
    session.put('sign_in', state)
    return response.redirect(await driver.begin(town, state))
  }

  async complete(ctx: HttpContext) {
    const { town, params, request, response, session, i18n } = ctx
    const driver = driverOf(town, params.driver)
    if (!driver) throw notFound()
    await refuseTooMany(ctx, `sign_in:${town.id}:${request.ip()}`, RATE)
    const kept: SignInState | null = session.pull('sign_in', null)
    const state = {
      nonce: kept?.nonce ?? '',
      returnTo: returnPath(request.input('return_to') ?? kept?.returnTo),
    }
    // The demo is a form of ours: a link signs nobody in.
    const answer =
      driver.name === 'demo'
        ? { identifier: postedText(ctx, 'identity') }
        : { ...request.qs(), ...request.body() }
    const identity = await driver.complete(town, state, answer)
    if (!identity.ok) {
      response.status(422)
      return this.page(ctx, state.returnTo, i18n.t(`identity.faults.${identity.error}`))
    }
    const demo =
      driver.name === 'demo'
        ? demoIdentities.find(({ identifier }) => identifier === identity.value.identifier)
        : undefined
    const citizen = await new WelcomePerson().execute(town.id, identity.value, {
      at: new Date(),
      email: demo?.email,
      phone: demo?.phone,
    })
    keepCitizen(ctx, citizen)
    return response.redirect().status(303).toPath(state.returnTo)
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
      .filter(({ name }) => name !== 'demo')
      .map(({ name }) => ({
        id: name,
        name: i18n.t(`identity.drivers.${name}.name`),
        text: i18n.t(`identity.drivers.${name}.text`),
        href: `/sign-in/${name}?return=${encodeURIComponent(returnTo)}`,
      }))
    const identities = !offered.some(({ name }) => name === 'demo')
      ? []
      : demoIdentities.map(({ identifier, givenName, surnames, organisation }) => ({
          id: identifier,
          name: `${givenName} ${surnames}`,
          document: identifier,
          kind: organisation ? 'representative' : 'natural_person',
          text: organisation
            ? i18n.t('identity.demo.forOrganisation', { name: organisation.name })
            : i18n.t('identity.demo.forOneself'),
        }))
    return view.render('pages/portal/sign_in', {
      methods,
      identities,
      action: '/sign-in/demo/answer',
      returnTo,
      error,
    })
  }
}
