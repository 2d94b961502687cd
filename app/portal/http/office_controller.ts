import type { HttpContext } from '@adonisjs/core/http'
import { offered } from '#catalogue/queries/offered'
import { localeOf } from '#core/locale'
import { driversOf } from '#identity/queries/drivers'
import { hrefOf } from '#portal/domain/sheet_card'
import { bodiesOf } from '#tenancy/queries/bodies_and_units'

const address = ({ request }: HttpContext) => `${request.protocol()}://${request.host()}`

/** The official contents of an electronic office (RD 203/2021, art. 10) and what the law asks of its pages. */
export default class OfficeController {
  async about(ctx: HttpContext) {
    const { town, lang, i18n, view } = ctx
    return view.render('pages/portal/about', {
      address: address(ctx),
      bodies: (await bodiesOf(town.id)).map(({ name, holder }) => ({ name: name[lang], holder })),
      identification: driversOf(town).map(({ name }) => i18n.t(`identity.drivers.${name}.name`)),
    })
  }

  accessibility(ctx: HttpContext) {
    const date = (iso: string) => new Date(iso).toLocaleDateString(localeOf(ctx.lang), { dateStyle: 'long' })
    return ctx.view.render('pages/portal/accessibility', {
      address: address(ctx),
      reviewedOn: date('2026-11-23'),
      preparedOn: date('2026-11-23'),
    })
  }

  privacy = ({ view }: HttpContext) => view.render('pages/portal/privacy')

  async contact({ town, view }: HttpContext) {
    const taken = (await offered(town.id)).find(({ sheet }) => sheet.takesComplaints)
    return view.render('pages/portal/contact', { complaintHref: taken ? hrefOf(taken.slug) : null })
  }

  cookies = ({ view }: HttpContext) =>
    view.render('pages/portal/cookies', {
      cookies: [
        { name: 'finestra', use: 'session', lasts: 'hours' },
        { name: 'XSRF-TOKEN', use: 'csrf', lasts: 'hours' },
        { name: 'lang', use: 'language', lasts: 'year' },
        { name: 'finestra_browser', use: 'browser', lasts: 'yearFromSignIn' },
      ],
    })
}
