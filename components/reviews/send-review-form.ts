import { postForm } from '@/components/ui/request/post-form'

/** Submits a review, vote or report form and returns the answer. Never rejects. */
export const sendReviewForm = (form: HTMLFormElement, submitter?: HTMLElement | null) =>
  postForm(form, {
    submitter,
    unreached: 'We did not hear back from the shop. What you typed is still here. Please try again.',
    contract: async () => (await import('@/lib/contracts/reviews')).reviewAnswerSchema,
  })
