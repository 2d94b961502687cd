import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import { files } from '#documents/queries/files'
import { MAX_UPLOAD_BYTES } from '#forms/index'
import { inTown } from '#tenancy/town_transaction'
import { formIn, signedIn, type CitizenVisitor, type GivenFile } from '#tests/support/citizen_visitor'
import { openOffice, type OpenOffice } from '#tests/support/filing'
import { MULTIPART, multipart, type Part } from '#tests/support/multipart'
import { wordsIn } from '#tests/support/page_forms'
import { bomb, docx, ELF, PAGE, PDF, PNG, PROGRAM, SVG, zip } from '#tests/support/sample_files'
import type { Answer } from '#tests/support/visitor'

const FIELD = 'files[attachments][]'

interface Desk {
  office: OpenOffice
  citizen: CitizenVisitor
  path: string
  give(...given: GivenFile[]): Promise<Answer>
}

async function atAttachments(): Promise<Desk> {
  const office = await openOffice({ demo: true })
  const citizen = await signedIn(office.test)
  const path = (await citizen.begin(office.procedure.slug)).replace(/[^/]+$/, 'attachments')
  const give = async (...given: GivenFile[]) =>
    citizen.send(
      await citizen.formAt(path, path),
      { _action: 'upload:attachments' },
      given.map((file) => [FIELD, file])
    )
  return { office, citizen, path, give }
}

const kept = ({ office }: Desk) =>
  inTown(office.town.id, (trx) =>
    trx.rows<{ name: string; type: string; sha256: string; size: number; state: string }>(
      `SELECT name, media_type AS type, sha256, size::int, state FROM uploads WHERE municipality_id = $1 ORDER BY id`,
      [office.town.id]
    )
  )

