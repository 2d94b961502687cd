import { build } from 'vite'

interface Chunk {
  type: string
  code: string
  imports: string[]
}

/** The code of a module with all that it needs, as browsers would load it; throws where it needs more than a browser has. */
export async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { conditions: ['finestra', 'module', 'browser'], preserveSymlinks: true },
    build: { write: false, target: 'es2022', minify: false, lib: { entry, formats: ['es'] } },
  })
  const [{ output }] = [built].flat() as unknown as [{ output: Chunk[] }]
  const [chunk, ...others] = output.filter(({ type }) => type === 'chunk')
  if (!chunk || others.length > 0) throw new Error('it is not one file')
  if (chunk.imports.length > 0) throw new Error(`it needs ${chunk.imports.join(', ')}`)
  const [outside] = /__vite-browser-external[^'"\s]*/.exec(chunk.code) ?? []
  if (outside) throw new Error(`it needs what only servers have: ${outside}`)
  return chunk.code
}
