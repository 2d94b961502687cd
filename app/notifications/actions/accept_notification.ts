import { answerNotification } from '#notifications/actions/answer_notification'

type Given = Parameters<typeof answerNotification>[1]

/** The addressee opens it: it counts as notified at this moment (Law 39/2015, art. 43.2). */
export class AcceptNotification {
  execute(given: Given) {
    return answerNotification('accepted', given)
  }
}
