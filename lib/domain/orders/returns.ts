/** Number of days after delivery within which the shop takes back anything. The law requires 14. */
export const RETURN_DAYS = 30
