import { CompleteTask } from '#cases/actions/complete_task'
import { inbox } from '#cases/queries/inbox'
import { casePage } from '#cases/queries/case_page'
import type { Json } from '#core/json'
import { CitizenVisitor, type GivenFile } from '#tests/support/citizen_visitor'
import { goodAnswers, type OpenOffice } from '#tests/support/filing'
import { NASTY_STRINGS } from '#tests/support/nasty_strings'
import { GRANT, PROCEED, REQUIRE } from '#tests/support/open_case'
import { formsIn, unescaped, type PageForm } from '#tests/support/page_forms'
import { PDF, PNG, PROGRAM } from '#tests/support/sample_files'
import type { Answer } from '#tests/support/visitor'
import { typed } from '#tests/support/walk_filing'
import { settle } from '#tests/support/worker'
import { faultOf } from './judge.js'

/** What chance says at one step: what kind of thing, which of them, and with what in hand. */
export interface Chance {
  kind: number
  which: number
  hand: number
}

const FILES: GivenFile[] = [
  { filename: 'plan.pdf', content: PDF },
  { filename: 'photo.png', content: PNG },
  { filename: 'program.pdf', content: PROGRAM },
  { filename: '', content: '' },
  { filename: 'nothing.txt', content: '' },
  { filename: '../\u202e.txt', content: 'x' },
]

const OFFICER_ANSWERS: Record<string, Record<string, Json>[]> = {
  review: [PROCEED, REQUIRE],
  resolve: [GRANT, { decision: 'return', instructions: 'Falta un informe.' }],
  accept_withdrawal: [{ decision: 'conclude' }, { decision: 'continue', reasons: 'Interés general.' }],
  declare_deemed_withdrawal: [{ decision: 'declare' }],
}

/**
 * Somebody who reads nothing: follows any link, fills any form of the page before them with anything, presses
 * old buttons again, while the office works. What they do is told by chance alone.
 */
export class RandomCitizen {
  private readonly citizen: CitizenVisitor
  private readonly good: Record<string, string>
  private page: Answer | null = null
  private readonly old: PageForm[] = []
  readonly told: string[] = []
  /** Which kinds of address answered how. */
  readonly seen = new Set<string>()

  constructor(private readonly office: OpenOffice) {
    this.citizen = new CitizenVisitor(office.test.host)
    this.good = typed(goodAnswers(office))
  }

  /** One step; answers what was wrong with it, or null. */
  async step({ kind, which, hand }: Chance): Promise<string | null> {
    if (!this.page) return this.arrive('GET /', await this.citizen.signIn().then((one) => one.get('/')))
    if (/action="\/sign-in/.test(this.page.body) && hand % 4) await this.citizen.signIn().catch(() => null)
    // Whoever is in the middle of a filing mostly goes on with it.
    if (kind < 9 || (this.isFiling && which % 4)) return this.fill(which, hand)
    if (kind < 13) return this.follow(which)
    if (kind < 14) return this.again(which)
    if (kind < 16)
      return this.goTo(
        ['/', '/folder', '/folder/notifications', `/procedures/${this.office.procedure.slug}`],
        which
      )
    if (kind < 17)
      return this.citizen.signIn().then(
        () => null,
        () => null
      )
    if (kind < 19) await this.officerAnswers(which, hand)
    await settle(this.office.town.id, new Date())
    return null
  }

  private async fill(which: number, hand: number): Promise<string | null> {
    const forms = formsIn(this.page!.body).filter(({ method }) => method === 'POST')
    const leading = forms.filter(
      ({ action }) => hand % 15 === 7 || !/sign-out$|discard$|rejection$/.test(action)
    )
    const form = leading[which % Math.max(1, leading.length)]
    if (!form) return this.follow(which)
    this.old.unshift(form)
    return this.send(form, hand)
  }

  private async again(which: number): Promise<string | null> {
    const form = this.old[which % Math.max(1, this.old.length)]
    return form ? this.send(form, which) : null
  }

  private async send(form: PageForm, hand: number): Promise<string | null> {
    const usual = form.buttons.find(({ value }) => value === 'next')
    const button = hand % 5 ? (usual ?? form.buttons.at(hand % 3)) : form.buttons.at(-1)
    const pressed = button?.name ? { [button.name]: button.value } : {}
    const filled =
      hand % 10 < 8
        ? { ...this.good, email: this.office.test.person.email }
        : Object.fromEntries(
            form.fields
              .filter(([name]) => !name.startsWith('_'))
              .map(([name], index) => [name, NASTY_STRINGS[(hand + index) % NASTY_STRINGS.length]!])
          )
    const file: [string, GivenFile] = [
      form.action.endsWith('/files') ? 'file' : 'files[attachments][]',
      FILES[hand % FILES.length]!,
    ]
    const answer = await this.citizen.send(
      form,
      { ...filled, answer: 'Frente al 12', 'answers[answer]': 'Frente al 12', ...pressed },
      [file]
    )
    return this.arrive(`POST ${form.action.split('?')[0]}`, answer)
  }

  private async follow(which: number): Promise<string | null> {
    const links = [...this.main.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)]
      .map(([, href = '']) => unescaped(href))
      .filter((href) => /^[/?](?!\/)/.test(href) && !href.startsWith('/assets'))
    return this.goTo(links, which)
  }

  private get isFiling(): boolean {
    return /action="\/filings\/[^"]+\/(pages|submission)/.test(this.page!.body)
  }

  /** What the page is about; once in a while its head and foot too. */
  private get main(): string {
    const { body } = this.page!
    const main = /<main\b.*<\/main>/s.exec(body)?.[0] ?? ''
    return main.includes('href=') && this.told.length % 6 ? main : body
  }

  private async goTo(paths: string[], which: number): Promise<string | null> {
    const path = paths[which % Math.max(1, paths.length)] ?? '/'
    return this.arrive(`GET ${path}`, await this.citizen.get(path.startsWith('?') ? `/${path}` : path))
  }

  /** Where an answer leads; redirections are followed as a browser does. */
  private async arrive(how: string, first: Answer): Promise<string | null> {
    let answer = first
    this.note(how, answer)
    for (let hops = 0; answer.headers.location && hops < 5; hops++) {
      const fault = faultOf(answer)
      if (fault) return `${how}: ${fault}`
      const to = answer.headers.location
      answer = await this.citizen.get(to)
      this.note(`GET ${to}`, answer)
    }
    if (answer.headers.location) return `${how}: it leads round and round`
    const fault = faultOf(answer)
    if (fault) return `${how}: ${fault}`
    if (answer.headers['content-type']?.startsWith('text/html')) this.page = answer
    return null
  }

  private note(how: string, { status }: Answer) {
    this.told.push(`${how} ${status}`)
    const kind = how.replace(/[0-9a-f-]{36}/g, ':id').replace(/\?.*/, '')
    this.seen.add(`${kind} ${status}`)
  }

  private async officerAnswers(which: number, hand: number): Promise<void> {
    const { town, test } = this.office
    const at = new Date()
    const { cases } = await inbox(town.id, {}, { at })
    const one = cases[which % Math.max(1, cases.length)]
    const page = one && (await casePage(town.id, one.id, at))
    const task = page?.tasks.find(({ element, state }) => state === 'open' && OFFICER_ANSWERS[element])
    if (!task) return
    const choices = OFFICER_ANSWERS[task.element]!
    await new CompleteTask().execute({
      municipalityId: town.id,
      taskId: task.id,
      actor: { kind: 'officer', id: test.officer.id },
      roles: ['case_handler', 'technician', 'resolver'],
      answers: choices[hand % choices.length]!,
      at,
    })
  }
}
