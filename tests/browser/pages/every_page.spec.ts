import router from '@adonisjs/core/services/router'
import { test } from '@japa/runner'
import { deskVisits } from '#tests/browser/pages/desk_visits'
import { filingVisits } from '#tests/browser/pages/filing_visits'
import { folderVisits } from '#tests/browser/pages/folder_visits'
import { followUpVisits } from '#tests/browser/pages/follow_up_visits'
import { inspect } from '#tests/browser/pages/inspect'
import { officeVisits } from '#tests/browser/pages/office_visits'
import { refusalVisits } from '#tests/browser/pages/refusal_visits'
import type { Visit } from '#tests/browser/pages/visit'
import { Callers } from '#tests/browser/support/callers'
import { StockedTown } from '#tests/browser/support/stocked_town'

/** Addresses that answer no page: files, and ways from one page to another. */
const NO_PAGES = [
  '/health/live',
  '/health/ready',
  '/metrics',
  '/schemas/:file',
  '/fees.csv',
  '/fees.json',
  '/sign-in/:driver',
  '/procedures/:slug/filings',
  '/verify/:code/original',
  '/filings/:id',
  '/documents/:id',
  '/follow-up/:id/documents/:document',
  '/desk',
  '/desk/news',
  '/desk/documents/:id',
  '/desk/registry/export/:format',
  '/desk/payments/export/csv',
  '/desk/payments/refunds/export/csv',
  '/desk/notices/:id/html',
  '/desk/signatures/:id/pdf',
]

const PARTS = {
  'the electronic office': officeVisits,
  'a filing': filingVisits,
  'the folder': folderVisits,
  'what was filed anonymously': followUpVisits,
  'the desk': deskVisits,
  'a refusal': refusalVisits,
}

const TOWNS = { benialba: 'es', vilaserena: 'ca', portclar: 'en' } as const

for (const [slug, lang] of Object.entries(TOWNS))
  test.group(`Every page in the colours of ${slug}, in ${lang}`, (group) => {
    let town: StockedTown
    let callers: Callers
    group.setup(async () => {
      town = await StockedTown.like(slug)
      callers = new Callers(town, lang)
      return () => callers.leave()
    })

    for (const [part, visits] of Object.entries(PARTS))
      test(`of ${part} is sound`, async ({ assert }) => {
        const faults: string[] = []
        for (const visit of await visits(town))
          faults.push(
            ...(await inspect(await callers.as(visit.as), visit, { thorough: slug === 'benialba' }))
          )
        assert.deepEqual(faults, [])
      }).timeout(300_000)
  })

test('No page goes unvisited', async ({ assert }) => {
  const town = await StockedTown.like('benialba')
  const visits = (await Promise.all(Object.values(PARTS).map((part) => part(town)))).flat()
  const visited = new Set(visits.map(routeOf))
  const routes = router.toJSON()['root']!.filter(({ methods }) => methods.includes('GET'))
  assert.deepEqual(
    routes.map(({ pattern }) => pattern).filter((one) => !visited.has(one) && !NO_PAGES.includes(one)),
    []
  )
})

const routeOf = ({ path }: Visit) => router.match(path.replace(/\?.*/, ''), 'GET', false)?.route.pattern
