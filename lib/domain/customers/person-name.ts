/** Returns the full name on one line. A single name may be in either field. */
export const fullName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  [firstName, lastName].filter(Boolean).join(' ')

/** Returns the name for greetings: the first name, or the only one. */
export const callName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  firstName || lastName

/** Returns the public name for reviews: "Ines H.", or the only name. */
export function signature({ firstName, lastName }: { firstName: string; lastName: string }): string {
  const [initial = ''] = lastName
  return firstName && initial ? `${firstName} ${initial}.` : firstName || lastName
}