test.group('A file that is handed in', () => {
  test('is taken as it is: its digest, its size, its type by what it holds', async ({ assert }) => {
    const desk = await atAttachments()
    const answer = await desk.give({ filename: 'Plànol de la façana.pdf', content: PDF })
    assert.deepEqual([answer.status, answer.headers.location], [303, desk.path])
    assert.deepEqual(await kept(desk), [
      {
        name: 'Plànol de la façana.pdf',
        type: 'application/pdf',
        sha256: createHash('sha256').update(PDF).digest('hex'),
        size: PDF.length,
        state: 'not_scanned',
      },
    ])
    const page = await desk.citizen.get(desk.path)
    assert.include(wordsIn(page.body), 'Plànol de la façana.pdf')
    assert.include(wordsIn(page.body), 'Uploaded, not scanned')
  })

  test('may be of each kind that registers interchange', async ({ assert }) => {
    const desk = await atAttachments()
    const given: GivenFile[] = [
      { filename: 'photo.PNG', content: PNG },
      { filename: 'letter.docx', content: docx() },
      { filename: 'notes.txt', content: 'Una línea\n' },
      { filename: 'data.xml', content: '<?xml version="1.0"?><a/>' },
    ]
    assert.equal((await desk.give(...given)).status, 303)
    assert.deepEqual(
      (await kept(desk)).map(({ type }) => type),
      [
        'image/png',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'text/plain',
        'application/xml',
      ]
    )
  })

  test('must be what its name says', async ({ assert }) => {
    const desk = await atAttachments()
    const lies: GivenFile[] = [
      { filename: 'program.pdf', content: PROGRAM },
      { filename: 'program.png', content: ELF },
      { filename: 'program.txt', content: PROGRAM },
      { filename: 'photo.pdf', content: PNG },
      { filename: 'plan.png', content: PDF },
      { filename: 'page.pdf', content: PAGE },
      { filename: 'archive.docx', content: zip([{ name: 'a.exe', content: PROGRAM }]) },
      { filename: 'half.pdf', content: PDF.subarray(1) },
      { filename: 'binary.txt', content: Buffer.from([0, 1, 2, 255]) },
    ]
    for (const file of lies) {
      const answer = await desk.give({ ...file, type: 'application/pdf' })
      assert.equal(answer.status, 422, file.filename)
      assert.include(wordsIn(answer.body), `“${file.filename}”`)
    }
    assert.isEmpty(await kept(desk))
  })

  test('must be of a kind that the town takes, and large as a file, not as a bomb or nothing', async ({
    assert,
  }) => {
    const desk = await atAttachments()
    const refused: [GivenFile, RegExp][] = [
      [{ filename: 'setup.exe', content: PROGRAM }, /type/],
      [{ filename: 'page.html', content: PAGE }, /type/],
      [{ filename: 'drawing.svg', content: SVG }, /type/],
      [{ filename: 'archive.zip', content: zip([{ name: 'a', content: PDF }]) }, /type/],
      [{ filename: 'plan.pdf.exe', content: PDF }, /type/],
      [{ filename: 'no extension', content: PDF }, /type/],
      [{ filename: '.pdf', content: PDF }, /type/],
      [{ filename: 'nothing.pdf', content: '' }, /empty/],
      [{ filename: 'heavy.txt', content: Buffer.alloc(MAX_UPLOAD_BYTES + 1, 'a') }, /MB/],
    ]
    for (const [file, reason] of refused) {
      const answer = await desk.give(file)
      assert.equal(answer.status, 422, file.filename)
      assert.match(wordsIn(answer.body), reason, file.filename)
    }
    assert.isEmpty(await kept(desk))
  })

  test('that swells when it is unpacked is never unpacked', async ({ assert }) => {
    const desk = await atAttachments()
    const content = bomb()
    assert.isBelow(content.length, 200_000)
    const before = process.memoryUsage.rss()
    const answer = await desk.give({ filename: 'letter.odt', content })
    assert.equal(answer.status, 303)
    assert.isBelow(answer.ms, 1000)
    assert.isBelow(process.memoryUsage.rss() - before, 40 * 1024 * 1024)
    assert.equal((await kept(desk))[0]?.size, content.length)
  })

  test('keeps a name that is a label, and no path or disguise', async ({ assert }) => {
    const desk = await atAttachments()
    const names: [string, string][] = [
      ['../../etc/passwd.txt', 'passwd.txt'],
      ['C:\\\\Users\\\\me\\\\plan.txt', 'plan.txt'],
      ['a\u202etxt.exe.txt', 'atxt.exe.txt'],
      ['x<y>&;z.txt', 'x_y___z.txt'],
      [`${'l'.repeat(200)}.txt`, `${'l'.repeat(76)}.txt`],
    ]
    for (const [given, kind] of names) {
      assert.equal((await desk.give({ filename: given, content: 'x' })).status, 303, given)
      assert.equal((await kept(desk)).at(-1)?.name, kind)
    }
  })

  test('is kept once when it is given twice, and shown twice', async ({ assert }) => {
    const desk = await atAttachments()
    await desk.give({ filename: 'a.pdf', content: PDF }, { filename: 'b.pdf', content: PDF })
    const rows = await kept(desk)
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['a.pdf', 'b.pdf']
    )
    assert.equal(await files().size(desk.office.town.id, rows[0]!.sha256), PDF.length)
  })

  test('is one of five at most, and the sixth is named', async ({ assert }) => {
    const desk = await atAttachments()
    const six = Array.from({ length: 6 }, (_, index) => ({ filename: `${index}.pdf`, content: PDF }))
    const answer = await desk.give(...six)
    assert.equal(answer.status, 422)
    assert.include(wordsIn(answer.body), '5.pdf')
    assert.lengthOf(await kept(desk), 5)
    const full = await desk.citizen.get(desk.path)
    assert.include(wordsIn(full.body), 'You have uploaded all the files that fit.')
  })

  test('is taken away by its button, and its place is free again', async ({ assert }) => {
    const desk = await atAttachments()
    await desk.give({ filename: 'a.pdf', content: PDF }, { filename: 'b.pdf', content: PDF })
    const form = await desk.citizen.formAt(desk.path, desk.path)
    const remove = form.buttons.find(({ text }) => text === 'Remove a.pdf')!
    const done = await desk.citizen.send(form, { [remove.name]: remove.value })
    assert.equal(done.headers.location, desk.path)
    assert.deepEqual(
      (await kept(desk)).map(({ name }) => name),
      ['b.pdf']
    )
    assert.notInclude((await desk.citizen.get(desk.path)).body, 'a.pdf')
  })

  test('of somebody else can be neither named nor removed', async ({ assert }) => {
    const desk = await atAttachments()
    await desk.give({ filename: 'mine.pdf', content: PDF })
    const mine = (await desk.citizen.formAt(desk.path, desk.path)).buttons.find(({ value }) =>
      value.startsWith('remove:')
    )!
    const other = await signedIn(desk.office.test, 1)
    const theirs = (await other.begin(desk.office.procedure.slug)).replace(/[^/]+$/, 'attachments')
    const form = await other.formAt(theirs, theirs)
    await other.send(form, { [mine.name]: mine.value, 'answers[attachments][]': mine.value.split(':')[2]! })
    assert.lengthOf(await kept(desk), 1)
    assert.notInclude((await other.get(theirs)).body, 'mine.pdf')
  })

  test('that does not arrive whole leaves nothing behind, and the house stands', async ({ assert }) => {
    const desk = await atAttachments()
    const whole = multipart([{ name: FIELD, filename: 'a.pdf', content: PDF }])
    const { action } = formIn(await desk.citizen.get(desk.path), desk.path)
    for (const cut of [60, 120, 150, whole.length - 6]) {
      const answer = await desk.citizen.ask({
        method: 'POST',
        path: action,
        headers: { 'content-type': MULTIPART },
        body: whole.subarray(0, cut),
      })
      assert.equal(answer.status, 422, `cut at ${cut}`)
      assert.include(wordsIn(answer.body), 'Attach it again.')
    }
    assert.isEmpty(await kept(desk))
  })

  test('is not kept where its post is refused: without the version that was seen, or behind another tab', async ({
    assert,
  }) => {
    const desk = await atAttachments()
    const form = await desk.citizen.formAt(desk.path, desk.path)
    const give = (version: string) =>
      desk.citizen.send(form, { _action: 'upload:attachments', _version: version }, [
        [FIELD, { filename: 'plan.pdf', content: PDF }],
      ])
    const seen = new Map(form.fields).get('_version')!
    assert.equal((await give('')).status, 422)
    const late = await give('99')
    assert.equal(late.status, 409)
    assert.notInclude(late.body, 'plan.pdf')
    assert.isEmpty(await kept(desk))
    assert.equal((await give(seen)).status, 303)
    assert.lengthOf(await kept(desk), 1)
  })

  test('comes with the token of its page in the post itself, before its fields, and in no address', async ({
    assert,
  }) => {
    const desk = await atAttachments()
    const form = await desk.citizen.formAt(desk.path, desk.path)
    assert.equal(form.action, desk.path)
    assert.equal(form.fields[0]![0], '_csrf')
    desk.citizen.forget('XSRF-TOKEN')
    const file = { name: FIELD, filename: 'plan.pdf', content: PDF }
    const fields = form.fields.map(([name, content]) => ({ name, content }))
    const asked = { name: '_action', content: 'upload:attachments' }
    const send = async (...parts: Part[]) => {
      desk.citizen.forget('XSRF-TOKEN')
      const headers = { 'content-type': MULTIPART }
      return desk.citizen.ask({ method: 'POST', path: desk.path, headers, body: multipart(parts) })
    }
    const wrong = { name: '_csrf', content: 'a.b-c_d' }
    for (const parts of [
      [...fields.slice(1), asked, file],
      [wrong, ...fields.slice(1), asked, file],
      [file, ...fields, asked],
      [wrong],
      [],
    ])
      assert.equal((await send(...parts)).status, 419)
    assert.isEmpty(await kept(desk))
    assert.equal((await send(...fields, asked, file)).status, 303)
    assert.lengthOf(await kept(desk), 1)
    const switched = { name: '_lang', content: 'ca' }
    const [token, , ...rest] = (await desk.citizen.formAt(desk.path, desk.path)).fields
    assert.equal(token![0], '_csrf')
    const version = { name: '_version', content: '2' }
    const given = rest.map(([name, content]) => ({ name, content }))
    assert.equal((await send(switched, fields[0]!, version, ...given)).status, 303)
  })

  test('is one of sixty a minute', async ({ assert }) => {
    const desk = await atAttachments()
    const statuses = new Set<number>()
    for (let tries = 0; tries < 7; tries++)
      statuses.add(
        (await desk.give(...Array.from({ length: 10 }, () => ({ filename: 'x.exe', content: 'x' })))).status
      )
    assert.deepEqual([...statuses], [422, 429])
  })
})
