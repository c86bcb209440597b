import { connection } from 'next/server'
import { shopOrigin } from '@/lib/queries/site'

/** Answers with the description by which browsers offer the shop as a search engine (OpenSearch 1.1). */
export async function answerOpenSearch(): Promise<Response> {
  await connection() // the shop's URL is known at run time, not at build time
  const origin = shopOrigin()
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Nexus</ShortName>
  <Description>Search the shop</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/x-icon">${origin}/favicon.ico</Image>
  <Url type="text/html" template="${origin}/search?q={searchTerms}"/>
</OpenSearchDescription>
`
  return new Response(body, {
    headers: { 'content-type': 'application/opensearchdescription+xml', 'cache-control': 'no-cache' },
  })
}
