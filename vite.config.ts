import adonisjs from '@adonisjs/vite/client'
import react from '@vitejs/plugin-react'
import { globSync } from 'node:fs'
import { defineConfig } from 'vite'

/** The pages of a house that runs name the files that it found when it started: newer ones come beside those. */
const besideHouse = {
  name: 'beside-house',
  enforce: 'post' as const,
  config: () => ({ build: { emptyOutDir: process.env.FINESTRA_BESIDE !== '1' } }),
}

/**
 * Builds what browsers load into `public/assets`: the citizen's stylesheet and its small script, and
 * the desk. Fonts that a page preloads and the towns' coats are assets of their own in the manifest.
 */
export default defineConfig({
  plugins: [
    react(),
    adonisjs({
      entryPoints: ['resources/css/office.scss', 'resources/js/office.ts', 'resources/js/desk.tsx'],
      assets: { assets: globSync('resources/images/**/*.{svg,png}') },
      reload: ['resources/views/**/*.edge', 'resources/lang/**/*.json'],
    }),
    // After Adonis', which empties the folder always.
    besideHouse,
  ],
  // The pure rooms run in the browser too, straight from their sources (`#expressions/index`).
  // A linked node_modules keeps its plain path, so that the manifest has the same keys everywhere.
  resolve: {
    conditions: ['finestra', 'module', 'browser', 'development|production'],
    preserveSymlinks: true,
  },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  build: { target: 'es2022', sourcemap: false, reportCompressedSize: true },
})
