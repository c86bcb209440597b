/** Status and text with which the server refuses a POST request before a form handles it. */
export const REFUSALS = {
  'other-site': {
    status: 403,
    title: 'That came from another site',
    text: 'Another site sent us a form in your name, so we did not take it. Nothing was changed, ordered, withdrawn or charged. If it was you, please do it again here in the shop.',
  },
  'too-large': {
    status: 413,
    title: 'That was too much',
    text: 'The form was larger than any of ours, so we did not take it. Nothing was changed, ordered, withdrawn or charged. Please shorten what you typed and send it again.',
  },
  'not-a-form': {
    status: 400,
    title: 'We could not read that',
    text: 'What arrived was not one of our forms. Nothing was changed, ordered, withdrawn or charged. Please open the page again and send it from there.',
  },
} as const

export type RefusalName = keyof typeof REFUSALS

export const isRefusal = (name: string): name is RefusalName => Object.hasOwn(REFUSALS, name)
