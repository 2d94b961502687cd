import { formIn, type CitizenVisitor } from '#tests/support/citizen_visitor'
import { eventually } from '#tests/support/house_process'
import { formsIn, wordsIn } from '#tests/support/page_forms'
import { PDF } from '#tests/support/uploaded'
import { typed } from '#tests/support/walk_filing'

type Answers = Record<string, unknown>

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/** A date is typed in three fields, and a no is chosen. */
const inFields = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([name, value]) => {
      const [, year, month, day] = DATE.exec(String(value)) ?? []
      return [name, year ? { day, month, year } : value === false ? 'no' : value]
    })
  )

const FILE_FIELD = /name="files\[(\w+)\]\[\]"/

/** Files a procedure page by page with a paper wherever one can be handed in; answers the address of the receipt. */
export async function fileWithPapers(
  citizen: CitizenVisitor,
  slug: string,
  answers: Answers,
  paper: string
): Promise<string> {
  const filled = typed(inFields(answers))
  let path = await citizen.begin(slug)
  for (let pages = 0; pages < 30 && !path.endsWith('/check'); pages++) {
    const field = FILE_FIELD.exec((await citizen.get(path)).body)?.[1]
    if (field) {
      const given = { filename: paper, content: Buffer.concat([PDF, Buffer.from(`% ${paper} of ${slug}\n`)]) }
      await citizen.send(await citizen.formAt(path, path), { _action: `upload:${field}` }, [
        [`files[${field}][]`, given],
      ])
    }
    const page = await citizen.get(path)
    const here = Object.entries(filled).filter(([name]) => page.body.includes(`name="${name}"`))
    const done = await citizen.send(formIn(page, path), { _step: 'next', ...Object.fromEntries(here) })
    if (done.status !== 303) throw new Error(`${path} was refused: ${wordsIn(done.body).slice(0, 600)}`)
    path = done.headers.location!.split('?')[0]!
  }
  const done = await citizen.send(await citizen.formAt(path, path.replace(/check$/, 'submission')))
  if (!done.headers.location?.endsWith('/receipt')) throw new Error(`it was not filed: ${done.status}`)
  return done.headers.location
}

/** Pays what the folder says is to be paid, at the demonstration gateway. */
export async function payWhatIsDue(citizen: CitizenVisitor): Promise<void> {
  const order = await eventually('something is to be paid', async () => {
    const { body } = await citizen.get('/folder/payments')
    return /\/folder\/payments\/[0-9a-f-]{36}/.exec(body)?.[0]
  })
  const begin = formIn(await citizen.get(order), `${order}/attempts`)
  const [chosen] = begin.buttons.filter(({ name }) => name)
  const begun = await citizen.send(begin, chosen ? { [chosen.name]: chosen.value } : {})
  const at = new URL(begun.headers.location!, 'http://localhost')
  const page = await citizen.get(at.pathname + at.search)
  const pay = formsIn(page.body).find(({ fields }) => fields.some(([name]) => name === 'attempt'))
  if (!pay) throw new Error(`there is no gateway at ${at.href} (${page.status})`)
  const paid = await citizen.send(pay, { wish: 'pay' })
  if (paid.status !== 303) throw new Error(`it was not paid: ${paid.status}`)
}
