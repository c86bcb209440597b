/** Returns the full name on one line. A person with a single name may use either field. */
export const fullName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  [firstName, lastName].filter(Boolean).join(' ')

/** Returns the name for greetings: the first name, or else the only name. */
export const callName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  firstName || lastName

/** Returns the name shown with reviews: "Ines H.", or the only name. */
export function signature({ firstName, lastName }: { firstName: string; lastName: string }): string {
  const [initial = ''] = lastName
  return firstName && initial ? `${firstName} ${initial}.` : firstName || lastName
}
