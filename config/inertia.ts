import { defineConfig } from '@adonisjs/inertia'

export default defineConfig({ rootView: 'layouts/desk', ssr: { enabled: false } })
