import type { Imprint, Letterhead } from '#documents/domain/imprint'
import type { Sheet } from '#documents/domain/sheet'
import type { CmsSigner } from '#documents/seal/cms'
import { signatureObject, signUpdate } from '#documents/seal/pdf_signature'
import { pdfUpdate, type PdfObjects } from '#documents/seal/pdf_update'
import { layOutSheet } from '#documents/stamp/lay_out'
import { MAX_PAGES } from '#documents/stamp/canvas'
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

/** What is to be stamped, as plain data. */
export interface StampJob {
  sheet: Sheet
  imprint: Imprint
  /** ISO instant. */
  createdAt: string
  reason: string
}

/**
 * The stamp of one town and language: its templates are rendered here, once for each number of pages; after
 * that a sealed document costs a fraction of a millisecond.
 */
export class Stamp {
  readonly #facts: Omit<TemplateFacts, 'pages'>
  readonly #templates: StampTemplate[]
  readonly #qrs = new Map<number, QuickQr | null>()

  private constructor(facts: Omit<TemplateFacts, 'pages'>, templates: StampTemplate[]) {
    this.#facts = facts
    this.#templates = templates
  }

  static async of(facts: Omit<TemplateFacts, 'pages'>): Promise<Stamp> {
    const templates: StampTemplate[] = []
    for (let pages = 1; pages <= MAX_PAGES; pages += 1)
      templates.push(await stampTemplate({ ...facts, pages }))
    return new Stamp(facts, templates)
  }

  get templates(): readonly StampTemplate[] {
    return this.#templates
  }

  get letterhead(): Letterhead {
    return this.#facts.letterhead
  }

  /** The sealed document, or null where only pdfmake will do (foreign letters, too long, too large a QR). */
  press(job: StampJob, signer: CmsSigner): StampedPdf | null {
    try {
      return this.#press(job, signer)
    } catch (error) {
      if (error instanceof Unstampable) return null
      throw error
    }
  }

  #press({ sheet, imprint, createdAt, reason }: StampJob, signer: CmsSigner): StampedPdf {
    const { name, colour } = this.#facts.letterhead
    const pages = layOutSheet(sheet, colour)
    const template = this.#templates[pages.length - 1] as StampTemplate
    const { bodies, foot, signature, information, metadata } = template.objects
    const about = aboutObjects({ title: sheet.title, author: name, createdAt })
    const objects: PdfObjects = new Map()
    pages.forEach((page, i) => objects.set(bodies[i] as number, bodyObject(page, template)))
    objects.set(foot, footObject(imprint, colour, this.#qrFor(imprint.url), template))
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
