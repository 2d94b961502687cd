import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { fixedImprint } from '#documents/domain/make_imprint'
import { stampTemplate } from '#documents/stamp/template'
import { letterhead, VERIFY, writingIn } from './support.ts'

const png = readFileSync(new URL('../../../resources/images/towns/vilaserena.png', import.meta.url))
const crest = `data:image/png;base64,${png.toString('base64')}`
const imprint = fixedImprint(VERIFY, writingIn('es'))

const made = (pages: number) =>
  stampTemplate({ letterhead: { ...letterhead, crest }, language: 'es', imprint, pages })

test.group('The template of a stamp', () => {
  for (const pages of [1, 2, 3])
    test(`of ${pages} pages comes out alike in every process, its coat of arms once`, async ({ assert }) => {
      const templates = await Promise.all(Array.from({ length: 12 }, () => made(pages)))
      assert.lengthOf(new Set(templates.map(({ digest }) => digest)), 1)
      // The picture and its transparency.
      assert.lengthOf(templates[0]!.bytes.toString('latin1').match(/\/Subtype \/Image/g) ?? [], 2)
    })
})
