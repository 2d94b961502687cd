import { type Party, partyText } from '#documents/domain/receipt'
import type { Block, Fact, Sheet } from '#documents/domain/sheet'
import { instantText, type Writing } from '#documents/domain/words'

/** Whom a filing is addressed to, and who signed it by which means (Law 39/2015, art. 66.1.e and f). */
export interface SignedFiling {
  addressee: { name: string; directoryCode: string | null }
  /** Null where it was filed before the house kept it. */
  signer: (Party & { method: string; level: string }) | null
  /** Whether nobody said who they are: nobody signs, then. */
  anonymous?: boolean
  /** ISO instant. */
  signedAt: string
}

function signatureBlocks(
  { addressee, signer, anonymous = false, signedAt }: SignedFiling,
  writing: Writing
): Block[] {
  const t = (id: string) => writing.translate(`documents.signature.${id}`)
  const fact = (label: string, value: string): Fact => ({ label: t(label), value })
  const { name, directoryCode } = addressee
  return [
    { kind: 'heading', text: t('title') },
    {
      kind: 'facts',
      facts: [
        fact('addressee', directoryCode ? `${name} (${directoryCode})` : name),
        ...(signer
          ? [
              fact('signer', partyText(signer)),
              fact('method', signer.method),
              fact('level', t(`levels.${signer.level}`)),
              fact('signedAt', instantText(signedAt, writing)),
            ]
          : anonymous
            ? [fact('signer', t('nobody'))]
            : []),
      ],
    },
    ...(signer ? [{ kind: 'paragraph' as const, text: t('law') }] : []),
  ]
}

/** The copy of a filing with its addressee and signature, above the seal, whatever its template says. */
export function withSignature(sheet: Sheet, signed: SignedFiling, writing: Writing): Sheet {
  const seal = sheet.blocks.findIndex(({ kind }) => kind === 'seal')
  const end = seal < 0 ? sheet.blocks.length : seal
  return {
    ...sheet,
    blocks: [...sheet.blocks.slice(0, end), ...signatureBlocks(signed, writing), ...sheet.blocks.slice(end)],
  }
}
