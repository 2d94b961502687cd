import app from '@adonisjs/core/services/app'
import edge from 'edge.js'
import { pageTitle } from '#desk/domain/page_title'

/** What every view may call, whatever page it is on. */
edge.global('deskTitle', pageTitle)
edge.global('json', (value: unknown) => JSON.stringify(value))

// Edge looks through the folders of components before each page; in production they are what they were at the start.
if (app.inProduction) {
  const components = edge.loader.listComponents()
  edge.loader.listComponents = () => components
}
