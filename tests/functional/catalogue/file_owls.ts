import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { formIn, type CitizenVisitor } from '#tests/support/citizen_visitor'
import { wordsIn } from '#tests/support/page_forms'
import { SLUG, owlTower } from './owl_tower.js'

/** A folder of packs with nothing in it but what the code has never seen. */
export async function droppedCatalogue(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'catalogue-'))
  for (const [path, text] of owlTower()) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  return root
}

export const OWL = {
  who: { 'answers[owlName]': 'Moonbeam', 'answers[kinds][]': 'barn', 'answers[birds]': '2' },
  care: {
    'answers[since][day]': '1',
    'answers[since][month]': '2',
    'answers[since][year]': '2026',
    'answers[food]': '12,50',
    'answers[trained]': 'yes',
    'answers[school]': 'Night school',
  },
  promise: { 'answers[promise]': 'yes' },
}

/** Files it page by page as a citizen without scripts; answers where the receipt is. */
export async function fileOwls(
  citizen: CitizenVisitor,
  changes: Record<string, string> = {}
): Promise<string> {
  let path = await citizen.begin(SLUG)
  for (const page of ['who', 'care', 'promise'] as const) {
    const { status, headers, body } = await citizen.answer(path, { ...OWL[page], ...changes })
    if (status !== 303) throw new Error(`page ${page}: ${status} ${wordsIn(body).slice(0, 900)}`)
    path = headers.location!
  }
  const check = await citizen.get(path)
  const submitted = await citizen.send(formIn(check, path.replace('/check', '/submission')))
  return submitted.headers.location!
}
