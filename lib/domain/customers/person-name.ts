/** Returns a person's name as one line. People with one name have it in either part. */
export const fullName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  [firstName, lastName].filter(Boolean).join(' ')

/** Returns the name to be called by: the first, or the only one. */
export const callName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  firstName || lastName

/** Returns the name as people sign a review with: "Ines H.", or the only one. */
export function signature({ firstName, lastName }: { firstName: string; lastName: string }): string {
  const [initial = ''] = lastName
  return firstName && initial ? `${firstName} ${initial}.` : firstName || lastName
}
