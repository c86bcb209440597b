export const GET = async (request: Request): Promise<Response> =>
  Response.json({ at: new URL(request.url).pathname, count: 0 })
