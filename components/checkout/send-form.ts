import { postForm } from '@/components/layout/post-form'

type Ordered = { ok: true; orderId: string | null }

/** Sends a form of the checkout, or one that looks an order up. Never rejects. */
export const sendForm = (form: HTMLFormElement, submitter?: HTMLElement | null) =>
  postForm(form, {
    submitter,
    unreached:
      'That did not reach the shop. Nothing you typed is lost: please try again. You cannot buy twice by that.',
    isDone: (answer): answer is Ordered => 'ok' in answer && answer.ok === true && 'orderId' in answer,
  })
