import { EventEmitter } from 'node:events'
import { Engine } from 'bpmn-engine'

interface Saved {
  definitions: { source?: string }[]
}

/** A drawing as it was read. */
interface Read {
  context: { definitionContext: object }
}

interface Waiting {
  id: string
  signal(result: unknown): void
}

/**
 * A process as bpmn-engine carries it, with all that it can be spared: the drawing is read once and stays in memory, so that
 * a state holds the case only.
 */
export class OtherEngine {
  private constructor(
    readonly source: object,
    /** The state of a case that has just begun. */
    readonly begun: string
  ) {}

  static async of(xml: string): Promise<OtherEngine> {
    const engine = new Engine({ name: 'bench', source: xml })
    await engine.execute({ listener: new EventEmitter() })
    const saved = (await engine.getState()) as unknown as Saved
    engine.stop()
    const [definition] = (await engine.getDefinitions()) as unknown as Read[]
    return new OtherEngine(definition!.context.definitionContext, saveable(saved))
  }

  /** Reads a state, tells the task that waits, and writes the state again. */
  async signal(state: string): Promise<{ state: string; done: string; opened: string }> {
    const engine = new Engine({ name: 'bench', sourceContext: this.source } as never)
    engine.recover(JSON.parse(state))
    const execution = await engine.resume()
    const [waiting] = execution.getPostponed() as unknown as Waiting[]
    waiting!.signal({ decision: 'no' })
    const [next] = execution.getPostponed() as unknown as Waiting[]
    const saved = (await engine.getState()) as unknown as Saved
    engine.stop()
    return { state: saveable(saved), done: waiting!.id, opened: next!.id }
  }
}

function saveable(saved: Saved): string {
  for (const definition of saved.definitions) delete definition.source
  return JSON.stringify(saved)
}

/** What bpmn-engine does before a case can begin. */
export const readByOther = (xml: string): Promise<unknown> =>
  new Engine({ name: 'bench', source: xml }).getDefinitions()
