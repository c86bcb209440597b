import { postForm } from '@/components/ui/request/post-form'

/** Sends a review, a vote or a report. Never rejects. */
export const sendReviewForm = (form: HTMLFormElement, submitter?: HTMLElement | null) =>
  postForm(form, {
    submitter,
    unreached: 'We did not hear back from the shop. What you typed is still here. Please try again.',
    contract: async () => (await import('@/lib/contracts/reviews')).reviewAnswerSchema,
  })
