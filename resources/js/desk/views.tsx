import { Link } from '@inertiajs/react'
import type { ReactNode } from 'react'

export interface View {
  href: string
  name: ReactNode
  current: boolean
}

/** The parts that a list can be seen by, each under its own address. */
export function Views({ label, views }: { label: string; views: View[] }) {
  return (
    <nav aria-label={label}>
      <ul className="desk-views">
        {views.map(({ href, name, current }) => (
          <li key={href}>
            <Link href={href} aria-current={current ? 'page' : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
