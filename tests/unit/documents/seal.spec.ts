import { test } from '@japa/runner'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { renderPdf } from '#documents/pdf/render'
import { checkSeal } from '#documents/seal/check_seal'
import { cmsSigner } from '#documents/seal/cms'
import { issueDemoSeal } from '#documents/seal/demo_authority'
import { sealFromPem, sealFromPkcs12 } from '#documents/seal/seal_key'
import { sealPdf } from '#documents/seal/seal_pdf'
import { demo, fileOf, letterhead, missing, receiptJob, run, signer } from './support.ts'

const facts = { name: letterhead.name, signedAt: '2026-11-22T09:32:11Z', reason: 'Còpia autèntica (art. 27)' }
const digestOf = (text: string) => createHash('sha256').update(text).digest()

/** A key and a certificate of the kind, in a PKCS#12 file with the passphrase `secret`. */
function pkcs12(...newkey: string[]): Buffer {
  const [key, certificate, p12] = [fileOf('', 'key'), fileOf('', 'pem'), fileOf('', 'p12')]
  const subject = ['-subj', '/C=ES/O=Ajuntament de Vallclara/CN=SELLO', '-days', '30']
  run('openssl', 'req', '-x509', ...newkey, '-nodes', '-keyout', key, '-out', certificate, ...subject)
  run(
    'openssl',
    'pkcs12',
    '-export',
    '-inkey',
    key,
    '-in',
    certificate,
    '-out',
    p12,
    '-passout',
    'pass:secret'
  )
  return readFileSync(p12)
}

test.group('The seal of an organ', () => {
  test('leaves a signature that openssl verifies up to the authority', ({ assert }) => {
    const cms = fileOf(signer.sign(digestOf('la resolución')), 'der')
    const verify = (content: string) =>
      run(
        'openssl',
        ...['cms', '-verify', '-inform', 'DER', '-in', cms, '-content', fileOf(content, 'txt'), '-binary'],
        ...['-CAfile', fileOf(demo.authority.certificate, 'pem'), '-purpose', 'any']
      )
    const good = verify('la resolución')
    assert.equal(good.status, 0, good.said)
    assert.include(good.said, 'successful')
    assert.notEqual(verify('otra resolución').status, 0)
  }).skip(missing('openssl'), 'openssl is not installed')

  test('binds its very certificate into what it signs', ({ assert }) => {
    const cms = fileOf(signer.sign(digestOf('x')), 'der')
    const said = run('openssl', 'cms', '-cmsout', '-print', '-inform', 'DER', '-in', cms).said
    assert.include(said, 'id-smime-aa-signingCertificateV2')
    assert.include(said, 'contentType')
    assert.include(said, 'messageDigest')
    assert.notInclude(said, 'signingTime', 'a PDF has it in the signature dictionary')
    assert.include(said, 'organizationIdentifier=VATES-P4699900A')
  }).skip(missing('openssl'), 'openssl is not installed')

  test('never needs more room than it says', ({ assert }) => {
    const lengths = Array.from({ length: 300 }, (_, i) => signer.sign(digestOf(String(i))).length)
    assert.isAtMost(Math.max(...lengths), signer.maxLength)
    assert.isAtLeast(Math.max(...lengths), signer.maxLength - 4)
  })

  test('covers a whole document laid out by pdfmake', async ({ assert }) => {
    const pdf = sealPdf(await renderPdf({ ...receiptJob(), letterhead }), signer, facts)
    const { intact, whole, certificate } = checkSeal(pdf)
    assert.isTrue(intact && whole)
    assert.include(certificate?.subject, 'CN=SELLO ELECTRONICO DE AJUNTAMENT DE VALLCLARA (DEMO)')
    assert.equal(run('qpdf', '--check', fileOf(pdf)).status, 0)
    assert.include(run('pdfsig', '-nocert', fileOf(pdf)).said, 'Signature is Valid')
  }).skip(missing('qpdf', 'pdfsig'), 'qpdf or pdfsig is not installed')

  test('of another town with the same document is another signature', async ({ assert }) => {
    const other = await issueDemoSeal(
      demo.authority,
      { name: 'Ajuntament de Rocafort', nif: 'P4699800C' },
      new Date()
    )
    const theirs = cmsSigner(sealFromPem(other.privateKey, other.certificate))
    const pdf = sealPdf(await renderPdf({ ...receiptJob(), letterhead }), theirs, facts)
    const { intact, certificate } = checkSeal(pdf)
    assert.isTrue(intact)
    assert.include(certificate?.subject, 'ROCAFORT')
  })

  test('is refused when key and certificate do not belong together', ({ assert }) => {
    assert.throws(() => sealFromPem(demo.issued.privateKey, demo.authority.certificate), /belongs to the key/)
  })

  for (const [kind, newkey] of [
    ['RSA', ['-newkey', 'rsa:2048']],
    ['P-256', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']],
    ['P-384', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384']],
  ] as const)
    test(`comes from a PKCS#12 file with a key of ${kind}`, async ({ assert }) => {
      const bytes = pkcs12(...newkey)
      const own = cmsSigner(sealFromPkcs12(bytes, 'secret'))
      const pdf = sealPdf(await renderPdf({ ...receiptJob(), letterhead }), own, facts)
      assert.isTrue(checkSeal(pdf).intact)
      assert.include(run('pdfsig', '-nocert', fileOf(pdf)).said, 'Signature is Valid')
      assert.throws(() => sealFromPkcs12(bytes, 'wrong'))
    }).skip(missing('openssl', 'pdfsig'), 'openssl or pdfsig is not installed')
})
