import type { Imprint, Letterhead } from '#documents/domain/imprint'
import type { Sheet } from '#documents/domain/sheet'
import type { CmsSigner } from '#documents/seal/cms'
import { signatureObject, signUpdate } from '#documents/seal/pdf_signature'
import { pdfUpdate, type PdfObjects } from '#documents/seal/pdf_update'
import { layOutSheet } from '#documents/stamp/lay_out'
import type { DrawnPage } from '#documents/stamp/canvas'
import { Unstampable } from '#documents/stamp/metrics'
import { quickQr, type QuickQr } from '#documents/stamp/quick_qr'
import { stampTemplate, type StampTemplate, type TemplateFacts } from '#documents/stamp/template'
import { aboutObjects, bodyObject, footObject } from '#documents/stamp/write'

/** A sealed document as its template and the bytes that are its own. */
export interface StampedPdf {
  template: StampTemplate
  /** What has to be stored: the file is the template's bytes followed by these. */
  delta: Buffer
}

export const wholePdf = ({ template, delta }: StampedPdf): Buffer => Buffer.concat([template.bytes, delta])

/** What the documents of a town in one language share. */
export type StampFacts = Omit<TemplateFacts, 'pages'>

/** What is to be stamped, as plain data. */
export interface StampJob {
  sheet: Sheet
  imprint: Imprint
  /** ISO instant. */
  createdAt: string
  reason: string
}

/**
 * The stamp of one town and language: a template is rendered once for each number of pages; after that a
 * sealed document costs a fraction of a millisecond.
 */
export class Stamp {
  readonly #facts: StampFacts
  readonly #templates = new Map<number, Promise<StampTemplate>>()
  readonly #qrs = new Map<number, QuickQr | null>()

  constructor(facts: StampFacts) {
    this.#facts = facts
  }

  get letterhead(): Letterhead {
    return this.#facts.letterhead
  }

  /** The words of the foot that all its documents share. */
  get imprint(): StampFacts['imprint'] {
    return this.#facts.imprint
  }

  template(pages: number): Promise<StampTemplate> {
    const made = this.#templates.get(pages)
    if (made) return made
    const template = stampTemplate({ ...this.#facts, pages })
    template.catch(() => this.#templates.delete(pages))
    this.#templates.set(pages, template)
    return template
  }

  /** The sealed document, or null where only pdfmake will do (foreign letters, too long, too large a QR). */
  async press(job: StampJob, signer: CmsSigner): Promise<StampedPdf | null> {
    try {
      const pages = layOutSheet(job.sheet, this.#facts.letterhead.colour)
      const qr = this.#qrFor(job.imprint.url)
      return this.#press(job, pages, qr, await this.template(pages.length), signer)
    } catch (error) {
      if (error instanceof Unstampable) return null
      throw error
    }
  }

  #press(
    job: StampJob,
    pages: DrawnPage[],
    qr: QuickQr,
    template: StampTemplate,
    signer: CmsSigner
  ): StampedPdf {
    const { sheet, imprint, createdAt, reason } = job
    const { name, colour } = this.#facts.letterhead
    const { bodies, foot, signature, information, metadata } = template.objects
    const about = aboutObjects({ title: sheet.title, author: name, createdAt })
    const objects: PdfObjects = new Map()
    pages.forEach((page, i) => objects.set(bodies[i] as number, bodyObject(page, template)))
    objects.set(foot, footObject(imprint, colour, qr, template))
    objects.set(information, about.information)
    objects.set(metadata, about.metadata)
    objects.set(signature, signatureObject({ name, signedAt: createdAt, reason }, signer.maxLength))
    const { delta, startOf } = pdfUpdate(template.base, objects)
    signUpdate(template.unsigned, delta, startOf.get(signature) as number, signer)
    return { template, delta }
  }

  #qrFor(url: string): QuickQr {
    const bytes = Buffer.byteLength(url)
    if (!this.#qrs.has(bytes)) this.#qrs.set(bytes, quickQr(bytes))
    const qr = this.#qrs.get(bytes)
    if (!qr) throw new Unstampable('an address too long for the small QR symbols')
    return qr
  }
}
