/** Mails that a person can switch off. Mails about orders and security are always sent. */
export const NOTICES = ['back_in_stock', 'price_drop', 'review_question'] as const

export type Notice = (typeof NOTICES)[number]
