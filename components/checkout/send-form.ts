import { postForm } from '@/components/layout/post-form'

/** Sends a checkout or tracking form. Never rejects. */
export const sendForm = (form: HTMLFormElement, submitter?: HTMLElement | null) =>
  postForm(form, {
    submitter,
    unreached:
      'We did not hear back from the shop. Nothing you typed is lost. Please try again: you will not be charged twice.',
    contract: async () => (await import('@/lib/contracts/checkout/checkout')).orderedAnswerSchema,
  })
