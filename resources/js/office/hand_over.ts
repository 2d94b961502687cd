/** Sends a form that is only on its way. */
export function handOver(root: ParentNode): void {
  root.querySelector<HTMLFormElement>('form[data-hand-over]')?.requestSubmit()
}
