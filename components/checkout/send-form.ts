import { postForm } from '@/components/layout/post-form'

/** Sends a form of the checkout, or one that looks an order up. Never rejects. */
export const sendForm = (form: HTMLFormElement, submitter?: HTMLElement | null) =>
  postForm(form, {
    submitter,
    unreached:
      'We did not hear back from the shop. Nothing you typed is lost. Please try again: you will not be charged twice.',
    contract: async () => (await import('@/lib/contracts/checkout/checkout')).orderedAnswerSchema,
  })
