import { postForm } from '@/components/layout/post-form'

type Heard = { ok: true; helpful?: unknown }

/** Sends a review, a vote or a report. Never rejects. */
export const sendVoice = (form: HTMLFormElement, submitter?: HTMLElement | null) =>
  postForm(form, {
    submitter,
    unreached: 'That did not reach the shop. Please try again.',
    isDone: (answer): answer is Heard => 'ok' in answer && answer.ok === true,
  })
