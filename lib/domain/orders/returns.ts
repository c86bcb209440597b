/** Number of days from delivery in which the shop takes anything back. The law requires 14. */
export const RETURN_DAYS = 30
