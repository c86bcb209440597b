/** Days in which the shop takes anything back, from the day of delivery. The law asks for 14. */
export const RETURN_DAYS = 30
