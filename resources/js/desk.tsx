/** The employees' side: Inertia pages under `pages/`, one layout around them all. */
import { createInertiaApp } from '@inertiajs/react'
import type { ComponentType, ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nProvider } from 'react-aria-components'
import '../css/desk.scss'
import { loadTexts, TextsProvider } from './desk/texts.js'
import { DeskLayout } from './layouts/desk_layout.js'

const pages = import.meta.glob<{ default: (props: never) => ReactNode }>('./pages/**/*.tsx')
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
const lang = document.documentElement.lang.slice(0, 2)
const texts = await loadTexts(lang)

await createInertiaApp({
  nonce,
  progress: { color: 'var(--town-accent)', delay: 200, includeCSS: false },
  title: (title: string) => `${title} · ${document.documentElement.dataset['town'] ?? ''}`,
  layout: () => DeskLayout,
  resolve: async (name: string) => {
    const page = pages[`./pages/${name}.tsx`]
    if (!page) throw new Error(`there is no page ${name}`)
    return (await page()).default
  },
  setup: ({ el, App, props }: { el: HTMLElement; App: ComponentType<object>; props: object }) =>
    createRoot(el).render(
      <I18nProvider locale={lang}>
        <TextsProvider texts={texts}>
          <App {...props} />
        </TextsProvider>
      </I18nProvider>
    ),
})
