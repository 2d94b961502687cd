import { usePage } from '@inertiajs/react'
import type { DeskProps } from './shared_props.js'

/**
 * The page as Inertia received it: what the server shares, the page's own props, and its address.
 * (Inertia's published types don't resolve under NodeNext; this is the one place that says so.)
 */
export const useDeskPage = <Own extends object = object>(): { props: DeskProps & Own; url: string } =>
  usePage()
