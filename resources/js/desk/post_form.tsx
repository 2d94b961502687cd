import { type ReactNode, useEffect } from 'react'
import { sendOnce } from '../office/send_once.js'

/** Posts as a plain form does, with what goes along unseen. */
export function PostForm(props: {
  action: string
  csrf: string
  hidden?: Record<string, string>
  children: ReactNode
}) {
  useEffect(() => sendOnce(document), [])
  return (
    <form method="post" action={props.action} noValidate data-send-once>
      <input type="hidden" name="_csrf" value={props.csrf} />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  )
}
