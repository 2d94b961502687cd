import { answerNotification } from '#notifications/actions/answer_notification'

type Given = Parameters<typeof answerNotification>[1]

/** The addressee refuses it: it counts as made, and the procedure goes on (Law 39/2015, art. 41.5). */
export class RejectNotification {
  execute(given: Given) {
    return answerNotification('rejected', given)
  }
}
