import { type Failure, headersOf, statusOf } from '@/lib/errors'

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Not JSON',
  429: 'Too many requests',
  503: 'Unavailable',
}

/** Returns a failure as problem details (RFC 9457) for programs, with `code` and, if it concerns fields, `errors`. */
export function problem(failure: Failure, status = statusOf(failure)): Response {
  const { code, message, fieldErrors, details } = failure
  const body = {
    ...details,
    title: TITLES[status] ?? 'Error',
    status,
    detail: message,
    code,
    ...(fieldErrors && { errors: fieldErrors }),
  }
  return Response.json(body, {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...headersOf(failure),
      ...(code === 'invalid_token' && { 'www-authenticate': 'Bearer error="invalid_token"' }),
    },
  })
}
