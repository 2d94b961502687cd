import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components'

/** A button that opens a dialog; Escape and the space around close it. */
export function DialogButton(props: {
  text: string
  title: string
  tone?: 'primary' | 'link'
  /** What tells it from others with the same text. */
  label?: string
  children(close: () => void): ReactNode
}) {
  const tone = props.tone ? ` desk-button--${props.tone}` : ''
  return (
    <DialogTrigger>
      <Button className={`desk-button${tone}`} aria-label={props.label}>
        {props.text}
      </Button>
      <ModalOverlay className="react-aria-ModalOverlay" isDismissable>
        <Modal>
          <Dialog>
            {({ close }) => (
              <>
                <Heading slot="title">{props.title}</Heading>
                {props.children(close)}
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}
