import { Assert } from '@japa/assert'

/**
 * What specs of pure rooms use of Japa, and no more: it only collects, so that the same tests can be run again and again
 * in one process, once for each mutant.
 */
export const collected = []

let around = []
let file = ''

/** Tests that are collected from now on stand in this file. */
export const comesFrom = (name) => (file = name)

class Collected {
  constructor(title, body) {
    this.name = [...around, title].join(' > ')
    this.file = file
    this.rows = [undefined]
    this.body = body
    collected.push(this)
  }

  with(rows) {
    this.rows = rows
    return this
  }

  run(body) {
    this.body = body
    return this
  }

  timeout() {
    return this
  }

  /** Fails by throwing. */
  async execute() {
    for (const row of this.rows) await this.body({ assert: new Assert() }, row)
  }
}

export const test = (title, body) => new Collected(title, body)

test.group = (title, tests) => {
  around = [...around, title]
  tests({})
  around = around.slice(0, -1)
}
