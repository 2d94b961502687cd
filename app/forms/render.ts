/** Forms as markup, for servers only. The theme lives with what browsers load, since the desk hydrates it. */
// eslint-disable-next-line @typescript-eslint/no-restricted-imports
export { type PageToRender, type RenderedPage, renderFormPage } from '../../resources/js/forms/render.tsx'
