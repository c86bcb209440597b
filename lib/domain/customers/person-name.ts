/** Returns the full name on one line. People with only one name may enter it in either field. */
export const fullName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  [firstName, lastName].filter(Boolean).join(' ')

/** Returns the name for greetings: the first name or, if that is empty, the last name. */
export const callName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  firstName || lastName

/** Returns the name shown with reviews: first name and initial ("Ines H.") or, for people with one name, that name. */
export function signature({ firstName, lastName }: { firstName: string; lastName: string }): string {
  const [initial = ''] = lastName
  return firstName && initial ? `${firstName} ${initial}.` : firstName || lastName
}
