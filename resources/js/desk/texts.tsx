import { IntlMessageFormat } from 'intl-messageformat'
import { createContext, useContext, type ReactNode } from 'react'

/** Answers the text of a key such as `layout.signOut`, with ICU parameters filled in. */
export type Texts = (key: string, params?: Record<string, string | number | Date>) => string

type Tree = { [key: string]: string | Tree }

const files = import.meta.glob<{ default: Tree }>('../../lang/*/desk.json')
const TextsContext = createContext<Texts>((key) => key)

/** Loads the desk's texts in one language: a chunk of its own, so nobody downloads three. */
export async function loadTexts(lang: string): Promise<Texts> {
  const file = files[`../../lang/${lang}/desk.json`]
  if (!file) throw new Error(`the desk has no texts in ${lang}`)
  return textsFrom((await file()).default, lang)
}

/** A missing key is an error of ours and is shown as its name, never as another language. */
export function textsFrom(tree: Tree, lang: string): Texts {
  const compiled = new Map<string, IntlMessageFormat>()
  return (key, params) => {
    let message = compiled.get(key)
    if (!message) {
      const found = key
        .split('.')
        .reduce<string | Tree | undefined>(
          (at, step) => (typeof at === 'object' ? at[step] : undefined),
          tree
        )
      if (typeof found !== 'string') return key
      message = new IntlMessageFormat(found, lang, undefined, { ignoreTag: true })
      compiled.set(key, message)
    }
    return String(message.format(params))
  }
}

export function TextsProvider({ texts, children }: { texts: Texts; children: ReactNode }) {
  return <TextsContext.Provider value={texts}>{children}</TextsContext.Provider>
}

/** `const t = useTexts()`, then `t('inbox.title')`: keys of `resources/lang/<lang>/desk.json`. */
export const useTexts = (): Texts => useContext(TextsContext)
