export { answerSitemapIndex as GET } from '@/lib/http/sitemap'
